"""RowList: a list that draws only the rows in sight, so ten thousand cost what ten do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style

from sesbank.tui.actions import move_bindings
from sesbank.tui.layout import fit, wrapped
from sesbank.tui.plain import plain
from sesbank.tui.widgets.drawn import Drawn, Facts, Looks
from sesbank.tui.widgets.lines import Lines

Row = TypeVar("Row")

Paint = Callable[[Row, int], Content]
"""Draws a row in a number of cells."""

DrawnFrom = Callable[[Row], Facts]
"""Says from what a row is drawn."""

_TWICE = 0.6
"""Seconds within which two clicks on a row are one double click."""

MARK = "▌"
"""Stands before the row at hand while the list has the focus."""

MARK_BLURRED = "▏"
"""Stands there while it has not."""

_MARKS = {mark: Content(mark).stylize("$primary") for mark in (MARK, MARK_BLURRED, " ")}


class RowList(Lines, Generic[Row], can_focus=True, inherit_bindings=False):
    """Rows of one line each, moved through with arrows, letters or the mouse."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--empty"}
    DEFAULT_CSS = """
    RowList {
        background: $surface;
        color: $foreground;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
    }
    RowList > .rows--cursor { background: $cursor-blurred-background; }
    RowList:focus > .rows--cursor {
        background: $cursor-background; color: $cursor; text-style: bold;
    }
    RowList > .rows--empty { color: $muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = move_bindings("list")

    cursor: reactive[int] = reactive(0, repaint=False)
    """The index of the row at hand."""

    class Moved(Message):
        """Another row is at hand, or the rows are others."""

        def __init__(self, rows: RowList[Any]) -> None:
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> RowList[Any]:
            """The list it happened in."""
            return self.rows

    class Chosen(Moved):
        """The row at hand was opened with Enter or a double click."""

    def __init__(
        self,
        paint: Paint[Row],
        key: Callable[[Row], str],
        *,
        drawn_from: DrawnFrom[Row] | None = None,
        empty: str = "",
        one_click: bool = False,
        id: str | None = None,  # noqa: A002 - as Textual calls it
        classes: str | None = None,
    ) -> None:
        """`drawn_from` spares rows that look as before, wherever they stood, from being drawn."""
        super().__init__(id=id, classes=classes)
        self._paint = paint
        self._key = key
        self._drawn_from = drawn_from
        self._rows: Sequence[Row] = ()
        self._one_click = one_click
        self._clicked = (-1, 0.0)
        """The row clicked on last, and when."""
        self._drawn = Drawn()
        self._drawn_in: tuple[object, ...] = ()
        self.empty = empty
        """What to say when there are no rows."""

    @property
    def rows(self) -> Sequence[Row]:
        """The rows shown."""
        return self._rows

    @property
    def current(self) -> Row | None:
        """The row at hand, or None in an empty list."""
        return self._rows[self.cursor] if 0 <= self.cursor < len(self._rows) else None

    @property
    def in_sight(self) -> list[tuple[int, int]]:
        """The rows that can be seen: index, and line of the screen."""
        first, top = self.scroll_offset.y, self.content_region.y
        last = min(first + self.size.height, len(self._rows))
        return [(index, top + index - first) for index in range(first, last)]

    def show(self, rows: Sequence[Row], *, at: str = "", first: bool = False) -> None:
        """Show other rows, staying on the row with the same key where it is still there.

        `at` names the key to go to instead; `first` goes to the top.
        """
        wanted = at or ("" if first or self.current is None else self._key(self.current))
        self._rows = rows
        self._take_room(len(rows))
        if not self.size and self.is_attached:
            # Laid out with its bar from the start: Textual would do it anew, and draw it all again.
            self.show_vertical_scrollbar = len(rows) > self.app.size.height
        before, self._drawn = self._drawn, Drawn()
        self.cursor = self._place_of(wanted, 0 if first else self.cursor)
        self._keep_in_sight()
        if self.size.height and not self._in_sight:
            # With many rows more than before there is room to scroll only once it is laid out.
            self.call_after_refresh(self._keep_in_sight)
        self._refresh_what_differs(before)
        self.tell(self.Moved(self))

    @property
    def row_width(self) -> int:
        """Cells a row has, beside the scroll bar where there is one."""
        return self.size.width - self.scrollbar_size_vertical

    def _take_room(self, lines: int) -> None:
        """Say how many rows there are; only a bar that comes or goes has all laid out anew."""
        room = Size(0, lines)
        if not self.size or self.styles.is_auto_height:
            self.virtual_size = room
        elif room != self.virtual_size:
            self.set_reactive(RowList.virtual_size, room)
            self._scroll_update(room)

    def redraw(self) -> None:
        """Draw the rows anew: what they say has changed."""
        self._drawn = Drawn()
        self.refresh()

    def facts_of(self, row: Row) -> Facts:
        """Return from what a row is drawn, nothing where that is not known."""
        return self._drawn_from(row) if self._drawn_from is not None else ()

    def _refresh_what_differs(self, before: Drawn) -> None:
        """Have the lines drawn that say something else: with each letter typed few may do."""
        if not (before.lines and self.size):
            self.refresh()
            return
        for y in range(self.size.height):
            looks = self._looks_of(y + self.scroll_offset.y)
            known = self._drawn_from is not None and looks[0] < len(self._rows)
            now = self._as_before(looks, before) if known else self._line(looks)
            if now is None or before.lines.get(looks) != now:
                self.refresh_line(looks[0])

    def _as_before(self, looks: Looks, before: Drawn) -> Strip | None:
        """Return the line of a row that looks as before, and keep it."""
        row = self._rows[looks[0]]
        line = before.line_of(self._key(row), self.facts_of(row), looks)
        if line is not None:
            self._keep(looks, line)
        return line

    def _keep(self, looks: Looks, line: Strip) -> Strip:
        self._drawn.lines[looks] = line
        if self._drawn_from is not None and looks[0] < len(self._rows):
            row = self._rows[looks[0]]
            self._drawn.note(self._key(row), looks[0], self.facts_of(row))
        return line

    def _line(self, looks: Looks) -> Strip:
        known = self._drawn.lines.get(looks)
        return self._keep(looks, self._draw(*looks)) if known is None else known

    def _looks_of(self, index: int) -> Looks:
        mark = (MARK if self.has_focus else MARK_BLURRED) if index == self.cursor else " "
        return index, self.row_width, mark

    def _place_of(self, key: str, otherwise: int) -> int:
        if key:
            for place, row in enumerate(self._rows):
                if self._key(row) == key:
                    return place
        return max(min(otherwise, len(self._rows) - 1), 0)

    def tell(self, message: Moved) -> None:
        """Tell the screen, which alone listens, without going through what lies between."""
        (self.screen if self.is_attached else self).post_message(message)

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw both rows anew and tell what is at hand."""
        self.refresh_line(old)
        self.refresh_line(new)
        self._keep_in_sight()
        self.tell(self.Moved(self))

    @property
    def _in_sight(self) -> bool:
        first = self.scroll_offset.y
        return first <= self.cursor < first + self.size.height

    def _keep_in_sight(self) -> None:
        if self.size.height:
            self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, x_axis=False)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the list."""
        return self._line(self._looks_of(y + self.scroll_offset.y))

    def _draw(self, index: int, width: int, mark: str) -> Strip:
        if not self._rows:
            return self._empty_line(index, width)
        if index >= len(self._rows):
            return Strip.blank(width, self.visual_style.rich_style)
        content = _MARKS[mark] + self.draw_row(index, width - 2)
        at_hand = index == self.cursor
        style = self.get_visual_style("rows--cursor") if at_hand else self.visual_style
        return self._strip(fit(content, width), style, width)

    def draw_row(self, index: int, width: int) -> Content:
        """Return what a row says in a number of cells."""
        return self._paint(self._rows[index], width)

    def _strip(self, content: Content, style: Style, width: int) -> Strip:
        strip = self.line_of(content, style)
        return strip.adjust_cell_length(width, self.visual_style.rich_style)

    def _empty_line(self, y: int, width: int) -> Strip:
        lines = [self.empty[a:b] for a, b in wrapped(self.empty, max(width - 3, 1))]
        text = lines[y - 1] if 1 <= y <= len(lines) else ""
        return self._strip(plain(f"  {text}"), self.get_visual_style("rows--empty"), width)

    def action_move(self, step: int) -> None:
        """Go some rows down, or up for a negative step."""
        self.cursor = max(min(self.cursor + step, len(self._rows) - 1), 0)

    def action_page(self, step: int) -> None:
        """Go a screen's height down or up."""
        self.action_move(step * max(self.size.height - 1, 1))

    def action_edge(self, edge: int) -> None:
        """Go to the first row (0) or the last (-1)."""
        self.cursor = 0 if edge == 0 else max(len(self._rows) - 1, 0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Enter to the screen, which says why not, where there is no row to open."""
        if action == "choose" and self.current is None:
            return False
        return super().check_action(action, parameters)

    def action_choose(self) -> None:
        """Open the row at hand."""
        if self.current is not None:
            self.tell(self.Chosen(self))

    def on_click(self, event: events.Click) -> None:
        """Go to the row clicked on; a double click opens it, or one where the rows are answers."""
        index = self.line_at(event)
        if 0 <= index < len(self._rows):
            self.cursor = index
            before, self._clicked = self._clicked, (index, event.time)
            # The first of two clicks may have been for a dialog that stood in front of this list.
            twice = before[0] == index and event.time - before[1] <= _TWICE
            if event.chain == 1 if self._one_click else event.chain == 2 and twice:
                self.tell(self.Chosen(self))

    def on_resize(self) -> None:
        """Draw anew for the new width, with the row at hand in sight."""
        if self._drawn.has_other_width(self.row_width):
            self.redraw()
        self._keep_in_sight()

    def notify_style_update(self) -> None:
        """Draw anew when colours change; Textual tells of many updates that change nothing."""
        super().notify_style_update()
        colors = (self.visual_style, self.app.theme_variables)
        if colors != self._drawn_in:
            self._drawn_in = colors
            self._drawn = Drawn()
