"""Salvage: what can still be read of a damaged bank, record by record."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from sesbank.errors import BankError
from sesbank.storage.journal import Entry, decode
from sesbank.storage.snapshot import META, STORIES, VACANCIES, Document

_RECORD = re.compile(r'"([1-9]\d{0,15})":\s*(?=\{)', re.ASCII)
_TABLE = re.compile(r'^"([a-z_]{1,40})":\s*\{', re.MULTILINE | re.ASCII)
_FIELD = re.compile(r'^\s*("(?:[^"\\]|\\.)*+"):\s*(.+?),?\s*$', re.MULTILINE)
_HEADER = re.compile(rb"^[0-9a-f]{8} [1-9][0-9]{0,9} ", re.MULTILINE)

Key = tuple[str, str]
"""Table and number of a record."""


class Salvaged(NamedTuple):
    """What could be read."""

    stories: tuple[Document, ...]
    vacancies: tuple[Document, ...]
    partly: int
    """How many of them have fields that are lost."""


def salvage(bank: bytes, journal: bytes) -> Salvaged:
    """Return every record that can be read from the files of a damaged bank. Never raises.

    Where the journal holds a later state of a record, that is returned.
    """
    text = bank.replace(b"\x00", b"").decode("utf-8", "replace")
    found: dict[Key, Document] = {}
    partly: set[Key] = set()
    rev = -1
    for key, document, whole in _records(text):
        if key[0] == META:
            rev = document["rev"] if isinstance(document.get("rev"), int) else -1
            continue
        if key in found and not whole:
            continue
        found[key] = document
        partly = partly - {key} if whole else partly | {key}
    for entry in journal_lines(journal):
        if entry.rev > rev:
            _apply(entry, found, partly)
    stories = tuple(d for (table, _), d in found.items() if table == STORIES)
    vacancies = tuple(d for (table, _), d in found.items() if table == VACANCIES)
    return Salvaged(stories, vacancies, len(partly & set(found)))


def journal_lines(data: bytes) -> Iterator[Entry]:
    """Yield the saves of a journal that are whole, also behind damaged ones."""
    starts = [match.start() for match in _HEADER.finditer(data)]
    for start, end in pairwise([*starts, len(data)]):
        line = data[start:end]
        try:
            total, _, body = line.split(b" ", 2)
            if zlib.crc32(body.rstrip(b"\n")) == int(total, 16):
                yield from decode(line, "journal").entries
        except (BankError, ValueError):
            continue


def _apply(entry: Entry, found: dict[Key, Document], partly: set[Key]) -> None:
    for table, rows in entry.changes.items():
        for number, document in rows.items():
            found.pop((table, number), None)
            partly.discard((table, number))
            if document is not None:
                found[table, number] = document


def _records(text: str) -> Iterator[tuple[Key, Document, bool]]:
    decoder, place = json.JSONDecoder(strict=False), 0
    while (match := _RECORD.search(text, place)) is not None:
        place = match.end()
        try:
            document, place = decoder.raw_decode(text, match.end())
            whole = True
        except (ValueError, RecursionError):
            following = _RECORD.search(text, place)
            document = _fields(text[place : following.start() if following else len(text)])
            whole = False
        table = _table_of(text, match.start(), document)
        if table and isinstance(document, dict) and document:
            yield (table, match[1]), document, whole


def _fields(text: str) -> Document:
    """Return the fields of a broken record that stand on lines of their own."""
    fields: dict[str, Any] = {}
    for match in _FIELD.finditer(text):
        try:
            fields[json.loads(match[1])] = json.loads(match[2], strict=False)
        except (ValueError, RecursionError):
            continue
    return fields


def _table_of(text: str, start: int, document: Document) -> str:
    """Return the table a record belongs to, by its id, else by the heading above it."""
    letter = str(document.get("id", ""))[:2]
    if letter in ("s-", "v-"):
        return STORIES if letter == "s-" else VACANCIES
    headings = [match[1] for match in _TABLE.finditer(text, 0, start + 1)]
    last = headings[-1] if headings else ""
    return last if last in (STORIES, VACANCIES, META) else ""
