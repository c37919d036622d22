"""Backups: compressed copies of the whole bank, each read back before it counts."""

from __future__ import annotations

import contextlib
import errno
import re
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sesbank.errors import BankError
from sesbank.files import reason
from sesbank.storage.damage import was_a_bank
from sesbank.storage.disk import Disk
from sesbank.storage.folder import SafeFolder
from sesbank.storage.snapshot import Snapshot, parse, render
from sesbank.storage.thinning import ASKED, Backup, kept, newest_first

FOLDER = "backups"
"""The folder beside the bank."""

_STAMP = "%Y%m%dT%H%M%SZ"
_REASON = re.compile(r"[^a-z0-9]+")
_NAME = re.compile(
    r"(.+)-(\d{8}T\d{6}Z)-r(\d+)-([a-z0-9-]+?)(?:\.\d+)?\.json\.gz", re.ASCII | re.DOTALL
)


class Backups:
    """The backups of one bank, by name. Calls raise OSError unless they say otherwise."""

    def __init__(
        self, bank: Path, disk: Disk, *, now: Callable[[], datetime] | None = None
    ) -> None:
        self.folder = bank.parent / FOLDER
        """Where they are; made with the first one."""
        self.now = now or (lambda: datetime.now(UTC))
        self._bank = bank
        self._disk = disk
        self._start = bank.stem if bank.suffix == ".json" else bank.name

    def listed(self) -> tuple[Backup, ...]:
        """Return the backups there are, the one of the latest save first."""
        try:
            names = self._disk.names(self.folder)
        except (FileNotFoundError, NotADirectoryError):
            return ()
        found = [backup for name in names if (backup := _described(name, self._start))]
        return newest_first(found + self._of_old(names))

    def make(self, snapshot: Snapshot, reason: str, pause: Callable[[], object] = int) -> Backup:
        """Keep a state of the bank, verified, and thin out; one that is kept already is returned.

        One that is asked for is made beside an equal one that may go as it grows old.
        `pause` is called again and again, for a thread that lets others go first.
        """
        data = render(snapshot, pause)
        there = self._same(snapshot.rev, data, asked=reason == ASKED)
        if there is not None:
            return there
        folder = self._open()
        folder.sweep(f".{self._start}-")
        name = self._free_name(snapshot.rev, reason)
        self._put(folder, name, data)
        self._thin()
        made = _described(name, self._start)
        assert made is not None
        return made

    def read(self, name: str) -> Snapshot:
        """Return the bank that a backup holds. Raises BankError when it is damaged."""
        import gzip  # Here and below: no opening of a bank needs it.

        try:
            data = gzip.decompress(self._disk.read(self.folder / name))
        except (EOFError, zlib.error, gzip.BadGzipFile):
            raise BankError(f"the backup {name} is damaged: choose another") from None
        except OSError as error:
            raise BankError(f"the backup {name} cannot be read: {reason(error)}") from None
        snapshot = parse(data, name)
        if snapshot.edited:
            raise BankError(f"the backup {name} is damaged: its sum is wrong; choose another")
        return snapshot

    def remove(self, name: str) -> None:
        """Take a backup away for good."""
        self._disk.remove(self.folder / name)
        self._disk.sync_folder(self.folder)

    def rewrite(self, name: str, snapshot: Snapshot) -> None:
        """Put another state in the place of a backup, verified."""
        self._put(self._open(), name, render(snapshot))

    def newest_good(self) -> tuple[Backup, Snapshot] | None:
        """Return the backup of the latest save that can be read, with what it holds."""
        for backup in self.listed():
            with contextlib.suppress(BankError):
                return backup, self.read(backup.name)
        return None

    def _open(self) -> SafeFolder:
        if self._disk.stamp(self.folder) is None:
            self._disk.make_folder(self.folder)
            self._disk.sync_folder(self.folder.parent)
        return SafeFolder(self.folder, self._disk)

    def _put(self, folder: SafeFolder, name: str, data: bytes) -> None:
        def check(path: Path) -> None:
            if self._unpacked(path) != data:
                raise OSError(errno.EIO, "what was written does not read back")

        import gzip

        folder.put(self.folder / name, gzip.compress(data, 6, mtime=0), check)
        folder.sync_names()

    def _unpacked(self, path: Path) -> bytes | None:
        import gzip

        try:
            return gzip.decompress(self._disk.read(path))
        except (EOFError, zlib.error, OSError):
            return None

    def _same(self, rev: int, data: bytes, *, asked: bool) -> Backup | None:
        alike = (e for e in self.listed() if e.rev == rev and (e.reason == ASKED or not asked))
        return next((e for e in alike if self._unpacked(self.folder / e.name) == data), None)

    def _free_name(self, rev: int, reason: str) -> str:
        word = _REASON.sub("-", reason.casefold()).strip("-") or "kept"
        start = f"{self._start}-{self.now().astimezone(UTC):{_STAMP}}-r{rev:06}-{word}"
        taken = {each.name for each in self.listed()}
        name, number = f"{start}.json.gz", 2
        while name in taken:
            name, number = f"{start}.{number}.json.gz", number + 1
        return name

    def _of_old(self, names: list[str]) -> list[Backup]:
        """Return the backups an earlier sesbank made, which named none by its bank's ending.

        A file that was no bank, or one beside another bank of that name, has no part in them.
        """
        if self._start == self._bank.stem:
            return []
        found = [backup for name in names if (backup := _described(name, self._bank.stem))]
        if not found or self._disk.stamp(self._bank.with_name(f"{self._bank.stem}.json")):
            return []
        there = self._disk.stamp(self._bank) is not None
        return [] if there and not was_a_bank(self._bank, self._disk) else found

    def _thin(self) -> None:
        """Remove what is no longer wanted; damaged ones neither count nor go."""
        listed = list(self.listed())
        if len(kept(listed)) == len(listed):
            return
        for newest in tuple(listed):
            if self._unpacked(self.folder / newest.name) is not None:
                break
            listed.remove(newest)  # A damaged one must not be all that is left of its time.
        names = kept(listed)
        for each in listed:
            if each.name not in names:
                with contextlib.suppress(OSError):
                    self._disk.remove(self.folder / each.name)


def _described(name: str, start: str) -> Backup | None:
    found = _NAME.fullmatch(name)
    if found is None or found[1] != start:
        return None
    with contextlib.suppress(ValueError):
        made = datetime.strptime(found[2], _STAMP).replace(tzinfo=UTC)
        return Backup(name, made, int(found[3]), found[4])
    return None
