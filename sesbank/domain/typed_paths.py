"""Typed paths: how a path that is being typed may go on, given what its folder holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sesbank.domain.completion import Completion, begun_first
from sesbank.domain.text import clean, fold

FOLDER = "folder"
"""What an entry that can be gone into is called."""

HOME, HERE = "~/", "./"
_STARTS = ((HOME, "your home folder"), (HERE, "the folder sesbank was started in"))


class Entry(NamedTuple):
    """Something a folder holds."""

    name: str
    """As the disk has it: it may hold anything but a slash."""
    kind: str
    """What it is, in a word or two: FOLDER, "Word", "Markdown"."""


class Typed(NamedTuple):
    """A path up to the cursor."""

    folder: str
    """With the slash at its end; empty for the folder sesbank was started in."""
    name: str
    """The beginning of a name in it."""


def typed(line: str, cursor: int, separators: str = "/") -> Typed:
    """Return a path up to the cursor in two: the folder, and the name that is begun."""
    before = line[:cursor].lstrip()
    end = max(before.rfind(separator) for separator in separators) + 1
    return Typed(before[:end], before[end:])


def in_a_field(name: str) -> str:
    """Return a name as a field of one line can hold it: nothing in it acts on a terminal."""
    return clean(name).replace("\n", " ").replace("\t", " ")


def path_completions(
    line: str, cursor: int, entries: Iterable[Entry], *, separators: str = "/", most: int = 200
) -> list[Completion]:
    """Return how a path may go on at the cursor: folders, then files, those begun so first.

    What is hidden is offered once a dot is typed. A folder's name ends with a slash, so that what
    it holds is offered next.
    """
    folder, begun = typed(line, cursor, separators)
    if not folder and not begun.strip():
        return [Completion(text, note, 0, cursor) for text, note in _STARTS]
    slash = next((each for each in reversed(folder) if each in separators), separators[0])
    wanted = fold(begun)
    named = [
        (in_a_field(entry.name), entry.kind)
        for entry in sorted(entries, key=lambda entry: (entry.kind != FOLDER, fold(entry.name)))
        if entry.name.startswith(".") is begun.startswith(".")
    ]
    return [
        Completion(f"{name}{slash}" if kind == FOLDER else name, kind, cursor - len(begun), cursor)
        for name, kind in begun_first(named, wanted, lambda each: each[0])
        if kind == FOLDER or name != begun
    ][:most]
