"""Keeper: backups made at the right moments, beside the work and never in its way."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from sesbank import files
from sesbank.errors import NotSavedError
from sesbank.storage import BankStore
from sesbank.storage.folding import BREATH
from sesbank.storage.snapshot import STORIES, VACANCIES, Snapshot
from sesbank.storage.thinning import Backup

EVERY = timedelta(minutes=30)
"""How long a run goes on changing the bank before it is backed up again."""

LATER = 0.5
"""Seconds a backup that nothing waits for begins later: first what was done is shown."""


class Keeper:
    """Makes the backups of one run; one that fails is told and stops nothing."""

    def __init__(
        self, store: BankStore, now: Callable[[], datetime], tell: Callable[[str], None]
    ) -> None:
        self._store = store
        self._now = now
        self._tell = tell
        self._worker: threading.Thread | None = None
        self._awaited = threading.Event()
        self._last: datetime | None = None
        self._rev = -1
        store.backups.now = now

    def before_save(self, reason: str = "") -> None:
        """Keep the state before the first save of the run, or before an act with a reason.

        An import, a restore or a `forget` waits for its backup; the others do not.
        """
        if self._last is not None and not reason:
            return
        self._last = self._now()
        snapshot = self._store.frozen()
        if snapshot.rev != self._rev and _holds_something(snapshot):
            self._rev = snapshot.rev
            self._start(snapshot, reason or "first-save")
        if reason and reason != "bulk":
            self.finish()

    def after_save(self) -> None:
        """Keep the state after half an hour of changes."""
        now = self._now()
        # A clock that was put back counts as well: better a backup too many.
        if self._last is not None and abs(now - self._last) >= EVERY:
            self._last = now
            snapshot = self._store.frozen()
            self._rev = snapshot.rev
            self._start(snapshot, "half-hour")

    def make(self, reason: str) -> Backup:
        """Keep the present state now, verified. Raises NotSavedError."""
        self.finish()
        if self._store.unborn:
            # Backups beside no bank would say that it was lost.
            raise NotSavedError("no backup was made: there is no bank yet")
        try:
            return self._store.backups.make(self._store.frozen(), reason)
        except OSError as error:
            why = files.reason(error)
            raise NotSavedError(f"no backup was made: {why}") from None

    def finish(self) -> None:
        """Wait until the backups under way are made."""
        if self._worker is not None:
            self._awaited.set()
            self._worker.join()
            self._worker = None
            self._awaited.clear()

    def _start(self, snapshot: Snapshot, reason: str) -> None:
        self._worker = threading.Thread(
            target=self._work, args=(snapshot, reason, self._worker), name="sesbank-backup"
        )
        self._worker.start()

    def _work(self, snapshot: Snapshot, reason: str, before: threading.Thread | None) -> None:
        if before is not None:
            before.join()
        self._awaited.wait(LATER)
        try:
            self._store.backups.make(snapshot, reason, lambda: time.sleep(BREATH))
        except OSError as error:
            why = files.reason(error)
            self._tell(f"no backup was made: {why}; the saves themselves are safe")
        except Exception as error:  # Whatever it is, it must not end in a traceback.
            self._tell(f"no backup was made ({type(error).__name__}); the saves are safe")


def _holds_something(snapshot: Snapshot) -> bool:
    return bool(snapshot.tables[STORIES] or snapshot.tables[VACANCIES])
