"""Examining: every file of a bank looked at without changing any."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from sesbank.domain.bank import Bank
from sesbank.errors import BankError
from sesbank.storage.backups import FOLDER as BACKUPS
from sesbank.storage.backups import Backups
from sesbank.storage.disk import RealDisk
from sesbank.storage.drafts import FOLDER as DRAFTS
from sesbank.storage.drafts import DraftFolder
from sesbank.storage.journal import decode, replay
from sesbank.storage.network import remote_note
from sesbank.storage.rescue import bank_in
from sesbank.storage.snapshot import Snapshot, parse, refused
from sesbank.storage.undo_log import UndoLog

_CONFLICTED = re.compile(r"conflicted copy|\.sync-conflict-|^ \d+$|^ \(\d+\)$", re.IGNORECASE)
"""What Dropbox, Nextcloud, Syncthing, iCloud and Google Drive add to a name."""


class Grade(StrEnum):
    """How a finding is."""

    GOOD = "good"
    LOOK = "look"
    """Something for the person to look at; nothing is lost."""
    DAMAGED = "damaged"


class Finding(NamedTuple):
    """One thing found; the text names files and counts, never a story's words."""

    grade: Grade
    about: str
    """What was looked at: bank, backups, permissions, leftovers, drafts, undo, copies, place."""
    text: str


class Copy(NamedTuple):
    """A bank that a sync service left beside the bank."""

    path: Path
    bank: Bank | None
    """None when it cannot be read."""


def read_only(path: Path) -> Snapshot:
    """Return the bank of a file with its journal, changing nothing. Raises BankError."""
    journal = path.with_name(f"{path.name}.journal")
    try:
        snapshot = parse(path.read_bytes(), path.name)
        data = journal.read_bytes() if journal.exists() else b""
    except OSError as error:
        raise BankError(
            f"{path.name} cannot be read: {(error.strerror or '').casefold()}"
        ) from None
    replay(decode(data, journal.name).entries, snapshot, journal.name)
    return snapshot


def examine(path: Path) -> Iterator[Finding]:
    """Yield what is found in a bank and everything that belongs to it."""
    yield from _bank(path)
    yield from _backups(path)
    yield from _drafts(path)
    yield from _undo(path)
    yield from _leftovers(path)
    remote = remote_note(path.parent)
    if remote:
        yield Finding(Grade.LOOK, "place", remote)
    if os.name != "nt":
        yield from _permissions(path)


def copies(path: Path) -> tuple[Copy, ...]:
    """Return the conflicted copies beside a bank, by name."""
    bank_id = _id_of(path)
    found: list[Copy] = []
    for beside in sorted(path.parent.glob("*.json")):
        if beside.name == path.name or not beside.name.startswith(path.stem):
            continue
        rest = beside.name.removeprefix(path.stem).removesuffix(".json")
        marked = _CONFLICTED.search(rest) is not None
        # OneDrive adds the name of a computer, which may be any word: the bank's id tells.
        if marked or (bank_id and _id_of(beside) == bank_id):
            found.append(Copy(beside, _bank_of(beside)))
    return tuple(found)


def _id_of(path: Path) -> str:
    try:
        return parse(path.read_bytes(), path.name).id
    except (BankError, OSError):
        return ""


def _bank_of(path: Path) -> Bank | None:
    try:
        return bank_in(read_only(path))
    except BankError:
        return None


def _bank(path: Path) -> Iterator[Finding]:
    journal = path.with_name(f"{path.name}.journal")
    if not path.exists():
        if journal.exists() or Backups(path, RealDisk()).listed():
            lost = refused(path.name, "the file is gone, but its journal or backups are there")
            yield Finding(Grade.DAMAGED, "bank", str(lost))
        else:
            yield Finding(Grade.GOOD, "bank", f"there is no bank at {path} yet")
        return
    try:
        snapshot = read_only(path)
        bank = bank_in(snapshot)
    except BankError as error:
        yield Finding(Grade.DAMAGED, "bank", str(error))
        return
    held = f"{len(bank.stories)} stories and {len(bank.vacancies)} vacancies, {snapshot.rev} saves"
    yield Finding(Grade.GOOD, "bank", f"{path.name} opens: {held}")
    if snapshot.edited:
        yield Finding(Grade.LOOK, "bank", f"{path.name} was changed outside sesbank; it is valid")


def _backups(path: Path) -> Iterator[Finding]:
    backups, good = Backups(path, RealDisk()), 0
    for backup in backups.listed():
        try:
            bank_in(backups.read(backup.name))
            good += 1
        except BankError as error:
            yield Finding(Grade.LOOK, "backups", str(error))
    yield Finding(Grade.GOOD, "backups", f"{good} backups read back well in {backups.folder}")


def _drafts(path: Path) -> Iterator[Finding]:
    whole, damaged = DraftFolder(path.parent, RealDisk()).listed(tidy=False)
    if whole:
        yield Finding(Grade.GOOD, "drafts", f"{len(whole)} drafts are not saved yet")
    for name in damaged:
        yield Finding(Grade.LOOK, "drafts", f"the draft {name} cannot be read")


def _undo(path: Path) -> Iterator[Finding]:
    log = UndoLog(path, RealDisk(), str)
    if not log.is_whole():
        yield Finding(
            Grade.LOOK, "undo", "what could be undone is damaged; the bank is not touched"
        )


def _leftovers(path: Path) -> Iterator[Finding]:
    for folder in (path.parent, path.parent / BACKUPS, path.parent / DRAFTS):
        for name in sorted(os.listdir(folder)) if folder.is_dir() else []:  # noqa: PTH208
            if name.startswith(".") and name.endswith(".tmp"):
                text = f"{name} was left by a program that was stopped; it can be deleted"
                yield Finding(Grade.LOOK, "leftovers", text)
            elif name.startswith((f"{path.name}.set-aside-", "damaged-")):
                text = f"{name} keeps what was damaged; delete it when you need it no longer"
                yield Finding(Grade.GOOD, "leftovers", text)


def _permissions(path: Path) -> Iterator[Finding]:
    own = [path, *(path.with_name(path.name + end) for end in (".journal", ".lock", ".undo"))]
    for folder in (path.parent / BACKUPS, path.parent / DRAFTS):
        own += [folder, *(sorted(folder.iterdir()) if folder.is_dir() else [])]
    for file in own:
        if file.exists() and file.stat().st_mode & 0o077:
            mode, wanted = file.stat().st_mode & 0o777, "700" if file.is_dir() else "600"
            text = f"others can open {file.name} (mode {mode:o}): `chmod {wanted}` closes it"
            yield Finding(Grade.LOOK, "permissions", text)
