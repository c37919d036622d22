"""SidesPane: two texts side by side, and below them the reasons that connect them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sesbank.tui.actions import move_bindings
from sesbank.tui.plain import NOTHING


class SidesPane(VerticalScroll, can_focus=True, inherit_bindings=False):
    """What is asked left, what the story says right, and why below."""

    DEFAULT_CSS = """
    SidesPane {
        background: $surface; padding: 0 0 0 1;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    SidesPane Static { height: auto; }
    SidesPane Horizontal { height: auto; margin-bottom: 1; }
    SidesPane Horizontal Static { width: 1fr; }
    SidesPane #side-asked { margin-right: 2; }
    .-narrow SidesPane Horizontal { layout: vertical; }
    .-narrow SidesPane Horizontal Static { width: 100%; margin: 0 0 1 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = move_bindings("pane")

    def compose(self) -> ComposeResult:
        """Lay out the two sides over the reasons."""
        with Horizontal():
            yield Static(NOTHING, id="side-asked")
            yield Static(NOTHING, id="side-said")
        yield Static(NOTHING, id="side-why")

    def show(self, title: Content, why: Content, asked: Content, said: Content) -> None:
        """Show other evidence from its top."""
        self.border_title = title
        self.query_one("#side-why", Static).update(why)
        self.query_one("#side-asked", Static).update(asked)
        self.query_one("#side-said", Static).update(said)
        self.scroll_home(animate=False)
