"""File kinds: what a file is by its ending, and which kinds stories and texts come in."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import PurePath


class FileKind(StrEnum):
    """What a file is; the value is what a person calls it."""

    WORD = "Word"
    MARKDOWN = "Markdown"
    TEXT = "text"
    CSV = "CSV"
    JSON = "JSON"
    JSON_LINES = "JSON lines"
    """One record a line."""
    OLD_WORD = "old Word"
    """Read by nothing here; known, so that a person is told what to do."""


ENDINGS = {
    FileKind.WORD: (".docx",),
    FileKind.MARKDOWN: (".md", ".markdown"),
    FileKind.TEXT: (".txt", ".text"),
    FileKind.CSV: (".csv",),
    FileKind.JSON: (".json",),
    FileKind.JSON_LINES: (".jsonl",),
    FileKind.OLD_WORD: (".doc",),
}
"""How the name of each may end, the usual ending first."""

STORIES_READ = (
    *(FileKind.JSON, FileKind.CSV, FileKind.MARKDOWN, FileKind.TEXT, FileKind.WORD),
    FileKind.JSON_LINES,
)
"""The kinds that stories are brought in from."""

STORIES_WRITTEN = (FileKind.JSON, FileKind.CSV, FileKind.MARKDOWN)
"""The kinds that stories are taken out as."""

TEXTS = (FileKind.TEXT, FileKind.MARKDOWN)
"""The kinds that hold one text: a posting, or what stands in the editor."""

_KINDS = {ending: kind for kind, endings in ENDINGS.items() for ending in endings}


def kind_of(path: PurePath) -> FileKind | None:
    """Return what a file is by its name, None for an ending that is not known."""
    return _KINDS.get(path.suffix.casefold())


def by_ending(kinds: Iterable[FileKind]) -> dict[str, str]:
    """Return by ending what the files of some kinds are called."""
    return {ending: kind.value for kind in kinds for ending in ENDINGS[kind]}


def usual_endings(kinds: Iterable[FileKind]) -> str:
    """Return the usual endings of some kinds for a sentence: ".md, .json and .csv"."""
    *others, last = (ENDINGS[kind][0] for kind in kinds)
    return f"{', '.join(others)} and {last}" if others else last
