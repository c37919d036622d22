"""Backups: listed, made when asked for, and brought back."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from sesbank.domain.bank import Bank, Change
from sesbank.domain.story import Story
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import BankError, InputError, NotFoundError, NotSavedError
from sesbank.files import reason, shown
from sesbank.session.opened import Session
from sesbank.storage.backups import Backups
from sesbank.storage.disk import RealDisk
from sesbank.storage.rescue import bank_in, put_back
from sesbank.storage.thinning import ASKED, Backup

__all__ = [
    "Backup",
    "Restored",
    "chosen",
    "listed",
    "listed_at",
    "make",
    "remove",
    "restore",
    "restore_damaged",
]

T = TypeVar("T", Story, Vacancy)


class Restored(NamedTuple):
    """What became of a restore."""

    backup: Backup
    changed: int
    """How many stories and vacancies are as they were then; for a damaged bank how many it has."""
    later: int = 0
    """How many saves made after the backup could be kept as well."""
    copy: Path | None = None
    """Where the damaged files are."""


def listed(session: Session) -> tuple[Backup, ...]:
    """Return the backups there are, the one of the latest save first.

    Raises BankError where their folder may not be looked into.
    """
    session.keeper.finish()
    return _listed(session.store.backups)


def listed_at(bank: Path) -> tuple[Backup, ...]:
    """Return the backups of a bank that need not open; raises as `listed` does."""
    return _listed(Backups(Path(os.path.realpath(bank)), RealDisk()))


def _listed(backups: Backups) -> tuple[Backup, ...]:
    try:
        return backups.listed()
    except OSError as error:
        raise BankError(
            f"the backups in {shown(backups.folder)} could not be looked at: {reason(error)}"
        ) from None


def make(session: Session) -> Backup:
    """Make a backup now, read back, that stays until the person removes it.

    An equal one that was asked for already is returned. Raises NotSavedError.
    """
    return session.keeper.make(ASKED)


def remove(bank: Path, name: str) -> Backup:
    """Take a backup of a bank, which need not open, away for good; return which it was.

    The only one there is stays. Raises NotFoundError for an unknown name, InputError for the
    last one, NotSavedError where the file cannot be removed.
    """
    there = listed_at(bank)
    backup = chosen(there, name)
    if len(there) == 1:
        raise InputError("this is the only backup there is: make another one before it goes")
    keeper = Backups(Path(os.path.realpath(bank)), RealDisk())
    try:
        keeper.remove(backup.name)
    except OSError as error:
        raise NotSavedError(f"{backup.name} is still there: {reason(error)}") from None
    return backup


def restore(session: Session, name: str = "") -> Restored:
    """Bring back the bank of a backup, by default the newest; the present state is backed up first.

    It is one act that undo takes back; what is not in the backup goes to the trash. Raises
    NotFoundError for an unknown name, BankError for a damaged backup, NotSavedError.
    """
    keeper = session.store.backups
    there = _listed(keeper)
    if name or not there:
        backup = chosen(there, name)
        snapshot = keeper.read(backup.name)
    else:
        newest = keeper.newest_good()
        if newest is None:
            raise NotFoundError("none of the backups can be read: see `sesbank doctor`")
        backup, snapshot = newest
    then = bank_in(snapshot)
    changes = list(_differences(session.bank, then))
    session.act(f"restore the bank of {backup.made:%Y-%m-%d %H:%M}", changes, backup="restore")
    return Restored(backup, len(changes))


def restore_damaged(bank: Path, name: str = "") -> Restored:
    """Put a backup in the place of a bank that does not open; its files are copied first.

    Without a name the newest backup that can be read is taken, with the saves of the journal
    that follow it. Raises NotFoundError, BankError and NotSavedError.
    """
    there = listed_at(bank)
    if not there:
        raise NotFoundError(
            f"there is no backup of {bank}: `sesbank doctor` can save what it holds"
        )
    done = put_back(bank, RealDisk(), chosen(there, name).name if name else "")
    return Restored(done.backup, done.records, done.later, done.copy)


def chosen(backups: tuple[Backup, ...], name: str) -> Backup:
    """Return the backup of a name or an unambiguous part of it. Raises NotFoundError."""
    if not backups:
        raise NotFoundError("there is no backup yet: `sesbank backup` makes one")
    exact = [backup for backup in backups if backup.name == name]
    found = exact or [backup for backup in backups if name in backup.name]
    if len(found) == 1:
        return found[0]
    what = f"{len(found)} backups have" if found else "no backup has"
    raise NotFoundError(f"{what} {name!r} in the name: see `sesbank backup --list`")


def _differences(present: Bank, then: Bank) -> Iterator[Change]:
    yield from _of_kind(present.stories, then.stories)
    yield from _of_kind(present.vacancies, then.vacancies)


def _of_kind(present: Mapping[str, T], then: Mapping[str, T]) -> Iterator[Change]:
    for uid in {**present, **then}:
        before, after = present.get(uid), then.get(uid)
        if before is not None and after is not None:
            if before.edit(rev=0) == after.edit(rev=0):
                continue
            # An editor that has the present one open must notice.
            after = after.edit(rev=before.rev + 1)
        yield Change(before, after)
