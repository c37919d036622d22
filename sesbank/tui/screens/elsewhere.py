"""Elsewhere: the editor's text into a file or onto the clipboard, when the bank takes nothing."""

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
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.domain.text import clean
from sesbank.errors import SesbankError
from sesbank.files import safe_name
from sesbank.session import Session, new_files
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import sentence
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.screens.naming_file import NamingFile
from sesbank.tui.views.story_names import PART_NAMES
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.completions import Completions
from sesbank.tui.widgets.fields import Line


class ElsewhereDialog(Dialog, NamingFile):
    """Asks for a file; gives back what was written, or None. The editor keeps its text."""

    PLACES = ("elsewhere",)
    ENTER = "elsewhere.write"
    KINDS: ClassVar[Mapping[str, str]] = by_ending(TEXTS)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("elsewhere")

    def __init__(self, session: Session, story: Story) -> None:
        super().__init__(session)
        self._story = story
        self.proposed = str(Path.home() / safe_name(story.title or "Story", ".txt"))

    def compose(self) -> ComposeResult:
        """Lay out one line."""
        with Vertical(classes="box small long"):
            yield Static(Content("Write this text into which file?"), classes="question")
            yield Line(self.proposed, prompt="path of the file", id="path")
            yield Completions(names=34, arrows=True)
            yield Static(Content(""), id="path-problem")
            yield KeyBar()

    def on_mount(self) -> None:
        """Start in the line."""
        self.query_one(".box").border_title = Content("To a file")
        self.query_one(Line).focus()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.do_elsewhere_write()

    def do_elsewhere_write(self) -> None:
        """Write the text; a file that is there already stays and the new one gets a number."""
        self.offered.offer([])
        try:
            wanted = self.file_meant
            written = new_files.write(as_text(self._story).encode("utf-8"), wanted)
        except SesbankError as error:
            self.query_one("#path-problem", Static).update(sentence(str(error)))
            return
        said = new_files.beside(wanted, written) or f"Written: {written}"
        self.app.notify(f"{said}. In the bank it is not saved yet.", timeout=8)
        self.dismiss(written)

    def do_elsewhere_copy(self) -> None:
        """Copy the text; not every terminal lets a program do that."""
        self.app.copy_to_clipboard(as_text(self._story))
        self.tell("Copied, where your terminal allows it: paste it somewhere to be sure.")


def as_text(story: Story) -> str:
    """Return a story as a plain text: its title, then each part under its name."""
    blocks = [story.title or "Story"]
    blocks += [
        f"{PART_NAMES[name].upper()}\n{story.part(name)}"
        for name in TOLD_PARTS
        if story.part(name).strip()
    ]
    facts = (story.role, story.organisation, story.grade_at_time, story.started, story.ended)
    blocks += [" · ".join(filter(None, facts)), "  ".join(f"#{tag}" for tag in story.tags)]
    return clean("\n\n".join(block for block in blocks if block)) + "\n"
