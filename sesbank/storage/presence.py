"""Presence: whether the program that keeps a draft still runs, told by a lock it holds."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from sesbank.storage.disk import Disk
from sesbank.storage.lock import BusyError

ENDING = ".open"
"""How the name of a lock ends, behind the name of its holder."""

_PATIENCE = 1.0
"""Seconds to wait for another program that looks at the lock."""

_TRIES = 3


class Presence:
    """One program's sign in a folder: others find its lock held for as long as it runs.

    The system frees the lock when its holder dies, however it dies.
    """

    def __init__(self, folder: Path, disk: Disk) -> None:
        self.name = os.urandom(6).hex()
        """What the drafts of this program say about who keeps them."""
        self._path = folder / f"{self.name}{ENDING}"
        self._disk = disk
        self._held = contextlib.ExitStack()
        self._shown = False

    def show(self) -> None:
        """Hold the lock from now on. Where there can be none, nobody is told of this program."""
        if self._shown:
            return
        self._shown = True
        with contextlib.suppress(OSError, BusyError):
            for _ in range(_TRIES):
                self._held.enter_context(self._disk.lock(self._path, _PATIENCE)())
                # Another program may have cleared it away between its making and its locking.
                if self._disk.stamp(self._path) is not None:
                    return
                self._held.close()

    def end(self) -> None:
        """Let go of the lock and take it away."""
        if not self._shown:
            return
        with contextlib.suppress(OSError):
            self._disk.remove(self._path)
        self._held.close()


def present(folder: Path, names: list[str], disk: Disk, *, tidy: bool) -> set[str]:
    """Return who of the holders of these locks still runs.

    With `tidy` the locks that the others left are removed.
    """
    locks = [name for name in names if name.endswith(ENDING)]
    return {name.removesuffix(ENDING) for name in locks if _is_held(folder / name, disk, tidy=tidy)}


def _is_held(path: Path, disk: Disk, *, tidy: bool) -> bool:
    try:
        with disk.lock(path, 0)():
            if tidy:
                disk.remove(path)
    except BusyError:
        return True
    except OSError:
        return False  # No locks are to be had here, or it went just now.
    return False
