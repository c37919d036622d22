"""Practice: questions of the bank to answer aloud, shipped and one's own."""

from __future__ import annotations

from itertools import chain, zip_longest

from sesbank.domain.framework import KnownQuestion
from sesbank.domain.text import fold
from sesbank.errors import NotFoundError
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
    codes = {fold(e.code): e.code for e in chosen.ecqs} | {
        fold(e.name): e.code for e in chosen.ecqs
    }
    wanted = codes.get(fold(ecq), "")
    if ecq and not wanted:
        known = ", ".join(e.code for e in chosen.ecqs)
        raise NotFoundError(f"{chosen.id} has no ECQ {ecq!r}: it has {known}")
    sought = fold(words).split()
    return tuple(
        question
        for question in session.frameworks.questions
        if (probe := question.probe_in(chosen.id))
        and (not wanted or probe.ecq == wanted)
        and all(word in fold(question.text) for word in sought)
    )


def nth(session: Session, number: int, framework: str) -> str:
    """Return a question to practise with: the next number probes the next ECQ."""
    by_ecq: dict[str, list[str]] = {}
    for question in questions(session, framework=framework):
        probe = question.probe_in(framework)
        if probe is not None:
            by_ecq.setdefault(probe.ecq, []).append(question.text)
    spread = [
        [text for start in range(STRIDE) for text in texts[start::STRIDE]]
        for _, texts in sorted(by_ecq.items())
    ]
    rounds = [text for text in chain.from_iterable(zip_longest(*spread)) if text]
    return rounds[number % len(rounds)] if rounds else ""
