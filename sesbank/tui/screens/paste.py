"""Paste and path: the two ways a posting comes in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sesbank.domain.file_kinds import TEXTS, by_ending
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import SesbankError
from sesbank.files import read_text
from sesbank.session import Session, vacancies
from sesbank.session.draft_forms import NEW_POSTING, DraftKeeper, fresh_key
from sesbank.session.drafts import Draft
from sesbank.session.paths import located
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import NOTHING, sentence
from sesbank.tui.screens.completing import CompletingPath
from sesbank.tui.screens.confirm import Answer, Confirm
from sesbank.tui.screens.taking import TakingDialog
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.completions import Completions
from sesbank.tui.widgets.fields import Line
from sesbank.tui.widgets.prose import Prose

_PROMPT = (
    "Paste the posting here, whole: from USAJOBS or wherever it stands. "
    "What it asks for is found in it; nothing leaves this machine."
)


_ANSWERS = (
    Answer("r", "read", "Read it"),
    Answer("d", "discard", "Leave without it"),
    Answer("y", "stay", "Stay here"),
)


class PasteScreen(TakingDialog):
    """Takes a pasted posting; gives back the vacancy as kept, or None."""

    PLACES = ("paste",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("paste")

    def __init__(self, session: Session, draft: Draft | None = None) -> None:
        super().__init__(session)
        self._keeper = DraftKeeper(session, fresh_key(NEW_POSTING), draft)
        self._begun = draft.fields["posting"] if draft else ""

    def compose(self) -> ComposeResult:
        """Lay out one large field."""
        with Vertical(classes="box large"):
            yield Prose(self._begun, prompt=_PROMPT, id="posting")
            yield KeyBar()

    def on_mount(self) -> None:
        """Start in the field."""
        self.query_one(".box").border_title = Content("Paste a posting")
        self.query_one(Prose).focus()
        self._keeper.take_up()

    @property
    def unsaved(self) -> bool:
        """Whether there is text that was not read yet."""
        return bool(self.query_one(Prose).text.strip()) if self.is_mounted else False

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id == "paste.read" and not self.unsaved:
            return "Paste the text of a posting first."
        return super().why_not(action_id)

    def do_paste_read(self) -> None:
        """Read the posting and keep it."""
        text = self.query_one(Prose).text
        self.work("read", lambda: vacancies.read(self.session, text), self.take)

    def taken(self) -> None:
        """Throw the draft away."""
        self._keeper.drop()

    def keep_draft(self) -> None:
        """Put the text on the disk; without any there is nothing to keep."""
        if self.unsaved:
            self._keeper.keep({"posting": self.query_one(Prose).text})
        elif self.is_mounted:
            self._keeper.drop()

    def do_dialog_leave(self) -> None:
        """Leave, asking first when a text stands here that was not read."""
        self.forget("read")
        if not self.unsaved:
            self.dismiss(None)
            return
        question = "This text was not read yet. Leaving throws it away."
        self.app.push_screen(
            Confirm(self.session, question, _ANSWERS, title="Not saved yet"), self._answered
        )

    def _answered(self, answer: str | None) -> None:
        if answer == "discard":
            self._keeper.drop()
            self.dismiss(None)
        elif answer == "read":
            self.do_paste_read()


class PathDialog(TakingDialog, CompletingPath):
    """Takes the name of a file with a posting; gives back the vacancy as kept, or None."""

    PLACES = ("path",)
    ENTER = "path.read"
    KINDS: ClassVar[Mapping[str, str]] = by_ending(TEXTS)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("path")

    def compose(self) -> ComposeResult:
        """Lay out one line."""
        with Vertical(classes="box small long"):
            yield Static(Content("Which text file has the posting?"), classes="question")
            yield Line(prompt="path of the file; Tab completes names", id="path")
            yield Completions(names=34, arrows=True)
            yield Static(Content(""), id="path-problem")
            yield KeyBar()

    def on_mount(self) -> None:
        """Start in the line."""
        self.query_one(".box").border_title = Content("A posting from a file")
        self.query_one(Line).focus()

    @on(Input.Submitted)
    def _open(self) -> None:
        self.do_path_read()

    def do_path_read(self) -> None:
        """Read the file named."""
        self.offered.offer([])
        if not self.line.value.strip():
            self.tell("Name a file first: Esc leaves without it.")
            return
        self.query_one("#path-problem", Static).update(NOTHING)
        path = located(self.line.value)
        self.work("read", lambda: self._vacancy(path), self.take)

    def work_failed(self, group: str, error: SesbankError) -> None:  # noqa: ARG002 - one group
        """Say below the line why the file cannot be read."""
        self.query_one("#path-problem", Static).update(sentence(str(error)))

    def _vacancy(self, path: Path) -> Vacancy:
        return vacancies.read(self.session, read_text(path))
