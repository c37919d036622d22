"""What is to be rehearsed: its row in the list, and how it went so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from textual.content import Content

from sesbank.domain.story import Story
from sesbank.session.preparing import Coming
from sesbank.session.rehearsing import Due, Rehearsed, when_due
from sesbank.tui.layout import Column, row
from sesbank.tui.plain import joined, named, plain_line, together
from sesbank.tui.views.grades import FEW, grades, last_line
from sesbank.tui.views.story import heading

_SHOWN_GRADES = 8
_SHOWN_PAST = 12
_KIND = 6
_NEVER = "none"
"""Stands where grades would, for what was never graded."""
_WIDE = 90
"""Cells from which a row says to which day it is rehearsed, and when it was told last."""


class Beside(NamedTuple):
    """What a list has to say of any of its rows where there is room; what it has not takes none."""

    towards: bool = False
    """The days to an interview."""
    told: bool = False
    """When it was told last."""


def beside_in(found: Iterable[Due]) -> Beside:
    """Return what there is to say beside the rows of a list."""
    towards = told = False
    for due in found:
        towards, told = towards or bool(due.towards), told or bool(due.last)
    return Beside(towards, told)


def due_row(due: Due, story: Story | None, today: date, width: int, beside: Beside) -> Content:
    """Return the row of a question or a story: what it is, when it is due, how it went."""
    kind = Content(("story" if due.story else due.ecq).ljust(_KIND)).stylize("$secondary")
    said = plain_line(story.title if story else due.question)
    when = Column(_when(due, today), 7, right=True)
    went = Column(grades(due.grades) if due.grades else Content(_NEVER).stylize("$muted"), FEW)
    if width < _WIDE:
        return row(width, Column(together(kind, said)), when, went)
    columns = [Column(together(kind, said)), when]
    if beside.towards:
        ahead = f"→ {(due.towards.day - today).days} d" if due.towards else ""
        columns.append(Column(Content(ahead).stylize("$muted"), 7))
    columns.append(went)
    if beside.told:
        last = f"{due.last.day} {due.last.went.value}" if due.last else ""
        columns.append(Column(named(last, "$muted"), 17))
    return row(width, *columns)


def _when(due: Due, today: date) -> Content:
    if due.day is None:
        return Content("new").stylize("$primary")
    if when_due(due, today) == 0:
        return Content("due").stylize("bold $warning")
    return Content(f"in {(due.day - today).days} d").stylize("$muted")


def list_note(found: Iterable[Due], today: date) -> Content:
    """Return how many are due, new and to wait for: "3 due · 40 new · 2 later"."""
    counts = [0, 0, 0]
    for due in found:
        counts[when_due(due, today)] += 1
    names = zip(counts, ("due", "new", "later"), strict=True)
    return Content(" · ".join(f"{count} {name}" for count, name in names if count))


def ahead_line(ahead: Coming | None, today: date) -> Content:
    """Return the interview that all is planned towards."""
    if ahead is None:
        return Content("no interview ahead")
    days = (ahead.day - today).days
    until = "today" if days == 0 else f"in {days} d"
    return together(plain_line(ahead.vacancy.named), Content(f" {until}"))


def due_body(due: Due, story: Story | None, past: Sequence[Rehearsed], today: date) -> Content:
    """Return what is known of a question or a story before it is rehearsed."""
    if story is not None:
        asked = joined([heading("Story"), plain_line(story.title, "bold")])
        asked = joined([asked, plain_line(due.question, "$muted")])
    else:
        asked = joined([heading("Question", due.ecq), plain_line(due.question, "bold")])
    blocks = [asked, joined([heading("When"), _planned(due, today)])]
    if due.towards:
        day = Content(f" · {due.towards.day.isoformat()}").stylize("$muted")
        blocks.append(joined([heading("For"), together(ahead_line(due.towards, today), day)]))
    if past:
        head = together(heading("Rehearsed"), Content("  "), grades(due.grades, _SHOWN_GRADES))
        lines = [_past(each, by_itself=bool(due.story)) for each in past[:_SHOWN_PAST]]
        blocks.append(joined([head, *lines]))
    return joined(blocks, "\n\n")


def _planned(due: Due, today: date) -> Content:
    if due.day is None:
        return Content("never rehearsed yet")
    if due.day == date.min:
        return Content("due").stylize("bold $warning")
    if due.day < today:
        return Content(f"due since {due.day.isoformat()}").stylize("bold $warning")
    said = "due today" if due.day == today else f"due again on {due.day.isoformat()}"
    return Content(said)


def _past(each: Rehearsed, *, by_itself: bool) -> Content:
    about = each.rehearsal.question if by_itself else each.story.title
    return joined([last_line(each.rehearsal), together(Content("  "), plain_line(about, "$muted"))])
