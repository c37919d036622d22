"""Broken variants of the storage, each of which the simulated disk must catch."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from simulated_disk import SimulatedDisk

from sesbank.storage.folder import SafeFolder
from sesbank.storage.folding import Fold, FoldingBank
from sesbank.storage.on_disk import BankOnDisk


class NoSyncOfSnapshots(SimulatedDisk):
    """The temporary file gets its name before its bytes are safe."""

    def create(self, path: Path) -> int:
        self.whole = super().create(path)
        return self.whole

    def sync(self, handle: int) -> None:
        if handle != getattr(self, "whole", None):
            super().sync(handle)


class NoSyncOfJournal(SimulatedDisk):
    """A save is confirmed when it is written, not when it is safe."""

    def append(self, path: Path) -> int:
        self.behind = super().append(path)
        return self.behind

    def sync(self, handle: int) -> None:
        if handle != getattr(self, "behind", None):
            super().sync(handle)


class NoSyncOfNames(SimulatedDisk):
    """The folder is never synced."""

    def sync_folder(self, folder: Path) -> None:
        pass


class SnapshotInPlace(SimulatedDisk):
    """The bank file is overwritten instead of replaced."""

    def replace(self, source: Path, target: Path) -> None:
        if target.name not in self.files:
            super().replace(source, target)
            return
        data = self.files[source.name]
        handle = self.append(target)
        self.truncate(handle, 0)
        self.write(handle, data)
        self.sync(handle)
        self.close(handle)
        self.remove(source)


class SyncTriedAgain(SimulatedDisk):
    """A failed sync is repeated until it says that it worked."""

    def sync(self, handle: int) -> None:
        try:
            super().sync(handle)
        except OSError:
            super().sync(handle)


def journal_emptied_first(self: BankOnDisk) -> None:
    """A checkpoint that forgets the journal before the snapshot is safe."""
    hidden: Any = self
    if hidden._size:
        hidden._new_journal()
        hidden._write_snapshot(self.snapshot)


def names_taken_for_safe(self: SafeFolder) -> None:
    """R3: a folder whose sync failed is not synced again."""
    hidden: Any = self
    if not hidden._names_safe:
        hidden._names_safe = True
        hidden._disk.sync_folder(hidden._folder)


def old_journal_used_again(self: BankOnDisk) -> None:
    """R2: after a failed sync the journal is emptied in place and used again."""
    hidden: Any = self
    hidden._write_snapshot(self.snapshot)
    handle = hidden._disk.append(self.journal_path)
    hidden._disk.truncate(handle, 0)
    hidden._disk.close(handle)
    hidden._journal_stamp = hidden._folder.known_stamp(self.journal_path)
    hidden._size, hidden._unsaid = 0, 0
    hidden._rewrite, hidden._lines_safe = False, True


def journal_replaced_empty(self: FoldingBank, fold: Fold, prepared: Path) -> None:
    """A fold that takes the whole journal for folded in, also what was saved meanwhile."""
    hidden: Any = self
    hidden._folder.put_prepared(prepared, self.path)
    hidden._bank_stamp = hidden._folder.known_stamp(self.path)
    hidden._folder.sync_names()
    hidden._new_journal()
