"""Disk: the few file calls the bank is built on, so that tests can put a failing disk in."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple, Protocol

from sesbank.storage.fresh import fresh_facts
from sesbank.storage.lock import FileLock

_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINKS
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_APPEND = os.O_WRONLY | os.O_APPEND | _NO_LINKS

_NEVER_SYNCED = (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS)
"""What network drives say that never sync a folder; their server writes names as it likes."""

FULL_SYNC = 51
"""macOS's F_FULLFSYNC: its fsync alone leaves data in the drive's own memory."""

PATIENCE = 2.0
"""Seconds that a rename is tried again on Windows while a scanner holds the file open."""


class Stamp(NamedTuple):
    """What tells that a file changed without reading it."""

    changed: int
    """Nanoseconds since 1970."""
    size: int
    """Bytes."""
    number: int
    """The file's inode: a replaced file has another."""


class Lock(Protocol):
    """A lock; taken again by the thread that has it, it counts."""

    def __call__(
        self, *, wait: float | None = None, waiting: Callable[[], object] = int
    ) -> AbstractContextManager[None]:
        """Hold the lock. Raises BusyError after the wait, OSError when there can be no lock.

        `wait` is in seconds, by default the lock's own; `waiting` is called when it takes long.
        """


class Disk(Protocol):
    """The file calls. All raise OSError; a handle is what `create` and `append` return."""

    def lock(self, path: Path, wait: float) -> Lock:
        """Return the lock on a file that is made when it is first taken."""

    def read(self, path: Path) -> bytes:
        """Return a file's bytes."""

    def stamp(self, path: Path) -> Stamp | None:
        """Return a file's stamp, or None where nothing is."""

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder."""

    def make_folder(self, folder: Path) -> None:
        """Make a folder, and those above it, for the owner only; one that is there stays."""

    def create(self, path: Path) -> int:
        """Make a new file for the owner only, never through a link, and open it for writing."""

    def append(self, path: Path) -> int:
        """Open an existing file for writing at its end, never through a link."""

    def write(self, handle: int, data: bytes) -> None:
        """Write all of `data`."""

    def sync(self, handle: int) -> None:
        """Return when everything written is on the disk."""

    def truncate(self, handle: int, size: int) -> None:
        """Cut a file to `size` bytes."""

    def close(self, handle: int) -> None:
        """Close a handle."""

    def replace(self, source: Path, target: Path) -> None:
        """Give a file another's name in one step."""

    def remove(self, path: Path) -> None:
        """Remove a file."""

    def sync_folder(self, folder: Path) -> None:
        """Return when the names in a folder are on the disk."""


class RealDisk:
    """The machine's own file system."""

    def lock(self, path: Path, wait: float) -> Lock:
        """Return the lock on a file that is made when it is first taken."""
        return FileLock(path, wait)

    def read(self, path: Path) -> bytes:
        """Return a file's bytes."""
        handle = os.open(path, _READ)
        try:
            mode = os.fstat(handle).st_mode
            if stat.S_ISDIR(mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            if not stat.S_ISREG(mode):  # A pipe or a device may never end.
                raise OSError(errno.EINVAL, "it is no file on a disk", str(path))
            with os.fdopen(handle, "rb", closefd=False) as file:
                return file.read()
        finally:
            os.close(handle)

    def stamp(self, path: Path) -> Stamp | None:
        """Return a file's stamp, or None where nothing is."""
        try:
            return Stamp(*fresh_facts(path))
        except FileNotFoundError:
            return None

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder."""
        return os.listdir(folder)  # noqa: PTH208 -- names, not paths

    def make_folder(self, folder: Path) -> None:
        """Make a folder, and those above it, for the owner only; one that is there stays."""
        if not folder.is_dir():
            self.make_folder(folder.parent)
            with contextlib.suppress(FileExistsError):
                folder.mkdir(mode=0o700)
            with contextlib.suppress(PermissionError):  # One may write where one may not look.
                self.sync_folder(folder.parent)

    def create(self, path: Path) -> int:
        """Make a new file for the owner only, never through a link, and open it for writing."""
        return os.open(path, _CREATE, 0o600)

    def append(self, path: Path) -> int:
        """Open an existing file for writing at its end, never through a link."""
        return os.open(path, _APPEND)

    def write(self, handle: int, data: bytes) -> None:
        """Write all of `data`."""
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]

    def sync(self, handle: int) -> None:
        """Return when everything written is on the disk."""
        if sys.platform == "darwin":
            import fcntl

            with contextlib.suppress(OSError):  # Network drives do not know it.
                fcntl.fcntl(handle, FULL_SYNC)
                return
        os.fsync(handle)

    def truncate(self, handle: int, size: int) -> None:
        """Cut a file to `size` bytes."""
        os.ftruncate(handle, size)

    def close(self, handle: int) -> None:
        """Close a handle."""
        os.close(handle)

    def replace(self, source: Path, target: Path) -> None:
        """Give a file another's name in one step."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                source.replace(target)
            except PermissionError:
                if os.name != "nt" or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
            else:
                return

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()

    def sync_folder(self, folder: Path) -> None:
        """Return when the names in a folder are on the disk."""
        if os.name == "nt":
            return  # Windows cannot open a folder, and writes names through.
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _NEVER_SYNCED:
                raise
        finally:
            os.close(handle)
