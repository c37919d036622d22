"""Sheets: the one page for the room, planned, made and written."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from sesbank import locations
from sesbank.domain.evidence import MatchReport
from sesbank.domain.interview import InterviewKind
from sesbank.domain.page_size import Paper
from sesbank.domain.papers import kind_of_template
from sesbank.domain.sheet import Block, SheetContent, SheetFile
from sesbank.domain.text import clean_line
from sesbank.domain.vacancy import SheetMade, Vacancy
from sesbank.errors import NotFoundError, NotSavedError
from sesbank.files import safe_name
from sesbank.session import preparing
from sesbank.session.opened import Session
from sesbank.session.vacancies import changed, framework_of, match
from sesbank.settings import Settings

QRB_TEMPLATE = "prep-sheet-qrb"
"""Used for a Qualifications Review Board where no template was chosen."""


def templates() -> tuple[str, ...]:
    """Return the names of the templates for a sheet, shipped and one's own."""
    names = locations.data_files("templates", ".docx")
    return tuple(name for name in names if kind_of_template(name) is None)


def template_for(session: Session, vacancy: Vacancy) -> str:
    """Return the template a vacancy's sheet is made with unless another is chosen."""
    interview = preparing.next_interview(session, vacancy)
    usual = session.settings.template
    board = interview is not None and interview.kind is InterviewKind.QRB
    return QRB_TEMPLATE if board and usual == Settings().template else usual


def plan(session: Session, vacancy: Vacancy, report: MatchReport | None = None) -> SheetContent:
    """Return what is wished for on the page, before it is fitted."""
    from sesbank.sheet import compose

    framed = vacancy.edit(framework=framework_of(session, vacancy))
    return compose(
        framed,
        report or match(session, vacancy),
        session.bank.stories,
        keywords=session.matcher.keywords(framed),
        interview=preparing.next_interview(session, vacancy),
    )


def answering(
    session: Session, vacancy: Vacancy, requirement: str, report: MatchReport | None = None
) -> str:
    """Return the id of the story that answers a requirement on the sheet, empty for a gap."""
    from sesbank.sheet import chosen_story

    found = report or match(session, vacancy)
    return chosen_story(vacancy, found, session.bank.stories, requirement)


def make(
    session: Session,
    vacancy: Vacancy,
    *,
    report: MatchReport | None = None,
    template: str | None = None,
    paper: Paper | None = None,
    without: Collection[Block] = (),
) -> SheetFile:
    """Make the sheet: exactly one page, with everything that was cut listed.

    Template and paper are those of the settings unless chosen; blocks in `without` are left away.
    Raises NotFoundError for an unknown template, SheetError for a broken one.
    """
    from sesbank.sheet import make_sheet

    return make_sheet(
        plan(session, vacancy, report).without(without),
        template_path(template or template_for(session, vacancy)),
        paper=paper or session.settings.paper,
    )


def left_away(vacancy: Vacancy) -> tuple[Block, ...]:
    """Return the blocks that the vacancy's latest sheet was written without."""
    latest = vacancy.sheets[-1].without if vacancy.sheets else ()
    return tuple(block for block in Block if block in latest)


def record(
    session: Session, vacancy_id: str, written: Path, *, without: Collection[Block] = ()
) -> str:
    """Remember with a kept vacancy that a sheet of it was written, and without which blocks.

    Returns in a line why it could not be remembered, else empty: the file is there all the same.
    A vacancy that is not kept remembers nothing.
    """
    from sesbank.matching import RULES

    kept = session.bank.vacancies.get(vacancy_id)
    if kept is None:
        return ""
    away = tuple(block.value for block in Block if block in without)
    made = SheetMade(clean_line(written.name), session.today.isoformat(), RULES, away)
    others = tuple(sheet for sheet in kept.sheets if sheet.file != made.file)
    try:
        changed(session, kept, kept.edit(sheets=(*others, made)))
    except NotSavedError as error:
        return f"“{written.name}” is written, but the vacancy does not list it: {error}"
    return ""


def file_name(vacancy: Vacancy) -> str:
    """Return a fitting file name for a vacancy's sheet."""
    return safe_name(f"Prep sheet {vacancy.title or 'vacancy'}", ".docx")


def template_path(name: str) -> Path:
    """Return the file of a template by its name; raises NotFoundError that names all."""
    files = locations.data_files("templates", ".docx")
    if name not in files:
        raise NotFoundError(f"no template {name!r}: there are {', '.join(files)}")
    return files[name]
