"""Files by ending: which reader takes a file, and which writer makes one."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path

from sesbank.domain.file_kinds import (
    STORIES_READ,
    STORIES_WRITTEN,
    TEXTS,
    FileKind,
    kind_of,
    usual_endings,
)
from sesbank.domain.story import Story
from sesbank.errors import InputError, UsageError
from sesbank.exchange.chapters import TitleIn, no_ecqs
from sesbank.exchange.csv_stories import stories_from_csv, stories_to_csv
from sesbank.exchange.json_stories import LARGEST_FILE as LARGEST_JSON
from sesbank.exchange.json_stories import stories_from_json, stories_to_json
from sesbank.exchange.markdown_book import stories_to_markdown
from sesbank.exchange.markdown_stories import stories_from_markdown
from sesbank.exchange.record_stories import Imported
from sesbank.exchange.word_stories import stories_from_word
from sesbank.files import read_bytes, read_text, shown, text_in

LARGEST_FILE = 20_000_000
"""Bytes of the largest file that is read."""

_JSON = (FileKind.JSON, FileKind.JSON_LINES)
_READ = f"import reads {usual_endings(STORIES_READ)} files"
_WRITTEN = f"export writes {usual_endings(STORIES_WRITTEN)} files"


def read_stories(
    path: Path, *, new_id: Callable[[], str], framework: str, title_in: TitleIn = no_ecqs
) -> Imported:
    """Read the stories of a file by its ending; `title_in` tells which headings name an ECQ.

    Raises InputError for an ending that no reader takes, and for what cannot be read.
    """
    kind = kind_of(path)
    if kind is FileKind.WORD:
        return stories_from_word(path, new_id=new_id, framework=framework, title_in=title_in)
    if kind is FileKind.CSV:
        text = _csv_text(path)
        return stories_from_csv(text, new_id=new_id, framework=framework)
    if kind in _JSON:
        text = read_text(path, limit=LARGEST_JSON)
        return stories_from_json(text, new_id=new_id, framework=framework)
    if kind in TEXTS:
        text = read_text(path, limit=LARGEST_FILE)
        return stories_from_markdown(text, new_id=new_id, framework=framework, title_in=title_in)
    read_bytes(path, limit=LARGEST_FILE)  # a missing file or a folder is named as such
    if kind is FileKind.OLD_WORD:
        raise InputError(f"{shown(path)} is an old Word file; open it in Word, save it as .docx")
    raise InputError(f"{shown(path)} has no ending that is known; {_READ}")


def keeps_all(path: Path) -> bool:
    """Return whether files of this ending keep a story whole: what it is not mapped to as well."""
    return kind_of(path) in _JSON


def _csv_text(path: Path) -> str:
    """Return the text of a CSV file, with NUL characters where it has any: their row is named."""
    data = read_bytes(path, limit=LARGEST_FILE)
    with contextlib.suppress(UnicodeDecodeError):
        return data.decode("utf-8-sig")
    return text_in(data, shown(path))


def check_ending(path: Path) -> None:
    """Raise UsageError when no writer makes files of this ending."""
    kind = kind_of(path)
    if kind is FileKind.WORD:
        raise UsageError(f"{_WRITTEN}; `sesbank paper story-book` makes a Word file of all stories")
    if kind not in STORIES_WRITTEN:
        raise UsageError(f"{shown(path)} has no ending that is known; {_WRITTEN}")


def write_stories(stories: Sequence[Story], path: Path, *, raw: bool = False) -> bytes:
    """Return what a file of this name holds; `raw` leaves CSV cells as they are.

    Raises UsageError for an ending that no writer makes.
    """
    check_ending(path)
    kind = kind_of(path)
    if kind is FileKind.CSV:
        # With the mark that tells spreadsheets the encoding.
        return stories_to_csv(stories, raw=raw).encode("utf-8-sig")
    return (stories_to_json if kind is FileKind.JSON else stories_to_markdown)(stories).encode()
