"""Preparing: the interview, the opening line, questions and facts kept with a vacancy."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sesbank.domain import preparation
from sesbank.domain.ids import new_id
from sesbank.domain.interview import Interview
from sesbank.domain.moments import read_moment
from sesbank.domain.preparation import Preparation
from sesbank.domain.text import shorten
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import InputError, NotFoundError
from sesbank.session import vacancies
from sesbank.session.opened import Session


class Coming(NamedTuple):
    """An interview ahead."""

    vacancy: Vacancy
    day: date


def coming(session: Session) -> tuple[Coming, ...]:
    """Return the interviews ahead of all vacancies that have a day, the soonest first."""
    found = []
    for vacancy in vacancies.listed(session):
        for talk in vacancy.interviews:
            try:
                found.append(Coming(vacancy, date.fromisoformat(talk.when[:10])))
            except ValueError:
                continue  # It has no day yet, or another hand wrote it.
    ahead = [each for each in found if each.day >= session.today]
    return tuple(sorted(ahead, key=lambda each: each.day))


def at_hand(session: Session) -> Vacancy | None:
    """Return the vacancy of the soonest interview; without one the only one being prepared."""
    return next((each.vacancy for each in coming(session)), None) or _only_one(session)


def without_doubt(session: Session) -> Vacancy | None:
    """Return the only vacancy with an interview to come, or where none has one `at_hand`'s.

    None where several have one: which is meant only the person knows.
    """
    ahead = {each.vacancy.id: each.vacancy for each in coming(session)}
    if len(ahead) > 1:
        return None
    return next(iter(ahead.values()), None) or _only_one(session)


def _only_one(session: Session) -> Vacancy | None:
    """Return the one vacancy for which something is decided; else the one there is.

    One whose interviews are all past is no longer prepared.
    """
    there = [
        vacancy
        for vacancy in vacancies.listed(session)
        if not vacancy.interviews or not all(is_past(session, i) for i in vacancy.interviews)
    ]
    decided = [v for v in there if v.pins or v.chosen or v.sheets or v.interviews]
    found = decided or there
    return found[0] if len(found) == 1 else None


def moment(text: str) -> str:
    """Return a day and time as it is kept; raises InputError that says how to write it."""
    try:
        return read_moment(text)
    except ValueError as error:
        raise InputError(str(error)) from None


def prepared(
    session: Session, vacancy: Vacancy, changes: Preparation, which: str | None = None
) -> Vacancy:
    """Return a vacancy with changes, without keeping it: for one sheet.

    `which` is the id of the interview, empty for a new one; without it the next one is meant.
    """
    taken = {interview.id: interview for interview in vacancy.interviews}
    return preparation.prepared(
        vacancy,
        changes,
        day=session.today.isoformat(),
        new_id=new_id("i", session.now(), taken),
        which=which,
    )


def prepare(
    session: Session, vacancy: Vacancy, changes: Preparation, which: str | None = None
) -> Vacancy:
    """Keep changes to what a vacancy holds for its interview, and return it as saved."""
    return vacancies.keep(session, prepared(session, vacancy, changes, which))


def take_away(session: Session, vacancy: Vacancy, words: str, which: str | None = None) -> Vacancy:
    """Keep no longer the panel member, question or fact that these words are in.

    Raises NotFoundError where none or several hold them.
    """
    if which is None:
        talk = next_interview(session, vacancy)
        which = talk.id if talk else ""
    try:
        return vacancies.keep(session, preparation.without_line(vacancy, which, words))
    except ValueError as error:
        raise NotFoundError(f"{shorten(words, 60)!r}: {error}") from None


def interviews(vacancy: Vacancy) -> tuple[Interview, ...]:
    """Return the interviews of a vacancy by their time, past ones too."""
    return preparation.interviews_in_order(vacancy)


def is_past(session: Session, interview: Interview) -> bool:
    """Return whether the day of an interview is over; one without a day is still to come."""
    return bool(interview.when) and interview.when[:10] < session.today.isoformat()


def numbered(vacancy: Vacancy, number: int) -> Interview:
    """Return an interview by its place in that order, from 1. Raises NotFoundError."""
    there = interviews(vacancy)
    if not 1 <= number <= len(there):
        raise NotFoundError(
            f"there is no interview {number}: `sesbank interviews` counts {len(there)} of this one"
        )
    return there[number - 1]


def remove(session: Session, vacancy: Vacancy, which: str) -> Vacancy:
    """Take an interview away, by id, and return the vacancy as saved; undo brings it back."""
    return vacancies.keep(session, preparation.without_interview(vacancy, which))


def next_interview(session: Session, vacancy: Vacancy) -> Interview | None:
    """Return the interview to prepare for, None where none is known."""
    return preparation.next_interview(vacancy, session.today.isoformat())
