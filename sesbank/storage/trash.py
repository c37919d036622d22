"""Trash: a table of what was removed, filled and emptied in the same save as the bank itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sesbank.domain.bank import Act, Change, Entry
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
from sesbank.storage.mentions import uid_of
from sesbank.storage.snapshot import Document, Rows

TRASH = "trash"
"""The table's name."""


def trash_changes(file: BankFile, act: Act, removed: str) -> dict[str, Document | None]:
    """Return what an act changes in the trash; inside `exclusive`.

    A record that is in the bank again leaves the trash. Without a moment nothing enters it, but
    for what an undone change had taken out of it.
    """
    keys = {uid_of(row): key for key, row in file.rows(TRASH).items()}
    changes: dict[str, Document | None] = {}
    for change in act.changes:
        if change.entry.id in keys:
            changes[keys[change.entry.id]] = None
        if change.after is None and change.before is not None:
            moment = removed or change.removed
            if moment:
                entry = change.before if removed else change.trashed or change.before
                changes[str(file.take_key(TRASH))] = _row(entry, moment)
    return changes


def with_trashed(rows: Rows, act: Act) -> Act:
    """Return an act whose changes tell what of their records the trash holds now.

    So undoing a change that puts something back returns it to the trash as it was there.
    """
    new = {change.entry.id for change in act.changes if change.before is None}
    held = [row for row in rows.values() if uid_of(row) in new] if new else []
    found = {item.entry.id: item for item in map(_read, held) if item is not None}
    return Act(act.label, tuple(_with(change, found) for change in act.changes))


def _with(change: Change, found: dict[str, Trashed]) -> Change:
    item = found.get(change.entry.id) if change.before is None else None
    return replace(change, trashed=item.entry, removed=item.removed) if item else change


def trashed(rows: Rows) -> tuple[Trashed, ...]:
    """Return what the trash holds, the latest removed first; what cannot be read is left out."""
    found = [item for item in map(_read, rows.values()) if item is not None]
    return tuple(sorted(found, key=lambda item: (item.removed, item.entry.id), reverse=True))


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
