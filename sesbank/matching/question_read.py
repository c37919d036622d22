"""A panel question as it is read: its parts, what stories can answer in it, and what probes."""

from __future__ import annotations

from typing import NamedTuple

from sesbank.domain.evidence import QuestionPart
from sesbank.matching.asked_text import AskedText, read_asked
from sesbank.matching.question_kinds import (
    for_stories,
    probing_text,
    weaknesses,
    with_kinds,
    with_probing,
)
from sesbank.matching.question_parts import question_parts
from sesbank.matching.recognition import Recogniser


class QuestionRead(NamedTuple):
    """A question, read. Offsets are those of the question in all of it."""

    parts: tuple[QuestionPart, ...]
    told: AskedText
    """What stories can answer."""
    probing: AskedText
    """What may probe an ECQ."""


def read_question(question: str, recogniser: Recogniser) -> QuestionRead:
    """Read a cleaned question; of most questions all of it probes and all of it is told."""
    parts = with_kinds(question, question_parts(question))
    probing = probing_text(question, parts, lambda text: recogniser.names(read_asked(text)))
    answered = for_stories(question, parts)
    heard, unsaid = with_probing(answered, probing)
    told = read_asked(heard)
    for span in (*weaknesses(question, parts), *unsaid):
        told = told.without_words(*span)
    return QuestionRead(
        parts, told, told if probing == told.text == question else read_asked(probing)
    )
