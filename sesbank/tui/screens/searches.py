"""Searches: those kept by name, to use again or to drop."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from sesbank.session import searches
from sesbank.tui.actions import bindings_at
from sesbank.tui.layout import Column, row
from sesbank.tui.plain import plain_line
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.rows import RowList

Kept = tuple[str, str]
"""The name and the line of a search."""

_NONE = "No search is kept yet.\nType one with / and keep it with ^s."


class SearchesDialog(Dialog):
    """Gives back the line of the search chosen, or None."""

    PLACES = ("searches",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("searches")

    def compose(self) -> ComposeResult:
        """Lay out the names over the keys."""
        with Vertical(classes="box fitted"):
            yield RowList(_paint, lambda kept: kept[0], empty=_NONE, id="searches")
            yield KeyBar()

    def on_mount(self) -> None:
        """Start in the list."""
        self.query_one(".box").border_title = Content("Saved searches")
        self.rows.focus()

    @property
    def rows(self) -> RowList[Kept]:
        """The names."""
        return self.query_one("#searches", RowList)

    def reload(self) -> None:
        """Show the searches kept."""
        self.rows.show(tuple(searches.saved(self.session).items()))

    @on(RowList.Chosen)
    async def _chosen(self) -> None:
        await self.action_act("searches.use")

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id in ("searches.use", "searches.drop") and self.rows.current is None:
            return "No search is kept yet."
        return super().why_not(action_id)

    def do_searches_use(self) -> None:
        """Search for it in the bank."""
        if self.rows.current is not None:
            self.dismiss(self.rows.current[1])

    def do_searches_drop(self) -> None:
        """Keep it no longer."""
        if self.rows.current is not None:
            name, line = self.rows.current
            searches.drop(self.session, name)
            self.tell(f"Dropped: the search “{name}” ({line})")
            self.reload()


def _paint(kept: Kept, width: int) -> Content:
    name, line = kept
    return row(width, Column(plain_line(name), min(30, width // 2)), Column(plain_line(line)))
