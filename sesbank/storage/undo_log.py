"""Undo log: what was done, undone and done again, a checksummed line each, beside the bank.

It may be lost without any harm to the bank, so a line is not synced on its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from sesbank.domain.bank import Act, Change, Entry
from sesbank.domain.history import History
from sesbank.domain.later import Later
from sesbank.domain.records import (
    RecordError,
    entry_to_record,
    story_from_record,
    vacancy_from_record,
    write_json,
)
from sesbank.domain.story import Story
from sesbank.domain.text import whole_characters
from sesbank.files import reason
from sesbank.storage.disk import Disk, Stamp
from sesbank.storage.folder import SafeFolder
from sesbank.storage.lines import read_lines, write_line

LIMIT = 8_000_000
"""Bytes that are kept at most, unless the latest act alone is larger."""

_MARK = b', "changes": '
_DAMAGE = (ValueError, KeyError, TypeError, IndexError)

DO, UNDO, REDO = "do", "undo", "redo"


class UndoLog:
    """The file of acts of one bank. No call raises: what cannot be kept is told in a note."""

    def __init__(self, bank: Path, disk: Disk, bank_id: Callable[[], str]) -> None:
        """`bank_id` tells the bank's id, which is known for good with its first save."""
        self.path = bank.with_name(bank.name + ".undo")
        self.notes: list[str] = []
        self._disk = disk
        self._bank = bank_id
        self._history: History | None = None
        self._stamp: Stamp | None = None

    @property
    def history(self) -> History:
        """The acts as the file tells them, other programs' too.

        What an act changed is read when it is looked at: the file may be large, and undo needs
        one act of it. `readable` makes sure that it can be.
        """
        stamp = self._look()
        if self._history is None or stamp != self._stamp:
            self._history, self._stamp = self._read(), stamp
        return self._history

    def readable(self, *, whole: bool = False) -> History:
        """Return the acts with those that come next read, or all of them.

        Where one cannot be read, everything is forgotten, with a note.
        """
        history = self.history
        acts = (*history.done, *history.undone)
        try:
            for act in acts if whole else (*history.done[-1:], *history.undone[-1:]):
                len(act.changes)
        except _DAMAGE:
            self._history = self._forgotten()
            return self._history
        return history

    def add(self, kind: str, act: Act | None = None) -> None:
        """Note that an act was done, or that the latest was undone or redone."""
        known = self._history if self._look() == self._stamp else None
        try:
            self._append(write_line(_line(self._bank(), kind, act)))
        except OSError as error:
            self.notes.append(f"what was done can be undone in this run only: {reason(error)}")
            known = self._history or History()
        # What was not read so far is read when somebody asks: a save does not wait for it.
        self._history = known and _after(known, kind, act)
        self._stamp = self._look()

    def keep(self, history: History) -> None:
        """Put this history in the place of all that was noted; one that is damaged goes."""
        try:
            self._put(history)
        except _DAMAGE:
            self._history = self._forgotten()

    def _put(self, history: History) -> None:
        lines = [write_line(_line(self._bank(), DO, act)) for act in history.done]
        while len(lines) > 1 and sum(map(len, lines)) > LIMIT:
            del lines[0]
        # What is undone now was done before: both lines bring that back.
        lines += [write_line(_line(self._bank(), DO, act)) for act in reversed(history.undone)]
        lines += [write_line(_line(self._bank(), UNDO, None)) for _ in history.undone]
        self._history = history
        self._replace(b"".join(lines))

    def is_whole(self) -> bool:
        """Return whether the file is as it was written, without mending it. Raises OSError."""
        try:
            for body in read_lines(self._disk.read(self.path)):
                json.loads(body)["bank"]
        except FileNotFoundError:
            return True
        except _DAMAGE:
            return False
        return True

    def close(self) -> None:
        """Cut the file down to its limit."""
        stamp = self._look()
        if stamp is not None and stamp.size > LIMIT:
            self.keep(self.history)

    def _read(self) -> History:
        history = History()
        try:
            data = self._disk.read(self.path)
        except OSError:
            return history
        try:
            for body in read_lines(data):
                history = _taken(history, body, self._bank())
        except _DAMAGE:
            return self._forgotten()
        return history

    def _forgotten(self) -> History:
        self.notes.append("what could be undone was damaged and is forgotten; the bank is not")
        self._replace(b"")
        return History()

    def _look(self) -> Stamp | None:
        try:
            return self._disk.stamp(self.path)
        except OSError:
            return None

    def _append(self, line: bytes) -> None:
        if self._disk.stamp(self.path) is None:
            self._disk.close(self._disk.create(self.path))
        handle = self._disk.append(self.path)
        try:
            self._disk.write(handle, line)
        finally:
            self._disk.close(handle)

    def _replace(self, data: bytes) -> None:
        try:
            SafeFolder(self.path.parent, self._disk).put(self.path, data)
        except OSError as error:
            self.notes.append(f"the list of what can be undone was not written: {reason(error)}")
        self._stamp = self._look()


def _after(history: History, kind: str, act: Act | None) -> History:
    if act is not None:
        return history.after(act)
    return history.after_undo() if kind == UNDO else history.after_redo()


def _line(bank: str, kind: str, act: Act | None) -> bytes:
    line: dict[str, Any] = {"bank": bank, "kind": kind}
    if act is not None:
        line |= {"label": act.label, "changes": [_sides(change) for change in act.changes]}
    # Half a character, which UTF-8 has no bytes for, stands in the bank as U+FFFD too.
    return whole_characters(write_json(line)).encode("utf-8")


def _taken(history: History, body: bytes, bank: str) -> History:
    # Inside a text the quotes of the mark would be escaped: it is where the changes begin.
    head, mark, _ = body.partition(_MARK)
    line = json.loads(head + b"}" if mark else body)
    if line["bank"] != bank:
        return history  # Another bank had this name once.
    if line["kind"] != DO:
        return _after(history, str(line["kind"]), None)
    changes = Later(lambda: tuple(_change(sides) for sides in json.loads(body)["changes"]))
    return history.after(Act(str(line["label"]), changes))


def _sides(change: Change) -> list[Any]:
    kind = "story" if isinstance(change.entry, Story) else "vacancy"
    sides: list[Any] = [kind, *map(_record, (change.before, change.after))]
    return [*sides, _record(change.trashed), change.removed] if change.removed else sides


def _record(entry: Entry | None) -> dict[str, Any] | None:
    return None if entry is None else entry_to_record(entry)


def _change(sides: Iterable[Any]) -> Change:
    kind, before, after, *rest = sides
    trashed, removed = rest or (None, "")
    read = story_from_record if kind == "story" else vacancy_from_record
    try:
        before, after, trashed = (side and read(side) for side in (before, after, trashed))
        return Change(before, after, trashed, str(removed))
    except RecordError as error:
        raise ValueError(str(error)) from None
