"""Snapshot: the bank file as TinyDB keeps it, read strictly and written to be read by people."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from sesbank.domain.records import JsonError, read_json, write_json
from sesbank.errors import BankError, NewerBankError
from sesbank.storage.migration import SCHEMA, can_be_read, migrate

META = "_meta"
"""The table that says what the file is."""

STORIES, VACANCIES = "stories", "vacancies"

TRAIL = 500
"""Saves whose sums a bank file keeps, to tell a state that went its own way from an older one."""

Document = dict[str, Any]
Rows = dict[str, Document]
Tables = dict[str, Rows]

Changes = dict[str, dict[str, Document | None]]
"""Per table and key the new document, or None for one that is removed."""

_NUMBER = re.compile(r"[1-9]\d{0,15}", re.ASCII)
_MARKER = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.MULTILINE)


@dataclass(slots=True)
class Snapshot:
    """All tables of a bank and what the file says about itself."""

    tables: Tables = field(default_factory=lambda: {STORIES: {}, VACANCIES: {}})
    rev: int = 0
    """Counts the saves."""
    id: str = field(default_factory=lambda: os.urandom(8).hex())
    """Tells this bank from another."""
    meta: Document = field(default_factory=dict)
    """What else stands in the file's own record, kept as it came."""
    following: dict[str, int] = field(default_factory=dict)
    """Per table the next free key; a key is never used again."""
    edited: bool = False
    """True when the file is not byte for byte as sesbank wrote it."""
    named: bool = True
    """False when the file told no id, so that the present one was made up."""
    schema: int = SCHEMA
    """The layout of the tables; an older one is to be migrated before it is used."""
    trail: list[str] = field(default_factory=list)
    """The sums of the latest saves it holds, the last one last; empty where they are not known."""

    def free_key(self, table: str) -> int:
        """Return the next free key of a table."""
        if table not in self.following:
            self.following[table] = max(map(int, self.tables.get(table, {})), default=0) + 1
        return self.following[table]

    def apply(self, changes: Changes, rev: int, line: str) -> None:
        """Carry out a save, `line` is its sum; costs nothing in proportion to the tables."""
        for table, rows in changes.items():
            kept, following = self.tables.setdefault(table, {}), self.free_key(table)
            for key, document in rows.items():
                following = max(following, int(key) + 1)
                if document is None:
                    kept.pop(key, None)
                else:
                    kept[key] = document
            self.following[table] = following
        self.rev = rev
        self.trail.append(line)
        del self.trail[:-TRAIL]

    def copied(self) -> Snapshot:
        """Return a snapshot that can take changes without this one taking them."""
        tables = {name: dict(rows) for name, rows in self.tables.items()}
        return replace(self, tables=tables, following=dict(self.following), trail=list(self.trail))

    def migrate(self) -> None:
        """Bring an older layout to the present one."""
        migrate(self.tables, self.schema)
        self.schema = SCHEMA


def parse(data: bytes, name: str) -> Snapshot:
    """Return what a bank file holds. Raises BankError naming the file, the place and the fault."""
    text = _text(data, name)
    try:
        tables = read_json(text)
    except JsonError as error:
        raise refused(name, _json_fault(text, error)) from None
    if not isinstance(tables, dict) or not (META in tables or STORIES in tables):
        raise refused(name, "it is no story bank")
    for table, rows in tables.items():
        _check_table(table, rows, name)
    return _described(tables, data, name)


