"""On disk: a bank as two files, the snapshot and the journal of what was saved since.

A save is one line written behind the journal, so its cost does not grow with the bank. The order
of the calls below is what makes a crash at any of them harmless; tests/storage/faults break each
in turn.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace

from sesbank.storage.followed import FollowedBank
from sesbank.storage.journal import Entry, encode, sum_of
from sesbank.storage.snapshot import Changes, Snapshot, render


class NothingWrittenError(OSError):
    """A line could not be written, and the journal is as before."""


class BankOnDisk(FollowedBank):
    """A bank that is saved in its files. Every call is made under the lock."""

    def append(self, changes: Changes) -> None:
        """Make changes durable, then take them into memory.

        Raises OSError; then memory is as before, and the disk as good as it could be left.
        """
        self.wrote = True
        if self._rewrite or (self._size and self._journal_stamp is None):
            self.write_anew()
        elif self._journal_stamp is None:
            self._new_journal()
        rev = self.snapshot.rev + 1
        on = self.snapshot.trail[-1] if self.snapshot.trail else ""
        line = encode(Entry(rev, self.snapshot.id, changes, on))
        self._write_behind(line)
        try:
            self._folder.sync_names()
        except OSError:
            self._cut_back(line)
            raise
        self._size += len(line)
        self._journal_stamp = self._folder.known_stamp(self.journal_path)
        self.snapshot.apply(changes, rev, sum_of(line))

    def checkpoint(self) -> None:
        """Fold the journal into the snapshot; a program that only read leaves it as it is.

        Raises OSError; no save is lost by that.
        """
        if not self.wrote:
            return
        if self._rewrite:
            self.write_anew()
        elif self._size:
            self._write_snapshot(self.snapshot)
            self._new_journal()

    def _write_behind(self, line: bytes) -> None:
        try:
            handle = self._disk.append(self.journal_path)
            try:
                if not self._lines_safe:
                    self._disk.sync(handle)
                self._write_or_take_back(handle, line)
                self._disk.sync(handle)
            finally:
                self._disk.close(handle)
            self._lines_safe = True
        except NothingWrittenError:
            raise
        except OSError:
            self._cut_back(line)
            raise

    def _write_or_take_back(self, handle: int, line: bytes) -> None:
        """Write a line; when the disk is full, leave the journal as it was, for the next one."""
        try:
            self._disk.write(handle, line)
        except OSError as error:
            self._disk.truncate(handle, self._size)
            self._disk.sync(handle)
            self._journal_stamp = self._folder.known_stamp(self.journal_path)
            raise NothingWrittenError(error.errno, error.strerror) from None

    def _cut_back(self, line: bytes) -> None:
        """Take back a line whose sync failed.

        After a failed sync nobody knows what of the file is on the disk, and a second sync would
        not tell: nothing is ever confirmed behind it again.
        """
        self._rewrite, self._unsaid = True, len(line)
        with contextlib.suppress(OSError):
            handle = self._disk.append(self.journal_path)
            try:
                self._disk.truncate(handle, self._size)
            finally:
                self._disk.close(handle)

    def write_anew(self) -> None:
        """Write all files anew from memory; nothing older stands in them then. Raises OSError."""
        self._apart.before_writing_anew()
        # The next number makes whatever an old journal says of that number already known.
        rev = self.snapshot.rev + (0 if self.unborn else 1)
        snapshot = replace(self.snapshot, rev=rev, named=True)
        self._write_snapshot(snapshot)
        self.snapshot = snapshot
        self._new_journal()

    def _write_snapshot(self, snapshot: Snapshot) -> None:
        self._folder.put(self.path, render(snapshot))
        self.unborn = False
        self._bank_stamp = self._folder.known_stamp(self.path)
        # Only now may the journal go: before, its saves are nowhere else.
        self._folder.sync_names()

    def _new_journal(self, lines: bytes = b"") -> None:
        # A journal is never on the disk without its bank, which may be another program's making.
        self._folder.sync_names()
        # Never emptied in place: after a failed sync old and new bytes could mix in one file.
        self._folder.put(self.journal_path, lines)
        self._journal_stamp = self._folder.known_stamp(self.journal_path)
        self._size, self._unsaid = len(lines), 0
        self._rewrite, self._lines_safe = False, True
        self._folder.sync_names()
