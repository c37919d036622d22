"""Searches: those kept by name, to use again, rename, put in order or drop."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from sesbank.errors import InputError
from sesbank.session import Session, searches
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

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._dropped: list[tuple[str, str, int]] = []
        """Name, line and place, counted from 1, of what was dropped here."""

    def compose(self) -> ComposeResult:
        """Lay out the names over the keys."""
        with Vertical(classes="box fitted"):
            yield RowList(_paint, lambda kept: kept[0], empty=_NONE, id="searches")
            yield KeyBar(lines=2)

    def on_mount(self) -> None:
        """Start in the list."""
        self.query_one(".box").border_title = Content("Searches kept")
        self.rows.focus()

    @property
    def rows(self) -> RowList[Kept]:
        """The names."""
        return self.query_one("#searches", RowList)

    def reload(self) -> None:
        """Show the searches kept."""
        self._show()

    def _show(self, *, at: str = "") -> None:
        self.rows.show(tuple(searches.saved(self.session).items()), at=at)

    @on(RowList.Chosen)
    async def _chosen(self) -> None:
        await self.action_act("searches.use")

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id == "searches.back":
            return "" if self._dropped else "No search was dropped here."
        if action_id.startswith("searches.") and self.rows.current is None:
            return "No search is kept yet."
        if action_id == "searches.up" and self.rows.cursor == 0:
            return "This search stands first."
        if action_id == "searches.down" and self.rows.cursor == len(self.rows.rows) - 1:
            return "This search stands last."
        return super().why_not(action_id)

    def do_searches_use(self) -> None:
        """Search for it in the bank."""
        if self.rows.current is not None:
            self.dismiss(self.rows.current[1])

    def do_searches_rename(self) -> None:
        """Give it another name."""
        from sesbank.tui.screens.one_line import OneLine

        if self.rows.current is None:
            return
        name, _ = self.rows.current

        def answered(line: str | None) -> None:
            if line is not None and line.strip():
                kept = searches.rename(self.session, name, line)
                self.tell(f"Renamed: the search “{name}” is “{kept}” now")
                self._show(at=kept)

        question = f"Which name should the search “{name}” have?"
        fits = partial(searches.other_name, self.session, name)
        dialog = OneLine(
            self.session, question, "a few words", name, title="Rename a search", fits=fits
        )
        self.app.push_screen(dialog, self.guarded(answered))

    def do_searches_up(self) -> None:
        """Put it before the one above."""
        self._place(-1)

    def do_searches_down(self) -> None:
        """Put it behind the one below."""
        self._place(1)

    def _place(self, step: int) -> None:
        if self.rows.current is not None:
            name, _ = self.rows.current
            searches.place(self.session, name, self.rows.cursor + 1 + step)
            self._show(at=name)

    def do_searches_drop(self) -> None:
        """Keep it no longer."""
        if self.rows.current is not None:
            name, line = self.rows.current
            searches.drop(self.session, name)
            self._dropped.append((name, line, self.rows.cursor + 1))
            back = self.key_of("searches.back")
            self.tell(f"Dropped: the search “{name}” (“{line}”). {back} brings it back.")
            self.reload()

    def do_searches_back(self) -> None:
        """Keep it again, where it stood."""
        name, line, place = self._dropped[-1]
        if name in searches.saved(self.session):
            raise InputError(f"another search is called “{name}” now: rename it first")
        searches.save(self.session, name, line)
        searches.place(self.session, name, place)
        self._dropped.pop()
        self.tell(f"Kept again: the search “{name}”")
        self._show(at=name)


def _paint(kept: Kept, width: int) -> Content:
    name, line = kept
    return row(width, Column(plain_line(name), min(30, width // 2)), Column(plain_line(line)))
