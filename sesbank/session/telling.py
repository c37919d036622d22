"""Telling: which story was told to which panel, so that no panel hears one twice."""

from __future__ import annotations

from collections.abc import Iterable

from sesbank.domain.bank import Change
from sesbank.domain.evidence import QuestionReading
from sesbank.domain.interview import InterviewKind
from sesbank.domain.story import Story, Telling
from sesbank.domain.text import clean_line, fold, shorten
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import InputError, NotFoundError
from sesbank.session import preparing, stories
from sesbank.session.opened import Session
from sesbank.session.references import resolve
from sesbank.session.vacancies import listed

LONGEST_NAME = 120
"""Characters of a panel's name."""

LONGEST_KEPT = 500
"""Characters kept of the question a story answered."""


def panels(session: Session) -> tuple[str, ...]:
    """Return the panels to choose from: of the vacancies kept, then those told before, then today.

    The newest comes first.
    """
    named = [name for vacancy in listed(session) for name in panels_of(vacancy)]
    tellings = [t for story in session.bank.stories.values() for t in story.told]
    named += [t.panel for t in sorted(tellings, key=lambda t: t.day, reverse=True)]
    return _each_once([*named, todays_panel(session)])


def panel_named(session: Session, reference: str) -> str:
    """Return the panel a person means: of a kept vacancy by its id, or the name as it is given.

    Raises InputError for an empty name.
    """
    name = shorten(clean_line(reference), LONGEST_NAME)
    if not name:
        raise InputError("the panel has no name: say whom you speak to, or give a vacancy's id")
    known = next((panel for panel in panels(session) if fold(panel) == fold(name)), "")
    if known:
        return known
    try:
        return panels_of(resolve(session.bank.vacancies, name, "vacancy"))[0]
    except NotFoundError:
        return name


def todays_panel(session: Session) -> str:
    """Return the name of a panel that has no other."""
    return f"Panel of {session.today.isoformat()}"


def panel_ahead(session: Session) -> str:
    """Return the panel that is meant where none is named; empty where that is in doubt.

    That of the only vacancy with an interview to come, else of the only one being prepared.
    """
    vacancy = preparing.without_doubt(session)
    if vacancy is None:
        return ""
    talk = preparing.next_interview(session, vacancy)
    board = talk is not None and talk.kind is InterviewKind.QRB
    return panels_of(vacancy)[-1 if board else 0]


def told_to(story: Story, panel: str) -> Telling | None:
    """Return the last time a story was told to a panel, or None."""
    here = [t for t in story.told if panel and fold(t.panel) == fold(panel)]
    return max(here, key=lambda t: t.day, default=None)


def already_told(session: Session, reading: QuestionReading, panel: str) -> dict[str, Telling]:
    """Return which of the stories offered for a question the panel has heard, by story id."""
    known = session.bank.stories
    heard = {m.story: told_to(known[m.story], panel) for m in reading.stories}
    return {story: telling for story, telling in heard.items() if telling is not None}


def log(session: Session, story_id: str, panel: str, question: str = "") -> Story:
    """Note that a story was told to a panel today, and return it as saved; undo takes it back.

    The same story told twice to one panel on one day for the same question is noted once.
    Raises NotFoundError for an unknown story, InputError for a panel without a name.
    """
    present = stories.by_id(session, story_id)
    asked = shorten(clean_line(question), LONGEST_KEPT)
    telling = Telling(panel_named(session, panel), session.today.isoformat(), asked)
    if telling in present.told:
        return present
    saved = present.edit(told=(*present.told, telling), rev=present.rev + 1)
    title = shorten(present.title, 40)
    session.act(f"note “{title}” as told to {shorten(telling.panel, 40)}", [Change(present, saved)])
    return saved


def panels_of(vacancy: Vacancy) -> list[str]:
    """Return the names of a vacancy's panels; the QRB is another one, by its kind."""
    name = ", ".join(filter(None, (clean_line(vacancy.title), clean_line(vacancy.agency))))
    name = shorten(name or vacancy.id, LONGEST_NAME)
    board = any(talk.kind is InterviewKind.QRB for talk in vacancy.interviews)
    return [name, *([shorten(f"QRB, {name}", LONGEST_NAME)] if board else [])]


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for name in filter(None, names):
        kept.setdefault(fold(name), name)
    return tuple(kept.values())
