"""On disk: a bank as two files, the snapshot and the journal of what was saved since.

A save is one line written behind the journal, so its cost does not grow with the bank. The order
of the calls below is what makes a crash at any of them harmless; tests/storage/faults break each
in turn.
"""

from __future__ import annotations

import contextlib
import secrets
from dataclasses import replace
from pathlib import Path

from sesbank.errors import BankError
from sesbank.storage.disk import Disk, Stamp
from sesbank.storage.journal import Changes, Entry, Journal, decode, encode, named_in
from sesbank.storage.snapshot import Snapshot, parse, refused, render

JOURNAL_LIMIT = 4_000_000
"""Bytes of a journal that is folded into the snapshot without waiting for the end of the run."""

Touched = set[tuple[str, str]]
"""Table and key of records that changed."""


class BankOnDisk:
    """The files of one bank and what is known of them. Every call is made under the lock."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self.path = path
        self.journal_path = path.with_name(path.name + ".journal")
        self._disk = disk
        self.snapshot = Snapshot()
        """The bank in memory: always what the files say, or what they said last."""
        self.notes: list[str] = []
        """What was put right, a line each."""
        self._bank_stamp: Stamp | None = None
        self._journal_stamp: Stamp | None = None
        self._size = 0
        """Bytes of the journal that are whole saves."""
        self._unsaid = 0
        """Bytes that a save that failed may have left behind them."""
        self._rewrite = False
        """The files are to be written anew from memory before anything is written behind them."""
        self._names_safe = False
        """Whether the folder is known to be synced since a name in it changed."""

    def load(self) -> bool:
        """Read the files. Returns False where nothing is; raises BankError and OSError."""
        self._sweep()
        if self._disk.stamp(self.path) is None:
            if self._disk.stamp(self.journal_path) is not None:
                fault = f"the file is gone, but its journal {self.journal_path.name} is there"
                raise refused(self.path.name, fault)
            return False
        self._take(*self._read())
        return True

    def create(self) -> None:
        """Write an empty bank."""
        self._write_snapshot(self.snapshot)

    def follow(self) -> Touched | None:
        """Take over what another program wrote. Returns what changed; None when it may be all.

        Raises BankError when the files cannot be read as this bank any more.
        """
        bank = self._disk.stamp(self.path)
        journal = self._disk.stamp(self.journal_path)
        if bank == self._bank_stamp and self._is_ours(journal):
            return set()
        if bank is None:
            self._keep_memory(f"{self.path.name} was removed by another program")
            return set()
        if bank == self._bank_stamp and self._only_grew(journal):
            return self._follow_journal()
        snapshot, read = self._read()
        if snapshot.id != self.snapshot.id:
            raise refused(self.path.name, "another bank was put in its place; open it anew")
        if snapshot.rev + len(read.entries) >= self.snapshot.rev:
            self._take(snapshot, read)
            return None
        if bank != self._bank_stamp:
            self._set_aside()
        self._keep_memory("an older state was put in place of the bank")
        return set()

    def append(self, changes: Changes) -> None:
        """Make changes durable, then take them into memory.

        Raises OSError; then memory is as before, and the disk as good as it could be left.
        """
        if self._rewrite or self._journal_stamp is None:
            self._write_anew()
        rev = self.snapshot.rev + 1
        line = encode(Entry(rev, self.snapshot.id, changes))
        try:
            self._write_behind(line)
            self._sync_names()
        except OSError:
            # After a failed sync nobody knows what of the file is on the disk: it is not used again.
            self._rewrite, self._unsaid = True, len(line)
            self._cut_back()
            raise
        self._size += len(line)
        self._journal_stamp = self._disk.stamp(self.journal_path)
        self.snapshot.apply(changes, rev)

    def checkpoint(self) -> None:
        """Fold the journal into the snapshot. Raises OSError; no save is lost by that."""
        if self._rewrite:
            self._write_anew()
        elif self._size:
            self._write_snapshot(self.snapshot)
            self._new_journal()

    @property
    def is_due(self) -> bool:
        """Whether the journal has grown beyond its limit."""
        bank = self._bank_stamp.size if self._bank_stamp else 0
        return self._size > max(JOURNAL_LIMIT, bank // 2)

    def _read(self) -> tuple[Snapshot, Journal]:
        # The stamps are taken first: what changes while we read is noticed the next time.
        self._bank_stamp = self._disk.stamp(self.path)
        self._journal_stamp = self._disk.stamp(self.journal_path)
        snapshot = parse(self._disk.read(self.path), self.path.name)
        data = b"" if self._journal_stamp is None else self._disk.read(self.journal_path)
        journal = decode(data, self.journal_path.name)
        return snapshot, journal
