"""Store: the bank of stories and vacancies, saved act by act."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Container
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from sesbank.domain.bank import Act, Bank, Change, Entry
from sesbank.domain.records import (
    RecordError,
    entry_to_record,
    story_from_record,
    story_to_record,
    vacancy_from_record,
    vacancy_to_record,
)
from sesbank.domain.records.fields import Record, keep_unknown
from sesbank.domain.story import Story
from sesbank.domain.trash import Trashed
from sesbank.errors import BankError, NotSavedError
from sesbank.files import reason
from sesbank.storage.backups import Backups
from sesbank.storage.bank_file import BankFile
from sesbank.storage.disk import Disk
from sesbank.storage.documents import nameless, read_document, with_left_out
from sesbank.storage.drafts import DraftFolder
from sesbank.storage.journal import Touched
from sesbank.storage.mentions import trash_without, uid_of, vacancies_without
from sesbank.storage.network import remote_note
from sesbank.storage.snapshot import STORIES, VACANCIES, Document, Snapshot, refused
from sesbank.storage.tables import BankTable, BankTables
from sesbank.storage.trash import TRASH, trash_changes, trashed, with_trashed
from sesbank.storage.undo_log import UndoLog

T = TypeVar("T", bound=Entry)

Meanwhile = Callable[[str], object]
"""Is told in a few words what is going on, again and again while it lasts."""

_TOLD_EVERY = 500
"""Records read between two words on how far it is."""


class BankStore:
    """An open bank. Every save is durable when it returns, and undone when it raises."""

    bank: Bank
    """As last loaded or saved."""

    def __init__(self, file: BankFile, meanwhile: Meanwhile | None = None) -> None:
        """Take a loaded file; `open` is the usual way."""
        self._file = file
        self._meanwhile = meanwhile
        self._turn = threading.RLock()
        self._tables = BankTables(storage=lambda: file)
        self._keys: dict[str, dict[str, str]] = {STORIES: {}, VACANCIES: {}}
        self._notes: list[str] = []
        if not file.writable:
            self._notes.append(f"{file.path.parent} is read-only: nothing can be saved")
        self.remote = remote_note(file.path.parent)
        """What to mind where the bank lies on a network folder, else empty."""
        self._stale = True
        self._follow()
        self._meanwhile = None

    @classmethod
    def open(
        cls, path: Path, *, disk: Disk | None = None, meanwhile: Meanwhile | None = None
    ) -> BankStore:
        """Open the bank of a path; where nothing is, the first save makes it.

        `meanwhile` is told what is going on when it takes long. Raises BankError for a file that
        cannot be read as a bank, which stays as it is.
        """
        file = BankFile(path, disk)
        if meanwhile is not None:
            file.waiting = lambda: meanwhile("waiting for another sesbank that is saving")
            meanwhile(f"opening {path.name}")
        file.load()
        return cls(file, meanwhile)

    @property
    def unborn(self) -> bool:
        """Whether there is no bank yet: the first save makes it."""
        return self._file.unborn

    @property
    def notes(self) -> tuple[str, ...]:
        """What was put right at opening and since, a line each."""
        return (*self._notes, *self._file.notes)

    def fold(self) -> None:
        """Fold the journal into the bank file now. Raises OSError; no save is lost by that."""
        self._file.fold()

    def save(self, act: Act, *, removed: str = "") -> Bank:
        """Carry out an act and return the bank with it, durable.

        With the moment as `removed`, what the act takes out of the bank goes to the trash.
        The bank keeps records as they are read back: text cleaned, numbers checked. Raises
        ConflictError when a record is not as the act saw it, NotSavedError when it cannot be
        made durable, RecordError for a value that cannot be kept; nothing has changed then.
        """
        known = Act(act.label, tuple(_as_kept(change) for change in act.changes))
        with self._turn, self._file.exclusive():
            self._follow()
            bank = self.bank.after(known)
            keys = {table: self._stage(known, table) for table in (STORIES, VACANCIES)}
            self._file.stage(TRASH, trash_changes(self._file, known, removed))
            self._commit()
            self.bank = bank
            for table, named in keys.items():
                self._keys[table].update(named)
        return bank

    def refresh(self) -> bool:
        """Follow what another program saved. Returns whether there was anything.

        Raises BankError when the file cannot be read any more; the bank stays as it was.
        """
        if not self._turn.acquire(blocking=False):
            return False  # A save is going on, and looks for itself.
        try:
            self._file.refresh()
            return self._follow()
        except OSError as error:
            raise BankError(f"{self._file.path} cannot be read: {reason(error)}") from None
        finally:
            self._turn.release()

    @property
    def backups(self) -> Backups:
        """The backups of this bank."""
        return self._file.backups

    def frozen(self) -> Snapshot:
        """Return the bank with all its tables as it is now, which no later save changes."""
        return self._file.frozen()

    def undo_log(self) -> UndoLog:
        """Return the list of acts kept beside the bank."""
        return self._file.undo_log()

    def drafts(self) -> DraftFolder:
        """Return the unsaved texts kept beside the bank."""
        return self._file.drafts

    def with_trashed(self, act: Act) -> Act:
        """Return an act that tells what it takes out of the trash, so that undo puts it back."""
        return with_trashed(self._file.rows(TRASH), act)

    @property
    def trash(self) -> tuple[Trashed, ...]:
        """What is in the trash, the latest removed first."""
        return trashed(self._file.rows(TRASH))

    def empty_trash(self, uids: Container[str]) -> int:
        """Take records out of the trash for good and return how many. Raises NotSavedError."""
        gone = [k for k, row in self._file.rows(TRASH).items() if uid_of(row) in uids]
        if gone:
            with self._turn, self._file.exclusive():
                self._file.stage(TRASH, dict.fromkeys(gone))
        return len(gone)

    def forget_unseen(self, story_id: str) -> None:
        """Take a story, and what names it, out of the trash and of vacancies left in the file.

        Raises NotSavedError.
        """
        with self._turn, self._file.exclusive():
            self._file.stage(TRASH, trash_without(self._file.rows(TRASH), story_id))
            self._file.stage(VACANCIES, vacancies_without(self._file.rows(VACANCIES), story_id))

    def forget_journal(self) -> None:
        """Write the files anew, so that what was removed stands nowhere. Raises NotSavedError."""
        with self._turn:
            self._file.forget_journal()

    def close(self) -> None:
        """Let go of the file. Never raises: whatever was saved stays saved."""
        self._tables.close()

    def _commit(self) -> None:
        try:
            self._file.commit()
        except BaseException as error:
            # Refused, it stays as it is; interrupted, it may be saved or not: all is read anew.
            self._stale = self._stale or not isinstance(error, Exception)
            raise

    def _stage(self, act: Act, table: str) -> dict[str, str]:
        """Put an act's records of one kind into their table. Returns the key of each."""
        known, rows = self._keys[table], self._file.rows(table)
        keys: dict[str, str] = {}
        documents: dict[str, Record | None] = {}
        for change in act.changes:
            if isinstance(change.entry, Story) is not (table == STORIES):
                continue
            uid = change.entry.id
            key = known.get(uid) or keys.get(uid) or str(self._file.take_key(table))
            keys[uid] = key
            record = None if change.after is None else entry_to_record(change.after)
            old = rows.get(key, {})
            documents[key] = record and with_left_out(old, keep_unknown(old, record))
        bank_table = self._tables.table(table)
        assert isinstance(bank_table, BankTable)
        bank_table.put_all(documents)
        return keys

    def _follow(self) -> bool:
        """Take into the bank what the file read anew since this was done last."""
        touched = self._file.touched()
        self._stale = self._stale or touched is None
        if self._stale:
            self._name_nameless()
            touched = {(t, key) for t in (STORIES, VACANCIES) for key in self._file.rows(t)}
            stories, vacancies = {}, {}
        elif touched:
            stories, vacancies = dict(self.bank.stories), dict(self.bank.vacancies)
        else:
            return False
        self._stale = True  # Until all of it is read.
        self._take(STORIES, touched, stories, story_from_record)
        self._take(VACANCIES, touched, vacancies, vacancy_from_record)
        self.bank = Bank(MappingProxyType(stories), MappingProxyType(vacancies))
        self._stale = False
        return True

    def _take(
        self,
        table: str,
        touched: Touched,
        entries: dict[str, T],
        read: Callable[[object, str], T],
    ) -> None:
        """Read the touched records of one table into `entries`."""
        rows, keys = self._file.rows(table), self._keys[table]
        names = {key: uid for uid, key in keys.items()} if entries else {}
        if not entries:
            keys.clear()
        ordered = sorted((key for name, key in touched if name == table), key=int)
        for number, key in enumerate(ordered):
            if self._meanwhile is not None and number % _TOLD_EVERY == 0:
                done = 100 * number // len(ordered)
                self._meanwhile(f"opening {self._file.path.name}: {table}, {done} %")
            entries.pop(names.get(key, ""), None)
            if key in rows:
                entry = self._read(rows[key], f"{table} {key}", read)
                if entry is not None:
                    entries[entry.id], keys[entry.id] = entry, key

    def _read(self, document: Document, place: str, read: Callable[[object, str], T]) -> T | None:
        try:
            found = read_document(document, place, read)
        except RecordError as error:
            raise refused(self._file.path.name, str(error)) from None
        if found.note and found.note not in self._notes:
            self._notes.append(found.note)
        return found.entry

    def _name_nameless(self) -> None:
        """Give an id to what a hand added without one, or copied with another's."""
        named = [
            (table, key, document)
            for table, letter in ((STORIES, "s"), (VACANCIES, "v"))
            for key, document in nameless(self._file.rows(table), letter)
        ]
        if not named:
            return
        self._notes.append(f"{len(named)} records were given an id of their own")
        with contextlib.suppress(NotSavedError), self._file.exclusive():
            for table, key, document in named:
                self._file.stage(table, {key: document})


def _as_kept(change: Change) -> Change:
    """Return the change with both records as they are read back from the disk."""
    return replace(change, before=_read_back(change.before), after=_read_back(change.after))


def _read_back(entry: Entry | None) -> Entry | None:
    if isinstance(entry, Story):
        return story_from_record(story_to_record(entry))
    return None if entry is None else vacancy_from_record(vacancy_to_record(entry))
