"""Bank file: a TinyDB storage that never writes in place and never saves half a change."""

from __future__ import annotations

import contextlib
import errno
import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from sesbank.domain.records import write_json
from sesbank.errors import (
    BankError,
    LockedBankError,
    LockedNotSavedError,
    NewerBankError,
    NotSavedError,
)
from sesbank.files import reason
from sesbank.storage.backups import Backups
from sesbank.storage.damage import check_is_ours, keep_copy, was_a_bank
from sesbank.storage.disk import Disk, RealDisk
from sesbank.storage.drafts import DraftFolder
from sesbank.storage.folding import Folder, FoldingBank
from sesbank.storage.journal import Touched
from sesbank.storage.lock import WAIT, BusyError
from sesbank.storage.snapshot import META, Changes, Document, Rows, Snapshot, Tables, refused
from sesbank.storage.undo_log import UndoLog

_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


class BankFile(Storage):
    """One bank on the disk and in memory.

    Everything that changes it happens inside `exclusive`, and is saved whole when that ends.
    """

    def __init__(self, path: Path, disk: Disk | None = None, *, wait: float = WAIT) -> None:
        self._link = path
        self.path = Path(os.path.realpath(path))
        """The file itself, behind any symbolic link."""
        self._disk: Disk = disk or RealDisk()
        self._lock = self._disk.lock(self.path.with_name(self.path.name + ".lock"), wait)
        self._state = FoldingBank(self.path, self._disk)
        self._folder = Folder(self._state, self._locked)
        self.drafts = DraftFolder(self.path, self._disk)
        """The unsaved texts kept beside the bank."""
        self.waiting: Callable[[], object] = int
        """Called when another program keeps this one waiting."""
        self._staged: Changes = {}
        self._taken: dict[str, int] = {}
        self._inside = False
        self._closed = False
        self._touched: Touched | None = None
        self.writable = True
        """False when the folder let nobody lock it at opening."""

    def load(self) -> None:
        """Read the bank, or begin a new one where nothing is, which the first save makes.

        While another program saves, it is read without waiting where that can be. Raises
        BankError; a bank that is damaged is left as it is and copied to the backups.
        """
        try:
            if self._may_be_a_stranger():
                check_is_ours(self.path, self._disk)
            try:
                self._load(wait=0)
            except BusyError:
                if not self._state.load_beside():
                    self._load()
        except NewerBankError:
            raise
        except BankError as error:
            raise BankError(f"{error}{self._copied()}") from None
        except BusyError:
            raise LockedBankError(
                f"{self.path.name}: another sesbank is saving; try again"
            ) from None
        except OSError as error:
            raise BankError(f"{self.path} cannot be read: {reason(error)}") from None

    def _load(self, wait: float | None = None) -> None:
        # Where nothing is, looking leaves no lock behind: who makes the bank looks again.
        there = self._is_there("", ".journal", ".lock")
        with self._locked(to_read=True, wait=wait) if there else contextlib.nullcontext():
            if not self._state.load(tidy=self.writable):
                self._begin()

    def _may_be_a_stranger(self) -> bool:
        if not self._is_there("") or self._is_there(".journal"):
            return False
        try:
            return not self.backups.listed()
        except OSError:
            return False  # A closed folder keeps no bank from opening.

    def _is_there(self, *endings: str) -> bool:
        return any(os.path.lexists(f"{self.path}{ending}") for ending in endings)

    def read(self) -> Tables:
        """Return all tables, for TinyDB; they are not to be changed."""
        return {name: self.rows(name) for name in self._state.snapshot.tables}

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make these all tables, for TinyDB; what differs is saved."""
        with self.exclusive():
            for name in {*self._state.snapshot.tables, *data} - {META}:
                old, new = self.rows(name), data.get(name, {})
                gone: dict[str, Any] = {key: None for key in old if key not in new}
                self.stage(name, gone | {k: d for k, d in new.items() if old.get(k) != d})

    def close(self) -> None:
        """Fold the journal into the file and let go of it; a later save is refused.

        Never raises: what could not be folded in stays in the journal and is there next time.
        """
        if not self._closed:
            self._closed = True
            self.drafts.close()
            self._folder.finish()
            if not self._state.wrote:
                return  # Who only looked waits for nobody.
            try:
                with self._locked():
                    self._state.follow()
                    self._state.checkpoint()
            except BusyError:
                pass  # The other program is saving: it folds in what is there when it ends.
            except BankError as error:
                self._state.notes.append(str(error))
            except OSError as error:
                self._state.not_folded(reason(error))

    @property
    def notes(self) -> tuple[str, ...]:
        """What was put right since opening, a line each."""
        return tuple(self._state.notes)

    def rows(self, table: str) -> Rows:
        """Return a table by key, with what is staged; it is not to be changed."""
        rows, staged = self._state.snapshot.tables.get(table, {}), self._staged.get(table)
        if not staged:
            return rows
        merged: dict[str, Any] = {**rows, **staged}
        return {key: document for key, document in merged.items() if document is not None}

    def stage(self, table: str, changes: Mapping[str, Document | None]) -> None:
        """Note changes to be saved when the outermost `exclusive` ends."""
        assert self._inside, "changes are made inside exclusive()"
        if changes:
            self._staged.setdefault(table, {}).update(changes)

    def take_key(self, table: str) -> int:
        """Return a free key of a table; inside `exclusive` nobody else is given it."""
        assert self._inside, "keys are taken inside exclusive()"
        staged = max(map(int, self._staged.get(table, {})), default=0)
        free = max(self._state.snapshot.free_key(table), staged + 1, self._taken.get(table, 0) + 1)
        self._taken[table] = free
        return free

    def touched(self) -> Touched | None:
        """Return which records others changed since this was asked last; None for perhaps all."""
        touched, self._touched = self._touched, set()
        return touched

    def refresh(self) -> None:
        """Follow what another program saved; while it is saving, not yet.

        Raises BankError when the files cannot be read as this bank any more, and OSError.
        """
        if self._state.is_current():
            return
        with contextlib.suppress(BusyError), self._locked(to_read=True, wait=0):
            self._follow()

    @contextlib.contextmanager
    def exclusive(self) -> Iterator[None]:
        """Hold the bank against other programs and threads; what is staged is saved at the end.

        Raises NotSavedError; nothing has changed then, here or on the disk.
        """
        try:
            if self._state.unborn:
                self._disk.make_folder(self.path.parent)
            with self._locked():
                if self._inside:
                    yield
                    return
                if self._closed:
                    raise NotSavedError("not saved: the bank is closed; open it again")
                self._follow()
                self._inside = True
                try:
                    yield
                    self.commit()
                finally:
                    self._inside, self._staged, self._taken = False, {}, {}
        except BusyError:
            raise LockedNotSavedError("not saved: another sesbank is saving; try again") from None
        except BankError as error:
            raise NotSavedError(f"not saved: {error}") from None
        except OSError as error:
            raise NotSavedError(f"not saved: {reason(error)}") from None

    def commit(self) -> None:
        """Save what is staged now; inside `exclusive`, which does it at its end anyway."""
        if not self._staged:
            return
        # What is kept is what a reader of the file would get, and nobody else's object.
        changes: Changes = json.loads(write_json(self._staged))
        self._state.append(changes)
        self._staged = {}
        if self._state.is_due:
            self._folder.start()

    def _follow(self) -> None:
        touched = self._state.follow()
        if touched is None or self._touched is None:
            self._touched = None
        else:
            self._touched |= touched

    @contextlib.contextmanager
    def _locked(self, *, to_read: bool = False, wait: float | None = None) -> Iterator[None]:
        with contextlib.ExitStack() as stack:
            try:
                stack.enter_context(self._lock(wait=wait, waiting=self.waiting))
            except FileNotFoundError:
                if not to_read:
                    raise  # Else there is no folder yet, and nothing in it to be read.
            except OSError as error:
                if not to_read or error.errno not in _FORBIDDEN:
                    raise  # Else a folder that cannot be written: it can be read all the same.
                self.writable = False
            yield

    def fold(self) -> None:
        """Fold the journal into the file now. Raises OSError; no save is lost by that."""
        with contextlib.suppress(BusyError):
            self._folder.fold()

    @property
    def unborn(self) -> bool:
        """Whether there is no bank yet: the first save makes it."""
        return self._state.unborn

    @property
    def backups(self) -> Backups:
        """The backups of this bank."""
        return self._state.beforehand.backups

    def undo_log(self) -> UndoLog:
        """Return the list of acts kept beside the bank."""
        return UndoLog(self.path, self._disk, lambda: self._state.snapshot.id)

    def frozen(self) -> Snapshot:
        """Return the bank as it is now, which no later save changes."""
        return self._state.snapshot.copied()

    def forget_journal(self) -> None:
        """Write the files anew, so that what was removed stands nowhere. Raises NotSavedError."""
        with self.exclusive():
            self._state.write_anew()

    def _copied(self) -> str:
        with contextlib.suppress(OSError):
            backups = self.backups
            if not was_a_bank(self.path, self._disk):
                return ""
            kept = keep_copy(self.path, backups.folder, self._disk, backups.now())
            if kept is not None:
                return f" A copy of it is in {kept}."
        return ""

    def _begin(self) -> None:
        if self._link.is_symlink():
            raise BankError(f"{self._link} points to {self.path}, which is not there")
        if self.backups.listed():
            fault = "the file is gone, but there are backups of it"
            raise refused(self.path.name, fault)
        self._state.begin()
