"""Preparing: the interview, the opening line, questions, facts and cues kept with a vacancy."""

from __future__ import annotations

from sesbank.domain import preparation
from sesbank.domain.ids import new_id
from sesbank.domain.interview import Interview
from sesbank.domain.preparation import Preparation
from sesbank.domain.story import PARTS
from sesbank.domain.text import clean_line, word_count
from sesbank.domain.vacancy import Cue, Vacancy
from sesbank.errors import InputError, NotFoundError
from sesbank.session import vacancies
from sesbank.session.opened import Session

MOST_WORDS = 12
"""Words of a cue: more are not read at a glance."""


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
        day=session.now().date().isoformat(),
        new_id=new_id("i", session.now(), taken),
    )


def prepare(session: Session, vacancy: Vacancy, changes: Preparation) -> Vacancy:
    """Keep changes to what a vacancy holds for its interview, and return it as saved."""
    return vacancies.keep(session, prepared(session, vacancy, changes))


def next_interview(session: Session, vacancy: Vacancy) -> Interview | None:
    """Return the interview to prepare for, None where none is known."""
    return preparation.next_interview(vacancy, session.now().date().isoformat())


def reword(
    session: Session, vacancy: Vacancy, requirement: str, wording: dict[str, str | None]
) -> Vacancy:
    """Keep cues of the story that answers a requirement, by part.

    An empty text leaves the part off the sheet, None takes the proposed cue again.
    Raises InputError for more than twelve words, NotFoundError where no story answers.
    """
    from sesbank.session import sheets

    story = sheets.answering(session, vacancy, requirement)
    if not story:
        raise NotFoundError(f"no story answers {requirement!r} yet: there is no cue to word")
    reworded = vacancy
    for part, text in wording.items():
        cue = Cue(requirement, story, part, _short(part, text or ""))
        reworded = preparation.with_cue(reworded, cue, proposed=text is None)
    return vacancies.keep(session, reworded)


def _short(part: str, text: str) -> str:
    if part not in PARTS:
        raise InputError(f"there is no part {part!r}: {', '.join(PARTS)}")
    line = clean_line(text)
    count = max(word_count(line), len(line.split()))
    if count > MOST_WORDS:
        raise InputError(f"the cue for {part} has {count} words: {MOST_WORDS} at most")
    return line
