"""Export: stories written into a file, its kind by its ending."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from sesbank.domain.file_kinds import STORIES_WRITTEN, by_ending
from sesbank.domain.story import Story
from sesbank.domain.text import counted
from sesbank.errors import SesbankError
from sesbank.files import safe_name
from sesbank.session import Session, bulk, new_files
from sesbank.tui.plain import sentence
from sesbank.tui.screens.naming_file import NamingFile
from sesbank.tui.screens.one_line import OneLine
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.completions import Completions
from sesbank.tui.widgets.fields import Line


class ExportDialog(OneLine, NamingFile):
    """Gives back the file written, or None; a path that cannot be written to stays."""

    KINDS = by_ending(STORIES_WRITTEN)
    DOES = "Write"

    def __init__(self, session: Session, meant: Sequence[Story]) -> None:
        self._meant = tuple(meant)
        name = meant[0].title if len(meant) == 1 else counted(len(meant), "story", "stories")
        self.proposed = str(Path.home() / safe_name(name, ".md"))
        question = f"Write {bulk.named(meant)} into which file?"
        super().__init__(session, question, "", self.proposed, title="Write to a file")

    def compose(self) -> ComposeResult:
        """Lay out the path under its question."""
        with Vertical(classes="box small long"):
            yield Static(sentence(self.question), classes="question")
            yield Line(self.proposed, prompt="ends in .md, .json or .csv", id="line")
            yield Completions(names=34, arrows=True)
            yield KeyBar()

    def do_line_accept(self) -> None:
        """Write the file and say where it is."""
        self.offered.offer([])
        if not self.line.value.strip():
            self.tell("Name a file first: Esc leaves without it.")
            return
        try:
            wanted = self.file_meant
            written = bulk.export(self.session, [s.id for s in self._meant], wanted)
        except SesbankError as error:
            self.tell_error(error)
            return
        said = f"Written: {bulk.named(self._meant)} into {written}"
        self.tell(new_files.beside(wanted, written) or said)
        self.dismiss(written)
