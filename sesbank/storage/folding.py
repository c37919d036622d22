"""Folding: the journal folded into the bank file beside the work, so that no save waits for it."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from sesbank.files import reason
from sesbank.storage.disk import Disk, Stamp
from sesbank.storage.lock import BusyError
from sesbank.storage.on_disk import BankOnDisk
from sesbank.storage.snapshot import Snapshot, render

JOURNAL_LIMIT = 4_000_000
"""Bytes of a journal that is folded in without waiting for the end of the run."""

BREATH = 0.0005
"""Seconds the worker sleeps between a few records, so that a save never waits for it."""


class Fold(NamedTuple):
    """What is to be folded in, which no later save changes."""

    snapshot: Snapshot
    bank: Stamp | None
    journal: int
    """The journal's inode."""
    size: int
    """Bytes of the journal that the snapshot holds."""


class FoldingBank(BankOnDisk):
    """A bank whose journal can be folded in while it is in use."""

    def __init__(self, path: Path, disk: Disk) -> None:
        super().__init__(path, disk)
        self._put_off = 0
        self._told = False

    @property
    def is_due(self) -> bool:
        """Whether the journal has grown beyond its limit, or beyond what could not be folded."""
        half = self._bank_stamp.size // 2 if self._bank_stamp else 0
        return self._size > max(JOURNAL_LIMIT, half) + self._put_off

    def begin_fold(self) -> Fold:
        """Return what is to be folded in now; under the lock."""
        return Fold(self.snapshot.copied(), self._bank_stamp, self._number, self._size)

    def prepare(self, fold: Fold, pause: Callable[[], object]) -> Path:
        """Write the new bank file beside the present one; needs no lock. Raises OSError."""
        return self._folder.prepared(self.path, render(fold.snapshot, pause))

    def fold_in(self, fold: Fold, prepared: Path) -> None:
        """Put the prepared file in place and keep of the journal what was saved since.

        Under the lock. Where the files are not as they were, nothing happens. Raises OSError; no
        save is lost by that.
        """
        begun = self._bank_stamp == fold.bank and self._number == fold.journal
        if self._rewrite or not begun or self._size < fold.size or not self.is_current():
            self._folder.drop(prepared)
            return
        since = self._disk.read(self.journal_path)[fold.size : self._size]
        with contextlib.suppress(FileNotFoundError):  # Swept by a program that was opening.
            self._folder.put_prepared(prepared, self.path)
            self._bank_stamp = self._folder.known_stamp(self.path)
            # Only now may the journal go: before, its saves are nowhere else.
            self._folder.sync_names()
            self._new_journal(since)
            self._put_off = 0

    def not_folded(self, why: str) -> None:
        """Say once a run that the bank file is behind, and let the journal grow on."""
        self._put_off = self._size
        if not self._told:
            self._told = True
            self.notes.append(
                f"{self.path.name} is not updated yet: {why}; your saves are safe in the journal "
                f"{self.journal_path.name} and go in as soon as they can"
            )

    @property
    def _number(self) -> int:
        return self._journal_stamp.number if self._journal_stamp else 0


Locked = Callable[[], AbstractContextManager[None]]


class Folder:
    """Folds a bank in a thread of its own; one that fails is told and stops nothing."""

    def __init__(self, state: FoldingBank, lock: Locked) -> None:
        self._state = state
        self._lock = lock
        self._worker: threading.Thread | None = None

    def start(self) -> None:
        """Begin, unless it is under way; under the lock."""
        if self._worker is None or not self._worker.is_alive():
            fold = self._state.begin_fold()
            self._worker = threading.Thread(target=self._work, args=(fold,), name="sesbank-fold")
            self._worker.start()

    def fold(self) -> None:
        """Fold now and wait for it, as the thread does. Raises BusyError and OSError."""
        with self._lock():
            fold = self._state.begin_fold()
        self._do(fold)

    def finish(self) -> None:
        """Wait until nothing is under way."""
        if self._worker is not None:
            self._worker.join()
            self._worker = None

    def _work(self, fold: Fold) -> None:
        try:
            self._do(fold)
        except BusyError:
            self._state.not_folded("another sesbank is saving")
        except OSError as error:
            self._state.not_folded(reason(error))

    def _do(self, fold: Fold) -> None:
        prepared = self._state.prepare(fold, lambda: time.sleep(BREATH))
        with self._lock():
            self._state.fold_in(fold, prepared)
