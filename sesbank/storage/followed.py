"""Followed: a bank read from its two files, and kept up with while other programs change them."""

from __future__ import annotations

from pathlib import Path

from sesbank.storage.apart import Apart
from sesbank.storage.beforehand import Beforehand
from sesbank.storage.disk import Disk, Stamp
from sesbank.storage.folder import SafeFolder
from sesbank.storage.journal import Journal, Touched, decode, named_in, replay
from sesbank.storage.lineage import cover, holds
from sesbank.storage.reading import Found, read_beside, read_files
from sesbank.storage.snapshot import Snapshot, refused


class FollowedBank:
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
        self._apart = Apart(path, disk, self._folder, self.notes)
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
            # What others saved since the last look stands in the journal alone.
            grew = self._grew(journal) and not self._unsaid
            touched = self._follow_journal(journal) if grew else set()
            self._keep_memory(bank, journal, f"{self.path.name} was removed by another program")
            return touched
        if bank == self._bank_stamp and not self._rewrite and self._grew(journal):
            return self._follow_journal(journal)
        found = self._read()
        if self.unborn:  # Another program was faster, and made the bank.
            self._take_first(found)
            return None
        if found.snapshot.id != self.snapshot.id:
            raise refused(self.path.name, "another bank was put in its place; open it anew")
        if found.snapshot.rev >= self.snapshot.rev:
            self._take_newer(found)
            return None
        self._keep_from(found)
        self._keep_memory(bank, journal, f"an older state of {self.path.name} was put in its place")
        return set()

    def _read(self) -> Found:
        found = read_files(self.path, self.journal_path, self._disk)
        if self.beforehand.migrated(found.snapshot):
            self._rewrite = True  # In memory only: the next save writes all anew.
        return found

    def _take_newer(self, found: Found) -> None:
        if not holds(found.snapshot, self.snapshot):
            # A sync service brought what another machine made of an older state.
            apart = cover(found.strays, self.snapshot, found.snapshot)
            if self.beforehand.writable and not apart:
                self._apart.state(self.snapshot)
        elif found.snapshot.edited:
            self.beforehand.edited(self.snapshot)
        self._take(found)

    def _keep_from(self, found: Found) -> None:
        """Keep what is not taken in, as far as memory does not hold it."""
        if not holds(self.snapshot, found.snapshot):
            self._apart.state(found.snapshot)
        elif self._disk.stamp(self.path) != self._bank_stamp:
            self._apart.file(self.path)
        strays = [entry for entry in found.strays if entry.sum not in self.snapshot.trail]
        self._apart.strays(strays, self.snapshot)

    def _take(self, found: Found) -> None:
        if self.unborn:
            self.unborn = self._rewrite = False
        self.snapshot = found.snapshot
        self._bank_stamp, self._journal_stamp = found.bank, found.journal
        self._take_tail(found.tail, 0)
        # A journal names its bank: one of another program gets its name on the disk first.
        self._rewrite = self._rewrite or not found.snapshot.named or bool(found.strays)
        self._apart.strays(found.strays, found.snapshot)
        # Written anew, the bank is beyond whatever stands in the journal.
        self.snapshot.rev = max([self.snapshot.rev, *(entry.rev for entry in found.strays)])
        if found.snapshot.edited:
            self.notes.append(f"{self.path.name} was changed outside sesbank; the changes are in")

    def _take_tail(self, tail: Journal, before: int) -> None:
        self._size, self._unsaid, self._lines_safe = before + tail.size, 0, False
        if tail.clean:
            return
        self._rewrite = True
        if tail.suspect:
            name = named_in(tail.rest)
            self._apart.hurt(self.journal_path)
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

    def _grew(self, journal: Stamp | None) -> bool:
        """Return whether others wrote behind what is known of the journal, and did no more."""
        known = self._journal_stamp
        if journal is None or known is None or journal == known:
            return False
        return journal.number == known.number and journal.size > self._size

    def _keep_memory(self, bank: Stamp | None, journal: Stamp | None, note: str) -> None:
        """What was confirmed is in memory only: it is written again with the next save."""
        self._bank_stamp, self._journal_stamp = bank, journal
        self._rewrite = True
        self.notes.append(f"{note}; it is written again from memory")
