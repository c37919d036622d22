"""Practice: questions of the bank to answer aloud, shipped and one's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from sesbank.domain.framework import KnownQuestion
from sesbank.domain.question_kinds import QuestionKind
from sesbank.domain.text import fold
from sesbank.errors import NotFoundError
from sesbank.frameworks.other_questions import other_questions
from sesbank.session.opened import Session

STRIDE = 7
"""How far apart two questions of an ECQ stand: neighbours in the file are alike."""


def questions(
    session: Session, *, framework: str | None = None, ecq: str = "", words: str = ""
) -> tuple[KnownQuestion, ...]:
    """Return the questions that probe an ECQ (any, where none is named) and hold every word.

    One's own come first. Raises NotFoundError for an unknown framework or ECQ.
    """
    chosen = session.framework_named(framework) if framework else session.framework
    meant = chosen.ecq_named(ecq)
    if ecq and meant is None:
        known = ", ".join(e.code for e in chosen.ecqs)
        raise NotFoundError(f"{chosen.id} has no ECQ {ecq!r}: it has {known}")
    sought = fold(words).split()
    return tuple(
        question
        for question in session.frameworks.questions
        if (probe := question.probe_in(chosen.id))
        and (meant is None or probe.ecq == meant.code)
        and all(word in fold(question.text) for word in sought)
    )


def others(
    kind: QuestionKind | None = None, words: str = ""
) -> tuple[tuple[QuestionKind, str], ...]:
    """Return what panels ask beside their ECQs, with its kind, in the order panels ask it."""
    sought = fold(words).split()
    return tuple(
        (each, text)
        for each, texts in other_questions().items()
        if kind in (None, each)
        for text in texts
        if all(word in fold(text) for word in sought)
    )


def nth(session: Session, number: int, framework: str) -> str:
    """Return a question to practice with: the next number probes the next ECQ."""
    asked = rounds(questions(session, framework=framework), framework)
    return asked[number % len(asked)] if asked else ""


def rounds(chosen: Iterable[KnownQuestion], framework: str) -> list[str]:
    """Return questions in rounds, in each one of every ECQ.

    After every round comes one of another kind: who you are, why here, strengths, plans, what
    you would do, your turn at the end.
    """
    by_ecq: dict[str, list[str]] = {}
    for question in chosen:
        probe = question.probe_in(framework)
        if probe is not None:
            by_ecq.setdefault(probe.ecq, []).append(question.text)
    spread = [
        [text for start in range(STRIDE) for text in texts[start::STRIDE]]
        for _, texts in sorted(by_ecq.items())
    ]
    beside = _in_turn(list(other_questions().values()))
    turns = zip_longest(*spread)
    return [text for n, turn in enumerate(turns) for text in (*turn, *beside[n : n + 1]) if text]


def _in_turn(lists: Sequence[Sequence[str]]) -> list[str]:
    """Return the first of each list, then the second of each, and so on."""
    return [text for turn in zip_longest(*lists) for text in turn if text]
