"""Prose: a field of several lines. What is typed or pasted is cleaned before it is kept."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Location, Selection

from sesbank.domain.text import clean
from sesbank.tui.glyphs import apart, is_part_of_sign, whole
from sesbank.tui.veil import VEIL
from sesbank.tui.widgets.in_turn import edit_in_turn


class Prose(TextArea):
    """A field of several lines."""

    takes_letters = True
    """As `working_keys.is_writing` asks."""

    DEFAULT_CSS = """
    Prose { background: $surface; color: $foreground; padding: 0 1; scrollbar-size-vertical: 1; }
    Prose .text-area--placeholder { color: $muted; }
    Prose .text-area--cursor-line { background: $surface; }
    """

    def __init__(self, text: str = "", *, prompt: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            apart(clean(text)),
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            placeholder=Content(prompt),
            id=id,
        )

    async def _on_key(self, event: events.Key) -> None:
        await edit_in_turn(self, event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave F6 to the screen: Textual would select the line with it, as Shift and arrows do."""
        return action != "select_line" and super().check_action(action, parameters)

    def render_line(self, y: int) -> Strip:
        """Draw a line; Textual cannot wrap a prompt where there is no room at all."""
        if self.wrap_width < 1 or self.scrollable_content_region.width < 1:
            return Strip.blank(self.size.width)
        strip = super().render_line(y)
        written = VEIL.drawn and any(self.document.lines)
        return VEIL.over_strip(strip) if written else strip

    def on_resize(self) -> None:
        """Draw all lines anew: those wrapped for the width before would be cut off."""
        self.refresh()

    def light(self, start: int, end: int) -> None:
        """Select a stretch of the text, given by its offsets, and bring it into sight."""
        first, last = (_place(self.text, offset) for offset in (start, end))
        self.selection = Selection(first, last)

    def edit(self, edit: Edit) -> EditResult:
        """Carry out an edit with its text cleaned: typed, pasted or made by an action."""
        edit.text = apart(clean(edit.text))
        return super().edit(edit)

    @property
    def text(self) -> str:
        """What stands in the field, as it was written."""
        return whole(self.document.text)

    @text.setter
    def text(self, value: str) -> None:
        self.load_text(value)

    def load_text(self, text: str) -> None:
        """Begin anew with another text."""
        super().load_text(apart(clean(text)))

    def get_text_range(self, start: Location, end: Location) -> str:
        """Return a stretch of the text as it was written."""
        return whole(super().get_text_range(start, end))

    def get_cursor_left_location(self) -> Location:
        """Return where one sign back is, with all its marks."""
        return self._at_a_sign(super().get_cursor_left_location(), -1)

    def get_cursor_right_location(self) -> Location:
        """Return where one sign on is, with all its marks."""
        return self._at_a_sign(super().get_cursor_right_location(), 1)

    def _at_a_sign(self, location: Location, step: int) -> Location:
        row, column = location
        line = self.document.get_line(row)
        while 0 < column < len(line) and is_part_of_sign(line[column]):
            column += step
        return row, column


def _place(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n"), len(before) - before.rfind("\n") - 1
