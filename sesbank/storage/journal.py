"""Journal: what was saved since the snapshot, a checksummed line a save."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from sesbank.domain.records import write_json
from sesbank.storage.snapshot import Changes, Snapshot, refused

Touched = set[tuple[str, str]]
"""Table and key of records that changed."""

_HEADER = re.compile(rb"([0-9a-f]{8}) ([1-9][0-9]{0,9}) ")
_NAMED = re.compile(rb'"id": "([0-9a-z-]{1,40})"')


@dataclass(frozen=True, slots=True)
class Entry:
    """One save."""

    rev: int
    """The bank's count of saves after it."""
    bank: str
    """The bank's id."""
    changes: Changes
    on: str = ""
    """The sum of the save before it; empty where that is not known."""
    sum: str = field(default="", compare=False)
    """The checksum of its line, once it has one: all that came before is in it."""


class Journal(NamedTuple):
    """A journal as read."""

    entries: tuple[Entry, ...]
    size: int
    """Bytes of the whole entries."""
    rest: bytes
    """What stands behind them: the beginning of a save that was never confirmed, or nothing."""
    suspect: bool
    """True when `rest` is as long as a whole save: one that was confirmed may have been hurt."""

    @property
    def clean(self) -> bool:
        """Whether the next entry may be written behind the last."""
        return not self.rest


def encode(entry: Entry) -> bytes:
    """Return an entry as its line. Raises ValueError for values JSON cannot carry."""
    rows = [[table, key, doc] for table, rows in entry.changes.items() for key, doc in rows.items()]
    line = {"rev": entry.rev, "bank": entry.bank, **({"on": entry.on} if entry.on else {})}
    body = write_json({**line, "ops": rows}).encode("utf-8")
    return b"%08x %d %s\n" % (zlib.crc32(body), len(body), body)


def sum_of(line: bytes) -> str:
    """Return the sum of a line that `encode` made."""
    return line[:8].decode("ascii")


def decode(data: bytes, name: str) -> Journal:
    """Read a journal.

    A line that breaks off at the end is a save that was never confirmed and is set aside as
    `rest`. Raises BankError when anything before that is not as it was written.
    """
    entries: list[Entry] = []
    start = 0
    while start < len(data):
        header = _HEADER.match(data, start)
        end = header.end() + int(header[2]) if header else -1
        body = data[header.end() : end] if header and end <= len(data) else b""
        whole = header is not None and body != b"" and zlib.crc32(body) == int(header[1], 16)
        if whole and data[end : end + 1] == b"\n":
            entries.append(_entry(data[start:end], body, name, len(entries) + 1))
            start = end + 1
            continue
        if whole and len(data) - end <= 1:  # Only its line end is hurt.
            entries.append(_entry(data[start:end], body, name, len(entries) + 1))
            return Journal(tuple(entries), end, data[end:] or b"\n", suspect=False)
        rest = data[start:]
        # Text in an entry has no bare line end, so one inside means that more follows.
        if b"\n" in rest[:-1] or (header and end + 1 < len(data)):
            number = len(entries) + 1
            raise refused(name, f"save {number} in it is damaged and others follow")
        return Journal(tuple(entries), start, rest, suspect=rest.endswith(b"\n"))
    return Journal(tuple(entries), start, b"", suspect=False)


def replay(entries: Iterable[Entry], snapshot: Snapshot, name: str) -> Touched:
    """Carry out on a snapshot what it does not hold yet, and return which records that touched.

    Raises BankError when the journal is of another bank or does not begin where it ends.
    """
    touched: Touched = set()
    for entry in entries:
        if entry.bank != snapshot.id:
            raise refused(name, "it belongs to another bank")
        if entry.rev <= snapshot.rev:
            continue  # Folded in already; a crash came before the journal was emptied.
        if entry.rev != snapshot.rev + 1:
            gap = f"the bank file ends at save {snapshot.rev}, this goes on at {entry.rev}"
            raise refused(name, f"saves are missing: {gap}")
        snapshot.apply(entry.changes, entry.rev, entry.sum)
        touched.update((table, key) for table, rows in entry.changes.items() for key in rows)
    return touched


def named_in(rest: bytes) -> str:
    """Return the id of a record that a broken entry names, or an empty text."""
    found = _NAMED.search(rest)
    return found[1].decode("ascii") if found else ""


def _entry(line: bytes, body: bytes, name: str, number: int) -> Entry:
    try:
        value = json.loads(body)
        changes: Changes = {}
        for table, key, document in value["ops"]:
            changes.setdefault(table, {})[key] = document
        on = str(value.get("on", ""))
        return Entry(int(value["rev"]), str(value["bank"]), changes, on, sum_of(line))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise refused(name, f"save {number} in it is not one of ours") from None
