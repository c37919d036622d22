"""The mock interview: five questions in 45 minutes, as panels hold it, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sesbank.domain.rehearsal import Rehearsal
from sesbank.session import rehearsing, vacancies
from sesbank.session.opened import Session
from sesbank.session.preparing import coming
from sesbank.session.rehearsing import Due

QUESTIONS = 5
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
    """Return the questions of a mock interview: of each ECQ the one to take up first.

    Raises NotFoundError for an unknown framework.
    """
    asked = [due for due in rehearsing.due(session, framework=framework) if due.ecq]
    ecqs = [ecq.code for ecq in session.framework_named(framework).ecqs]
    firsts = [next((due for due in asked if due.ecq == code), None) for code in ecqs]
    chosen = [due for due in firsts if due is not None]
    rest = [due for due in asked if due not in chosen]
    return tuple([*chosen, *rest][:QUESTIONS])


def unanswered(asked: Sequence[Asked]) -> tuple[str, ...]:
    """Return the ECQs that were asked about and have no answer; what probes none is left out."""
    answered = {each.due.ecq for each in asked if each.answer}
    return tuple(dict.fromkeys(a.due.ecq for a in asked if a.due.ecq not in {"", *answered}))
