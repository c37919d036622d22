"""Cues: the lines of the sheet reworded, remembered with the story for its vacancy."""

from __future__ import annotations

from collections.abc import Mapping

from sesbank.domain import preparation
from sesbank.domain.sheet import SheetRow
from sesbank.domain.story import PARTS
from sesbank.domain.text import clean_line, glance_count
from sesbank.domain.vacancy import Cue, Vacancy
from sesbank.errors import InputError, NotFoundError
from sesbank.session import sheets, vacancies
from sesbank.session.opened import Session

MOST_WORDS = 12
"""Words of a cue: more are not read at a glance."""


def reword(
    session: Session, vacancy: Vacancy, requirement: str, wording: Mapping[str, str | None]
) -> Vacancy:
    """Keep cues of the story that answers a requirement, by part.

    An empty text leaves the part off the sheet, None takes the proposed cue again.
    Raises InputError for more than twelve words, NotFoundError where no story answers.
    """
    story = sheets.answering(session, vacancy, requirement)
    if not story:
        raise NotFoundError(f"no story answers {requirement!r} yet: there is no cue to word")
    reworded = vacancy
    for part, text in wording.items():
        cue = Cue(requirement, story, part, _short(part, text or ""))
        reworded = preparation.with_cue(reworded, cue, proposed=text is None)
    return vacancies.keep(session, reworded)


def standing(
    session: Session, vacancy: Vacancy, requirement: str, story: str
) -> dict[str, str] | None:
    """Return the cues of a requirement as they stand on the sheet, by part.

    None where another story answers it by now, or none, or it is no longer asked.
    """
    if not story or sheets.answering(session, vacancy, requirement) != story:
        return None
    rows = sheets.plan(session, vacancy).rows
    row = next((each for each in rows if each.requirement == requirement and each.title), None)
    return None if row is None else said(row)


def said(row: SheetRow) -> dict[str, str]:
    """Return the cues of a row of the sheet, by part; one that is left off is empty."""
    return dict.fromkeys(PARTS, "") | {cue.part: cue.text for cue in row.cues}


def _short(part: str, text: str) -> str:
    if part not in PARTS:
        raise InputError(f"there is no part {part!r}: {', '.join(PARTS)}")
    line = clean_line(text)
    count = glance_count(line)
    if count > MOST_WORDS:
        raise InputError(f"the cue for {part} has {count} words: {MOST_WORDS} at most")
    return line
