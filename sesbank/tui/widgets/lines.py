"""Lines: what lists and panes share: lines of content made into what the terminal gets."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from sesbank.tui.textual_inside import frame


class Lines(ScrollView, can_focus=True, inherit_bindings=False):
    """A widget that draws its own lines.

    Textual's way from content to a line (`Visual.to_strips`) looks up each style for each line
    and gives each piece its place for the selecting of text, which neither list nor pane has: it
    takes several times as long, and no two lines of it are ever alike.
    """

    def __init__(self, *, id: str | None, classes: str | None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._styles_known: dict[str | Style, Style] = {}
        self._entitled: tuple[str, str] | None = None

    def line_at(self, event: events.Click) -> int:
        """Return the number of the line clicked on, below 0 on the frame above all of them."""
        return event.y + self.scroll_offset.y - self.gutter.top

    def line_of(self, content: Content, style: Style) -> Strip:
        """Return content that is one line, as it is drawn over a style."""
        parts = content.render(style, "", self._style_named)
        return Strip([Segment(text, part.rich_style) for text, part in parts])

    def entitle(self, title: Content, subtitle: Content) -> None:
        """Put words into the frame, above and below.

        As the properties of Textual do, which would draw all of the widget for it.
        """
        said = (title.markup, subtitle.markup)
        if said != self._entitled:
            self._entitled = said
            frame(self, title, subtitle)
            for y in (-1, self.size.height):
                self.refresh(Region(-self.gutter.left, y, self.outer_size.width, 1))

    def _style_named(self, name: str | Style) -> Style:
        known = self._styles_known.get(name)
        if known is None:
            known = self._styles_known[name] = self._get_style(name)
        return known

    def notify_style_update(self) -> None:
        """Look styles up anew: colors may have changed."""
        super().notify_style_update()
        self._styles_known.clear()
