"""Difference: two states of a story, word by word."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from sesbank.domain.story import Story
from sesbank.session import Session
from sesbank.session.history import difference
from sesbank.tui.actions import bindings_at
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.views.difference import difference_body
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.pane import Pane


class DifferenceScreen(Dialog):
    """Shows how an edited story differs from the one in the bank."""

    PLACES = ("difference",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("difference")

    def __init__(self, session: Session, present: Story, mine: Story) -> None:
        super().__init__(session)
        self._present = present
        self._mine = mine

    def compose(self) -> ComposeResult:
        """Lay out one text."""
        with Vertical(classes="box"):
            yield Pane(id="difference")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the difference."""
        self.query_one(".box").border_title = Content("Theirs and yours")
        self.show_texts()
        self.query_one(Pane).focus()

    def show_texts(self) -> None:
        """Put the texts anew."""
        parts = difference(self._present, self._mine)
        body = difference_body(parts, "only in the bank", "only in yours")
        self.query_one(Pane).show(Content(""), body)
