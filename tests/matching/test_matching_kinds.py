"""What kind of answer a question asks for: a story, or something else."""

from __future__ import annotations

import pytest
from matching_bank import plain_matcher

from sesbank.domain.evidence import QuestionReading
from sesbank.domain.question_kinds import ADVICE, ECQ_ASKED, KIND_NAMES, QuestionKind
from sesbank.domain.story import Story
from sesbank.matching import Matcher

OTHERS = {
    "Tell us about yourself.": QuestionKind.INTRODUCTION,
    "To begin, walk us through your career.": QuestionKind.INTRODUCTION,
    "Why do you want this job?": QuestionKind.MOTIVATION,
    "What makes you the best candidate for this position?": QuestionKind.MOTIVATION,
    "Why should we choose you?": QuestionKind.MOTIVATION,
    "How would your staff describe you?": QuestionKind.STRENGTHS,
    "What is your biggest weakness?": QuestionKind.STRENGTHS,
    "What would you take on in your first ninety days here?": QuestionKind.PRIORITIES,
    "What questions do you have for us?": QuestionKind.CLOSING,
    "Is there anything else you would like to add?": QuestionKind.CLOSING,
}
SITUATIONS = (
    "How would you implement the President's management agenda?",
    "What would you do if you found out that a grantee had misused funds?",
    "Suppose your best manager resigns tomorrow. What do you do?",
    "The inspector general calls you on a Sunday night. What do you do first?",
)
STORIES = (
    "Tell us about a time you hired the best candidate for a hard position.",
    "What questions did Congress ask about your program, and how did you answer?",
    "Describe the greatest weakness of an office you took over, and what you did about it.",
    "Why did you want to change how the office worked?",
    "Tell us about a failure. What would you do differently now?",
    "Would you tell us about a budget you had to cut?",
    "What did you do in your first ninety days in that office?",
    "How did you introduce yourself to a staff that had lost trust?",
    "Give us an example of a priority you dropped, and who would say you were wrong.",
    "Have you ever questioned an order?",
)


@pytest.fixture(scope="module", name="matcher")
def fixture_matcher() -> Matcher:
    return plain_matcher()


def ask(matcher: Matcher, question: str) -> QuestionReading:
    return matcher.ask(question, (), "opm-2025")


@pytest.mark.parametrize(("question", "kind"), OTHERS.items())
def test_a_question_of_another_kind_is_known_by_its_words_and_claims_no_ecq(
    matcher: Matcher, question: str, kind: QuestionKind
) -> None:
    reading = ask(matcher, question)
    (part,) = reading.parts
    assert part.kind is kind
    assert part.told_by is not None
    assert question[slice(*part.told_by)].strip()
    assert part.start <= part.told_by[0] < part.told_by[1] <= part.end
    assert reading.ecqs == ()
    assert reading.competencies == ()


@pytest.mark.parametrize("question", SITUATIONS)
def test_what_one_would_do_is_a_situation(matcher: Matcher, question: str) -> None:
    assert ask(matcher, question).parts[-1].kind is QuestionKind.SITUATION


@pytest.mark.parametrize("question", STORIES)
def test_what_happened_asks_for_a_story_whatever_words_it_shares(
    matcher: Matcher, question: str
) -> None:
    assert {part.kind for part in ask(matcher, question).parts} == {QuestionKind.STORY}


def test_only_the_part_that_asks_for_a_story_probes_an_ecq(matcher: Matcher) -> None:
    story = "Then describe a time you cut waste."
    both = ask(matcher, f"Why do you want this job? {story}")
    assert [part.kind for part in both.parts] == [QuestionKind.MOTIVATION, QuestionKind.STORY]
    alone = ask(matcher, story)
    assert [g.code for g in both.ecqs] == [g.code for g in alone.ecqs]
    for guess in both.ecqs:
        assert all(cue in story for cue in guess.cues)


def test_a_competency_named_beyond_the_words_of_the_kind_is_still_probed(matcher: Matcher) -> None:
    assert ask(matcher, "Why public service?").ecqs[0].code == "RL"
    assert ask(matcher, "What is your vision for this office?").ecqs[0].code == "AR"


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Why public service?", "public service"),
        ("Why public service, and why still?", "public service"),
        ("What is your vision for this office?", "vision"),
    ],
)
def test_a_story_for_what_another_kind_probes_quotes_the_words_that_name_it(
    matcher: Matcher, question: str, named: str
) -> None:
    story = Story(
        id="call",
        title="Staying on",
        action="I turned down a firm because I am committed to public service and civic duty, and "
        "wrote the strategic vision and the five-year plan of the bureau, looking far ahead.",
    )
    reading = matcher.ask(question, (story,), "opm-2025")
    assert [match.story for match in reading.stories] == ["call"]
    for reason in reading.stories[0].reasons:
        assert named in reason.asked
        assert question[reason.asked_start : reason.asked_end] == reason.asked


def test_a_typed_apostrophe_and_a_line_break_change_no_kind(matcher: Matcher) -> None:
    curly = ask(matcher, "What’s your\nelevator pitch?")
    assert curly.parts[0].kind is QuestionKind.INTRODUCTION


def test_a_word_asked_for_its_meaning_names_its_ecq(matcher: Matcher) -> None:
    assert ask(matcher, "What does merit mean to you when you hire?").ecqs[0].code == "MC"


def test_a_delegation_of_visitors_is_no_delegating(matcher: Matcher) -> None:
    visited = ask(matcher, "How have you dealt with your state's congressional delegation?")
    assert visited.ecqs[0].code == "RL"
    assert ask(matcher, "How do you handle delegation?").ecqs[0].code == "LP"


def test_every_kind_has_a_name_and_all_but_a_story_advice() -> None:
    assert set(KIND_NAMES) == set(ADVICE) == set(QuestionKind)
    assert {kind for kind, advice in ADVICE.items() if not advice} == {QuestionKind.STORY}
    assert QuestionKind.STORY in ECQ_ASKED
