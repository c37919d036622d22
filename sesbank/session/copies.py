"""Copies: the conflicted copies that sync services leave beside a bank, merged by id."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from sesbank.domain.bank import Bank, Change, Entry
from sesbank.domain.ids import new_id
from sesbank.domain.story import Story
from sesbank.domain.vacancy import Vacancy
from sesbank.session.opened import Session
from sesbank.storage.examining import Copy, copies

T = TypeVar("T", Story, Vacancy)

SUFFIX = " (from a copy)"
"""What is added to the title of a record that differs from the bank's."""


def found(bank: Path) -> tuple[Copy, ...]:
    """Return the conflicted copies beside a bank, whether they can be read or not."""
    return copies(Path(os.path.realpath(bank)))


def merge(session: Session) -> int:
    """Take into the bank what its conflicted copies hold and it does not; return how much.

    A record with a new id is added; one that differs is added beside the bank's, so both are
    kept. The copies stay where they are. It is one act, after a backup. Raises NotSavedError.
    """
    changes: list[Change] = []
    bank = session.bank
    for copy in found(session.path):
        new = [] if copy.bank is None else list(news(bank, copy.bank, session))
        for change in new:
            bank = _with(bank, change)
        changes += new
    session.act(f"merge {len(changes)} records from copies", changes, backup="merge")
    return len(changes)


def news(bank: Bank, copy: Bank, session: Session) -> Iterator[Change]:
    """Yield what a copy has that the bank has not."""
    yield from _of_kind(bank.stories, copy.stories, "s", session)
    yield from _of_kind(bank.vacancies, copy.vacancies, "v", session)


def has_news(bank: Bank, copy: Bank) -> bool:
    """Return whether a copy has something that the bank has not."""
    return _differs(bank.stories, copy.stories) or _differs(bank.vacancies, copy.vacancies)


def _differs(known: Mapping[str, T], theirs: Mapping[str, T]) -> bool:
    there = _by_title(known)
    return any(
        known.get(record.id) != record and not _is_there(record, there)
        for record in theirs.values()
    )


def _of_kind(
    known: Mapping[str, T], theirs: Mapping[str, T], letter: str, session: Session
) -> Iterator[Change]:
    there = _by_title(known)
    removed: dict[str, Entry] = {item.entry.id: item.entry for item in session.store.trash}
    taken = {*known, *theirs, *removed}
    for record in theirs.values():
        other = known.get(record.id) or removed.get(record.id)
        if record.id not in known and other in (None, record):
            yield Change(None, record)
        elif other != record and not _is_there(record, there):
            # In the bank or the trash stands something else by this id: both are kept.
            fresh = new_id(letter, session.now(), taken)
            taken.add(fresh)
            yield Change(None, record.edit(id=fresh, title=record.title + SUFFIX, rev=0))


def _by_title(known: Mapping[str, T]) -> Mapping[str, list[T]]:
    found: dict[str, list[T]] = {}
    for record in known.values():
        found.setdefault(record.title, []).append(record)
    return found


def _is_there(record: T, there: Mapping[str, list[T]]) -> bool:
    """Return whether the bank has a record word for word, under its own or a merged title."""
    return any(
        each.edit(id="", rev=0) == record.edit(id="", rev=0, title=title)
        for title in (record.title, record.title + SUFFIX)
        for each in there.get(title, ())
    )


def _with(bank: Bank, change: Change) -> Bank:
    record = change.entry
    if isinstance(record, Story):
        return Bank({**bank.stories, record.id: record}, bank.vacancies)
    return Bank(bank.stories, {**bank.vacancies, record.id: record})
