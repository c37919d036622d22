"""A disk in memory that crashes, tears, reorders and fails where a test wants it to.

What is written is visible at once and durable only when synced: the bytes of a file by `sync`,
the names in a folder by `sync_folder`. A power cut keeps any part of what was not synced; a kill
keeps all of it. A sync that fails drops the bytes it should have written: they stay visible, and
a later sync does not write them (as Linux does).
"""

from __future__ import annotations

import contextlib
import errno
import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from sesbank.storage.disk import Lock, Stamp

PAGE = 512
FOLDER = Path("/sim")


class Crash(BaseException):
    """The machine stopped. No handler for errors may catch it."""


T = TypeVar("T")


def key(path: Path) -> str:
    """Return how a file is called here: its path below the bank's folder."""
    return path.relative_to(FOLDER).as_posix()


def _within(folder: Path, name: str) -> str:
    return key(folder / name)


@dataclass
class File:
    """One inode."""

    number: int
    data: bytearray = field(default_factory=bytearray)
    """What a reader sees."""
    safe: bytes = b""
    """What a power cut leaves for certain."""
    dirty: bool = False
    """Whether `data` holds something a sync would still write."""
    lost: list[tuple[int, int]] = field(default_factory=list)
    """Bytes that a failed sync dropped: no later sync writes them."""
    changed: int = 0

    def sync(self) -> None:
        """Make durable what is visible, except what was dropped."""
        if self.dirty:
            data = bytearray(self.data)
            for start, end in self.lost:
                hole = self.safe[start:end]
                data[start:end] = hole + bytes(end - start - len(hole))
            self.safe, self.dirty = bytes(data), False

    def fail_to_sync(self) -> None:
        """Drop what a sync should have written; it counts as written from now on."""
        if self.dirty and len(self.data) > len(self.safe):
            self.lost.append((len(self.safe), len(self.data)))
        self.dirty = False

    def cut(self, size: int) -> None:
        """Shorten the file."""
        del self.data[size:]
        self.lost = [(start, min(end, size)) for start, end in self.lost if start < size]
        self.dirty = True


@dataclass
class Faults:
    """What goes wrong, by the number of the call."""

    crash_at: int = -1
    """Stop at this call, having done it, a part of it, or nothing."""
    fail_at: int = -1
    """Fail this call and `times - 1` after it."""
    times: int = 1
    code: int = errno.ENOSPC
    changing_only: bool = True
    """Fail only calls that change something."""


class NoLock:
    """One program only."""

    def __call__(self, **_: object) -> AbstractContextManager[None]:
        return contextlib.nullcontext()


