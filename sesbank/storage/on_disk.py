"""On disk: a bank as two files, the snapshot and the journal of what was saved since.

A save is one line written behind the journal, so its cost does not grow with the bank. The order
of the calls below is what makes a crash at any of them harmless; tests/storage/faults break each
in turn.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

from sesbank.storage.beforehand import Beforehand
from sesbank.storage.disk import Disk, Stamp
from sesbank.storage.folder import SafeFolder
from sesbank.storage.journal import Entry, Journal, Touched, decode, encode, named_in, replay
from sesbank.storage.reading import Found, read_beside, read_files
from sesbank.storage.snapshot import Changes, Snapshot, refused, render


class NothingWrittenError(OSError):
    """A line could not be written, and the journal is as before."""


class BankOnDisk:
    """The files of one bank and what is known of them. Every call is made under the lock."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self.path = path
        self.journal_path = path.with_name(path.name + ".journal")
        self._disk = disk
        self._folder = SafeFolder(path.parent, disk)
        self.snapshot = Snapshot()
        """The bank in memory: always what the files say, or what they said last."""
        self.notes: list[str] = []
        """What was put right, a line each."""
        self.beforehand = Beforehand(path, disk, self.notes)
        self._bank_stamp: Stamp | None = None
        self._journal_stamp: Stamp | None = None
        self._size = 0
        """Bytes of the journal that are whole saves."""
        self._unsaid = 0
        """Bytes that a save that failed may have left behind them."""
        self._rewrite = False
        """The files are to be written anew from memory before anything is written behind them."""
        self._lines_safe = False
        """Whether the journal is known to be synced since another program wrote in it."""
        self._hurt = False
        """Whether the journal ends with a save that may have been confirmed and cannot be read."""
        self.wrote = False
        """Whether this program saved anything."""
        self.unborn = False
        """Whether there is no bank yet: the first save makes it."""

    def load(self, *, tidy: bool) -> bool:
        """Read the files. Returns False where nothing is; raises BankError and OSError.

        With `tidy` what a killed program left half written is removed.
        """
        self.beforehand.writable = tidy
        if tidy:
            self._folder.sweep(f".{self.path.name}.")
        if self._disk.stamp(self.path) is None:
            if self._disk.stamp(self.journal_path) is not None:
                fault = f"the file is gone, but its journal {self.journal_path.name} is there"
                raise refused(self.path.name, fault)
            return False
        found = self._read()
        if found.snapshot.edited:
            self.beforehand.edited(found.snapshot)
        self._take_first(found)
        return True

    def load_beside(self) -> bool:
        """Read the files while another program holds the lock.

        Returns False when that is not possible and the lock is to be waited for.
        """
        found = read_beside(self.path, self.journal_path, self._disk)
        if found is not None:
            self._take_first(found)
        return found is not None

    def _take_first(self, found: Found) -> None:
        self._take(found)
        # Nobody knows whether all of an older program's journal is on the disk: its last sync may
        # have failed or never begun. Nothing is confirmed behind it; it is folded in first.
        self._rewrite = self._rewrite or self._size > 0

    def begin(self) -> None:
        """Begin an empty bank, in memory: looking at nothing writes nothing."""
        self.unborn = self._rewrite = True

    def is_current(self) -> bool:
        """Return whether the files are as they were left, by their stamps alone."""
        journal = self._disk.stamp(self.journal_path)
        return self._disk.stamp(self.path) == self._bank_stamp and self._is_ours(journal)

    def follow(self) -> Touched | None:
        """Take over what another program wrote. Returns what changed; None when it may be all.

        Raises BankError when the files cannot be read as this bank any more, and OSError.
        """
        if self.is_current():
            return set()
        bank, journal = self._disk.stamp(self.path), self._disk.stamp(self.journal_path)
        if bank is None and self.unborn:
            raise refused(self.path.name, f"only {self.journal_path.name} of it is there")
        if bank is None:
            self._keep_memory(bank, journal, f"{self.path.name} was removed by another program")
            return set()
        if bank == self._bank_stamp and self._only_grew(journal):
            return self._follow_journal(journal)
        found = self._read()
        if self.unborn:  # Another program was faster, and made the bank.
            self._take_first(found)
            return None
        if found.snapshot.id != self.snapshot.id:
            raise refused(self.path.name, "another bank was put in its place; open it anew")
        if found.snapshot.rev >= self.snapshot.rev:
            if found.snapshot.edited:
                self.beforehand.edited(self.snapshot)
            self._take(found)
            return None
        if bank != self._bank_stamp:
            self._set_aside(self.path)
        self._keep_memory(bank, journal, f"an older state of {self.path.name} was put in its place")
        return set()

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
        line = encode(Entry(rev, self.snapshot.id, changes))
        self._write_behind(line)
        try:
            self._folder.sync_names()
        except OSError:
            self._cut_back(line)
            raise
        self._size += len(line)
        self._journal_stamp = self._folder.known_stamp(self.journal_path)
        self.snapshot.apply(changes, rev)

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

    # --- reading ---

    def _read(self) -> Found:
        found = read_files(self.path, self.journal_path, self._disk)
        if self.beforehand.migrated(found.snapshot):
            self._rewrite = True  # In memory only: the next save writes all anew.
        return found

    def _take(self, found: Found) -> None:
        if self.unborn:
            self.unborn = self._rewrite = False
        self.snapshot = found.snapshot
        self._bank_stamp, self._journal_stamp = found.bank, found.journal
        self._take_tail(found.tail, 0)
        # A journal names its bank: one of another program gets its name on the disk first.
        self._rewrite = self._rewrite or not found.snapshot.named
        if found.snapshot.edited:
            self.notes.append(f"{self.path.name} was changed outside sesbank; the changes are in")

    def _take_tail(self, tail: Journal, before: int) -> None:
        self._size, self._unsaid, self._lines_safe = before + tail.size, 0, False
        if tail.clean:
            return
        self._rewrite = True
        if tail.suspect:
            self._hurt, name = True, named_in(tail.rest)
            about = f" It was about {name}." if name else ""
            self.notes.append(f"the last save in the journal is damaged and was left out.{about}")
        elif tail.rest.strip(b"\n"):
            self.notes.append("a save that broke off before it was confirmed was left out")

    def _follow_journal(self, journal: Stamp | None) -> Touched:
        data = self._disk.read(self.journal_path)[self._size :]
        tail = decode(data, self.journal_path.name)
        copy = self.snapshot.copied()
        touched = replay(tail.entries, copy, self.journal_path.name)
        self.snapshot, self._journal_stamp = copy, journal
        self._take_tail(tail, self._size)
        return touched

    def _is_ours(self, journal: Stamp | None) -> bool:
        if journal == self._journal_stamp:
            return True
        known = self._journal_stamp
        if not (self._unsaid and journal and known and journal.number == known.number):
            return False
        return self._size <= journal.size <= self._size + self._unsaid

    def _only_grew(self, journal: Stamp | None) -> bool:
        known = self._journal_stamp
        if self._rewrite or journal is None or known is None:
            return False
        return journal.number == known.number and journal.size > self._size

    def _keep_memory(self, bank: Stamp | None, journal: Stamp | None, note: str) -> None:
        """What was confirmed is in memory only: it is written again with the next save."""
        self._bank_stamp, self._journal_stamp = bank, journal
        self._rewrite = True
        self.notes.append(f"{note}; it is written again from memory")

    def _set_aside(self, path: Path) -> None:
        name = self._folder.set_aside(path)
        self.notes.append(f"what was found is kept in {name}")

    # --- writing ---

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
        if self._hurt:
            self._set_aside(self.journal_path)
            self._hurt = False
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
