"""Counsel: how to answer what asks for no story, with what the person keeps for it already."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sesbank.domain.evidence import QuestionReading
from sesbank.domain.question_kinds import ADVICE, INSTEAD, KEPT, Keeping, QuestionKind
from sesbank.domain.text import fold
from sesbank.domain.vacancy import Vacancy
from sesbank.session import preparing, telling, vacancies
from sesbank.session.opened import Session


@dataclass(frozen=True, slots=True)
class Counsel:
    """How to answer one kind of question."""

    kind: QuestionKind
    told_by: tuple[str, ...]
    """The words of the question that tell the kind, verbatim."""
    advice: str
    kept: tuple[str, ...] = ()
    """What the person keeps with the vacancy for it: the opening line, or questions to ask."""
    vacancy: str = ""
    """Id of the vacancy it is kept with, or could be; empty where none is known."""

    setback: str = ""
    """For a weakness the title of a story that tells of a setback, or of feedback."""

    @property
    def instead(self) -> str:
        """What to do where no story's words answer it."""
        return INSTEAD.get(self.kind, "")

    @property
    def to_keep(self) -> Keeping | None:
        """Where a vacancy could keep an answer to this kind, while none is kept."""
        return None if self.kept else KEPT.get(self.kind)


def counsel(session: Session, reading: QuestionReading, panel: str = "") -> tuple[Counsel, ...]:
    """Return how to answer each kind of question asked that is more than a story, in order.

    What is kept for it comes from the panel's vacancy; without a panel from the one whose
    interview is next, or the only one kept.
    """
    kinds = dict.fromkeys(p.kind for p in reading.parts if p.kind is not QuestionKind.STORY)
    return tuple(_counsel(session, reading, kind, panel) for kind in kinds)


def _counsel(session: Session, reading: QuestionReading, kind: QuestionKind, panel: str) -> Counsel:
    told = [p.told_by for p in reading.parts if p.kind is kind and p.told_by]
    said = tuple(dict.fromkeys(reading.question[start:end] for start, end in told))
    about = Counsel(kind, said, ADVICE[kind])
    if kind is QuestionKind.STRENGTHS:
        return replace(about, setback=_setback(reading))
    vacancy = _at_hand(session, panel) if kind in KEPT else None
    if vacancy is None:
        return about
    return replace(about, kept=_kept(vacancy, kind), vacancy=vacancy.id)


def _setback(reading: QuestionReading) -> str:
    """Return the title of the first story that tells of a setback, empty where none does."""
    from sesbank.matching.own_word import MARKED
    from sesbank.matching.situations import SETBACKS

    return next(
        (
            match.title
            for match in reading.stories
            if any(r.note in SETBACKS or r.said.startswith(MARKED) for r in match.reasons)
        ),
        "",
    )


def _kept(vacancy: Vacancy, kind: QuestionKind) -> tuple[str, ...]:
    if kind is QuestionKind.INTRODUCTION:
        return (vacancy.opening,) if vacancy.opening else ()
    return vacancy.questions


def _at_hand(session: Session, panel: str) -> Vacancy | None:
    kept = vacancies.listed(session)
    if panel:
        named = (v for v in kept if fold(panel) in map(fold, telling.panels_of(v)))
        return next(named, None)
    today = session.today.isoformat()
    talks = [(talk.when, v) for v in kept if (talk := preparing.next_interview(session, v))]
    ahead = [pair for pair in talks if pair[0][:10] >= today]
    if ahead:
        return min(ahead, key=lambda pair: pair[0])[1]
    return kept[0] if len(kept) == 1 else None
