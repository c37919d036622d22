"""Sharpness: no link between words that only look alike, no quote that shows nothing."""

from __future__ import annotations

import pytest
from matching_bank import BANK, COACH, GRANTS, plain_matcher, tq, vacancy

from sesbank.domain.evidence import RequirementMatch, StoryMatch, Verdict
from sesbank.domain.story import Status, Story
from sesbank.domain.vacancy import Choice
from sesbank.matching.cuebook import shows
from sesbank.matching.slate import propose
from sesbank.matching.stems import read_terms, stem, stems_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("important", "import"),
        ("seasoned", "season"),
        ("terminals", "terminate"),
        ("acting", "act"),
        ("collections", "collect"),
        ("applicants", "applications"),
        ("constructive", "construction"),
        ("timely", "times"),
        ("experiment", "experience"),
        ("reporters", "reported"),
        ("powerful", "power"),
        ("accessibility", "access"),
        ("values", "value"),
        ("nations", "national"),
        ("courses", "course"),
        ("press", "pressed"),
        ("removal", "removed"),
        ("authorities", "authority"),
        ("grant", "granted"),
        ("conflicting", "conflict"),
    ],
)
def test_words_that_only_look_alike_are_kept_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("led", "leadership"),
        ("decision", "decided"),
        ("reorganised", "reorganization"),
        ("held", "holding"),
        ("oversaw", "oversee"),
        ("withdrew", "withdrawal"),
        ("undertook", "undertake"),
    ],
)
def test_forms_of_one_word_are_brought_together(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_it_is_a_technology_only_in_capitals() -> None:
    def keys(text: str) -> list[str]:
        return [term.stem for term in read_terms(text)]

    assert keys("We bought IT.")[-1] == stems_of("IT")[0]
    assert keys("We bought it.")[-1] != stems_of("IT")[0]
    assert keys("WE BOUGHT IT.")[-1] != stems_of("IT")[0]


@pytest.mark.parametrize(
    "fragment", ["fair and", "agency that", "nobody had", "did not", "reach", "five percent"]
)
def test_a_fragment_is_no_evidence(fragment: str) -> None:
    assert not shows(stems_of(fragment), 1.0)


@pytest.mark.parametrize("phrase", ["audit finding", "strategic goals", "grievance"])
def test_a_phrase_that_says_something_is_evidence(phrase: str) -> None:
    assert shows(stems_of(phrase), 1.0)


def test_a_cue_of_a_story_is_not_put_together_from_words_apart() -> None:
    matcher = plain_matcher()
    apart = Story(id="a", title="", action="The audit that nobody wanted brought us a finding.")
    wanted = vacancy(tq("Experience closing audit findings of an inspector general."))
    said = [
        reason.said
        for match in matcher.match(wanted, (apart,)).stories_for("tq1")
        for reason in match.reasons
    ]
    assert not any("nobody" in words for words in said)


def test_a_requirement_that_only_opens_like_a_competency_shows_none() -> None:
    matcher = plain_matcher()
    assert matcher.match(vacancy(tq("Knowledge of opera.")), BANK).stories_for("tq1") == ()


def test_a_question_in_plain_words_is_answered_by_the_competency_it_probes() -> None:
    matcher = plain_matcher()
    reading = matcher.ask("How have you helped others grow into leaders?", BANK, "opm-2025")
    assert reading.stories[0].story == "coach"
    notes = {reason.note for reason in reading.stories[0].reasons}
    assert "Developing Others" in notes


def test_the_name_of_a_thing_made_of_usual_words_outweighs_those_words_alone() -> None:
    planner = Story(id="planner", title="", action="We wrote a five-year plan for our sites.")
    other = Story(id="other", title="", action="The effort led to a better practice in planning.")
    wanted = vacancy(tq("Experience leading strategic planning efforts and best practices."))
    best, *_ = plain_matcher().match(wanted, (planner, other, *BANK)).stories_for("tq1")
    assert best.story == "planner"
    assert ("strategic planning", "five-year plan") in {(r.asked, r.said) for r in best.reasons}


def _scored(*scores: tuple[str, float]) -> tuple[RequirementMatch, ...]:
    listed = tuple(StoryMatch(s, s, value, Verdict.GOOD, ()) for s, value in scores)
    return (RequirementMatch("tq1", listed),)


_UNIONS = "Tell us about working with unions."


def test_a_story_with_the_asked_word_in_its_title_goes_before_one_that_says_it_in_passing() -> None:
    """A short story is held back less; that alone does not put it first."""
    named = Story(
        id="named",
        title="Settled a dispute with the union",
        challenge="Shifts were late for a year and the union had filed forty cases over them.",
        action="I sat down with its officers each week until we had a draft both could sign.",
    )
    passing = Story(
        id="passing",
        title="Cleared the mail room",
        action="I told the union, moved two desks and cleared the room.",
    )
    matches = plain_matcher().ask(_UNIONS, (passing, named), "opm-2025").stories
    assert [match.story for match in matches][:2] == ["named", "passing"]


def test_of_two_equal_stories_the_recent_one_at_executive_level_is_proposed() -> None:
    old = Story(id="a", title="", ended="2009", grade_at_time="GS-14", status=Status.READY)
    new = Story(id="b", title="", ended="2024", grade_at_time="GS-14", status=Status.READY)
    ses = Story(id="c", title="", ended="2015", grade_at_time="SES", status=Status.READY)
    wanted = vacancy(tq("Anything."))
    tied = _scored(("a", 0.4), ("b", 0.4), ("c", 0.4))
    assert propose(wanted, tied, (old, new)).entries[0].story == "b"
    assert propose(wanted, tied, (old, new, ses)).entries[0].story == "c"
    better = _scored(("a", 0.41), ("b", 0.4), ("c", 0.4))
    assert propose(wanted, better, (old, new, ses)).entries[0].story == "a"


def test_a_draft_without_a_result_gives_way_to_a_ready_story_that_is_nearly_as_good() -> None:
    draft = Story(id="a", title="", action="I did.")
    ready = Story(id="b", title="", action="I did.", result="It held.", status=Status.READY)
    wanted = vacancy(tq("Anything."))
    near, far = _scored(("a", 0.42), ("b", 0.40)), _scored(("a", 0.60), ("b", 0.40))
    assert propose(wanted, near, (draft, ready)).entries[0].story == "b"
    assert propose(wanted, far, (draft, ready)).entries[0].story == "a"


def test_a_weak_story_is_never_proposed_for_a_technical_qualification() -> None:
    slate = propose(vacancy(tq("Anything.")), _scored(("a", 0.2)))
    assert slate.entries == ()
    assert slate.uncovered == ("tq1",)


def test_a_pinned_weak_story_is_proposed_all_the_same() -> None:
    wanted = vacancy(tq("Skill in glassblowing.")).edit(pins=(Choice("tq1", "coach"),))
    report = plain_matcher().match(wanted, (GRANTS, COACH))
    assert report.uncovered == ()


AUDITED = Story(
    "audited",
    "Closed the audit finding",
    action="I closed the audit finding with written expectations and performance plans "
    "for each chief, so that each was accountable, and met the inspector general each month.",
    result="We held people accountable.",
)
CALLS = Story(
    "calls",
    "Cut the waits at the call center",
    action="I surveyed our customers at the call center and improved customer service.",
)
PEOPLE = Story(
    "people",
    "Led the labor-relations team",
    action="I led recruitment and hiring, workforce planning, and the labor-relations team.",
)


@pytest.mark.parametrize(
    ("question", "story", "asked", "said"),
    [
        ("Which mistake of yours had consequences?", AUDITED, "mistake of yours", "audit finding"),
        ("What positions you have managed were hardest?", PEOPLE, "positions", "labor"),
    ],
)
def test_a_phrase_is_not_met_by_words_for_quite_another_thing(
    question: str, story: Story, asked: str, said: str
) -> None:
    matcher = plain_matcher()
    found = matcher.ask(question, (story,), "opm-2025").stories
    pairs = [(r.asked.casefold(), r.said.casefold()) for m in found for r in m.reasons]
    assert not [pair for pair in pairs if asked in pair[0] and said in pair[1]]


def test_a_phrase_is_met_by_words_for_what_is_kin_to_its_thing() -> None:
    matcher = plain_matcher()
    question = "How did you learn what the people you serve really need?"
    (match,) = matcher.ask(question, (CALLS,), "opm-2025").stories
    assert "call center" in {reason.said.casefold() for reason in match.reasons}


@pytest.mark.parametrize(
    ("framework", "question"),
    [
        ("opm-2025", "Tell me about a time you disagreed with your boss."),
        ("opm-2025", "Tell us about a conflict with a union. What was your part?"),
        ("opm-2025", "Give an example of a difficult employee. What did you do?"),
        ("opm-2006", "Describe a conflict you settled, and your own part in it."),
        ("opm-2006", "When did you part ways with the people above you?"),
    ],
)
def test_cues_that_tell_a_deed_are_no_words_to_weave_in(framework: str, question: str) -> None:
    words = plain_matcher().ask(question, (), framework).keywords
    assert words
    deeds = ("disagree", "disagreed", "argued", "coached", "enforce")
    assert not [word for word in words if word.casefold().split()[0] in deeds]


@pytest.mark.parametrize("framework", ["opm-2006", "opm-2025"])
def test_no_word_to_weave_in_addresses_the_person(framework: str) -> None:
    matcher = plain_matcher()
    questions = (
        "Tell us about a conflict with a superior.",
        "When did you disagree with a decision from above?",
        "How do you handle disagreement?",
    )
    words = [word for q in questions for word in matcher.ask(q, (), framework).keywords]
    assert words
    assert not [word for word in words if {"your", "you", "my"} & set(word.casefold().split())]
