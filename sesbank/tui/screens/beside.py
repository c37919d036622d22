"""Beside: two frameworks side by side, a row for each ECQ and competency."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from sesbank.domain.framework import Framework
from sesbank.session import Session
from sesbank.tui.plain import NOTHING, joined, plain_line
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.views.mapping import Place
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.rows import RowList

SIDES = ("map", "map-other")
"""The ids of the two lists: the person's framework, and another one."""

_BESIDE = 2
"""Cells of a list that its rows have not: the mark before them, and the space behind it."""

Row = TypeVar("Row", bound=Place)


class BesideDialog(Dialog, Generic[Row]):
    """The lists, which of them is at hand, and what the row at hand means."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        ids = session.frameworks.ids
        first = session.framework.id
        self._shown = [first, next((each for each in ids if each != first), first)]
        self._side = 0

    def compose(self) -> ComposeResult:
        """Lay out the two lists over the meaning of the row at hand."""
        with Vertical(classes="box large", id="map-box"):
            with Horizontal(classes="panes"):
                yield RowList(self.paint, _code, id=SIDES[0], classes="first")
                yield RowList(self.paint, _code, id=SIDES[1], classes="second")
            yield Static(NOTHING, id="map-meaning")
            yield KeyBar(lines=2)

    def paint(self, row: Row, width: int) -> Content:
        """Draw a row."""
        raise NotImplementedError

    def meaning(self, row: Row) -> list[Content]:
        """Return the lines about a row."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Start in the person's own framework."""
        self.rows.focus()

    @property
    def rows(self) -> RowList[Row]:
        """The list at hand."""
        return self.query_one(f"#{SIDES[self._side]}", RowList)

    @property
    def framework(self) -> Framework:
        """The framework at hand."""
        return self.session.framework_named(self._shown[self._side])

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The list with the focus is the one at hand."""
        if event.widget.id in SIDES:
            self._side = SIDES.index(event.widget.id)
            self.set_class(self._side == 1, "-detail")
            self._show_meaning()

    @on(RowList.Moved)
    def _show_meaning(self) -> None:
        here = self.rows.current
        if here is not None:
            said = [*self._name_cut(here), *self.meaning(here)]
            self.query_one("#map-meaning", Static).update(joined(said))
        self.refresh_bars()

    def on_resize(self) -> None:
        """With other columns other names are cut."""
        self.call_after_refresh(self._show_meaning)

    def _name_cut(self, row: Row) -> list[Content]:
        """Return the name of a row that has no room for it; few columns have none for it here."""
        room = self.rows.size.width - _BESIDE
        if room <= 0 or not self.has_class("-wide"):
            return []
        is_whole = row.name in self.paint(row, room).plain
        return [] if is_whole else [plain_line(row.name, "bold")]

    def turn(self) -> bool:
        """Go to the list beside; where there are more than two frameworks, show the next there.

        Return whether another framework is shown now.
        """
        ids = self.session.frameworks.ids
        others = [each for each in ids if each != self._shown[0]]
        if self._side == 1 and len(others) > 1:
            self._shown[1] = others[(others.index(self._shown[1]) + 1) % len(others)]
            self.reload()
            return True
        self.query_one(f"#{SIDES[1 - self._side]}", RowList).focus()
        return False


def _code(row: Place) -> str:
    return row.code
