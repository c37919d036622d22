"""Naming a file to write: its path completed, a folder alone taken with the name proposed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sesbank.tui.screens.completing import CompletingPath

if TYPE_CHECKING:
    from sesbank.domain.completion import Completion


class NamingFile(CompletingPath):
    """A dialog whose line names a file to write; it begins with a name that is proposed."""

    proposed = ""
    """The name or path that stands there until the person types another."""

    def ways_on(self, line: str, cursor: int) -> Sequence[Completion]:
        """Return the names in the folder typed so far; what is proposed needs no other."""
        return () if line == self.proposed else super().ways_on(line, cursor)

    @property
    def file_meant(self) -> Path:
        """The file that the line means: in a folder named alone it has the name proposed."""
        from sesbank.session.paths import file_in

        return file_in(self.line.value, Path(self.proposed).name)
