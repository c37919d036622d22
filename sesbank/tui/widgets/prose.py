"""Prose: a field of several lines. What is typed or pasted is cleaned before it is kept."""

from __future__ import annotations

from textual.content import Content
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

from sesbank.domain.text import clean
from sesbank.tui.veil import VEIL


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
            clean(text),
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            placeholder=Content(prompt),
            id=id,
        )

    def render_line(self, y: int) -> Strip:
        """Draw a line; Textual cannot wrap a prompt where there is no room at all."""
        if self.wrap_width < 1 or self.scrollable_content_region.width < 1:
            return Strip.blank(self.size.width)
        strip = super().render_line(y)
        return VEIL.over_strip(strip) if self.text else strip

    def on_resize(self) -> None:
        """Draw all lines anew: those wrapped for the width before would be cut off."""
        self.refresh()

    def light(self, start: int, end: int) -> None:
        """Select a stretch of the text, given by its offsets, and bring it into sight."""
        first, last = (_place(self.text, offset) for offset in (start, end))
        self.selection = Selection(first, last)

    def edit(self, edit: Edit) -> EditResult:
        """Carry out an edit with its text cleaned: typed, pasted or made by an action."""
        edit.text = clean(edit.text)
        return super().edit(edit)


def _place(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n"), len(before) - before.rfind("\n") - 1
