"""SourceView: a posting gone through by sentences, a stretch of it lit; draws only what is seen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from sesbank.domain.text import clean
from sesbank.tui.actions import move_bindings
from sesbank.tui.glyphs import apart
from sesbank.tui.layout import wrapped
from sesbank.tui.plain import LIT
from sesbank.tui.veil import VEIL

_MARGIN = 2
"""Lines kept in sight above the lit stretch."""

_AT_HAND = "underline"
_MARKED = "reverse"

Span = tuple[int, int]


class SourceView(ScrollView, can_focus=True):
    """A posting as it was pasted."""

    DEFAULT_CSS = """
    SourceView { background: $surface; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = move_bindings("source")

    class Marked(Message):
        """Another stretch is marked or at hand."""

        def __init__(self, source: SourceView) -> None:
            super().__init__()
            self.source = source

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - as Textual calls it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._text = ""
        self._shown = ""
        self._lit: Span = (0, 0)
        self._sentences: Sequence[Span] = ()
        self._at = 0
        self._from: int | None = None
        self._lines: list[Span] = []
        self._width = 0

    @property
    def lit_text(self) -> str:
        """The stretch that is lit."""
        return self._text[slice(*self._lit)]

    @property
    def marking(self) -> bool:
        """Whether marking was begun."""
        return self._from is not None

    @property
    def marked(self) -> Span:
        """The stretch from where marking began to the sentence at hand, or that sentence alone."""
        if not self._sentences:
            return 0, 0
        first = self._at if self._from is None else self._from
        low, high = sorted((first, self._at))
        return self._sentences[low][0], self._sentences[high][1]

    def show(self, text: str, sentences: Sequence[Span] = ()) -> None:
        """Show another text, with the sentences it is gone through by."""
        self._text, self._lit, self._width = clean(text), (0, 0), 0
        self._shown = apart(self._text)
        self._sentences = sentences
        self._at, self._from = 0, None
        self._wrap()

    def light(self, start: int, end: int) -> None:
        """Light a stretch, bring its beginning into sight and go to the sentence there."""
        self._lit, self._from = (start, end), None
        starts = [first for first, _ in self._sentences]
        self._at = max(bisect_right(starts, start) - 1, 0)
        self._wrap()
        self.scroll_to(y=max(self._line_of(start) - _MARGIN, 0), animate=False)
        self.refresh()

    def action_go(self, step: int) -> None:
        """Go some sentences on, or back for a negative step."""
        self._at = max(min(self._at + step, len(self._sentences) - 1), 0)
        self._changed()

    def action_mark(self) -> None:
        """Begin to mark at the sentence at hand, or let go of what is marked."""
        self._from = self._at if self._from is None else None
        self._changed()

    def let_go(self) -> None:
        """Mark nothing any more."""
        self._from = None
        self.refresh()

    def _changed(self) -> None:
        if self._sentences and self.size.height:
            first = self._line_of(self._sentences[self._at][0])
            last = self._line_of(self._sentences[self._at][1] - 1)
            rows = min(last - first + 1, self.size.height)
            self.scroll_to_region(Region(0, first, 1, rows), animate=False, x_axis=False)
        self.refresh()
        self.post_message(self.Marked(self))

    def on_click(self, event: events.Click) -> None:
        """Go to the sentence clicked on."""
        index = event.y + self.scroll_offset.y - self.gutter.top
        if 0 <= index < len(self._lines):
            offset = min(self._lines[index][0] + max(event.x - 2, 0), self._lines[index][1])
            starts = [first for first, _ in self._sentences]
            self._at = max(bisect_right(starts, offset) - 1, 0)
            self._changed()

    def _line_of(self, offset: int) -> int:
        return next((n for n, (_, stop) in enumerate(self._lines) if stop > offset), 0)

    def _wrap(self) -> None:
        width = max(self.size.width - 2, 1)
        if width != self._width:
            self._width = width
            self._lines = list(wrapped(self._shown, width))
            self.virtual_size = Size(0, len(self._lines))
            self.refresh()

    def on_resize(self) -> None:
        """Wrap for the new width."""
        self._wrap()
        if self._lit[1]:
            self.light(*self._lit)

    def on_focus(self) -> None:
        """Show which sentence is at hand."""
        self.refresh()

    def on_blur(self) -> None:
        """Show no sentence at hand."""
        self.refresh()

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
        content = Content(self._shown[start:end].replace("\t", " "))
        layers = [(self._lit, LIT)]
        if self.has_focus:
            layers.append((self.marked, _MARKED if self.marking else _AT_HAND))
        for span, style in layers:
            first, last = max(span[0], start), min(span[1], end)
            if first < last:
                content = content.stylize(style, first - start, last - start)
        return Content(" ") + content
