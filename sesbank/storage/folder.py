"""Folder: whole files put in place in one step, and names known to be on the disk."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from sesbank.storage.disk import Disk, Stamp


class SafeFolder:
    """The folder of a bank. Calls raise OSError unless they say otherwise."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder = folder
        self._disk = disk
        self._names_safe = False
        """Whether the folder is known to be synced since a name in it changed."""

    def put(self, path: Path, data: bytes, check: Callable[[Path], None] | None = None) -> None:
        """Put a file with these bytes in the place of another; its name is not yet safe.

        `check` looks at what was written before it gets its name, and raises to refuse it.
        """
        temporary = self.prepared(path, data)
        try:
            if check is not None:
                check(temporary)
        except OSError:
            self.drop(temporary)
            raise
        self.put_prepared(temporary, path)

    def prepared(self, path: Path, data: bytes) -> Path:
        """Write these bytes, synced, beside the file whose place they may take; return where."""
        temporary = self._folder / f".{path.name}.{os.urandom(6).hex()}.tmp"
        try:
            handle = self._disk.create(temporary)
            try:
                self._disk.write(handle, data)
                self._disk.sync(handle)
            finally:
                self._disk.close(handle)
        except OSError:
            self.drop(temporary)
            raise
        return temporary

    def put_prepared(self, temporary: Path, path: Path) -> None:
        """Put what was prepared in the place of a file; its name is not yet safe."""
        try:
            self._names_safe = False
            self._disk.replace(temporary, path)
        except OSError:
            self.drop(temporary)
            raise

    def drop(self, temporary: Path) -> None:
        """Remove what was prepared and is not wanted. Never raises."""
        with contextlib.suppress(OSError):
            self._disk.remove(temporary)

    def sync_names(self) -> None:
        """Return when the names in the folder are on the disk; after a failure it tries again."""
        if not self._names_safe:
            self._disk.sync_folder(self._folder)
            self._names_safe = True

    def set_aside(self, path: Path) -> str:
        """Keep a copy of a file beside it and return the copy's name."""
        name = f"{path.name}.set-aside-{os.urandom(4).hex()}"
        self.put(path.with_name(name), self._disk.read(path))
        return name

    def known_stamp(self, path: Path) -> Stamp | None:
        """Return a stamp, or None when it cannot be had: then the file is read anew."""
        with contextlib.suppress(OSError):
            return self._disk.stamp(path)
        return None

    def sweep(self, start: str) -> None:
        """Remove the temporary files of killed programs whose names begin so."""
        try:
            names = self._disk.names(self._folder)
        except FileNotFoundError:
            return
        for name in names:
            if name.startswith(start) and name.endswith(".tmp"):
                with contextlib.suppress(OSError):
                    self._disk.remove(self._folder / name)
