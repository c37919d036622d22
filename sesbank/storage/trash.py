"""Trash: a table of what was removed, filled and emptied in the same save as the bank itself."""

from __future__ import annotations

from typing import Any

from sesbank.domain.bank import Act, Entry
from sesbank.domain.records import (
    RecordError,
    story_from_record,
    story_to_record,
    vacancy_from_record,
    vacancy_to_record,
)
from sesbank.domain.story import Story
from sesbank.domain.trash import Trashed
from sesbank.storage.bank_file import BankFile
from sesbank.storage.snapshot import Document, Rows

TRASH = "trash"
"""The table's name."""


def trash_changes(file: BankFile, act: Act, removed: str) -> dict[str, Document | None]:
    """Return what an act changes in the trash; inside `exclusive`.

    A record that is in the bank again leaves the trash. Without a moment nothing enters it.
    """
    keys = {uid_of(row): key for key, row in file.rows(TRASH).items()}
    changes: dict[str, Document | None] = {}
    for change in act.changes:
        if change.entry.id in keys:
            changes[keys[change.entry.id]] = None
        if change.after is None and change.before is not None and removed:
            key = str(file.take_key(TRASH))
            changes[key] = _row(change.before, removed)
    return changes


def trashed(rows: Rows) -> tuple[Trashed, ...]:
    """Return what the trash holds, the latest removed first; what cannot be read is left out."""
    found = [item for item in map(_read, rows.values()) if item is not None]
    return tuple(sorted(found, key=lambda item: (item.removed, item.entry.id), reverse=True))


def uid_of(row: Document) -> str:
    """Return the id of the record that a row of the trash holds, or an empty text."""
    record = row.get("record")
    return str(record.get("id", "")) if isinstance(record, dict) else ""


def _row(entry: Entry, removed: str) -> dict[str, Any]:
    if isinstance(entry, Story):
        return {"kind": "story", "removed": removed, "record": story_to_record(entry)}
    return {"kind": "vacancy", "removed": removed, "record": vacancy_to_record(entry)}


def _read(row: Document) -> Trashed | None:
    read = story_from_record if row.get("kind") == "story" else vacancy_from_record
    try:
        return Trashed(read(row.get("record")), str(row.get("removed", "")))
    except RecordError:
        return None
