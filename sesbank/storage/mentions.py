"""Mentions: what of a vacancy's record names a story, taken out of it as it stands in a file."""

from __future__ import annotations

from typing import Any

from sesbank.storage.snapshot import Document, Rows

_NAMING = ("pins", "bans", "chosen", "cues")
"""The lists of a vacancy whose items name a story."""


def uid_of(row: Document) -> str:
    """Return the id of the record that a row of the trash holds, or an empty text."""
    record = row.get("record")
    return str(record.get("id", "")) if isinstance(record, dict) else ""


def thinned(vacancy: Any, story_id: str) -> Document | None:
    """Return a vacancy's record without what names a story, or None where nothing does."""
    if not isinstance(vacancy, dict):
        return None
    less = {
        field: [each for each in items if not _names(each, story_id)]
        for field, items in vacancy.items()
        if field in _NAMING and isinstance(items, list)
    }
    return {**vacancy, **less} if any(less[f] != vacancy[f] for f in less) else None


def trash_without(rows: Rows, story_id: str) -> dict[str, Document | None]:
    """Return what changes in the trash when a story is forgotten: it goes, vacancies are thinned.

    By key, None for a row that goes.
    """
    changes: dict[str, Document | None] = {}
    for key, row in rows.items():
        if row.get("kind") == "story":
            if uid_of(row) == story_id:
                changes[key] = None
            continue
        record = thinned(row.get("record"), story_id)
        if record is not None:
            changes[key] = {**row, "record": record}
    return changes


def vacancies_without(rows: Rows, story_id: str) -> dict[str, Document | None]:
    """Return by key the vacancies that name a story, without what names it."""
    return {key: less for key, row in rows.items() if (less := thinned(row, story_id)) is not None}


def _names(item: object, story_id: str) -> bool:
    return isinstance(item, dict) and item.get("story") == story_id
