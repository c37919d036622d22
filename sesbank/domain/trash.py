"""Trash: what was removed from the bank and can still be put back."""

from __future__ import annotations

from dataclasses import dataclass

from sesbank.domain.bank import Entry

DAYS = 30
"""How long something stays in the trash."""


@dataclass(frozen=True, slots=True)
class Trashed:
    """A removed story or vacancy."""

    entry: Entry
    removed: str
    """When, as ISO 8601 in UTC."""
