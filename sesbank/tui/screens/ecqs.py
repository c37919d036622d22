"""Ecqs: one ECQ chosen for many stories at once."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sesbank.domain.framework import ECQ
from sesbank.domain.mapping import Mapping, Strength
from sesbank.session import Session
from sesbank.tui.actions import bindings_at
from sesbank.tui.layout import Column, row
from sesbank.tui.plain import named, sentence, together
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.rows import RowList


class EcqsDialog(Dialog):
    """Gives back the mapping chosen, or None."""

    PLACES = ("ecqs",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("ecqs")

    def __init__(self, session: Session, names: str) -> None:
        super().__init__(session)
        self._question = f"Map {names} to:"

    def compose(self) -> ComposeResult:
        """Lay out the ECQs under what is to be mapped."""
        with Vertical(classes="box small"):
            yield Static(sentence(self._question), classes="question")
            yield RowList(_paint, lambda ecq: ecq.code, id="ecqs")
            yield KeyBar()

    def show_texts(self) -> None:
        """Put the texts anew."""
        self.query_one(".question", Static).update(sentence(self._question))

    def on_mount(self) -> None:
        """Start in the list."""
        title = together(Content("Map · "), named(self.session.framework.name))
        self.query_one(".box").border_title = title
        ecqs = [ecq for ecq in self.session.framework.ecqs if not ecq.fundamental]
        rows: RowList[ECQ] = self.query_one("#ecqs", RowList)
        rows.styles.height = len(ecqs)
        rows.show(ecqs)
        rows.focus()

    @on(RowList.Chosen)
    async def _chosen(self) -> None:
        await self.action_act("ecqs.main")

    def do_ecqs_main(self) -> None:
        """Take it as their main ECQ."""
        self._give(Strength.PRIMARY)

    def do_ecqs_side(self) -> None:
        """Take it as a side ECQ."""
        self._give(Strength.SUPPORTING)

    def _give(self, strength: Strength) -> None:
        here = self.query_one("#ecqs", RowList).current
        if here is not None:
            self.dismiss(Mapping(self.session.framework.id, here.code, "", strength))


def _paint(ecq: ECQ, width: int) -> Content:
    return row(width, Column(named(ecq.code, "bold $secondary"), 4), Column(named(ecq.name)))
