"""Beforehand: the backups a bank needs before it takes in what it did not write itself."""

from __future__ import annotations

from pathlib import Path

from sesbank.files import reason
from sesbank.storage.backups import Backups
from sesbank.storage.disk import Disk
from sesbank.storage.migration import SCHEMA
from sesbank.storage.snapshot import Snapshot


class Beforehand:
    """Keeps a state of a bank, once, before it is changed from outside or brought up to date."""

    def __init__(self, path: Path, disk: Disk, notes: list[str]) -> None:
        self.backups = Backups(path, disk)
        self.writable = True
        """False where nothing can be written; then nothing will be changed either."""
        self._name = path.name
        self._notes = notes

    def edited(self, snapshot: Snapshot) -> None:
        """Keep the state that a change by hand meets; when that fails it is taken in all the same.

        A note tells what could not be kept.
        """
        if not self.writable:
            return
        try:
            self.backups.make(snapshot, "hand-edit")
        except OSError as error:
            self._notes.append(f"no backup was made before the change by hand: {reason(error)}")

    def migrated(self, snapshot: Snapshot) -> bool:
        """Bring an older layout to the present one in memory, after a verified backup of it.

        Returns whether there was anything to do. Raises OSError when there can be no backup.
        """
        if snapshot.schema == SCHEMA:
            return False
        old = snapshot.schema
        if self.writable:
            self.backups.make(snapshot, f"pre-v{SCHEMA}")
        snapshot.migrate()
        self._notes.append(f"{self._name} was brought from layout {old} to {SCHEMA}")
        return True
