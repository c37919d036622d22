"""Trash: what was removed, and the way back into the bank."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from sesbank.domain.story import Story
from sesbank.domain.text import counted
from sesbank.domain.trash import DAYS, Trashed
from sesbank.domain.vacancy import UNTITLED
from sesbank.session import Session, trash
from sesbank.tui.actions import bindings_at
from sesbank.tui.layout import Column, row
from sesbank.tui.plain import plain_line
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.views.moments import moment
from sesbank.tui.views.story import told_body
from sesbank.tui.views.vacancy import vacancy_body
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.pane import Pane
from sesbank.tui.widgets.rows import RowList

_DATE = 10
"""Cells for the day something was removed."""

_EMPTY = f"The trash is empty. What you remove stays here for {DAYS} days."


class TrashScreen(Dialog):
    """Removed stories and vacancies above, the one at hand to read below."""

    PLACES = ("trash",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("trash")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._now = session.now()

    def compose(self) -> ComposeResult:
        """Lay out the list over the text."""
        with Vertical(classes="box"):
            yield RowList(self._paint, lambda item: item.entry.id, empty=_EMPTY, id="removed")
            yield Pane(id="preview")
            yield KeyBar()

    def on_mount(self) -> None:
        """Start at what was removed last."""
        self.query_one(".box").border_title = Content(f"Trash: removed in the last {DAYS} days")
        self.rows.focus()

    @property
    def rows(self) -> RowList[Trashed]:
        """The list."""
        return self.query_one("#removed", RowList)

    def reload(self) -> None:
        """Show the trash as it now is."""
        self.rows.show(trash.listed(self.session))

    def _paint(self, item: Trashed, width: int) -> Content:
        return row(
            width,
            Column(plain_line(trash.kind_of(item), "$muted"), 7),
            Column(plain_line(item.entry.title or UNTITLED)),
            Column(plain_line(moment(item.removed)[:_DATE], "$muted"), _DATE),
            Column(plain_line(_left(item, self._now), "$muted"), 12, right=True),
        )

    @on(RowList.Moved)
    def _show(self) -> None:
        item, pane = self.rows.current, self.query_one(Pane)
        if item is None:
            pane.show(Content(""), Content(""))
        elif isinstance(item.entry, Story):
            pane.show(Content(""), told_body(item.entry))
        else:
            pane.show(Content(""), vacancy_body(item.entry, self.session.names, self.session.today))
        self.refresh_bars()

    @on(RowList.Chosen)
    async def _chosen(self) -> None:
        await self.action_act("trash.restore")

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id == "trash.restore" and self.rows.current is None:
            return "The trash is empty."
        return super().why_not(action_id)

    def do_trash_restore(self) -> None:
        """Put what is at hand back into the bank."""
        item = self.rows.current
        if item is not None:
            trash.restore_from(self.session, item.entry.id)
            title = item.entry.title or UNTITLED
            self.tell(f"Back in the bank: “{title}”. {self.undo_key} takes it back.")
            self.reload()


def _left(item: Trashed, now: datetime) -> str:
    try:
        gone = datetime.fromisoformat(item.removed) + timedelta(days=DAYS)
        days = max(ceil((gone - now) / timedelta(days=1)), 0)
    except (ValueError, TypeError, OverflowError):
        return ""
    return f"{counted(days, 'day')} left"
