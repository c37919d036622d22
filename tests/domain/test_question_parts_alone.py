"""A part of a question, shown by itself: a sentence as the panel would say it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.evidence import QuestionPart


def alone(question: str, text: str) -> str:
    start = question.index(text)
    return QuestionPart(text, start, start + len(text)).alone(question)


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        ("What was your part, and what came of it?", "What was your part", "What was your part?"),
        ("What was your part, and what came of it?", "what came of it?", "What came of it?"),
        ("Describe the people you led and what they did.", "what they did.", "What they did."),
        ("Tell us what you did, and how you knew", "how you knew", "How you knew."),
        ("Name a risk, and how did you weigh it", "how did you weigh it", "How did you weigh it?"),
        (
            "Describe a conflict, and did it end well?",
            "Describe a conflict",
            "Describe a conflict.",
        ),
        ("In which office was it, and when?", "In which office was it", "In which office was it?"),
        ("Tell us of the 3 a.m. call; was it you?", "was it you?", "Was it you?"),
        ("Say one thing!", "Say one thing!", "Say one thing!"),
    ],
)
def test_a_part_stands_alone_as_a_sentence(question, text, said):
    assert alone(question, text) == said


@given(st.text(min_size=1), st.text())
def test_a_part_loses_no_word_when_it_stands_alone(text, rest):
    said = QuestionPart(text, 0, len(text)).alone(text + rest)
    assert said[len(text[:1].upper()) :].startswith(text[1:])
    assert len(said) <= len(text[:1].upper()) + len(text)
