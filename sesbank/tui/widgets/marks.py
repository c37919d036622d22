"""MarkList: a list whose rows can be marked, one by one, in a stretch, or all of them."""

from __future__ import annotations

from typing import TypeVar

from textual import events
from textual.content import Content

from sesbank.tui.widgets.drawn import Facts
from sesbank.tui.widgets.rows import RowList

Row = TypeVar("Row")

SIGN = "✓"
"""Stands before a marked row."""

_SIGNS = {True: Content(f"{SIGN} ").stylize("bold $warning"), False: Content("  ")}
"""Two cells each, marked or not: a first mark that moved every row had the whole list sent."""


class MarkList(RowList[Row]):
    """Rows with marks, which stay on what they were put on whatever the list shows."""

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        self._marked: dict[str, None] = {}
        self._last = ""

    @property
    def marked(self) -> tuple[str, ...]:
        """The keys of what is marked, in the order of marking."""
        return tuple(self._marked)

    def unmark(self) -> None:
        """Take every mark away."""
        self._last = ""
        self._take({})

    def keep_only(self, keys: object) -> None:
        """Drop the marks of what is no longer there."""
        gone = [key for key in self._marked if key not in keys]  # type: ignore[operator]
        for key in gone:
            del self._marked[key]

    def toggle(self) -> None:
        """Mark the row at hand or take its mark away, and go on to the next."""
        if self.current is not None:
            self._toggle(self._key(self.current))
            self.action_move(1)

    def _toggle(self, key: str) -> None:
        self._last = key
        self._turn([key])

    def mark_to_here(self) -> None:
        """Mark every row from the one marked last to the one at hand."""
        first = self._place_of(self._last, self.cursor)
        low, high = sorted((first, self.cursor))
        keys = [self._key(row) for row in self.rows[low : high + 1]]
        self._take({**self._marked, **dict.fromkeys(keys)})

    def mark_all(self) -> None:
        """Mark every row shown."""
        self._take({**self._marked, **dict.fromkeys(map(self._key, self.rows))})

    def invert(self) -> None:
        """Mark the rows shown that are not marked, and only those."""
        self._turn([self._key(row) for row in self.rows])

    def _turn(self, keys: list[str]) -> None:
        marked = dict(self._marked)
        for key in keys:
            if key in marked:
                del marked[key]
            else:
                marked[key] = None
        self._take(marked)

    def _take(self, marked: dict[str, None]) -> None:
        self._marked = marked
        self.redraw()
        self.tell(self.Moved(self))

    def facts_of(self, row: Row) -> Facts:
        """Return from what a row is drawn: its mark as well."""
        return self._key(row) in self._marked, *super().facts_of(row)

    def draw_row(self, index: int, width: int) -> Content:
        """Draw a row with its mark."""
        sign = _SIGNS[self._key(self.rows[index]) in self._marked]
        return sign + super().draw_row(index, width - sign.cell_length)

    def on_click(self, event: events.Click) -> None:
        """Mark with Ctrl and a click, a whole stretch with Shift and a click.

        What any list does with a click follows, without being called: Textual sees to that.
        """
        index = self.line_at(event)
        if not 0 <= index < len(self.rows):
            return
        if event.ctrl:
            self._toggle(self._key(self.rows[index]))  # One stays: the next is clicked on as well.
        elif event.shift:
            if not self._marked and self.current is not None:
                self._last = self._key(self.current)  # As in any list, from where one is.
            self.cursor = index
            self.mark_to_here()
