"""A whole vacancy: pins, bans, the slate and what stays uncovered."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st
from matching_bank import BANK, COACH, GRANTS, MERGER, ecq, plain_matcher, tq, vacancy

from sesbank.domain.evidence import MatchReport, RequirementMatch, StoryMatch, Verdict
from sesbank.domain.vacancy import Choice, Requirement, RequirementKind, Vacancy
from sesbank.matching import RULES
from sesbank.matching.slate import propose
from sesbank.matching.verdicts import PROPOSED_TECHNICAL

GRANTS_TQ = tq("Experience directing a grants program with a large backlog.", 1)
PEOPLE_TQ = tq("Experience coaching supervisors and setting performance standards.", 2)
WANTED = vacancy(GRANTS_TQ, PEOPLE_TQ)


def match(wanted: Vacancy) -> MatchReport:
    return plain_matcher().match(wanted, BANK)


def test_each_requirement_gets_its_story_and_a_story_is_used_once() -> None:
    report = match(WANTED)
    assert {e.requirement: e.story for e in report.slate} == {"tq1": "grants", "tq2": "coach"}
    assert report.uncovered == ()
    assert report.rules == RULES


def test_a_pinned_story_comes_first_and_takes_the_slate() -> None:
    report = match(WANTED.edit(pins=(Choice("tq1", "coach"),)))
    assert report.stories_for("tq1")[0].story == "coach"
    assert report.stories_for("tq1")[0].pinned
    assert [m.story for m in report.stories_for("tq1")].count("coach") == 1
    entry = report.proposed("tq1")
    assert entry is not None
    assert entry.story == "coach"
    other = report.proposed("tq2")
    assert other is None or other.story != "coach"


def test_a_pinned_story_without_evidence_is_listed_with_the_pin_as_its_reason() -> None:
    wanted = vacancy(tq("Skill in glassblowing.")).edit(pins=(Choice("tq1", "coach"),))
    only = match(wanted).stories_for("tq1")[0]
    assert only.story == "coach"
    assert sum(r.points for r in only.reasons) == only.score
    reason = only.reasons[0]
    assert wanted.requirements[0].text[reason.asked_start : reason.asked_end] == reason.asked


def test_a_banned_story_is_never_listed_for_its_requirement() -> None:
    report = match(WANTED.edit(bans=(Choice("tq1", "grants"),)))
    assert "grants" not in [m.story for m in report.stories_for("tq1")]
    assert "grants" in [m.story for m in match(WANTED).stories_for("tq1")]


def test_a_pin_for_a_story_that_is_gone_is_ignored() -> None:
    report = match(WANTED.edit(pins=(Choice("tq1", "gone"),)))
    assert report.slate == match(WANTED).slate


def test_what_nobody_can_tell_stays_uncovered() -> None:
    wanted = vacancy(GRANTS_TQ, tq("Skill in glassblowing and lens grinding.", 2))
    assert match(wanted).uncovered == ("tq2",)


def test_duties_are_not_matched() -> None:
    duty = Requirement("duty1", RequirementKind.DUTY, "Duty 1", "Directs grants.", 0, 15)
    report = match(vacancy(GRANTS_TQ, duty))
    assert [m.requirement for m in report.matches] == ["tq1"]


def test_what_is_desirable_gets_the_stories_that_are_left() -> None:
    text = "Experience directing a grants program with a large backlog of grants."
    wish = Requirement("d1", RequirementKind.DESIRABLE, "Desirable 1", text, 0, len(text))
    report = match(vacancy(wish, GRANTS_TQ))
    entry = report.proposed("tq1")
    assert entry is not None
    assert entry.story == "grants"
    left = report.proposed("d1")
    assert left is None or left.story != "grants"


def test_an_ecq_is_matched_by_what_its_framework_means_not_by_its_definition_alone() -> None:
    report = match(vacancy(ecq("Leading People", "LP")))
    assert report.stories_for("ecq1")[0].story in {"coach", "merger"}
    wanted = vacancy(ecq("Building Coalitions", "BC"), framework="opm-2006")
    assert match(wanted).stories_for("ecq1")[0].story == "states"


def test_an_unknown_framework_falls_back_to_the_default() -> None:
    report = match(vacancy(GRANTS_TQ, framework="my-old-agency"))
    assert report.stories_for("tq1")[0].story == "grants"


def test_a_bank_can_shrink_and_grow() -> None:
    matcher = plain_matcher()
    whole = matcher.match(WANTED, BANK)
    matcher.match(WANTED, (GRANTS, MERGER))
    matcher.match(WANTED, (COACH,))
    assert matcher.match(WANTED, BANK) == whole


scores = st.floats(min_value=0.0, max_value=1.0).map(lambda f: round(f, 3))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(scores, min_size=4, max_size=4), min_size=1, max_size=4))
def test_the_slate_equals_brute_force(table: list[list[float]]) -> None:
    wanted = vacancy(*(tq(f"Requirement {row}.", row) for row in range(len(table))))
    matches = [RequirementMatch(f"tq{row}", tuple(_listed(line))) for row, line in enumerate(table)]
    slate = propose(wanted, matches)
    total = sum(entry.score for entry in slate.entries)
    assert len({entry.story for entry in slate.entries}) == len(slate.entries)
    assert all(entry.score >= PROPOSED_TECHNICAL for entry in slate.entries)
    assert len(slate.entries) + len(slate.uncovered) == len(table)
    assert abs(total - _best_total(table)) < 1e-9


def _listed(line: list[float]) -> list[StoryMatch]:
    found = [
        StoryMatch(f"s{n}", f"Story {n}", value, Verdict.FAIR, ()) for n, value in enumerate(line)
    ]
    return sorted((m for m in found if m.score), key=lambda m: -m.score)


def _best_total(table: list[list[float]]) -> float:
    options = [
        [None, *(n for n, value in enumerate(line) if value >= PROPOSED_TECHNICAL)]
        for line in table
    ]
    totals = []
    for choice in itertools.product(*options):
        used = [n for n in choice if n is not None]
        if len(set(used)) == len(used):
            totals.append(sum(table[r][n] for r, n in enumerate(choice) if n is not None))
    return max(totals)


def test_a_requirement_gets_a_few_of_its_own_words_to_weave_in() -> None:
    text = "Demonstrated experience directing a national grants program and its risk controls."
    words = plain_matcher().keywords(vacancy(tq(text)))["tq1"]
    assert 2 <= len(words) <= 6
    assert all(word in text for word in words)
    assert not any("experience" in word for word in words)


def test_an_ecq_gets_the_telling_words_of_its_framework() -> None:
    matcher = plain_matcher()
    text = "Leading People: develops others, resolves conflict and builds teams that trust."
    wanted = vacancy(ecq(text, "LP"), framework="opm-2006")
    words = matcher.keywords(wanted)["ecq1"]
    assert any("conflict" in word for word in words)
    only_named = matcher.keywords(vacancy(ecq("Leading People", "LP"), framework="opm-2006"))
    assert len(only_named["ecq1"]) >= 3


def test_whether_a_text_says_a_phrase_does_not_hang_on_the_form_of_the_words() -> None:
    matcher = plain_matcher()
    assert matcher.says("We were resolving several conflicts.", "resolve conflict")
    assert not matcher.says("We resolved it. Conflict came later.", "resolve conflict")
    assert not matcher.says("", "conflict")
    assert not matcher.says("conflict", "")
