"""Documents: what a bank file holds, read with what sesbank cannot hold left in the file.

Another program's field may nest deeper, or hold a larger number, than a record carries safely to
every reader; a hand may have changed a posting so that a requirement stands nowhere in it. That is
no damage, and no reason to open nothing: it stays in the file as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Generic, NamedTuple, TypeVar

from sesbank.domain.bank import Entry
from sesbank.domain.ids import new_id
from sesbank.domain.records import RecordError, SourceError
from sesbank.domain.records.fields import Record
from sesbank.domain.records.mended import unkept
from sesbank.domain.text import clean_line
from sesbank.storage.snapshot import Document, Rows

T = TypeVar("T", bound=Entry)


class Read(NamedTuple, Generic[T]):
    """What became of a document."""

    entry: T | None
    """None where it stays in the file alone."""
    note: str
    """What the person should know of it, or an empty text."""


def read_document(document: Document, place: str, read: Callable[[object, str], T]) -> Read[T]:
    """Read a document. Raises RecordError for one that is damaged."""
    try:
        return Read(read(document, place), "")
    except SourceError as error:
        return Read(None, f"{error}; this vacancy stays in the file as it is, and is not shown")
    except RecordError as error:
        odd = () if error.place else unkept(document)
        if not odd:
            raise
        found = read_document({k: v for k, v in document.items() if k not in odd}, place, read)
        note = f"{error}; it stays in the file as it is"
        return found._replace(note=f"{note}; {found.note}" if found.note else note)


def with_left_out(old: Document, record: Record) -> Record:
    """Return a record with the fields of its document that reading had left out."""
    missing = {name: old[name] for name in old.keys() - record.keys()}
    return {**record, **{name: missing[name] for name in unkept(missing)}} if missing else record


def nameless(rows: Rows, letter: str) -> Iterator[tuple[str, Document]]:
    """Give an id to documents without one, or with another's, and yield each with its key."""
    taken: set[str] = set()
    for key, document in rows.items():
        present = document.get("id")
        if present is not None and not isinstance(present, str):
            continue  # No id at all: reading the record will say so.
        uid = clean_line(present or "")
        if not uid or uid in taken:
            uid = new_id(letter, datetime.now(UTC), taken)
            document["id"] = uid  # The file was just read, nobody else has this document.
            yield key, document
        taken.add(uid)
