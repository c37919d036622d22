"""Rescue: what can be done about a bank that does not open, and doing it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from sesbank.domain.story import Story
from sesbank.errors import InputError
from sesbank.session.backups import restore_damaged
from sesbank.session.doctor import readable
from sesbank.storage.disk import RealDisk
from sesbank.storage.rescue import best_backup, put_entries
from sesbank.storage.thinning import Backup

__all__ = ["Outlook", "Way", "back_from_backup", "back_from_damage", "outlook"]


_MOST_NAMED = 3
"""Records whose missing fields are named in a line."""


class Way(NamedTuple):
    """What one way of getting a bank back would bring."""

    stories: int
    vacancies: int
    partly: int = 0
    """How many of them miss something."""
    later: int = 0
    """How many saves made after the backup come back as well."""
    backup: Backup | None = None


class Outlook(NamedTuple):
    """What could be brought back of a bank that does not open; None where nothing could."""

    backup: Way | None
    damage: Way | None


def outlook(bank: Path) -> Outlook:
    """Look at the backups and at what is still readable of the bank; nothing is changed."""
    path = Path(os.path.realpath(bank))
    best = best_backup(path, RealDisk())
    found = readable(path)
    stories, count = sum(isinstance(entry, Story) for entry in found.entries), len(found.entries)
    return Outlook(
        best and Way(len(best.bank.stories), len(best.bank.vacancies), 0, best.later, best.backup),
        Way(stories, count - stories, found.partly) if count else None,
    )


def back_from_backup(bank: Path) -> str:
    """Put the newest good backup in the place of the bank and return what was done in a line.

    The damaged files are copied first. Raises NotFoundError, BankError and NotSavedError.
    """
    done = restore_damaged(bank)
    later = f", and {done.later} saves made after it" if done.later else ""
    return (
        f"the bank is back from its backup of {done.backup.made:%Y-%m-%d %H:%M} UTC{later}; "
        f"{_kept(done.copy)}"
    )


def back_from_damage(bank: Path) -> str:
    """Put what can be read of a damaged bank in its place and return what was done in a line.

    The damaged files are copied first. Raises InputError and NotSavedError.
    """
    found = readable(bank)
    if not found.entries:
        raise InputError(f"nothing in {bank.name} can be read")
    copy = put_entries(bank, RealDisk(), found.entries, found.beside)
    missing = f", {found.partly} of them with something missing" if found.partly else ""
    if found.missing:
        missing += f" ({'; '.join(found.missing[:_MOST_NAMED])})"
    return f"{len(found.entries)} records of the damaged bank are back{missing}; {_kept(copy)}"


def _kept(copy: Path | None) -> str:
    return f"the damaged files are kept in {copy}" if copy else "there was no file to keep"
