"""Salvage: what can still be read of a damaged bank, record by record."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from sesbank.errors import BankError
from sesbank.storage.journal import Entry, decode
from sesbank.storage.snapshot import META, STORIES, VACANCIES, Document, Rows
from sesbank.storage.trash import TRASH

_RECORD = re.compile(r'"([1-9]\d{0,15})":\s*(?=\{)', re.ASCII)
_TABLE = re.compile(
    r'"(stories|vacancies|trash|_meta)":\s*\{|^"(?!\d+")([^"\\]{1,40})":\s*\{', re.MULTILINE
)
_NUMBER = re.compile(r"[1-9]\d{0,15}", re.ASCII)
_FIELD = re.compile(r'^\s*("(?:[^"\\]|\\.)*+"):\s*(.+?),?\s*$', re.MULTILINE)
_HEADER = re.compile(rb"^[0-9a-f]{8} [1-9][0-9]{0,9} ", re.MULTILINE)

_SHAPES = (
    (STORIES, {"challenge", "context", "action", "result", "lesson"}),
    (VACANCIES, {"source", "requirements", "announcement"}),
    (META, {"schema", "next"}),
)
"""Fields of which one tells what a record is, whatever heading is left above it."""

Key = tuple[str, str]
"""Table and number of a record."""


class Salvaged(NamedTuple):
    """What could be read."""

    stories: tuple[Document, ...]
    vacancies: tuple[Document, ...]
    beside: Mapping[str, Rows]
    """The trash and tables of other programs, as they stand there."""
    partly: int
    """How many of all these have fields that are lost."""


def salvage(bank: bytes, journal: bytes) -> Salvaged:
    """Return every record that can be read from the files of a damaged bank. Never raises.

    Where the journal holds a later state of a record, that is returned.
    """
    text = bank.replace(b"\x00", b"").decode("utf-8", "replace").removeprefix("\ufeff")
    found: dict[Key, Document] = {}
    partly: set[Key] = set()
    rev = -1
    for key, document, whole in _in_order(text) or _records(text):
        if key[0] == META:
            rev = document["rev"] if isinstance(document.get("rev"), int) else -1
            continue
        if key in found and not whole:
            continue
        place = _free(key, document, found)
        found[place] = document
        partly = partly - {place} if whole else partly | {place}
    for entry in journal_lines(journal):
        if entry.rev > rev:
            _apply(entry, found, partly)
    tables: dict[str, Rows] = {}
    for (table, number), document in found.items():
        tables.setdefault(table, {})[number] = document
    stories, vacancies = (tuple(tables.pop(t, {}).values()) for t in (STORIES, VACANCIES))
    return Salvaged(stories, vacancies, tables, len(partly & set(found)))


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


def _free(key: Key, document: Document, found: Mapping[Key, Document]) -> Key:
    """Return a place for a record: not that of another one, which a merge may have left there."""
    table, number = key
    while key in found and found[key].get("id") != document.get("id"):
        number = f"{number}0"
        key = (table, number)
    return key


def _in_order(text: str) -> list[tuple[Key, Document, bool]]:
    """Return the records of a file that is whole as JSON, whatever its layout; else none."""
    try:
        tables = json.loads(text, strict=False, object_pairs_hook=_each_once)
    except (ValueError, RecursionError):
        return []
    return [
        ((table, number), document, True)
        for table, rows in (tables.items() if isinstance(tables, dict) else ())
        for number, document in (rows.items() if isinstance(rows, dict) else ())
        if isinstance(document, dict) and _NUMBER.fullmatch(number)
    ]


def _each_once(pairs: list[tuple[str, Any]]) -> Document:
    """Return an object; one that has a key twice hides a record, which is looked for by itself."""
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key is there twice")
    return result


def _records(text: str) -> Iterator[tuple[Key, Document, bool]]:
    decoder, place = json.JSONDecoder(strict=False), 0
    headings = [(match.start(), match[1] or match[2]) for match in _TABLE.finditer(text)]
    while (match := _RECORD.search(text, place)) is not None:
        place = match.end()
        try:
            document, place = decoder.raw_decode(text, match.end())
            whole = True
        except (ValueError, RecursionError):
            following = _RECORD.search(text, place)
            document = _fields(text[place : following.start() if following else len(text)])
            whole = False
        above = [name for start, name in headings if start < match.start()]
        table = _table_of(document, above[-1] if above else "")
        if table and document:
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


def _table_of(document: Document, heading: str) -> str:
    """Return the table a record belongs to: by what it holds, else by the heading above it."""
    if heading and heading not in (STORIES, VACANCIES, TRASH, META):
        return heading
    if {"kind", "record"} <= document.keys():
        return TRASH
    shapes = [table for table, fields in _SHAPES if not fields.isdisjoint(document)]
    by_id = {"s-": STORIES, "v-": VACANCIES}.get(str(document.get("id", ""))[:2], "")
    return next(iter(shapes), "") or heading or by_id
