"""Writing: what dialogs share that make a Word file, write it and open it."""

from __future__ import annotations

from pathlib import Path

from textual.content import Content

from sesbank.domain.papers import PaperFile
from sesbank.domain.sheet import SheetFile
from sesbank.locations import expanded
from sesbank.session import sheets, showing
from sesbank.tui.plain import NOTHING
from sesbank.tui.screens.acting import Acting
from sesbank.tui.widgets.pane import Pane

_WRITES = frozenset({"sheet.write", "sheet.open", "papers.write", "papers.open"})


class Writing(Acting):
    """Holds what was made until it is written."""

    made: SheetFile | PaperFile | None = None
    """The page or paper as it stands in the preview; None while it is made."""

    def making(self) -> None:
        """Say that it is being made."""
        self.made = None
        self.query_one(Pane).show(Content("making the page …"), NOTHING)

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id in _WRITES and self.made is None:
            return "The page is not made yet."
        return super().why_not(action_id)

    def remember(self, written: Path) -> str:  # noqa: ARG002 - what a sheet needs
        """Keep a record of a file written; returns in a line why it could not, else empty."""
        return ""

    def write(self, named: Path, *, opens: bool = False) -> None:
        """Write the file, say where it is and under what name, open it where that is wanted."""
        if self.made is None:
            return
        wanted = expanded(named).absolute().with_suffix(".docx")
        written = sheets.write(self.made, wanted)
        self.tell(sheets.beside(wanted, written) or f"Written: {written}")
        if reason := self.remember(written):
            self.tell(reason)
        if opens and (reason := showing.show(written)):
            self.tell(reason)
        self.dismiss(written)
