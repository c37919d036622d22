"""Examining: every file of a bank looked at without changing any."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sesbank.domain.bank import Bank
from sesbank.domain.text import counted
from sesbank.errors import BankError
from sesbank.files import reason
from sesbank.storage.backups import FOLDER as BACKUPS
from sesbank.storage.backups import Backups
from sesbank.storage.disk import RealDisk
from sesbank.storage.drafts import FOLDER as DRAFTS
from sesbank.storage.drafts import DraftFolder
from sesbank.storage.left_behind import editor_files
from sesbank.storage.network import remote_note
from sesbank.storage.reading import Found, read_still
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
    return _read_only(path).snapshot


def _read_only(path: Path) -> Found:
    try:
        return read_still(path, path.with_name(f"{path.name}.journal"), RealDisk())
    except OSError as error:
        raise BankError(f"{path.name} cannot be read: {reason(error)}") from None


def examine(bank: Path) -> Iterator[Finding]:
    """Yield what is found in a bank, behind any link, and everything that belongs to it."""
    path = Path(os.path.realpath(bank))
    looks = {"backups": _backups, "drafts": _drafts, "undo": _undo, "leftovers": _leftovers}
    if os.name != "nt":
        looks["permissions"] = _permissions
    closed: list[str] = []
    yield from _bank(bank, path)
    for about, look in looks.items():
        try:
            yield from look(path)
        except OSError as error:
            place = Path(error.filename or path.parent).name
            text = f"{place} cannot be looked into: {reason(error)}"
            if text not in closed:
                yield Finding(Grade.LOOK, about, text)
            closed.append(text)
    remote = remote_note(path.parent)
    if remote:
        yield Finding(Grade.LOOK, "place", remote)


def copies(path: Path) -> tuple[Copy, ...]:
    """Return the conflicted copies beside a bank, by name."""
    bank_id = _id_of(path)
    found: list[Copy] = []
    for beside in _beside(path.parent):
        if beside.name == path.name or not beside.name.startswith(path.stem):
            continue
        rest = beside.name.removeprefix(path.stem).removesuffix(".json")
        marked = _CONFLICTED.search(rest) is not None
        # OneDrive adds the name of a computer, which may be any word: the bank's id tells.
        if marked or (bank_id and _id_of(beside) == bank_id):
            found.append(Copy(beside, _bank_of(beside)))
    return tuple(found)


def _beside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.glob("*.json"))
    except OSError:
        return []


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


def _bank(link: Path, path: Path) -> Iterator[Finding]:
    odd: list[str] = []
    try:
        if link.is_symlink() and not link.exists():
            raise BankError(f"{link} points to {path}, which is not there")
        if not path.exists():
            yield _no_bank(path)
            return
        found = _read_only(path)
        bank = bank_in(found.snapshot, partial(refused, path.name), odd.append)
    except OSError as error:
        yield Finding(Grade.DAMAGED, "bank", f"{path} cannot be read: {reason(error)}")
        return
    except BankError as error:
        yield Finding(Grade.DAMAGED, "bank", str(error))
        return
    held = f"{len(bank.stories)} stories and {len(bank.vacancies)} vacancies"
    yield Finding(Grade.GOOD, "bank", f"{path.name} opens: {held}, {found.snapshot.rev} saves")
    if found.snapshot.edited:
        yield Finding(Grade.LOOK, "bank", f"{path.name} was changed outside sesbank; it is valid")
    yield from (Finding(Grade.LOOK, "bank", note) for note in odd)
    if found.strays:
        saves = counted(len(found.strays), "save", "saves")
        text = f"the journal has {saves} of another state of {path.name}"
        yield Finding(Grade.LOOK, "bank", f"{text}: opening it keeps them beside the bank")


def _no_bank(path: Path) -> Finding:
    journal = path.with_name(f"{path.name}.journal")
    if journal.exists() or Backups(path, RealDisk()).listed():
        lost = refused(path.name, "the file is gone, but its journal or backups are there")
        return Finding(Grade.DAMAGED, "bank", str(lost))
    return Finding(Grade.GOOD, "bank", f"there is no bank at {path} yet")


def _backups(path: Path) -> Iterator[Finding]:
    backups, good = Backups(path, RealDisk()), 0
    for backup in backups.listed():
        try:
            bank_in(backups.read(backup.name), partial(_unfit, backup.name))
            good += 1
        except BankError as error:
            yield Finding(Grade.LOOK, "backups", str(error))
    yield Finding(Grade.GOOD, "backups", f"{good} backups read back well in {backups.folder}")


def _unfit(name: str, fault: str) -> BankError:
    return BankError(f"the backup {name} cannot be used: {fault}")


def _drafts(path: Path) -> Iterator[Finding]:
    drafts = DraftFolder(path, RealDisk())
    whole, damaged = drafts.listed(tidy=False)
    if whole:
        yield Finding(Grade.GOOD, "drafts", f"{len(whole)} drafts are not saved yet")
    for name in damaged:
        yield Finding(Grade.LOOK, "drafts", f"the draft {name} cannot be read")
    for file, bank in drafts.strangers():
        there = bool(bank) and path.with_name(bank).exists()
        grade, which = (
            (Grade.GOOD, bank) if there else (Grade.LOOK, f"{bank or 'a bank'}, not here")
        )
        yield Finding(grade, "drafts", f"the draft {file} is one of {which}")


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

    for name in editor_files(path):
        text = f"{name} has a text that an editor was left with: look whether you need it"
        yield Finding(Grade.LOOK, "leftovers", text)


def _permissions(path: Path) -> Iterator[Finding]:
    own = [path, *(path.with_name(path.name + end) for end in (".journal", ".lock", ".undo"))]
    for folder in (path.parent / BACKUPS, path.parent / DRAFTS):
        own += [folder, *(sorted(folder.iterdir()) if folder.is_dir() else [])]
    for file in own:
        if file.exists() and file.stat().st_mode & 0o077:
            mode, wanted = file.stat().st_mode & 0o777, "700" if file.is_dir() else "600"
            text = f"others can open {file.name} (mode {mode:o}): `chmod {wanted}` closes it"
            yield Finding(Grade.LOOK, "permissions", text)
