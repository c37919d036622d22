"""Confirm: a question with a few answers, each on a key of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sesbank.session import Session
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import named, sentence, together
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.widgets.rows import RowList

_ROOM = 55
"""Cells of an answer in a small box; one that is longer gets a wider box."""


class Answer(NamedTuple):
    """One answer of a question."""

    key: str
    """A letter."""
    value: str
    """What the screen that asked gets."""
    text: str


def leaving_question(session: Session, question: str, *, save: str, discard: str) -> Confirm:
    """Return the question to who leaves what is not saved; gives "save", "discard" or "stay"."""
    answers = (
        Answer("s", "save", save),
        Answer("d", "discard", discard),
        Answer("y", "stay", "Stay here"),
    )
    return Confirm(session, question, answers, title="Not saved yet")


class Confirm(Dialog):
    """Asks; gives back the answer's value, or None for Esc."""

    PLACES = ("confirm",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("confirm")

    def __init__(
        self, session: Session, question: str, answers: Sequence[Answer], *, title: str
    ) -> None:
        super().__init__(session)
        self.question = question
        """What is asked."""
        self._answers = tuple(answers)
        self._title = title

    def compose(self) -> ComposeResult:
        """Lay out the question over its answers."""
        longest = max(map(_cells, self._answers))
        with Vertical(classes="box small long" if longest > _ROOM else "box small"):
            yield Static(sentence(self.question), classes="question")
            yield RowList(_paint, lambda answer: answer.value, one_click=True, id="answers")

    def show_texts(self) -> None:
        """Put the texts anew."""
        self.query_one(".question", Static).update(sentence(self.question))

    def on_mount(self) -> None:
        """Offer the answers."""
        self.query_one(".box").border_title = Content(self._title)
        self.query_one(".box").border_subtitle = Content("Esc leaves all as it is")
        rows = self.query_one("#answers", RowList)
        rows.styles.height = len(self._answers)
        rows.show(self._answers)
        rows.focus()

    def on_key(self, event: events.Key) -> None:
        """Take the answer whose letter was pressed; keys behind it are for what comes next."""
        if not self.is_current:
            return
        for answer in self._answers:
            if event.character == answer.key:
                event.stop()
                self.dismiss(answer.value)
                return

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        if event.rows.current is not None and self.is_current:
            self.dismiss(event.rows.current.value)


def _cells(answer: Answer) -> int:
    return _paint(answer, 0).cell_length


def _paint(answer: Answer, _width: int) -> Content:
    return together(named(answer.key, "bold $key"), Content("  "), sentence(answer.text))
