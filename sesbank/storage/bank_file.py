"""Bank file: a TinyDB storage that never writes in place and never saves half a change."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from sesbank.domain.records import write_json
from sesbank.errors import BankError, NotSavedError
from sesbank.storage.disk import Disk, RealDisk, Stamp
from sesbank.storage.lock import BusyError, FileLock
from sesbank.storage.snapshot import META, Document, Rows, Snapshot, Tables, parse, render

_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)

Changes = dict[str, dict[str, Document | None]]
"""Per table and key the new document, or None for one that is removed."""


class BankFile(Storage):
    """One bank on the disk and in memory.

    Everything that changes it happens inside `exclusive`, and is saved whole when that ends.
    """

    def __init__(self, path: Path, disk: Disk | None = None, *, wait: float = 5.0) -> None:
        self._link = path
        self.path = Path(os.path.realpath(path))
        """The file itself, behind any symbolic link."""
        self._disk: Disk = disk or RealDisk()
        self._lock = FileLock(self.path.with_name(self.path.name + ".lock"), wait)
        self._staged: Changes = {}
        self._depth = 0
        self._stamp: Stamp | None = None
        self._closed = False
        self.generation = 0
        """Counts the times the file was read: then anything may have changed."""
        self.writable = True
        """False when the folder let nobody lock it at opening."""
        self.snapshot = Snapshot()

    def load(self) -> None:
        """Read the bank, or make a new one where nothing is. Raises BankError."""
        try:
            self._disk.make_folder(self.path.parent)
            with self._locked(to_read=True):
                self._sweep()
                if not self._reload():
                    self._create()
        except BusyError:
            raise BankError(f"{self.path.name}: another sesbank is saving; try again") from None
        except OSError as error:
            raise BankError(f"{self.path} cannot be read: {_reason(error)}") from None

    def read(self) -> Tables:
        """Return all tables, for TinyDB; they are not to be changed."""
        return {name: self.rows(name) for name in self.snapshot.tables}

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make these all tables, for TinyDB; what differs is saved."""
        with self.exclusive():
            for name in {*self.snapshot.tables, *data} - {META}:
                old, new = self.rows(name), data.get(name, {})
                gone: dict[str, Any] = {key: None for key in old if key not in new}
                self.stage(name, gone | {k: d for k, d in new.items() if old.get(k) != d})

    def close(self) -> None:
        """Let go of the bank; a later save is refused."""
        self._closed = True

    def rows(self, table: str) -> Rows:
        """Return a table by key, with what is staged; it is not to be changed."""
        rows, staged = self.snapshot.tables.get(table, {}), self._staged.get(table)
        return _merged(rows, staged) if staged else rows

    def stage(self, table: str, changes: Mapping[str, Document | None]) -> None:
        """Note changes to be saved when the outermost `exclusive` ends."""
        assert self._depth, "changes are made inside exclusive()"
        if changes:
            self._staged.setdefault(table, {}).update(changes)

    def take_key(self, table: str) -> int:
        """Return the next free key of a table; inside `exclusive` it stays free."""
        return max(map(int, self.rows(table)), default=0) + 1

    def refresh(self) -> bool:
        """Read the file again if it changed. Returns whether it did.

        Raises BankError for a damaged file and OSError; while another program saves it waits.
        """
        if self._unchanged():
            return False
        try:
            with self._locked(to_read=True):
                return not self._unchanged() and self._reload()
        except BusyError:
            return False  # It is saving still; there will be another time to look.

    @contextlib.contextmanager
    def exclusive(self) -> Iterator[None]:
        """Hold the bank against other programs and threads; what is staged is saved at the end.

        Raises NotSavedError; nothing has changed then, here or on the disk.
        """
        try:
            with self._locked():
                if self._depth:
                    yield
                    return
                if self._closed:
                    raise NotSavedError("not saved: the bank is closed; open it again")
                if not self._unchanged():
                    self._reload()
                self._depth = 1
                try:
                    yield
                    self.commit()
                finally:
                    self._depth, self._staged = 0, {}
        except BusyError:
            raise NotSavedError("not saved: another sesbank is saving; try again") from None
        except BankError as error:
            raise NotSavedError(f"not saved: {error}") from None
        except OSError as error:
            raise NotSavedError(f"not saved: {_reason(error)}") from None

    def commit(self) -> None:
        """Save what is staged now; inside `exclusive`, which does it at its end anyway."""
        if self._staged:
            # What is kept is what a reader of the file would get, and nobody else's object.
            changes: Changes = json.loads(write_json(self._staged))
            self._save(changes)
            self._staged = {}

    @contextlib.contextmanager
    def _locked(self, *, to_read: bool = False) -> Iterator[None]:
        with contextlib.ExitStack() as stack:
            try:
                stack.enter_context(self._lock())
            except OSError as error:
                if not to_read or error.errno not in _FORBIDDEN:
                    raise  # Else a folder that cannot be written: it can be read all the same.
                self.writable = False
            yield

    def _reload(self) -> bool:
        stamp = self._disk.stamp(self.path)
        if stamp is None:
            return False
        self.snapshot = parse(self._disk.read(self.path), self.path.name)
        self._stamp = stamp
        self.generation += 1
        return True

    def _create(self) -> None:
        if self._link.is_symlink():
            raise BankError(f"{self._link} points to {self.path}, which is not there")
        self._write(self.snapshot)

    def _unchanged(self) -> bool:
        return self._stamp is not None and self._disk.stamp(self.path) == self._stamp

    def _save(self, changes: Changes) -> None:
        tables = dict(self.snapshot.tables)
        for name, rows in changes.items():
            tables[name] = _merged(tables.get(name, {}), rows)
        snapshot = replace(self.snapshot, tables=tables, rev=self.snapshot.rev + 1)
        self._write(snapshot)
        self.snapshot = snapshot

    def _write(self, snapshot: Snapshot) -> None:
        data, folder = render(snapshot), self.path.parent
        temporary = folder / f".{self.path.name}.{secrets.token_hex(6)}.tmp"
        try:
            handle = self._disk.create(temporary)
            try:
                self._disk.write(handle, data)
                self._disk.sync(handle)
            finally:
                self._disk.close(handle)
            self._disk.replace(temporary, self.path)
        except OSError:
            with contextlib.suppress(OSError):
                self._disk.remove(temporary)
            raise
        self._disk.sync_folder(folder)
        self._stamp = self._disk.stamp(self.path)

    def _sweep(self) -> None:
        for name in self._disk.names(self.path.parent):
            if name.startswith(f".{self.path.name}.") and name.endswith(".tmp"):
                with contextlib.suppress(OSError):
                    self._disk.remove(self.path.parent / name)


def _merged(rows: Rows, changes: Mapping[str, Document | None]) -> Rows:
    merged: dict[str, Any] = {**rows, **changes}
    return {key: document for key, document in merged.items() if document is not None}


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).casefold()
