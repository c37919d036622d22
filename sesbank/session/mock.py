"""The mock interview: five questions in 45 minutes, as panels hold it, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from sesbank.domain.interview import InterviewKind
from sesbank.domain.plain_questions import plainness
from sesbank.domain.rehearsal import Rehearsal
from sesbank.domain.tq_questions import question_of
from sesbank.domain.vacancy import Requirement, RequirementKind
from sesbank.frameworks.questions import shipped_questions
from sesbank.session import rehearsing, vacancies
from sesbank.session.opened import Session
from sesbank.session.preparing import at_hand, coming, next_interview
from sesbank.session.rehearsing import Due

QUESTIONS = 5
FROM_TQS = 2
"""Questions of them about the vacancy's technical qualifications, where it has so many."""

MINUTES = 45
"""As the QRB holds its interview: five set questions in 45 minutes."""


class Asked(NamedTuple):
    """A question of a mock interview with its answer."""

    due: Due
    answer: Rehearsal | None
    """None for one that was skipped."""
    title: str = ""
    """Of the story told."""


def framework_ahead(session: Session) -> str:
    """Return the id of the framework of the soonest interview's vacancy, else the one in use."""
    ahead = next(iter(coming(session)), None)
    return vacancies.framework_of(session, ahead.vacancy) if ahead else session.framework.id


def mock(session: Session, framework: str) -> tuple[Due, ...]:
    """Return the questions of a mock interview.

    Two are made of the technical qualifications of the vacancy at hand, where its panel asks
    about any; the others are plain questions, each of another ECQ. What was asked before comes
    later, qualifications and ECQs as well.
    Raises NotFoundError for an unknown framework.
    """
    of_tqs = _of_tqs(session)[:FROM_TQS]
    of_ecqs = _of_ecqs(session, framework)[: QUESTIONS - len(of_tqs)]
    turns = zip_longest(of_ecqs, of_tqs)
    return tuple(due for turn in turns for due in turn if due is not None)


def _of_tqs(session: Session) -> list[Due]:
    """Return a question of each technical qualification, what was asked least before others."""
    vacancy = at_hand(session)
    talk = next_interview(session, vacancy) if vacancy else None
    if vacancy is None or (talk is not None and talk.kind is InterviewKind.QRB):
        return []  # The board asks about ECQs alone.
    asked = sorted(vacancy.of_kind(RequirementKind.TQ), key=lambda r: not r.mandatory)
    found = [rehearsing.asked_of(session, question_of(tq), _named(tq)) for tq in asked]
    return sorted(found, key=_asked_before)


def _named(requirement: Requirement) -> str:
    return requirement.label or requirement.id


def _of_ecqs(session: Session, framework: str) -> list[Due]:
    """Return questions in rounds of the ECQs, the ECQ asked least before the others."""
    plain = plainness(question.text for question in session.frameworks.questions)
    shipped = {question.text for question in shipped_questions()}
    by_ecq: dict[str, list[Due]] = {e.code: [] for e in session.framework_named(framework).ecqs}
    for due in rehearsing.due(session, framework=framework):
        if due.ecq in by_ecq:
            by_ecq[due.ecq].append(due)
    for found in by_ecq.values():
        found.sort(key=lambda d: (_asked_before(d), d.question in shipped, plain(d.question)))
    turns = sorted(by_ecq.values(), key=lambda found: sum(len(due.grades) for due in found))
    return [due for turn in zip_longest(*turns) for due in turn if due is not None]


def _asked_before(due: Due) -> tuple[int, str]:
    """Sort what was never asked first, then what was asked seldom and long ago."""
    return len(due.grades), due.last.day if due.last else ""


def unanswered(asked: Sequence[Asked]) -> tuple[str, ...]:
    """Return the ECQs and technical qualifications that were asked about and have no answer.

    What asks about neither is left out.
    """
    about = [(each.due.ecq or each.due.label, each.answer) for each in asked]
    answered = {name for name, answer in about if answer}
    return tuple(dict.fromkeys(name for name, _ in about if name not in {"", *answered}))
