"""Writing: what dialogs share that make a Word file, write it and open it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from textual.content import Content

from sesbank.domain.file_kinds import ENDINGS, FileKind, by_ending
from sesbank.domain.papers import PaperFile
from sesbank.domain.sheet import SheetFile
from sesbank.session import new_files, showing
from sesbank.session.paths import with_ending
from sesbank.tui.plain import NOTHING
from sesbank.tui.screens.naming_file import NamingFile
from sesbank.tui.widgets.pane import Pane

_WRITES = frozenset({"sheet.write", "sheet.open", "papers.write", "papers.open"})

_MAKING = Content("making the page …")


class Writing(NamingFile):
    """Holds what was made until it is written."""

    KINDS: ClassVar[Mapping[str, str]] = by_ending([FileKind.WORD])

    made: SheetFile | PaperFile | None = None
    """The page or paper as it stands in the preview; None while it is made."""

    failed: str = ""
    """Why it could not be made."""

    def making(self) -> None:
        """Say that it is being made; the one before stays in sight until then."""
        self.made, self.failed = None, ""
        pane = self.query_one(Pane)
        pane.show(_MAKING, pane.body, stay=True)

    def show_texts(self) -> None:
        """Put the texts anew: of one that is not the one to write nothing is left to show."""
        self.query_one(Pane).show(_MAKING, NOTHING)

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id in _WRITES and self.made is None:
            return (
                f"There is no page: {self.failed}" if self.failed else "It is being made: a moment."
            )
        return super().why_not(action_id)

    def remember(self, written: Path) -> str:  # noqa: ARG002 - what a sheet needs
        """Keep a record of a file written; returns in a line why it could not, else empty."""
        return ""

    def write(self, *, opens: bool = False) -> None:
        """Write the file, say where it is and under what name, open it where that is wanted."""
        if self.made is None:
            return
        self.offered.offer([])
        wanted = with_ending(self.file_meant, *ENDINGS[FileKind.WORD])
        written = new_files.write(self.made.data, wanted)
        self.tell(new_files.beside(wanted, written) or f"Written: {written}")
        if reason := self.remember(written):
            self.tell(reason)
        if opens and (reason := showing.show(written)):
            self.tell(reason)
        self.dismiss(written)
