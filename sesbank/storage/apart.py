"""Apart: what belongs to a bank and is not in it, kept in files beside it, for nobody to lose."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from sesbank.storage.disk import Disk
from sesbank.storage.folder import SafeFolder
from sesbank.storage.journal import Entry
from sesbank.storage.lineage import gathered
from sesbank.storage.snapshot import Snapshot, render

MARK = ".apart-"
"""What stands behind the bank's name, before a sum, in the name of a bank that is kept apart."""


class Apart:
    """Keeps files beside a bank and notes it. Calls raise OSError unless they say otherwise."""

    def __init__(self, path: Path, disk: Disk, folder: SafeFolder, notes: list[str]) -> None:
        self._path = path
        self._disk = disk
        self._folder = folder
        self._notes = notes
        self._strays: Sequence[Entry] = ()
        self._bank = Snapshot()
        self._hurt: Path | None = None

    def file(self, path: Path) -> None:
        """Keep a file as it is."""
        name = self._folder.set_aside(path)
        self._notes.append(f"what was found is kept in {name}")

    def hurt(self, path: Path) -> None:
        """Keep a damaged file before the bank is written anew. Never raises."""
        self._hurt = path

    def strays(self, entries: Sequence[Entry], snapshot: Snapshot) -> None:
        """Keep the saves of a bank that went its own way: now, or before it is written anew.

        Never raises: until then they stand in the journal.
        """
        if entries:
            self._strays, self._bank = entries, snapshot
            with contextlib.suppress(OSError):
                self._keep_strays()

    def state(self, snapshot: Snapshot) -> None:
        """Keep a whole state of the bank, as a bank of its own."""
        name = f"{self._path.stem}{MARK}{snapshot.trail[-1]}.json"
        path = self._path.with_name(name)
        if self._disk.stamp(path) is None:  # Else it was kept when it was found before.
            self._folder.put(path, render(snapshot))
            self._folder.sync_names()
        note = (
            f"another state of {self._path.name} was put in its place; what only the other one "
            f"has is kept in {name}: `sesbank doctor --merge` takes it in"
        )
        if note not in self._notes:
            self._notes.append(note)

    def before_writing_anew(self) -> None:
        """Keep what the files hold alone, which are written anew after this."""
        if self._hurt is not None:
            self.file(self._hurt)
            self._hurt = None
        self._keep_strays()

    def _keep_strays(self) -> None:
        if self._strays:
            self.state(gathered(self._strays, self._bank))
            self._strays = ()
