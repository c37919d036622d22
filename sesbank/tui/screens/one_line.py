"""OneLine: asks for one line of text: a name, tags, a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sesbank.errors import SesbankError
from sesbank.session import Session
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import sentence
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.fields import Line


class OneLine(Dialog):
    """Gives back what was written, or None for Esc."""

    PLACES = ("line",)
    ENTER = "line.accept"
    DOES = ""
    """What the bottom line says that Enter does; empty for taking the line."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("line")

    def __init__(
        self,
        session: Session,
        question: str,
        prompt: str,
        value: str = "",
        *,
        title: str,
        fits: Callable[[str], object] = str,
    ) -> None:
        """`fits` raises SesbankError for what cannot be taken: that stays, to be mended."""
        super().__init__(session)
        self._fits = fits
        self.question = question
        """What is asked."""
        self._title = title
        self._prompt = prompt
        self._value = value

    def compose(self) -> ComposeResult:
        """Lay out one line under its question."""
        with Vertical(classes="box small"):
            yield Static(sentence(self.question), classes="question")
            yield Line(self._value, prompt=self._prompt, id="line")
            yield KeyBar()

    def show_texts(self) -> None:
        """Put the texts anew."""
        self.query_one(".question", Static).update(sentence(self.question))

    def on_mount(self) -> None:
        """Start in the line."""
        self.query_one(".box").border_title = Content(self._title)
        self.query_one(Line).focus()

    def called(self, action_id: str) -> str:
        """Return what the bottom line calls an action here."""
        return self.DOES if action_id == self.ENTER else ""

    @on(Input.Submitted)
    async def _submitted(self) -> None:
        await self.action_act("line.accept")

    def do_line_accept(self) -> None:
        """Take the line as it stands; an empty one says nothing, and keeps one there."""
        line = self.query_one(Line).value
        if not line.strip():
            self.tell("Write something first: Esc leaves without it.")
            return
        try:
            self._fits(line)
        except SesbankError as error:
            self.tell_error(error)
            return
        self.dismiss(line)
