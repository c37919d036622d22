"""Forgetting: a story taken out of every backup, each written anew and read back."""

from __future__ import annotations

import contextlib

from sesbank.domain.records import RecordError, story_from_record
from sesbank.domain.story import Story
from sesbank.errors import BankError
from sesbank.storage.backups import FOLDER, Backups
from sesbank.storage.mentions import trash_without, vacancies_without
from sesbank.storage.snapshot import STORIES, VACANCIES, Document, Snapshot
from sesbank.storage.trash import TRASH


def forget_in_backups(backups: Backups, story_id: str) -> tuple[int, tuple[str, ...]]:
    """Take a story out of all backups; return how many changed and what could not be.

    Never raises: a folder that cannot be looked into is what could not be changed.
    """
    changed, left = 0, []
    try:
        listed = backups.listed()
    except OSError:
        return 0, (FOLDER,)
    for backup in listed:
        try:
            snapshot = backups.read(backup.name)
            if _take_out(snapshot, story_id):
                backups.rewrite(backup.name, snapshot)
                changed += 1
        except (BankError, OSError):
            left.append(f"{FOLDER}/{backup.name}")
    return changed, tuple(left)


def held_by_backups(backups: Backups, story_id: str) -> Story | None:
    """Return a story of this id from the latest backup that has it. Raises OSError."""
    for backup in backups.listed():
        with contextlib.suppress(BankError, RecordError):
            tables = backups.read(backup.name).tables
            rows = [row.get("record") for row in tables.get(TRASH, {}).values()]
            for row in (*tables[STORIES].values(), *rows):
                if isinstance(row, dict) and row.get("id") == story_id and "source" not in row:
                    return story_from_record(row)
    return None


def _take_out(snapshot: Snapshot, story_id: str) -> bool:
    snapshot.migrate()
    changes: dict[str, dict[str, Document | None]] = {
        STORIES: {
            k: None for k, row in snapshot.tables[STORIES].items() if row.get("id") == story_id
        },
        TRASH: trash_without(snapshot.tables.get(TRASH, {}), story_id),
        VACANCIES: vacancies_without(snapshot.tables[VACANCIES], story_id),
    }
    for table, rows in changes.items():
        for key, row in rows.items():
            if row is None:
                del snapshot.tables[table][key]
            else:
                snapshot.tables[table][key] = row
    return any(changes.values())
