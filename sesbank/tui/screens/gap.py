"""Gap: what can be done about an ECQ or a competency that no recent story shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sesbank.session import Session
from sesbank.session.coverage import Candidate
from sesbank.tui.actions import bindings_at
from sesbank.tui.layout import GAP, Column, row
from sesbank.tui.plain import plain_line, together
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.views.offers import why_column
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.rows import RowList

NEW = "new"
"""What is given back to start a story."""

Offer = Candidate | str
"""A story to map, or NEW."""


class GapDialog(Dialog):
    """Older stories to map, or a new one. Gives back a candidate, NEW, or None."""

    PLACES = ("gap",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("gap")

    def __init__(self, session: Session, name: str, candidates: Sequence[Candidate]) -> None:
        super().__init__(session)
        self._gap = name
        self._offered: tuple[Offer, ...] = (*candidates, NEW)

    def compose(self) -> ComposeResult:
        """Lay out the offers."""
        with Vertical(classes="box fitted"):
            yield Static(
                Content("Stories that may fill it, by your older mappings and by their words:"),
                classes="question",
            )
            yield RowList(_paint, _key, one_click=True, id="gap")
            yield KeyBar()

    def on_mount(self) -> None:
        """Start at the strongest offer."""
        self.query_one(".box").border_title = plain_line(self._gap)
        rows = self.query_one("#gap", RowList)
        rows.show(self._offered)
        rows.focus()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.do_gap_take()

    def do_gap_take(self) -> None:
        """Take the offer at hand."""
        self.dismiss(self.query_one("#gap", RowList).current)


def _key(offer: Offer) -> str:
    return offer.story.id if isinstance(offer, Candidate) else offer


def _paint(offer: Offer, width: int) -> Content:
    if not isinstance(offer, Candidate):
        return together(Content("+ ").stylize("$key"), Content("Start a new story for it"))
    title = together(Content("  "), plain_line(offer.story.title))
    left = width - min(title.cell_length, width // 2) - GAP
    return row(width, Column(title), *why_column(offer.offer, left))
