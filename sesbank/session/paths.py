"""Paths: what the folder holds whose path is being typed, and which file a typed path means."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from sesbank.domain.completion import Completion
from sesbank.domain.typed_paths import FOLDER, Entry, in_a_field, path_completions, typed
from sesbank.files import Place, look_at
from sesbank.locations import expanded

MOST_READ = 5_000
"""Entries of a folder that are looked at: reading more would keep a key waiting."""

SEPARATORS = os.sep + (os.altsep or "")


class Paths:
    """Completes paths; the folder looked at last is kept until something changes in it."""

    def __init__(self, kinds: Mapping[str, str]) -> None:
        """`kinds` has the endings of the files that are offered, ".docx", and what they are."""
        self._kinds = kinds
        self._seen: tuple[object, ...] = ()
        self._entries: tuple[Entry, ...] = ()

    def completions(self, line: str, cursor: int) -> list[Completion]:
        """Return how a path may go on; a folder that cannot be looked into offers nothing."""
        entries = self._in(typed(line, cursor, SEPARATORS).folder) if line.strip() else ()
        return path_completions(line, cursor, entries, separators=SEPARATORS)

    def _in(self, folder: str) -> tuple[Entry, ...]:
        path = located(folder or ".")
        try:
            state = (str(path), path.stat().st_mtime_ns)
            if state != self._seen:
                self._entries, self._seen = tuple(_entries(path, self._kinds)), state
        except (OSError, ValueError):
            self._entries, self._seen = (), ()
        return self._entries


def _entries(folder: Path, kinds: Mapping[str, str]) -> Iterator[Entry]:
    with os.scandir(folder) as found:
        for entry in islice(found, MOST_READ):
            if entry.name.startswith("~$"):  # Word leaves such a file beside one that is open.
                continue
            try:
                is_folder = entry.is_dir()
            except OSError:
                continue
            kind = FOLDER if is_folder else kinds.get(Path(entry.name).suffix.casefold(), "")
            if kind:
                yield Entry(entry.name, kind)


def located(line: str) -> Path:
    """Return the path that a line means, `~` for the home folder; it need not be there.

    A name that no field can hold as it is, because it has control characters, is found by what a
    field shows of it.
    """
    path = expanded(line.strip())
    if look_at(path) in (Place.FILE, Place.FOLDER) or path.parent == path:
        return path
    parent = located(str(path.parent))
    try:
        with os.scandir(parent) as found:
            names = [entry.name for entry in islice(found, MOST_READ)]
    except (OSError, ValueError):
        return path
    meant = (name for name in names if in_a_field(name).strip() == path.name)
    return parent / next(meant, path.name)


def file_in(line: str, proposed: str) -> Path:
    """Return the file a line means to be written; a folder named alone has it as `proposed`."""
    path = located(line).absolute()
    is_folder = line.rstrip().endswith(tuple(SEPARATORS)) or look_at(path) is Place.FOLDER
    return path / proposed if is_folder else path


def with_ending(path: Path, ending: str) -> Path:
    """Return a path that has an ending, in any case; all that stands before it stays."""
    named_so = path.name.casefold().endswith(ending.casefold())
    return path if named_so else path.with_name(path.name + ending)
