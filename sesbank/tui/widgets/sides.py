"""SidesPane: two texts side by side, and below them the reasons that connect them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sesbank.tui.actions import move_bindings
from sesbank.tui.layout import hung
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
            yield _Hung(id="side-asked")
            yield _Hung(id="side-said")
        yield _Hung(id="side-why")

    def show(self, title: Content, why: Content, asked: Content, said: Content) -> None:
        """Show other evidence from its top."""
        self.border_title = title
        self.query_one("#side-why", _Hung).tell(why)
        self.query_one("#side-asked", _Hung).tell(asked)
        self.query_one("#side-said", _Hung).tell(said)
        self.scroll_home(animate=False, immediate=True)


class _Hung(Static):
    """A text whose lines with a sign go on under their text."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - as Textual calls it
        super().__init__(NOTHING, id=id)
        self._told = NOTHING
        self._width = 0

    def tell(self, told: Content) -> None:
        """Show another text."""
        self._told = told
        self.update(hung(told, self._width) if self._width else told)

    def on_resize(self) -> None:
        """Wrap anew for the new width."""
        if self.size.width != self._width:
            self._width = self.size.width
            self.tell(self._told)
