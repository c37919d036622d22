"""Preparing: the interview, the opening line, questions and facts kept with a vacancy."""

from __future__ import annotations

from sesbank.domain import preparation
from sesbank.domain.ids import new_id
from sesbank.domain.interview import Interview
from sesbank.domain.preparation import Preparation
from sesbank.domain.text import clean_line
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import InputError
from sesbank.session import vacancies
from sesbank.session.opened import Session


def moment(text: str) -> str:
    """Return a day and time as it is kept; raises InputError that says how to write it."""
    try:
        return preparation.moment(text)
    except ValueError:
        raise InputError(
            f"{clean_line(text)!r} is no day and time: write 2026-11-20 10:00 or 2026-11-20"
        ) from None


def prepared(session: Session, vacancy: Vacancy, changes: Preparation) -> Vacancy:
    """Return a vacancy with changes, without keeping it: for one sheet."""
    taken = {interview.id: interview for interview in vacancy.interviews}
    return preparation.prepared(
        vacancy,
        changes,
        day=session.today.isoformat(),
        new_id=new_id("i", session.now(), taken),
    )


def prepare(session: Session, vacancy: Vacancy, changes: Preparation) -> Vacancy:
    """Keep changes to what a vacancy holds for its interview, and return it as saved."""
    return vacancies.keep(session, prepared(session, vacancy, changes))


def next_interview(session: Session, vacancy: Vacancy) -> Interview | None:
    """Return the interview to prepare for, None where none is known."""
    return preparation.next_interview(vacancy, session.today.isoformat())
