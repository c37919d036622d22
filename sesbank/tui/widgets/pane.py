"""Pane: a framed text to read, scrolled with the same keys as a list."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sesbank.tui.actions import move_bindings
from sesbank.tui.plain import NOTHING


class Pane(VerticalScroll, can_focus=True, inherit_bindings=False):
    """A text under a title."""

    DEFAULT_CSS = """
    Pane { background: $surface; padding: 0 1; scrollbar-size-vertical: 1; }
    Pane > Static { width: 1fr; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = move_bindings("pane")

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - as Textual calls it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._body = Static(NOTHING)
        self.body: Content = NOTHING
        """What is shown."""

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        yield self._body

    def show(
        self, title: Content, body: Content, *, note: Content = NOTHING, stay: bool = False
    ) -> None:
        """Show another text from its top, with a note in the frame below; or `stay` in place."""
        self.border_title = title
        self.border_subtitle = note
        self.body = body
        self._body.update(body)
        if not stay:
            self.scroll_home(animate=False)
