"""Damage: files that cannot be read, copied as they are before anybody tries to mend them."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

from sesbank.errors import BankError
from sesbank.storage.disk import Disk
from sesbank.storage.folder import SafeFolder
from sesbank.storage.snapshot import RefusedError, parse

OURS = b'"_meta"'
"""What shows that a file was a bank once, as a journal beside it does."""


def was_a_bank(bank: Path, disk: Disk) -> bool:
    """Return whether a damaged file was a bank: a stranger's is copied nowhere. Raises OSError."""
    files = _files(bank, disk)
    return len(files) > 1 or OURS in files.get(bank.name, b"")


def check_is_ours(bank: Path, disk: Disk) -> None:
    """Raise BankError for a file that was never a bank, for which no advice about banks is of use.

    Raises OSError for what is no file at all.
    """
    data = disk.read(bank)
    if not was_a_bank(bank, disk):
        try:
            parse(data, bank.name)
        except RefusedError as error:
            raise BankError(
                f"{bank.name} is no story bank and was left as it is: {error.fault}. Name another "
                "file with --bank, or move this one away to begin a bank in its place."
            ) from None


def keep_copy(bank: Path, folder: Path, disk: Disk, now: datetime) -> Path | None:
    """Copy a damaged bank and its journal, byte for byte, into a folder of their own.

    Returns that folder, an older one where it holds the same bytes, or None where there is
    neither. Raises OSError.
    """
    files = _files(bank, disk)
    if not files:
        return None
    for name in sorted(_names(folder, disk), reverse=True):
        if name.startswith("damaged-") and _files(folder / name / bank.name, disk) == files:
            return folder / name
    target = folder / f"damaged-{now:%Y%m%dT%H%M%SZ}"
    number = 2
    while _files(target / bank.name, disk):
        target, number = folder / f"damaged-{now:%Y%m%dT%H%M%SZ}.{number}", number + 1
    disk.make_folder(target)
    kept = SafeFolder(target, disk)
    for name, data in files.items():
        kept.put(target / name, data)
    kept.sync_names()
    return target


def _files(bank: Path, disk: Disk) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for path in (bank, bank.with_name(f"{bank.name}.journal")):
        with contextlib.suppress(FileNotFoundError, IsADirectoryError, NotADirectoryError):
            files[path.name] = disk.read(path)
    return files


def _names(folder: Path, disk: Disk) -> list[str]:
    try:
        return disk.names(folder)
    except (FileNotFoundError, NotADirectoryError):
        return []
