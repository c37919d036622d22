"""Lock: one program at a time changes a bank, and one thread of it."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

WAIT = 5.0
"""Seconds to wait for another program."""

TOLD_AFTER = 0.5
"""Seconds of waiting after which the person is told why nothing happens."""

_STEP = 0.02


class BusyError(Exception):
    """Another program held the lock for the whole wait."""


class FileLock:
    """A lock on a file beside the bank, which the system frees when its holder dies.

    Taken again by the thread that has it, it counts; let go of it may any thread. The file stays
    where it is and is empty.
    """

    def __init__(self, path: Path, wait: float = WAIT) -> None:
        self._path = path
        self._wait = wait
        # Not one that only its own thread may release: who closes a bank need not be who wrote.
        self._thread = threading.Lock()
        self._owner = 0
        self._depth = 0
        self._handle = -1

    @contextlib.contextmanager
    def __call__(
        self, *, wait: float | None = None, waiting: Callable[[], object] = int
    ) -> Iterator[None]:
        """Hold the lock. Raises BusyError after the wait, OSError when there can be no lock.

        `waiting` is called once when it takes long.
        """
        longest = self._wait if wait is None else wait
        if self._owner != threading.get_ident():
            self._enter(longest, waiting)
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if self._depth == 0:
                # Closing frees the lock; what was saved meanwhile stands whatever it says.
                with contextlib.suppress(OSError):
                    os.close(self._handle)
                self._owner = 0
                self._thread.release()

    def _enter(self, longest: float, waiting: Callable[[], object]) -> None:
        if not self._thread.acquire(timeout=longest):
            raise BusyError
        try:
            self._handle = self._take(longest, waiting)
        except BaseException:
            self._thread.release()
            raise
        self._owner = threading.get_ident()

    def _take(self, longest: float, waiting: Callable[[], object]) -> int:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(self._path, flags | getattr(os, "O_CLOEXEC", 0), 0o600)
        started, told = time.monotonic(), False
        try:
            while not _try(handle):
                waited = time.monotonic() - started
                if waited >= longest:
                    raise BusyError
                if waited > TOLD_AFTER and not told:
                    told = True
                    waiting()
                time.sleep(_STEP)
        except BaseException:
            os.close(handle)
            raise
        return handle


if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
