"""Learned: what corrections of postings taught, and the way to take each back."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from sesbank.domain.text import shorten
from sesbank.session import learning
from sesbank.session.learning import Learnt
from sesbank.tui.actions import bindings_at
from sesbank.tui.layout import Column, row
from sesbank.tui.plain import plain_line
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.views.vacancy import NO_TITLE
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.pane import Pane
from sesbank.tui.widgets.rows import RowList

_LONGEST_TOLD = 40


class LearnedDialog(Dialog):
    """The lessons above, the words of the one at hand and where they stood below."""

    PLACES = ("learned",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("learned")

    def compose(self) -> ComposeResult:
        """Lay out the list over the words."""
        with Vertical(classes="box"):
            yield RowList(_paint, _key, empty=learning.NOTHING, id="lessons")
            yield Pane(id="words")
            yield KeyBar()

    def on_mount(self) -> None:
        """Start at the first lesson."""
        title = "Learned from your corrections"
        self.query_one(".box").border_title = Content(title)
        self.rows.focus()

    @property
    def rows(self) -> RowList[Learnt]:
        """The list."""
        return self.query_one("#lessons", RowList)

    def reload(self) -> None:
        """Show the lessons as they now are."""
        self.rows.show(learning.learnt(self.session))

    @on(RowList.Moved)
    def _show(self) -> None:
        here, pane = self.rows.current, self.query_one(Pane)
        if here is None:
            pane.show(Content(""), Content(""))
        else:
            where = plain_line(here.vacancy.title or NO_TITLE, "$muted")
            pane.show(where, plain_line(here.lesson.text))
        self.refresh_bars()

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id == "learned.forget" and self.rows.current is None:
            return "Nothing is learned yet."
        return super().why_not(action_id)

    def do_learned_forget(self) -> None:
        """Take back the lesson at hand; undo brings it back."""
        here = self.rows.current
        if here is not None:
            number = learning.learnt(self.session).index(here) + 1
            lesson = learning.unlearn(self.session, number)
            self.tell(f"Unlearned: “{shorten(lesson.text, _LONGEST_TOLD)}”. u brings it back.")
            self.reload()


def _key(learnt: Learnt) -> str:
    return f"{learnt.vacancy.id} {learnt.lesson.kind} {learnt.lesson.text}"


def _paint(learnt: Learnt, width: int) -> Content:
    return row(
        width,
        Column(plain_line(learnt.does, "$muted"), 15),
        Column(plain_line(learnt.lesson.text)),
    )
