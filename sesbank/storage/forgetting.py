"""Forgetting: a story taken out of every backup, each written anew and read back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sesbank.errors import BankError
from sesbank.storage.backups import FOLDER, Backups
from sesbank.storage.snapshot import STORIES, VACANCIES, Document, Rows, Snapshot
from sesbank.storage.trash import TRASH, uid_of

_NAMING = ("pins", "bans", "chosen", "cues")
"""The lists of a vacancy whose items name a story."""


def forget_in_backups(backups: Backups, story_id: str) -> tuple[int, tuple[str, ...]]:
    """Take a story out of all backups; return how many changed and which could not be."""
    changed, left = 0, []
    for backup in backups.listed():
        try:
            snapshot = backups.read(backup.name)
            if _take_out(snapshot, story_id):
                backups.rewrite(backup.name, snapshot)
                changed += 1
        except (BankError, OSError):
            left.append(f"{FOLDER}/{backup.name}")
    return changed, tuple(left)


def kept_aside(bank: Path) -> tuple[str, ...]:
    """Return the names of copies of damaged files, which nobody can take a story out of."""
    path = Path(os.path.realpath(bank))
    beside = [each.name for each in path.parent.glob(f"{path.name}*.set-aside-*")]
    damaged = [f"{FOLDER}/{each.name}" for each in (path.parent / FOLDER).glob("damaged-*")]
    return tuple(sorted(beside) + sorted(damaged))


def _take_out(snapshot: Snapshot, story_id: str) -> bool:
    snapshot.migrate()
    found = False
    for table, quotes in ((STORIES, _is), (TRASH, _quotes)):
        rows: Rows = snapshot.tables.get(table, {})
        for key in [key for key, row in rows.items() if quotes(row, story_id)]:
            del rows[key]
            found = True
    for vacancy in snapshot.tables[VACANCIES].values():
        for field in _NAMING:
            found = _thin_out(vacancy, field, story_id) or found
    return found


def _thin_out(vacancy: dict[str, Any], field: str, story_id: str) -> bool:
    items = vacancy.get(field)
    if not isinstance(items, list):
        return False
    kept = [
        each for each in items if not (isinstance(each, dict) and each.get("story") == story_id)
    ]
    vacancy[field] = kept
    return len(kept) != len(items)


def _is(row: Document, story_id: str) -> bool:
    return row.get("id") == story_id


def _quotes(row: Document, story_id: str) -> bool:
    """Return whether a row of the trash is the story or a vacancy that decided about it."""
    record = row.get("record")
    named = isinstance(record, dict) and any(
        _thin_out(dict(record), field, story_id) for field in _NAMING
    )
    return named or uid_of(row) == story_id
