"""Interview form: what a vacancy holds for its interview as texts in fields, and read from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sesbank.domain.interview import Interview, InterviewKind
from sesbank.domain.preparation import Preparation, facts_from_lines, facts_to_lines
from sesbank.domain.text import clean_line, quoted, whole_number
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import InputError
from sesbank.session import preparing
from sesbank.session.opened import Session


def values_of(vacancy: Vacancy, interview: Interview) -> dict[str, str]:
    """Return what a vacancy holds for an interview, by the names of the fields."""
    return {
        "kind": interview.kind.value,
        "when": interview.when.replace("T", " "),
        "zone": interview.zone,
        "minutes": str(interview.minutes or ""),
        "place": interview.place,
        "opening": vacancy.opening,
        "panel": "\n".join(interview.panel),
        "questions": "\n".join(vacancy.questions),
        "facts": facts_to_lines(vacancy.notes),
    }


def of_id(vacancy: Vacancy, which: str) -> Interview:
    """Return an interview by its id; without one, or for one that is gone, a blank one."""
    return next((talk for talk in vacancy.interviews if talk.id == which), Interview(""))


def save(session: Session, vacancy: Vacancy, typed: Mapping[str, str], which: str) -> Vacancy:
    """Keep what was changed in the fields, and return the vacancy as saved.

    `which` is the id of the interview, empty for one that is still to be kept. Raises InputError
    for what cannot be read as it is typed.
    """
    changes = Preparation(**{_KEPT_AS.get(n, n): _READ[n](text) for n, text in typed.items()})
    past = preparing.is_past(session, of_id(vacancy, which))
    if past and (changes.when or "") >= session.today.isoformat():
        raise InputError("this interview is past: turn to “another one” on top for the next")
    known = which if vacancy.interviews else None
    return preparing.prepare(session, vacancy, changes, known)


def _several(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(clean_line, text.splitlines())))


def _minutes(text: str) -> int:
    line = clean_line(text)
    number = whole_number(line or "0", 24 * 60)
    if number is None:
        raise InputError(f"{quoted(line)} is no number of minutes from 0 to 1440")
    return number


def _kind(text: str) -> InterviewKind:
    kinds = {kind.value: kind for kind in InterviewKind}
    if clean_line(text) not in kinds:
        raise InputError(f"{quoted(clean_line(text))} is no kind of interview: {', '.join(kinds)}")
    return kinds[clean_line(text)]


_READ: dict[str, Callable[[str], Any]] = {
    "kind": _kind,
    "when": preparing.moment,
    "zone": clean_line,
    "minutes": _minutes,
    "place": clean_line,
    "panel": _several,
    "opening": clean_line,
    "questions": _several,
    "facts": facts_from_lines,
}
_KEPT_AS = {"facts": "notes"}
