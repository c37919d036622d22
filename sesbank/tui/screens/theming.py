"""Theming: the themes at hand, each worn while it is marked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sesbank.session import Session
from sesbank.tui.actions import bindings_at
from sesbank.tui.layout import Column, row
from sesbank.tui.plain import LIT, NOTHING, joined, plain_line, together
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.rows import RowList


class ThemeDialog(Dialog):
    """Tries themes on. Gives back the name of the one to keep, or None with the old one back on."""

    PLACES = ("theme",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("theme")

    def __init__(self, session: Session, titles: Mapping[str, str], worn: str) -> None:
        super().__init__(session)
        self._titles = dict(titles)
        self._before = worn

    def compose(self) -> ComposeResult:
        """Lay out the list over a sample of every color with a meaning."""
        with Vertical(classes="box small", id="themes-box"):
            yield RowList(self._paint, lambda name: name, id="themes")
            yield Static(NOTHING, id="theme-sample")
            yield KeyBar()

    def on_mount(self) -> None:
        """Start at the theme that is worn."""
        self.query_one("#themes-box").border_title = Content("Colors")
        self.query_one("#theme-sample", Static).update(_sample())
        self.rows.styles.height = len(self._titles)
        self.rows.show(tuple(self._titles), at=self._before)
        self.rows.focus()

    @property
    def rows(self) -> RowList[str]:
        """The list."""
        return self.query_one("#themes", RowList)

    def _paint(self, name: str, width: int) -> Content:
        kept = Content("in use" if name == self._before else "").stylize("$muted")
        return row(width, Column(plain_line(self._titles[name])), Column(kept, 6))

    @on(RowList.Moved)
    def _try_on(self) -> None:
        if self.rows.current is not None and self.app.theme != self.rows.current:
            self.app.theme = self.rows.current

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.do_theme_keep()

    def do_theme_keep(self) -> None:
        """Keep the theme at hand."""
        self.dismiss(self.rows.current)

    def do_dialog_leave(self) -> None:
        """Put the old theme back on."""
        self.app.theme = self._before
        self.dismiss(None)


def _sample() -> Content:
    """Return the colors as the screens use them."""
    return joined(
        [
            together(
                Content("Words that "), Content("prove").stylize(LIT), Content(" something are lit")
            ),
            together(
                Content("covered  ").stylize("$success"),
                Content("thin !  ").stylize("$warning"),
                Content("gap !!").stylize("bold $error"),
            ),
            together(Content("key").stylize("bold $key"), Content("  quiet").stylize("$muted")),
        ],
    )