class SimulatedDisk:
    """The disk; `restarted` gives the one the next program finds."""

    def __init__(self, seed: int = 0, faults: Faults | None = None) -> None:
        self.chance = random.Random(seed)
        self.faults = faults or Faults()
        self.meanwhile: Callable[[], None] | None = None
        """What happens once, right after the next new file was made."""
        self.calls = 0
        self.log: list[str] = []
        self._names: dict[str, File] = {}
        self._safe_names: dict[str, File] = {}
        self._pending: list[tuple[str, File | None]] = []
        self._handles: dict[int, File] = {}
        self._count = 0

    # --- what a test asks ---

    @property
    def files(self) -> dict[str, bytes]:
        """The visible files by name."""
        return {name: bytes(file.data) for name, file in self._names.items()}

    def put(self, name: str, data: bytes) -> None:
        """Another program replaced a file, durably."""
        file = self._new_file()
        file.data, file.safe = bytearray(data), data
        self._names[name] = self._safe_names[name] = file

    def drop(self, name: str) -> None:
        """Another program removed a file."""
        self._names.pop(name, None)
        self._safe_names.pop(name, None)

    def restarted(self, *, power_cut: bool, faults: Faults | None = None) -> SimulatedDisk:
        """Return the disk after a crash: all that was visible, or what a power cut left."""
        after = SimulatedDisk(self.chance.randrange(2**32), faults)
        names = self._names_after_power_cut() if power_cut else self._names
        kept: dict[int, File] = {}
        for name, file in names.items():
            data = self._after_power_cut(file) if power_cut else bytes(file.data)
            copy = kept.setdefault(file.number, after._new_file())
            copy.data, copy.safe = bytearray(data), data
            after._names[name] = after._safe_names[name] = copy
        if not power_cut:
            self._carry_unsafe(after, kept)
        return after

    def _carry_unsafe(self, after: SimulatedDisk, kept: dict[int, File]) -> None:
        # A killed program's unsynced bytes are still in the system's memory, not on the disk.
        for file in self._names.values():
            copy = kept[file.number]
            copy.safe, copy.dirty, copy.lost = file.safe, file.dirty, list(file.lost)
        after._safe_names = {
            name: kept.setdefault(file.number, file) for name, file in self._safe_names.items()
        }
        after._pending = [
            (name, None if file is None else kept.setdefault(file.number, file))
            for name, file in self._pending
        ]

    # --- the calls ---

    def lock(self, path: Path, wait: float) -> Lock:
        return NoLock()

    def read(self, path: Path) -> bytes:
        with self._call("read", path, changing=False):
            return bytes(self._file(path).data)
        raise AssertionError

    def stamp(self, path: Path) -> Stamp | None:
        with self._call("stamp", path, changing=False):
            file = self._names.get(key(path))
            return file and Stamp(file.changed, len(file.data), file.number)
        raise AssertionError

    def names(self, folder: Path) -> list[str]:
        with self._call("names", folder, changing=False):
            return [name for name, _ in self._inside(self._names, folder)]
        raise AssertionError

    def make_folder(self, folder: Path) -> None:
        with self._call("make_folder", folder, changing=False):
            pass

    def create(self, path: Path) -> int:
        with self._call("create", path):
            if key(path) in self._names:
                raise FileExistsError(errno.EEXIST, "exists")
            self._name(key(path), self._new_file())
            handle = self._open(path)
        meanwhile, self.meanwhile = self.meanwhile, None
        if meanwhile is not None:
            meanwhile()
        return handle

    def append(self, path: Path) -> int:
        with self._call("append", path, changing=False):
            return self._open(path)
        raise AssertionError

    def write(self, handle: int, data: bytes) -> None:
        file = self._handles[handle]
        done = len(data)
        try:
            with self._call("write", handle):
                pass
        except (OSError, Crash):
            done = self.chance.choice([0, len(data), self.chance.randint(0, len(data))])
            raise
        finally:
            file.data += data[:done]
            file.dirty = True
            self._touch(file)

    def sync(self, handle: int) -> None:
        file = self._handles[handle]
        try:
            with self._call("sync", handle):
                file.sync()
        except OSError:
            file.fail_to_sync()
            raise

    def truncate(self, handle: int, size: int) -> None:
        file = self._handles[handle]
        with self._call("truncate", handle):
            file.cut(size)
            self._touch(file)

    def close(self, handle: int) -> None:
        try:
            with self._call("close", handle, changing=False):
                pass
        finally:
            del self._handles[handle]

    def replace(self, source: Path, target: Path) -> None:
        with self._call("replace", target):
            file = self._file(source)
            self._name(key(source), None)
            self._name(key(target), file)

    def remove(self, path: Path) -> None:
        with self._call("remove", path):
            self._file(path)
            self._name(key(path), None)

    def sync_folder(self, folder: Path) -> None:
        with self._call("sync_folder", folder):
            for name, _ in self._inside(dict(self._safe_names), folder):
                self._safe_names.pop(_within(folder, name))
            for name, file in self._inside(self._names, folder):
                self._safe_names[_within(folder, name)] = file
            inside = {
                _within(folder, name) for name, _ in self._inside(dict(self._pending), folder)
            }
            self._pending = [(name, file) for name, file in self._pending if name not in inside]

    # --- how it works ---

    @staticmethod
    def _inside(names: Mapping[str, T], folder: Path) -> Iterator[tuple[str, T]]:
        """Yield what stands right in a folder, by its name there."""
        for name, file in names.items():
            if (FOLDER / name).parent == folder:
                yield (FOLDER / name).name, file

    @contextlib.contextmanager
    def _call(self, name: str, about: object, *, changing: bool = True) -> Iterator[None]:
        number, faults = self.calls, self.faults
        self.calls += 1
        self.log.append(f"{name} {getattr(about, 'name', about)}")
        counted = changing or not faults.changing_only
        if counted and faults.fail_at >= 0 and number >= faults.fail_at and faults.times > 0:
            faults.times -= 1
            raise OSError(faults.code, "simulated")
        if number == faults.crash_at and self.chance.random() < 0.5:
            raise Crash
        yield
        if number == faults.crash_at:
            raise Crash

    def _file(self, path: Path) -> File:
        if key(path) not in self._names:
            raise FileNotFoundError(errno.ENOENT, "not there", str(path))
        return self._names[key(path)]

    def _open(self, path: Path) -> int:
        self._count += 1
        self._handles[self._count] = self._file(path)
        return self._count

    def _new_file(self) -> File:
        self._count += 1
        return File(self._count)

    def _name(self, name: str, file: File | None) -> None:
        self._pending.append((name, file))
        if file is None:
            self._names.pop(name, None)
        else:
            self._names[name] = file

    def _touch(self, file: File) -> None:
        self._count += 1
        file.changed = self._count

    def _names_after_power_cut(self) -> dict[str, File]:
        names = dict(self._safe_names)
        in_order = self.chance.random() < 0.5
        cut = self.chance.randint(0, len(self._pending))
        for number, (name, file) in enumerate(self._pending):
            if number >= cut if in_order else self.chance.random() < 0.5:
                continue
            if file is None:
                names.pop(name, None)
            else:
                names[name] = file
        return names

    def _after_power_cut(self, file: File) -> bytes:
        new, old = bytes(file.data), file.safe
        if new == old:
            return new
        outcome = self.chance.randrange(4)
        if outcome == 0:
            return old
        if outcome == 1 and file.dirty:
            return new
        size = self.chance.choice([len(old), len(new), self.chance.randint(0, len(new))])
        if new[: len(old)] == old:  # Bytes that are safe already stay.
            size = max(size, len(old))
        return self._torn(old, new, size)

    def _torn(self, old: bytes, new: bytes, size: int) -> bytes:
        """Mix old, new and never written pages, as a disk that reorders writes leaves them."""
        result = bytearray()
        for start in range(0, size, PAGE):
            end = min(start + PAGE, size)
            page = self.chance.choice([old, new])[start:end]
            keep = old[start:end] if new[: len(old)] == old else b""
            page = keep + page[len(keep) :] if len(page) >= len(keep) else keep
            result += page + bytes(end - start - len(page))
        return bytes(result)
