"""Situations: a question names them, and those who tell of them never do."""

from __future__ import annotations

import pytest
from matching_bank import plain_matcher

from sesbank.domain.evidence import ReasonKind, StoryMatch
from sesbank.domain.story import Story
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy
from sesbank.matching import Matcher
from sesbank.matching.concepts import concept_phrases
from sesbank.matching.situations import asking_book, kin_of, telling_book

QUARREL = Story(
    id="quarrel",
    title="The ferry schedule",
    action="My port captain and my chief engineer were not speaking. I sat them both down on the "
    "night boat and had each explain what the other needed.",
    result="The ferries ran on one timetable by June.",
)
ERROR = Story(
    id="error",
    title="The seed contract",
    action="I had signed for the cheaper lot, and I was wrong. I called the farmers myself and "
    "said that the fault was mine.",
    result="We replaced the seed in nine days.",
)
OTHER = Story(
    id="other",
    title="The weather radar",
    action="We found the mistakes in the old radar data, recorded the dispute over its use in a "
    "table and put a new antenna on the hill.",
    result="Forecasts reach the pilots twenty minutes sooner.",
)
BANK = (QUARREL, ERROR, OTHER)


@pytest.fixture(scope="module", name="matcher")
def fixture_matcher() -> Matcher:
    return plain_matcher()


def first(matcher: Matcher, question: str) -> StoryMatch:
    return matcher.ask(question, BANK, "opm-2025").stories[0]


@pytest.mark.parametrize(
    ("question", "story"),
    [
        ("Tell us about a conflict between two of your managers.", "quarrel"),
        ("Which mistake of yours taught you most?", "error"),
        ("When did you get it badly wrong?", "error"),
    ],
)
def test_a_situation_is_found_in_a_story_that_never_names_it(
    matcher: Matcher, question: str, story: str
) -> None:
    assert first(matcher, question).story == story


def test_both_sides_of_a_situation_are_quoted_word_for_word(matcher: Matcher) -> None:
    question = "Tell us about a conflict between two of your managers."
    match = first(matcher, question)
    told = [r for r in match.reasons if r.note == "quarrel between people"]
    assert told
    for reason in told:
        assert reason.kind is ReasonKind.SYNONYM
        assert question[reason.asked_start : reason.asked_end] == reason.asked
        for place in reason.places:
            assert QUARREL.part(place.part)[place.start : place.end] == place.said
    assert match.score == pytest.approx(sum(r.points for r in match.reasons))


@pytest.mark.parametrize(
    "told",
    [
        "I had been wrong about the seed.",
        "I was wrong about the seed.",
        "We were wrong about the seed.",
    ],
)
def test_the_small_words_of_a_telling_phrase_may_take_any_form(matcher: Matcher, told: str) -> None:
    story = Story(id="s", title="Seed", action=told)
    asked = matcher.ask("Which mistake of yours taught you most?", (story,), "opm-2025")
    reasons = [r for match in asked.stories for r in match.reasons if r.note == "own mistake"]
    assert reasons
    assert all(told[r.start : r.end] == r.said for r in reasons)


def test_a_question_that_no_list_has_is_heard_by_how_it_is_worded(matcher: Matcher) -> None:
    question = "What is the worst news you ever had to carry upstairs?"
    bearer = Story(id="bearer", title="The bridge", action="I told her before she heard it.")
    found = matcher.ask(question, (*BANK, bearer), "opm-2025").stories
    assert found[0].story == "bearer"
    assert any(r.note == "bad news" for r in found[0].reasons)


def test_a_story_that_tells_most_of_another_situation_gives_less(matcher: Matcher) -> None:
    question = "Tell us about a conflict between two of your managers."
    aside = QUARREL.edit(
        action=f"{QUARREL.action} The hurricane took the power at midnight. We evacuated by dawn, "
        "ran a command post, briefed every shift, and the explosion and the outage were over "
        "within hours."
    )

    def worth(story: Story) -> float:
        match = matcher.ask(question, (story,), "opm-2025").stories[0]
        return sum(r.points for r in match.reasons if r.note == "quarrel between people")

    assert worth(aside) < worth(QUARREL)


def test_telling_a_situation_more_often_wins_nothing(matcher: Matcher) -> None:
    question = "Which mistake of yours taught you most?"
    again = ERROR.edit(action=f"{ERROR.action} {ERROR.action} {ERROR.action}")
    once = matcher.ask(question, (ERROR,), "opm-2025").stories[0].score
    assert matcher.ask(question, (again,), "opm-2025").stories[0].score <= once


def test_a_technical_requirement_asks_for_no_situation(matcher: Matcher) -> None:
    text = "Experience resolving a conflict between two managers."
    requirement = Requirement("tq1", RequirementKind.TQ, "TQ 1", text, 0, len(text))
    vacancy = Vacancy("v", text, framework="opm-2025", requirements=(requirement,))
    for match in matcher.match(vacancy, BANK).stories_for("tq1"):
        assert all(reason.note not in asking_book().by_label for reason in match.reasons)


def test_every_situation_can_be_asked_and_told_and_its_kin_are_concepts() -> None:
    assert asking_book().by_label.keys() == telling_book().by_label.keys()
    kin = {concept for situation in asking_book().by_label for concept in kin_of(situation)}
    assert kin
    assert all(map(concept_phrases, kin))
    assert not any(map(concept_phrases, asking_book().by_label))


def test_who_lets_somebody_go_tells_no_less_of_a_poor_worker(matcher: Matcher) -> None:
    worker = "My clerk missed every deadline."
    letters = " We sorted letters by street and by hour, and bought a second van for the hills."
    ending = (
        " I gave her every chance, with a coach, and nothing changed. It did not work; I proposed"
        " removal. I told her it was over, she resigned with dignity, and the team thanked me."
    )
    kept = Story(id="kept", title="The mail room", action=worker + letters)
    gone = Story(id="gone", title="The mail room", action=worker + ending)
    asked = "Tell us about an employee who was not performing."
    found = matcher.ask(asked, (kept, gone), "opm-2025").stories
    assert [match.story for match in found] == ["gone", "kept"]
