"""Reading: the two files of a bank read as one state of it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sesbank.errors import BankError, LockedBankError
from sesbank.storage.disk import Disk, Stamp
from sesbank.storage.journal import Entry, Journal, decode, replay
from sesbank.storage.lineage import parted
from sesbank.storage.migration import SCHEMA
from sesbank.storage.snapshot import Snapshot, parse

_LOOKS = 3
"""How often a bank is read that another program is changing, before the lock is waited for."""

_STILL = 20
"""How often a bank is read that never stands still."""


class Found(NamedTuple):
    """What the files hold, with the stamps they had when they were read."""

    bank: Stamp | None
    journal: Stamp | None
    snapshot: Snapshot
    """With everything the journal adds."""
    tail: Journal
    strays: tuple[Entry, ...] = ()
    """Saves in the journal that follow another state of the bank; they are not in it."""


def read_files(path: Path, journal_path: Path, disk: Disk) -> Found:
    """Read both files. Raises BankError when they are no bank, and OSError."""
    # The stamps come first: what changes while we read is noticed the next time.
    bank, journal = disk.stamp(path), disk.stamp(journal_path)
    snapshot = parse(disk.read(path), path.name)
    data = b"" if journal is None else disk.read(journal_path)
    tail = decode(data, journal_path.name)
    own, strays = parted(tail.entries, snapshot)
    replay(own, snapshot, journal_path.name)
    return Found(bank, journal, snapshot, tail, strays)


def read_still(path: Path, journal_path: Path, disk: Disk) -> Found:
    """Read both files as they were together, without the lock and whatever is saved meanwhile.

    Raises BankError when they are no bank, LockedBankError when they never stood still, OSError.
    """
    for _ in range(_STILL):
        before = (disk.stamp(path), disk.stamp(journal_path))
        try:
            found = read_files(path, journal_path, disk)
        except BankError:
            if before == (disk.stamp(path), disk.stamp(journal_path)):
                raise
            continue
        if (found.bank, found.journal) == (disk.stamp(path), disk.stamp(journal_path)):
            return found
    raise LockedBankError(f"{path.name}: another sesbank is saving; try again")


def read_beside(path: Path, journal_path: Path, disk: Disk) -> Found | None:
    """Read both files while another program holds the lock, or return None.

    Stamps that are the same before and after tell that both were there together. Whatever needs
    more than reading (a backup, a note, a second look) is left to somebody with the lock.
    """
    for _ in range(_LOOKS):
        try:
            found = read_files(path, journal_path, disk)
            plain = found.tail.clean and found.snapshot.named and not found.snapshot.edited
            plain = plain and not found.strays
            now = (disk.stamp(path), disk.stamp(journal_path))
            if plain and found.snapshot.schema == SCHEMA and now == (found.bank, found.journal):
                return found
        except (BankError, OSError):
            continue
    return None
