"""SourceView: a long text with one stretch of it lit and in sight; draws only what is seen."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from sesbank.domain.text import clean
from sesbank.tui.layout import wrapped
from sesbank.tui.plain import LIT
from sesbank.tui.veil import VEIL

_MARGIN = 2
"""Lines kept in sight above the lit stretch."""


class SourceView(ScrollView, can_focus=True):
    """A posting as it was pasted."""

    DEFAULT_CSS = """
    SourceView { background: $surface; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", "Down", show=False, id="source.down"),
        Binding("k", "scroll_up", "Up", show=False, id="source.up"),
        Binding("g", "scroll_home", "Top", show=False, id="source.first"),
        Binding("G", "scroll_end", "End", show=False, id="source.last"),
    ]

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - as Textual calls it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._text = ""
        self._lit = (0, 0)
        self._lines: list[tuple[int, int]] = []
        self._width = 0

    @property
    def lit_text(self) -> str:
        """The stretch that is lit."""
        return self._text[slice(*self._lit)]

    def show(self, text: str) -> None:
        """Show another text."""
        self._text, self._lit, self._width = clean(text), (0, 0), 0
        self._wrap()

    def light(self, start: int, end: int) -> None:
        """Light a stretch and bring its beginning into sight."""
        self._lit = (start, end)
        self._wrap()
        line = next((n for n, (_, stop) in enumerate(self._lines) if stop > start), 0)
        self.scroll_to(y=max(line - _MARGIN, 0), animate=False)
        self.refresh()

    def _wrap(self) -> None:
        width = max(self.size.width - 2, 1)
        if width != self._width:
            self._width = width
            self._lines = list(wrapped(self._text, width))
            self.virtual_size = Size(0, len(self._lines))
            self.refresh()

    def on_resize(self) -> None:
        """Wrap for the new width."""
        self._wrap()
        if self._lit[1]:
            self.light(*self._lit)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the text."""
        width, index = self.size.width, y + self.scroll_offset.y
        style = self.visual_style
        if index >= len(self._lines):
            return Strip.blank(width, style.rich_style)
        strips = Visual.to_strips(self, self._line(index), width, 1, style)
        strip = strips[0] if strips else Strip([])
        return VEIL.over_strip(strip.adjust_cell_length(width, style.rich_style))

    def _line(self, index: int) -> Content:
        start, end = self._lines[index]
        first, last = max(self._lit[0], start), min(self._lit[1], end)
        content = Content(self._text[start:end].replace("\t", " "))
        if first < last:
            content = content.stylize(LIT, first - start, last - start)
        return Content(" ") + content
