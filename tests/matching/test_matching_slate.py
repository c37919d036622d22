"""The slate: the best set under its rules, checked against trying everything."""

from __future__ import annotations

import itertools
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from matching_bank import BANK, ecq, frameworks, plain_matcher, tq, vacancy

from sesbank.domain.evidence import RequirementMatch, StoryMatch, Verdict
from sesbank.domain.story import Story
from sesbank.domain.vacancy import Choice, Requirement
from sesbank.matching.slate import AGAIN, EACH_ECQ, propose
from sesbank.matching.verdicts import PROPOSED, PROPOSED_TECHNICAL

scores = st.floats(min_value=0.0, max_value=1.0).map(lambda f: round(f, 3))
tables = st.lists(st.lists(scores, min_size=4, max_size=4), min_size=1, max_size=5)
kinds = st.lists(st.sampled_from(["tq", "LP", "DE"]), min_size=5, max_size=5)


def _rows(table: list[list[float]], asked: list[str]) -> list[Requirement]:
    return [
        tq(f"Row {n}.", n) if kind == "tq" else ecq(f"Row {n}.", kind, n)
        for n, (_, kind) in enumerate(zip(table, asked, strict=False))
    ]


def _matches(
    rows: list[Requirement], table: list[list[float]], pinned: int | None = None
) -> list[RequirementMatch]:
    found = []
    for number, (row, line) in enumerate(zip(rows, table, strict=True)):
        listed = [
            StoryMatch(f"s{n}", "", v, Verdict.FAIR, (), pinned=number == 0 and n == pinned)
            for n, v in enumerate(line)
            if v or (number == 0 and n == pinned)
        ]
        found.append(
            RequirementMatch(row.id, tuple(sorted(listed, key=lambda m: (not m.pinned, -m.score))))
        )
    return found


def _value(
    rows: list[Requirement], table: list[list[float]], choice: tuple[int | None, ...]
) -> float:
    told = [n for n in choice if n is not None]
    again = sum(AGAIN * use for count in Counter(told).values() for use in range(count))
    return sum(table[r][n] for r, n in enumerate(choice) if n is not None) - again


def _allowed(rows: list[Requirement], choice: tuple[int | None, ...], uses: int) -> bool:
    told = Counter(n for n in choice if n is not None)
    ecqs = Counter(
        row.code for row, n in zip(rows, choice, strict=True) if n is not None and row.code
    )
    return max(told.values(), default=0) <= uses and max(ecqs.values(), default=0) <= EACH_ECQ


@settings(max_examples=150, deadline=None)
@given(tables, kinds, st.integers(1, 2), st.one_of(st.none(), st.integers(0, 3)))
def test_the_slate_is_the_best_of_all_allowed_sets(
    table: list[list[float]], asked: list[str], uses: int, pinned: int | None
) -> None:
    rows = _rows(table, asked)
    slate = propose(vacancy(*rows), _matches(rows, table, pinned), uses=uses)
    told = {entry.requirement: int(entry.story[1:]) for entry in slate.entries}
    got = tuple(told.get(row.id) for row in rows)
    assert _allowed(rows, got, uses)
    if pinned is not None:
        assert got[0] == pinned
    options = [
        [
            None,
            *(n for n, v in enumerate(line) if v >= (PROPOSED if row.code else PROPOSED_TECHNICAL)),
        ]
        for row, line in zip(rows, table, strict=True)
    ]
    if pinned is not None:
        options[0] = [pinned]
    best = max(
        _value(rows, table, choice)
        for choice in itertools.product(*options)
        if _allowed(rows, choice, uses)
    )
    assert abs(_value(rows, table, got) - best) < 1e-4


def test_an_ecq_asked_in_three_rows_is_answered_with_two_stories() -> None:
    rows = [ecq(f"Leading People {n}.", "LP", n) for n in range(3)]
    slate = propose(vacancy(*rows), _matches(rows, [[0.9, 0.8, 0.7, 0.6]] * 3))
    assert len(slate.entries) == EACH_ECQ
    assert len(slate.uncovered) == 1


def test_a_story_is_proposed_twice_only_where_that_is_allowed() -> None:
    text = "Experience directing a grants program with a large backlog of grants."
    wanted = vacancy(tq(text, 1), tq(text, 2))
    once = plain_matcher().match(wanted, BANK).slate
    twice = plain_matcher().match(wanted, BANK, uses=2).slate
    assert [e.story for e in once].count("grants") == 1
    assert [e.story for e in twice].count("grants") == 2


def test_a_ban_sends_the_story_to_nobody_else_by_mistake() -> None:
    text = "Experience directing a grants program with a large backlog of grants."
    wanted = vacancy(tq(text, 1)).edit(bans=(Choice("tq1", "grants"),))
    report = plain_matcher().match(wanted, BANK)
    assert "grants" not in [e.story for e in report.slate]


def test_what_is_uncovered_names_the_nearest_story_and_what_it_lacks() -> None:
    wanted = vacancy(tq("Experience auditing payroll, icebreakers and glaciology."))
    report = plain_matcher().match(wanted, BANK)
    assert report.uncovered == ("tq1",)
    nearest = report.nearest("tq1")
    assert nearest is not None
    assert nearest.story == "audit"
    assert "icebreakers" in nearest.lacks
    assert not any("payroll" in lack for lack in nearest.lacks)
    assert all(lack in wanted.requirements[0].text for lack in nearest.lacks)


def test_what_is_lacking_is_named_by_whole_phrases_the_most_telling_ones() -> None:
    text = (
        "Experience with 10m glaciers, turbines, safe payroll, wind tunnels, icebreakers and reefs."
    )
    nearest = plain_matcher().match(vacancy(tq(text)), BANK).nearest("tq1")
    assert nearest is not None
    assert "wind tunnels" in nearest.lacks
    assert not [lack for lack in nearest.lacks if lack in ("10m", "safe")]


def test_an_uncovered_ecq_names_the_competencies_that_no_story_shows() -> None:
    wanted = vacancy(ecq("Commitment to the Rule of Law", "RL"))
    told = Story(id="faint", title="", action="The law was on our side that day.")
    report = plain_matcher().match(wanted, (told,))
    assert report.uncovered == ("ecq1",)
    nearest = report.nearest("ecq1")
    assert nearest is not None
    names = {c.name for c in frameworks().get("opm-2025").ecq("RL").competencies}
    assert nearest.lacks
    assert set(nearest.lacks) <= names


def test_what_is_covered_has_no_nearest() -> None:
    wanted = vacancy(tq("Experience directing a national grants program with a backlog of grants."))
    report = plain_matcher().match(wanted, BANK)
    assert report.uncovered == ()
    assert report.almost == ()
