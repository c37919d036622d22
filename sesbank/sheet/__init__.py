"""The prep sheet: what goes on it, fitted to one page, as a Word file.

Word's libraries are loaded only when a sheet is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sesbank.domain.evidence import MatchReport
from sesbank.domain.interview import Interview
from sesbank.domain.sheet import Paper, SheetContent, SheetFile
from sesbank.domain.story import Story
from sesbank.domain.vacancy import Vacancy

__all__ = ["compose", "make_sheet"]


def compose(
    vacancy: Vacancy,
    report: MatchReport,
    stories: Mapping[str, Story],
    *,
    keywords: Mapping[str, tuple[str, ...]],
    interview: Interview | None = None,
) -> SheetContent:
    """Return everything wished for on the sheet of a vacancy, in posting order.

    The accepted slate (`vacancy.chosen`) wins over pins, and pins over the report's slate.
    `keywords` are the words to weave in by requirement id. `stories` are looked up by id.
    """
    from sesbank.sheet.composing import compose as _compose

    return _compose(vacancy, report, stories, keywords=keywords, interview=interview)


def make_sheet(content: SheetContent, template: Path, *, paper: Paper = Paper.LETTER) -> SheetFile:
    """Return the finished sheet: exactly one page, with everything that was cut listed.

    Raises SheetError, with the place, for a template that cannot be used.
    """
    from sesbank.sheet.making import make

    return make(content, template, paper)
