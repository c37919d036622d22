"""Store: the bank of stories and vacancies, saved act by act."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from sesbank.domain.bank import Act, Bank, Change, Entry
from sesbank.domain.ids import new_id
from sesbank.domain.records import (
    RecordError,
    story_from_record,
    story_to_record,
    vacancy_from_record,
    vacancy_to_record,
)
from sesbank.domain.records.fields import Record
from sesbank.domain.records.values import tidy_line
from sesbank.domain.story import Story
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import BankError, NotSavedError
from sesbank.storage.bank_file import BankFile
from sesbank.storage.disk import Disk
from sesbank.storage.snapshot import STORIES, VACANCIES, Document, Rows, refused
from sesbank.storage.tables import BankTable, BankTables

T = TypeVar("T", Story, Vacancy)


class BankStore:
    """An open bank. Every save is durable when it returns, and undone when it raises."""

    bank: Bank
    """As last loaded or saved."""
    notes: tuple[str, ...]
    """What was put right at opening, a line each."""

    def __init__(self, file: BankFile) -> None:
        """Take a loaded file; `open` is the usual way."""
        self._file = file
        self._tables = BankTables(storage=lambda: file)
        self._generation = -1
        self._keys: dict[str, dict[str, str]] = {}
        self.notes = (
            () if file.writable else (f"{file.path.parent} is read-only: nothing is saved",)
        )
        self._follow()

    @classmethod
    def open(cls, path: Path, *, disk: Disk | None = None) -> BankStore:
        """Open the bank of a path; where nothing is, an empty one is made.

        Raises BankError for a file that cannot be read as a bank, which stays as it is.
        """
        file = BankFile(path, disk)
        file.load()
        return cls(file)

    def save(self, act: Act) -> Bank:
        """Carry out an act and return the bank with it, durable.

        The bank keeps records as they are read back: text cleaned, numbers checked. Raises
        ConflictError when a record is not as the act saw it, NotSavedError when it cannot be
        made durable, RecordError for a value that cannot be kept; nothing has changed then.
        """
        known = Act(act.label, tuple(_as_kept(change) for change in act.changes))
        with self._file.exclusive():
            self._follow()
            bank = self.bank.after(known)
            self._stage(known, STORIES, Story)
            self._stage(known, VACANCIES, Vacancy)
            self._file.commit()
            self.bank = bank
            self._index()
        return bank

    def refresh(self) -> bool:
        """Follow what another program saved. Returns whether there was anything.

        Raises BankError when the file cannot be read any more; the bank stays as it was.
        """
        try:
            self._file.refresh()
        except OSError as error:
            raise BankError(f"{self._file.path} cannot be read: {error.strerror}") from None
        return self._follow()

    def close(self) -> None:
        """Let go of the file."""
        self._tables.close()

    def _stage(self, act: Act, table: str, kind: type[Entry]) -> None:
        rows, keys = self._table(table), dict(self._keys[table])
        documents: dict[str, Record | None] = {}
        for change in act.changes:
            if not isinstance(change.entry, kind):
                continue
            key = keys.get(change.entry.id) or str(self._file.take_key(table) + len(documents))
            keys[change.entry.id] = key
            documents[key] = None if change.after is None else _to_record(change.after)
        rows.put_all(documents)

    def _table(self, name: str) -> BankTable:
        table = self._tables.table(name)
        assert isinstance(table, BankTable)
        return table

    def _follow(self) -> bool:
        """Build the bank anew when the file was read anew."""
        if self._generation == self._file.generation:
            return False
        self._name_nameless()
        stories = self._entries(STORIES, story_from_record)
        vacancies = self._entries(VACANCIES, vacancy_from_record)
        self.bank = Bank(MappingProxyType(stories), MappingProxyType(vacancies))
        self._index()
        self._generation = self._file.generation
        return True

    def _entries(self, table: str, read: Callable[[object, str], T]) -> dict[str, T]:
        try:
            rows = self._file.rows(table).items()
            entries = [read(document, f"{table} {key}") for key, document in rows]
        except RecordError as error:
            raise refused(self._file.path.name, str(error)) from None
        return {entry.id: entry for entry in entries}

    def _index(self) -> None:
        self._keys = {
            table: {tidy_line(document["id"]): key for key, document in rows.items()}
            for table in (STORIES, VACANCIES)
            for rows in (self._file.rows(table),)
        }

    def _name_nameless(self) -> None:
        """Give an id to what a hand added without one, or copied with another's."""
        named = [
            (table, key, document)
            for table, letter in ((STORIES, "s"), (VACANCIES, "v"))
            for key, document in _nameless(self._file.rows(table), letter)
        ]
        if not named:
            return
        self.notes = (*self.notes, f"{len(named)} records were given an id of their own")
        with contextlib.suppress(NotSavedError), self._file.exclusive():
            for table, key, document in named:
                self._file.stage(table, {key: document})


def _nameless(rows: Rows, letter: str) -> Iterator[tuple[str, Document]]:
    taken: set[str] = set()
    for key, document in rows.items():
        present = document.get("id")
        if present is not None and not isinstance(present, str):
            continue  # No id at all: reading the record will say so.
        uid = tidy_line(present or "")
        if not uid or uid in taken:
            uid = new_id(letter, datetime.now(UTC), taken)
            document["id"] = uid  # The file was just read, nobody else has this document.
            yield key, document
        taken.add(uid)


def _as_kept(change: Change) -> Change:
    """Return the change with both records as they are read back from the disk."""
    return Change(before=_read_back(change.before), after=_read_back(change.after))


def _read_back(entry: Entry | None) -> Entry | None:
    if isinstance(entry, Story):
        return story_from_record(story_to_record(entry))
    return None if entry is None else vacancy_from_record(vacancy_to_record(entry))


def _to_record(entry: Entry) -> Record:
    return story_to_record(entry) if isinstance(entry, Story) else vacancy_to_record(entry)
