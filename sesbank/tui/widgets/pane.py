"""Pane: a framed text to read, scrolled with the same keys as a list."""

from __future__ import annotations

from itertools import zip_longest
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip

from sesbank.tui.actions import move_bindings
from sesbank.tui.layout import hung, lines_of
from sesbank.tui.plain import NOTHING, joined
from sesbank.tui.widgets.lines import Lines

_CORNERS = 6
"""Cells of a frame that its title cannot have: corner, line and space at either end."""


class Pane(Lines, can_focus=True, inherit_bindings=False):
    """A text under a title. Wrapped once for its width; only the lines in sight are drawn."""

    DEFAULT_CSS = """
    Pane {
        background: $surface; color: $foreground; padding: 0 0 0 1;
        overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = move_bindings("pane")

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - as Textual calls it
        classes: str | None = None,
        label: int = 0,
        whole_title: bool = False,
    ) -> None:
        """`label` is how many cells the labels of its lines take, where they have any.

        `whole_title` has a title that the frame would cut stand over the text instead.
        """
        super().__init__(id=id, classes=classes)
        self._label = label
        self._whole_title = whole_title
        self._title: Content = NOTHING
        self._note: Content = NOTHING
        # There are none, and to look for them takes a tenth of showing a text.
        self.set_reactive(Pane.auto_links, False)
        self.body: Content = NOTHING
        """What is shown."""
        self._lines: list[Strip] = []
        self._wrapped_for = 0
        """The width the lines are wrapped for."""

    def show(
        self, title: Content, body: Content, *, note: Content = NOTHING, stay: bool = False
    ) -> None:
        """Show another text from its top, with a note in the frame below; or `stay` in place."""
        self._title, self._note, self.body = title, note, body
        before, width = self._lines, self.scrollable_content_region.width
        self._wrap()
        if not stay and self.scroll_offset.y:
            self.scroll_home(animate=False)
        elif width == self.scrollable_content_region.width:
            self._refresh_what_differs(before)
        else:
            self.refresh()

    def _entitle(self) -> None:
        title = NOTHING if self._titles_text else self._title
        if title.plain and not self.styles.border_left[0]:
            # Textual sets a title off from its line only where there is a corner.
            title = title.pad(1, 1)
        self.entitle(title, self._note)

    @property
    def _titles_text(self) -> bool:
        """Whether the title stands over the text, because the frame has no room for all of it."""
        room = self.outer_size.width - _CORNERS
        return self._whole_title and 0 < room < self._title.cell_length

    def _wrap(self) -> None:
        self._make_lines()
        self._take_room()

    def _make_lines(self) -> None:
        self._entitle()
        self._wrapped_for = width = self.scrollable_content_region.width
        self._lines = []
        if width > 0 and self.body.plain:
            text = joined([self._title, self.body]) if self._titles_text else self.body
            body = hung(text, width, self._label)
            self._lines = [self.line_of(line, self.visual_style) for line in lines_of(body, width)]

    def _take_room(self) -> None:
        """Say how many lines there are; a text that needs no scrolling takes all the room.

        So another one changes no layout; nor does the first one, before which there was no room.
        """
        room = Size(0, max(len(self._lines), self.size.height))
        if max(room.height, self.virtual_size.height) <= self.size.height:
            self.set_reactive(Pane.virtual_size, room)
        else:
            self.virtual_size = room

    def _refresh_what_differs(self, before: list[Strip]) -> None:
        for place, (old, new) in enumerate(zip_longest(before, self._lines)):
            if old != new:
                self.refresh_line(place)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the text."""
        if self._wrapped_for != self.scrollable_content_region.width:
            # A scrollbar that comes or goes is not always told as a new size, and a pane that
            # comes into sight is drawn before it is told its size: right from the first picture.
            self._make_lines()
            self.call_next(self._take_room)
        width, index = self.size.width, y + self.scroll_offset.y
        style = self.visual_style.rich_style
        if index >= len(self._lines):
            return Strip.blank(width, style)
        return self._lines[index].adjust_cell_length(width, style)

    def on_resize(self) -> None:
        """Wrap anew for the new width; what is still empty was drawn with the screen."""
        before = self._lines
        self._wrap()
        if before or self._lines:
            self.refresh()

    def notify_style_update(self) -> None:
        """Draw anew when colors change."""
        super().notify_style_update()
        if self.is_mounted:
            self._wrap()
            self.refresh()
