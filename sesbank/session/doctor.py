"""Doctor: is everything of the bank well, and what of a damaged one can be saved."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from sesbank.domain.bank import Act, Bank, Change, Entry
from sesbank.domain.ids import new_id
from sesbank.domain.records import RecordError, story_from_record, vacancy_from_record
from sesbank.errors import BankError, InputError
from sesbank.session import copies
from sesbank.session.opened import Session
from sesbank.storage import BankStore
from sesbank.storage.examining import Copy, Finding, Grade, examine, read_only
from sesbank.storage.rescue import bank_in
from sesbank.storage.salvage import salvage

__all__ = ["Finding", "Grade", "Saved", "examined", "merge", "save_readable"]


class Saved(NamedTuple):
    """What was saved of a damaged bank."""

    path: Path
    stories: int
    vacancies: int
    partly: int
    """How many of them miss something."""


def examined(bank: Path) -> tuple[Finding, ...]:
    """Return everything found in a bank and what belongs to it; nothing is changed."""
    path = Path(os.path.realpath(bank))
    return (*examine(path), *_copies(path))


def merge(session: Session) -> int:
    """Take into the bank what conflicted copies hold beyond it; return how many records."""
    return copies.merge(session)


def save_readable(bank: Path, target: Path) -> Saved:
    """Write what can be read of a damaged bank into a new bank file; the damaged one stays.

    Raises InputError when the target is there already or nothing can be read.
    """
    path = Path(os.path.realpath(bank))
    if target.exists():
        raise InputError(f"{target} is there already: give the name of a new file")
    if not target.parent.is_dir():
        raise InputError(f"the folder {target.parent} is not there; make it first")
    entries, partly = readable(bank)
    if not entries:
        raise InputError(f"nothing in {path.name} can be read: try `sesbank restore`")
    store = BankStore.open(target)
    store.save(Act("salvage", tuple(Change(None, entry) for entry in entries)))
    store.close()
    kept = store.bank
    return Saved(target, len(kept.stories), len(kept.vacancies), partly)


def readable(bank: Path) -> tuple[tuple[Entry, ...], int]:
    """Return what can be read of a damaged bank, and how many of it miss something."""
    path = Path(os.path.realpath(bank))
    found = salvage(_bytes(path), _bytes(path.with_name(f"{path.name}.journal")))
    entries: dict[str, Entry] = {}
    for letter, records in (("s", found.stories), ("v", found.vacancies)):
        for record in records:
            entry = _entry(record, letter, entries)
            if entry is not None:
                entries[entry.id] = entry
    return tuple(entries.values()), found.partly


def _entry(record: dict[str, object], letter: str, taken: dict[str, Entry]) -> Entry | None:
    if not isinstance(record.get("id"), str) or record["id"] in taken:
        record = {**record, "id": new_id(letter, datetime.now(UTC), taken)}
    try:
        return story_from_record(record) if letter == "s" else vacancy_from_record(record)
    except RecordError:
        return None


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
