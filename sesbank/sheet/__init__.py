"""The prep sheet: what goes on it, fitted to one page, as a Word file.

Word's libraries are loaded only when a sheet is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sesbank.domain.evidence import MatchReport
from sesbank.domain.interview import Interview
from sesbank.domain.page_size import Paper
from sesbank.domain.papers import PaperFile, PaperKind
from sesbank.domain.sheet import SheetContent, SheetFile
from sesbank.domain.story import Story
from sesbank.domain.vacancy import Requirement, Vacancy

if TYPE_CHECKING:
    from sesbank.sheet.paper_making import PaperContent

__all__ = ["chosen_story", "compose", "make_paper", "make_sheet", "requirement_name"]


def compose(
    vacancy: Vacancy,
    report: MatchReport,
    stories: Mapping[str, Story],
    *,
    keywords: Mapping[str, tuple[str, ...]],
    interview: Interview | None = None,
) -> SheetContent:
    """Return everything wished for on the sheet of a vacancy, in posting order.

    A pin wins over the accepted slate (`vacancy.chosen`), and that over the report's slate.
    `keywords` are the words to weave in by requirement id. `stories` are looked up by id.
    """
    from sesbank.sheet.composing import compose as _compose

    return _compose(vacancy, report, stories, keywords=keywords, interview=interview)


def chosen_story(
    vacancy: Vacancy, report: MatchReport, stories: Mapping[str, Story], requirement: str
) -> str:
    """Return the id of the story that answers a requirement, empty for a gap."""
    from sesbank.sheet.composing import chosen_story as _chosen

    return _chosen(vacancy, report, stories, requirement)


def make_sheet(content: SheetContent, template: Path, *, paper: Paper = Paper.LETTER) -> SheetFile:
    """Return the finished sheet: exactly one page, with everything that was cut listed.

    Raises SheetError, with the place, for a template that cannot be used.
    """
    from sesbank.sheet.making import make

    return make(content, template, paper)


def make_paper(
    content: PaperContent, template: Path, *, paper: Paper = Paper.LETTER, kind: PaperKind
) -> PaperFile:
    """Return another finished paper, its pages counted and kept to its limit where it has one.

    Raises SheetError, with the place, for a template that cannot be used.
    """
    from sesbank.sheet.paper_making import make

    return make(content, template, paper, kind)


def requirement_name(requirement: Requirement) -> tuple[str, str]:
    """Return a requirement's label and its content in a few words, as papers print them."""
    from sesbank.sheet.short_names import label_beside, short_name

    name = short_name(requirement)
    return label_beside(requirement, name), name