def render(snapshot: Snapshot, pause: Callable[[], object] = int) -> bytes:
    """Return the file: stories and vacancies one field a line, the file's own record last.

    `pause` is called after every few records, for a thread that lets others go first.
    """
    tables = "".join(
        f"{write_json(name)}: {_render_rows(rows, pause)},\n"
        for name, rows in snapshot.tables.items()
    )
    body = ("{\n" + tables).encode("utf-8")
    following = {table: snapshot.free_key(table) for table in snapshot.tables}
    meta = {
        **snapshot.meta,
        "schema": snapshot.schema,
        "rev": snapshot.rev,
        "id": snapshot.id,
        "next": following,
        "trail": {"rev": snapshot.rev, "sums": " ".join(snapshot.trail)},
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    return body + f"{write_json(META)}: {_render_rows({'1': meta}, int)}\n}}\n".encode()


def _render_rows(rows: Rows, pause: Callable[[], object]) -> str:
    if not rows:
        return "{}"
    chunks: list[str] = []
    for key, document in rows.items():
        chunks.append(f"{write_json(key)}: {render_document(document)}")
        if len(chunks) % 16 == 0:
            pause()
    return "{\n" + ",\n".join(chunks) + "\n}"


def render_document(document: Document) -> str:
    """Return a document as it stands in the file, one field a line."""
    if not document:
        return "{}"
    lines = [f"  {write_json(key)}: {write_json(value)}" for key, value in document.items()]
    return "{\n" + ",\n".join(lines) + "\n}"


def _text(data: bytes, name: str) -> str:
    if not data.strip(b"\x00 \t\r\n"):
        kind = "it holds only zero bytes, as after a power cut" if data.strip() else "it is empty"
        raise refused(name, kind)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refused(name, "it is encoded as UTF-16; save it as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        guess = "it looks like Windows-1252; save it as UTF-8"
        raise refused(name, f"line {line}: not UTF-8; {guess}") from None
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise refused(name, f"line {line}: zero bytes in the text")
    return text


def _json_fault(text: str, error: JsonError) -> str:
    marker = _MARKER.search(text)
    if marker:
        line = text.count("\n", 0, marker.start()) + 1
        return f"line {line}: a merge left its markers; keep one of the two sides"
    return str(error)


def _check_table(table: str, rows: object, name: str) -> None:
    if not isinstance(rows, dict):
        raise refused(name, f"the table {table[:40]!r} should hold numbered records")
    for key, document in rows.items():
        if not _NUMBER.fullmatch(key):
            raise refused(name, f"{table[:40]} {key[:40]!r}: the key should be a number")
        if not isinstance(document, dict):
            raise refused(name, f"{table[:40]} {key}: should be a record of fields")


def _described(tables: Tables, data: bytes, name: str) -> Snapshot:
    records = list(tables.pop(META, {}).values())
    meta = records[0] if records else {}
    schema, rev = meta.pop("schema", SCHEMA), meta.pop("rev", 0)
    if _whole(schema) and schema > SCHEMA:
        newer = f"was made by a newer sesbank (layout {schema}) and was left as it is"
        raise NewerBankError(f"{name} {newer}; update sesbank to open it")
    if not (_whole(schema) and can_be_read(schema) and _whole(rev) and rev >= 0):
        raise refused(name, f"{META}: schema and rev should be whole numbers")
    bank_id = meta.pop("id", None)
    named = bank_id is not None
    if not named:
        bank_id = os.urandom(8).hex()
    if not isinstance(bank_id, str) or not bank_id:
        raise refused(name, f"{META}: id should be text")
    for table in (STORIES, VACANCIES):
        tables.setdefault(table, {})
    snapshot = Snapshot(tables, rev, bank_id, named=named, schema=schema)
    snapshot.edited = meta.pop("sha256", None) not in (None, _sum_of_tables(data))
    _take_following(snapshot, meta.pop("next", None))
    snapshot.trail = _trail(meta.pop("trail", None), rev)
    snapshot.meta = meta
    return snapshot


def _sum_of_tables(data: bytes) -> str:
    end = data.rfind(f'"{META}"'.encode())
    return hashlib.sha256(data[: max(end, 0)]).hexdigest()


def _take_following(snapshot: Snapshot, following: object) -> None:
    """Take over the counters of the file, as far as they are not behind what the tables hold."""
    if not isinstance(following, dict):
        return
    for table, key in following.items():
        if table in snapshot.tables and _whole(key):
            snapshot.following[table] = max(key, snapshot.free_key(table))


def _trail(value: object, rev: int) -> list[str]:
    """Return the sums of the latest saves, none where an older sesbank saved since."""
    if not isinstance(value, dict) or value.get("rev") != rev:
        return []
    sums = value.get("sums")
    return sums.split()[-TRAIL:] if isinstance(sums, str) else []


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


class RefusedError(BankError):
    """A file cannot be read as a bank. Its text names ways to get the bank back."""

    def __init__(self, name: str, fault: str) -> None:
        super().__init__(
            f"{name} cannot be read and was left as it is: {fault}. `sesbank restore` brings the "
            "newest backup back, `sesbank doctor` says what else can be done.",
        )
        self.fault = fault


def refused(name: str, fault: str) -> RefusedError:
    """Return the complaint about a bank file, to be raised."""
    return RefusedError(name, fault)
