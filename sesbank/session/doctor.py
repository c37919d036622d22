"""Doctor: is everything of the bank well, and what of a damaged one can be saved."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from sesbank.domain.bank import Bank, Entry
from sesbank.domain.ids import new_id
from sesbank.domain.records import mended, story_from_record, vacancy_from_record
from sesbank.domain.records.mended import Mended
from sesbank.domain.story import Story
from sesbank.domain.text import clean_line
from sesbank.errors import BankError, InputError
from sesbank.files import Place, look_at, placed, shown
from sesbank.session import copies
from sesbank.session.opened import Session
from sesbank.storage.disk import RealDisk
from sesbank.storage.examining import Copy, Finding, Grade, examine, read_only
from sesbank.storage.rescue import bank_in, put_entries
from sesbank.storage.salvage import salvage
from sesbank.storage.snapshot import Rows

__all__ = ["Finding", "Grade", "Saved", "examined", "merge", "save_readable"]


class Saved(NamedTuple):
    """What was saved of a damaged bank."""

    path: Path
    stories: int
    vacancies: int
    partly: int
    """How many of them, or of what is in the trash, miss something."""
    missing: tuple[str, ...] = ()
    """What could not be read, a line a record."""


def examined(bank: Path) -> tuple[Finding, ...]:
    """Return everything found in a bank and what belongs to it; nothing is changed."""
    return (*examine(bank), *_copies(Path(os.path.realpath(bank))))


def merge(session: Session) -> int:
    """Take into the bank what conflicted copies hold beyond it; return how many records."""
    return copies.merge(session)


def save_readable(bank: Path, target: Path) -> Saved:
    """Write what can be read of a damaged bank into a new bank file; the damaged one stays.

    Raises InputError when the target is there already or nothing can be read.
    """
    path = Path(os.path.realpath(bank))
    if look_at(placed(target)) is not Place.NOTHING:
        raise InputError(f"{shown(target)} is there already: give the name of a new file")
    found = readable(bank)
    if not found.entries:
        raise InputError(f"nothing in {path.name} can be read: try `sesbank restore`")
    put_entries(target, RealDisk(), found.entries, found.beside)
    stories = sum(isinstance(entry, Story) for entry in found.entries)
    return Saved(target, stories, len(found.entries) - stories, found.partly, found.missing)


class Readable(NamedTuple):
    """What can be read of a damaged bank."""

    entries: tuple[Entry, ...]
    beside: Mapping[str, Rows]
    """The trash and tables of other programs, as they stand there."""
    partly: int
    """How many records miss something."""
    missing: tuple[str, ...]
    """What could not be read, a line a record."""


def readable(bank: Path) -> Readable:
    """Return what can be read of a damaged bank.

    A field that cannot be read stays in its record as an unknown one, so that no word is lost.
    """
    path = Path(os.path.realpath(bank))
    found = salvage(_bytes(path), _bytes(path.with_name(f"{path.name}.journal")))
    entries: dict[str, Entry] = {}
    missing: list[str] = []
    for letter, records in (("s", found.stories), ("v", found.vacancies)):
        for record in records:
            read = _read(record, letter, entries)
            if read.entry is not None:
                entries[read.entry.id] = read.entry
            if read.entry is None or read.beside:
                missing.append(_about_record(record, read))
    return Readable(
        tuple(entries.values()), found.beside, found.partly + len(missing), tuple(missing)
    )


def _read(record: dict[str, Any], letter: str, taken: Mapping[str, Entry]) -> Mended[Entry]:
    if not isinstance(record.get("id"), str) or record["id"] in taken:
        record = {**record, "id": new_id(letter, datetime.now(UTC), taken)}
    return mended(record, story_from_record if letter == "s" else vacancy_from_record)


def _about_record(record: dict[str, Any], read: Mended[Entry]) -> str:
    name = clean_line(str(record.get("id", "")))[:40] or "a record without an id"
    if read.entry is None:
        return f"{name} could not be read"
    return f"{name}: {', '.join(read.beside)} could not be read and is kept beside the other fields"


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _copies(path: Path) -> tuple[Finding, ...]:
    return tuple(_about(copy, _present(path)) for copy in copies.found(path))


def _about(copy: Copy, bank: Bank | None) -> Finding:
    if copy.bank is None:
        text = f"{copy.path.name} looks like a copy of a sync service and cannot be read"
        return Finding(Grade.LOOK, "copies", text)
    if bank is not None and not copies.has_news(bank, copy.bank):
        text = f"{copy.path.name} holds nothing that the bank does not; you can delete it"
        return Finding(Grade.GOOD, "copies", text)
    text = f"{copy.path.name} holds more than the bank: `sesbank doctor --merge` takes it in"
    return Finding(Grade.LOOK, "copies", text)


def _present(path: Path) -> Bank | None:
    try:
        return bank_in(read_only(path))
    except BankError:
        return None
