"""Serving: how often one story may serve for a vacancy."""

from __future__ import annotations

from sesbank.domain.vacancy import Vacancy
from sesbank.session import vacancies
from sesbank.session.opened import Session

ONCE, TWICE = 1, 2
"""Each story once, as a panel wants them; and where the bank is too small for that."""


def allow(session: Session, vacancy: Vacancy, uses: int) -> Vacancy:
    """Let each story be proposed so often for a vacancy, and return it as saved; undo works.

    What is pinned and accepted stays as it is. Raises ChangedMeanwhileError.
    """
    return vacancies.changed(session, vacancy, vacancy.edit(uses=uses))
