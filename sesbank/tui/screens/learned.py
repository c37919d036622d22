"""Learned: what corrections of postings taught, and the way to take each back."""

from __future__ import annotations

import re
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from sesbank.domain.text import shorten
from sesbank.domain.vacancy import DROPPED
from sesbank.errors import NotFoundError
from sesbank.session import learning
from sesbank.session.learning import Learnt
from sesbank.tui.actions import BY_ID, bindings_at, key_names
from sesbank.tui.key_map import key_map_of
from sesbank.tui.layout import Column, row
from sesbank.tui.plain import NOTHING, joined, lit, plain, plain_line, together
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.pane import Pane
from sesbank.tui.widgets.rows import RowList

_LONGEST_TOLD = 40
_LINES_AROUND, _AROUND = 2, 200
"""Lines of a posting that are shown before and behind the words of a lesson, and characters that
they have at most."""

_LEARNS = (
    "When you drop a line of a posting or give it another kind, and a later posting has the same "
    "words, the app asks whether to do the same there."
)
_TEACHING = ("vacancy.read", "requirement.drop", "requirement.kind")


class LearnedDialog(Dialog):
    """The lessons above, the words of the one at hand and where they stood below."""

    PLACES = ("learned",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("learned")

    def compose(self) -> ComposeResult:
        """Lay out the list over the words."""
        with Vertical(classes="box"):
            yield RowList(_paint, _key, empty="Nothing is learned yet.", id="lessons")
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
            pane.show(Content("How it learns"), self._how())
        else:
            title = together(Content("Learned in "), plain_line(here.vacancy.named))
            pane.show(title, lesson_about(here))
        self.refresh_bars()

    @on(RowList.Chosen)
    def _read(self) -> None:
        self.query_one(Pane).focus()

    def _how(self) -> Content:
        """Return how something comes to stand here, by the keys there are for it."""
        keys = key_map_of(self.app)
        read, drop, kind = (key_names(keys.of(BY_ID[each])) for each in _TEACHING)
        return joined(
            [
                Content(_LEARNS),
                NOTHING,
                Content(f"Open a vacancy; {read} shows its posting as it was read."),
                Content(f"{drop} drops a line that asks for nothing."),
                Content(f"{kind} gives a line another kind: TQ, ECQ, desirable, duty."),
                NOTHING,
                Content("Each such correction then stands here, with the words it is about.")
                .stylize("$muted"),
            ]
        )  # fmt: skip

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id == "learned.forget" and self.rows.current is None:
            return "Nothing is learned yet."
        return super().why_not(action_id)

    def do_learned_forget(self) -> None:
        """Take back the lesson at hand; undo brings it back."""
        here = self.rows.current
        if here is not None:
            known = map(_key, learning.learnt(self.session))
            number = next((n for n, key in enumerate(known, 1) if key == _key(here)), 0)
            if not number:
                self.reload()
                raise NotFoundError("this was unlearned in another program meanwhile")
            lesson = learning.unlearn(self.session, number)
            text = shorten(lesson.text, _LONGEST_TOLD)
            self.tell(f"Unlearned: “{text}”. {self.undo_key} brings it back.")
            self.reload()


def lesson_about(learnt: Learnt) -> Content:
    """Return what a lesson does, and its words where they stood in the posting."""
    drop = learnt.lesson.kind == DROPPED
    does = "leave it out there" if drop else f"take it as {learnt.lesson.kind} there"
    said = Content(f"Where a later posting has these words, the app asks whether to {does}.")
    source, words = learnt.vacancy.source, learnt.lesson.text
    place = source.find(words)
    if place < 0:
        return joined([said.stylize("$muted"), NOTHING, plain(words)])
    head = _end_of(source[:place])
    around = f"{head}{words}{_start_of(source[place + len(words) :])}"
    shown = lit(around, [(len(head), len(head) + len(words))])
    return joined([said.stylize("$muted"), NOTHING, shown])


def _end_of(text: str) -> str:
    """Return the last lines of what stands before, whole or from a word on."""
    lines = "\n".join(text.split("\n")[-_LINES_AROUND - 1 :])
    if len(lines) <= _AROUND:
        return lines
    return "… " + re.sub(r"^\S*\s+", "", lines[-_AROUND:])


def _start_of(text: str) -> str:
    """Return the first lines of what follows, whole or up to a word."""
    lines = "\n".join(text.split("\n")[: _LINES_AROUND + 1])
    if len(lines) <= _AROUND:
        return lines
    return re.sub(r"\s+\S*$", "", lines[:_AROUND]) + " …"


def _key(learnt: Learnt) -> str:
    return f"{learnt.vacancy.id} {learnt.lesson.kind} {learnt.lesson.text}"


def _paint(learnt: Learnt, width: int) -> Content:
    return row(
        width,
        Column(plain_line(learnt.does, "$muted"), 15),
        Column(plain_line(learnt.lesson.text)),
    )
