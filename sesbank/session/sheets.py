"""Sheets: the one page for the room, planned, made and written."""

from __future__ import annotations

from pathlib import Path

from sesbank import locations
from sesbank.domain.evidence import MatchReport
from sesbank.domain.interview import Interview
from sesbank.domain.sheet import Paper, SheetContent, SheetFile
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import NotFoundError
from sesbank.files import safe_name, write_new
from sesbank.session.opened import Session
from sesbank.session.vacancies import framework_of, match


def templates() -> tuple[str, ...]:
    """Return the names of the templates at hand, shipped and one's own."""
    return tuple(locations.data_files("templates", ".docx"))


def plan(session: Session, vacancy: Vacancy, report: MatchReport | None = None) -> SheetContent:
    """Return what is wished for on the page, before it is fitted."""
    from sesbank.sheet import compose

    framed = vacancy.edit(framework=framework_of(session, vacancy))
    return compose(
        framed,
        report or match(session, vacancy),
        session.bank.stories,
        keywords=session.matcher.keywords(framed),
        interview=_next_interview(vacancy),
    )


def make(
    session: Session,
    vacancy: Vacancy,
    *,
    report: MatchReport | None = None,
    template: str | None = None,
    paper: Paper | None = None,
) -> SheetFile:
    """Make the sheet: exactly one page, with everything that was cut listed.

    Raises NotFoundError for an unknown template, SheetError for a broken one.
    """
    from sesbank.sheet import make_sheet

    return make_sheet(
        plan(session, vacancy, report),
        _template(template or session.settings.template),
        paper=paper or session.settings.paper,
    )


def write(sheet: SheetFile, path: Path, *, overwrite: bool = False) -> Path:
    """Write a sheet and return the file; without `overwrite` an existing name gets "(2)".

    Raises InputError when the place cannot be written to.
    """
    return write_new(path, sheet.data, overwrite=overwrite)


def file_name(vacancy: Vacancy) -> str:
    """Return a fitting file name for a vacancy's sheet."""
    return safe_name(f"Prep sheet {vacancy.title or 'vacancy'}", ".docx")


def _template(name: str) -> Path:
    files = locations.data_files("templates", ".docx")
    if name not in files:
        raise NotFoundError(f"no template {name!r}: there are {', '.join(files)}")
    return files[name]


def _next_interview(vacancy: Vacancy) -> Interview | None:
    dated = sorted(vacancy.interviews, key=lambda interview: interview.when or "9999")
    return dated[0] if dated else None
