"""Rescue: a backup put in the place of a bank that cannot be read."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from sesbank.domain.bank import Bank, Entry
from sesbank.domain.records import (
    RecordError,
    entry_to_record,
    story_from_record,
    vacancy_from_record,
)
from sesbank.domain.records.values import clean_value
from sesbank.domain.story import Story
from sesbank.errors import BankError, LockedBankError, NotSavedError
from sesbank.files import reason
from sesbank.storage.backups import Backups
from sesbank.storage.damage import keep_copy
from sesbank.storage.disk import Disk
from sesbank.storage.documents import read_document
from sesbank.storage.journal import decode, replay
from sesbank.storage.lineage import parted
from sesbank.storage.lock import WAIT, BusyError
from sesbank.storage.on_disk import BankOnDisk
from sesbank.storage.salvage import journal_lines
from sesbank.storage.snapshot import STORIES, VACANCIES, Rows, Snapshot
from sesbank.storage.thinning import Backup

T = TypeVar("T", bound=Entry)


class Rescued(NamedTuple):
    """What was put in place."""

    backup: Backup
    records: int
    """How many stories and vacancies the bank has now."""
    later: int
    """How many saves of the journal follow the backup."""
    copy: Path | None
    """Where the damaged files are."""


def put_back(link: Path, disk: Disk, name: str = "") -> Rescued:
    """Put a backup in the place of a bank; by default the newest that can be read.

    Raises BankError when no backup can be read, NotSavedError when it cannot be written.
    """
    path = Path(os.path.realpath(link))
    with _held(path, disk):
        return _put_back(path, disk, name)


class Best(NamedTuple):
    """The newest backup that can be read."""

    backup: Backup
    bank: Bank
    """What it holds, with the saves of the journal that follow it."""
    later: int
    """How many those are."""


def best_backup(path: Path, disk: Disk) -> Best | None:
    """Return what `put_back` would put in place, or None. Changes nothing and never raises."""
    try:
        backup, snapshot, later = _found(Backups(path, disk), path, disk, "")
        return Best(backup, bank_in(snapshot), later)
    except (BankError, OSError):
        return None


def put_entries(
    link: Path, disk: Disk, entries: Iterable[Entry], beside: Mapping[str, Rows]
) -> Path | None:
    """Put these records, with these other tables, in the place of a bank that cannot be read.

    What of the other tables cannot be kept is left out. Returns where its files were copied before.
    Raises NotSavedError.
    """
    path = Path(os.path.realpath(link))
    snapshot = Snapshot()
    for entry in entries:
        rows = snapshot.tables[STORIES if isinstance(entry, Story) else VACANCIES]
        rows[str(len(rows) + 1)] = entry_to_record(entry)
    snapshot.tables.update((name, _kept_rows(rows)) for name, rows in beside.items())
    with _held(path, disk):
        backups = Backups(path, disk)
        copy = keep_copy(path, backups.folder, disk, backups.now())
        _write(path, disk, snapshot)
        return copy


def _kept_rows(rows: Rows) -> Rows:
    kept: Rows = {}
    for key, document in rows.items():
        with contextlib.suppress(ValueError):
            kept[key] = clean_value(document, "")
    return kept


@contextlib.contextmanager
def _held(path: Path, disk: Disk) -> Iterator[None]:
    """Hold the bank's lock; what goes wrong meanwhile is told in words."""
    try:
        with disk.lock(path.with_name(path.name + ".lock"), WAIT)():
            yield
    except BusyError:
        raise LockedBankError(f"{path.name}: another sesbank is saving; try again") from None
    except OSError as error:
        raise NotSavedError(f"nothing was restored: {reason(error)}") from None


def _write(path: Path, disk: Disk, snapshot: Snapshot) -> None:
    # Whatever the old journal says is then known already, should a crash leave it there.
    lines = tuple(journal_lines(_read(path.with_name(path.name + ".journal"), disk)))
    snapshot.rev = max([snapshot.rev, *(entry.rev for entry in lines)])
    snapshot.trail += [entry.sum for entry in lines]
    state = BankOnDisk(path, disk)
    state.snapshot = snapshot
    state.write_anew()


def _put_back(path: Path, disk: Disk, name: str) -> Rescued:
    backups = Backups(path, disk)
    backup, snapshot, later = _found(backups, path, disk, name)
    snapshot.migrate()
    bank = bank_in(snapshot)
    copy = keep_copy(path, backups.folder, disk, backups.now())
    _write(path, disk, snapshot)
    return Rescued(backup, len(bank.stories) + len(bank.vacancies), later, copy)


def _found(backups: Backups, path: Path, disk: Disk, name: str) -> tuple[Backup, Snapshot, int]:
    if name:
        backup = next((each for each in backups.listed() if each.name == name), None)
        if backup is None:
            raise BankError(f"the backup {name} is gone: see `sesbank backup --list`")
        return backup, backups.read(name), 0
    newest = backups.newest_good()
    if newest is None:
        raise BankError(f"no backup of {path.name} can be read: try `sesbank doctor --salvage`")
    backup, snapshot = newest
    return backup, *_with_journal(snapshot, path.with_name(path.name + ".journal"), disk)


def _with_journal(snapshot: Snapshot, journal: Path, disk: Disk) -> tuple[Snapshot, int]:
    """Add the saves that follow the backup, when all of them are there."""
    whole = snapshot.copied()
    try:
        own, strays = parted(decode(_read(journal, disk), journal.name).entries, whole)
        if strays:
            return snapshot, 0
        replay(own, whole, journal.name)
        bank_in(whole)
    except BankError:
        return snapshot, 0
    return whole, whole.rev - snapshot.rev


def _read(path: Path, disk: Disk) -> bytes:
    return disk.read(path) if disk.stamp(path) is not None else b""


def _unfit(fault: str) -> BankError:
    return BankError(f"the backup cannot be used: {fault}")


def bank_in(
    snapshot: Snapshot,
    complaint: Callable[[str], BankError] = _unfit,
    told: Callable[[str], object] = str,
) -> Bank:
    """Return the stories and vacancies of a snapshot, migrating it if it is older.

    `told` gets a line for what of it stays in the file and is not shown. Raises BankError, as
    `complaint` words it, for a record that cannot be read.
    """
    snapshot.migrate()

    def entries(table: str, read: Callable[[object, str], T]) -> Mapping[str, T]:
        found: dict[str, T] = {}
        for key, row in snapshot.tables[table].items():
            entry, note = read_document(row, f"{table} {key}", read)
            if note:
                told(note)
            if entry is not None:
                found[entry.id] = entry
        return MappingProxyType(found)

    try:
        stories = entries(STORIES, story_from_record)
        return Bank(stories, entries(VACANCIES, vacancy_from_record))
    except RecordError as error:
        raise complaint(str(error)) from None
