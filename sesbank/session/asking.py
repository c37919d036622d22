"""Ask: what a panel question probes, and the story to tell."""

from __future__ import annotations

from collections.abc import Mapping

from sesbank.domain.evidence import QuestionReading
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.errors import InputError
from sesbank.session.opened import Session

LONGEST_QUESTION = 20_000
"""Characters; longer texts are postings, not questions."""


CARD_SENTENCES = {"challenge": 1, "context": 1, "action": 3, "result": 2}
"""How many sentences of a part stand on the card of a story."""

AS_TYPED = 0.01
"""Seconds of reading stories closely that fit into an answer while a question is typed."""


def ask(
    session: Session,
    question: str,
    *,
    framework: str | None = None,
    limit: int = 10,
    seconds: float | None = None,
) -> QuestionReading:
    """Read a panel question and rank the stories on offer for it.

    With `seconds` at most that long is spent on reading stories closely. The answer is settled
    then or not; what was put off is read by `read_on`, and asking again gives a better answer.

    Raises InputError for an empty or far too long question, NotFoundError for an unknown
    framework.
    """
    if not question.strip():
        raise InputError("the question is empty: type or paste what the panel asked")
    if len(question) > LONGEST_QUESTION:
        raise InputError(
            f"the question has {len(question):,} characters: give one question, "
            "or read a posting with `sesbank read`",
        )
    chosen = session.framework_named(framework) if framework else session.framework
    return session.matcher.ask(
        question, session.bank.offered, chosen.id, limit=limit, seconds=seconds
    )


def read_on(session: Session) -> bool:
    """Read for a moment the stories that the last answer put off; return whether any are left."""
    return session.matcher.read_on(AS_TYPED)


def woven(session: Session, reading: QuestionReading, story: Story) -> tuple[tuple[str, bool], ...]:
    """Return each key word of a question with whether the story says it already, in any form."""
    said = " \n".join([story.title, *(story.part(name) for name in TOLD_PARTS)])
    return tuple((word, session.matcher.says(said, word)) for word in reading.keywords)


def card_cues(story: Story) -> Mapping[str, tuple[str, ...]]:
    """Return by part what stands on the card of a story, picked as the cues of a sheet are."""
    from sesbank.sheet.cues import carrying

    return {part: carrying(story, part, most) for part, most in CARD_SENTENCES.items()}
