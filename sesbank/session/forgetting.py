"""Forgetting: a story taken out of everything sesbank keeps."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import NamedTuple

from sesbank.domain.bank import Bank, Change, Entry, mentions
from sesbank.domain.story import Story
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import NotFoundError
from sesbank.session import copies
from sesbank.session.opened import Session
from sesbank.session.references import resolve
from sesbank.storage.forgetting import forget_in_backups, held_by_backups
from sesbank.storage.left_behind import kept_aside


class Forgotten(NamedTuple):
    """What was done."""

    backups: int
    """How many backups were written anew."""
    left: tuple[str, ...]
    """Files that may still hold the story and were not changed; the person decides."""
    acts: int
    """How many earlier acts can no longer be undone, because they changed the story too."""


def find(session: Session, reference: str) -> Story:
    """Return the story meant, in the bank, in the trash or, by its id, in a backup.

    Raises NotFoundError.
    """
    trashed = {i.entry.id: i.entry for i in session.store.trash if isinstance(i.entry, Story)}
    try:
        return resolve({**trashed, **session.bank.stories}, reference, "story")
    except NotFoundError:
        with contextlib.suppress(OSError):
            held = held_by_backups(session.store.backups, reference)
            if held is not None:
                return held
        raise


def forget(session: Session, story_id: str) -> Forgotten:
    """Take a story out of bank, trash, history, undo, drafts and backups. Nothing brings it back.

    A vacancy, also one in the trash, stays without what was decided about the story. What only
    backups hold can be forgotten too. Raises NotFoundError and NotSavedError; then nothing is
    forgotten. A folder that cannot be changed is named in the result.
    """
    session.keeper.finish()
    store = session.store
    find(session, story_id)
    story = session.bank.stories.get(story_id)
    changes = [
        Change(vacancy, _without(vacancy, story_id))
        for vacancy in session.bank.vacancies.values()
        if mentions(vacancy, story_id)
    ]
    if story is not None:
        changes.insert(0, Change(story, None))
    session.act("forget a story", changes)
    session.keeper.finish()
    store.forget_unseen(story_id)
    store.forget_journal()
    # The forgetting itself is one of them, where something stood in the bank.
    acts = session.forget_acts(story_id) - bool(changes)
    rewritten, left = forget_in_backups(store.backups, story_id)
    left = (*_drop_drafts(session, story_id), *left, *kept_aside(session.path))
    return Forgotten(rewritten, (*left, *_copies(session, story_id, left)), acts)


def _drop_drafts(session: Session, story_id: str) -> tuple[str, ...]:
    """Remove the drafts of a story and return what could not be."""
    drafts = session.store.drafts()
    try:
        for draft in drafts.listed()[0]:
            if story_id in (draft.key, draft.fields.get("story")):
                drafts.drop(draft.key)
    except OSError:
        return (drafts.folder.name,)
    return ()


def _copies(session: Session, story_id: str, named: tuple[str, ...]) -> Iterator[str]:
    """Yield the copies of a sync service that hold a story, or that nobody can read."""
    for copy in copies.found(session.path):
        bank = copy.bank
        if copy.path.name not in named and (bank is None or _quotes(bank, story_id)):
            yield copy.path.name


def _quotes(bank: Bank, story_id: str) -> bool:
    entries: tuple[Entry, ...] = (*bank.stories.values(), *bank.vacancies.values())
    return any(mentions(entry, story_id) for entry in entries)


def _without(vacancy: Vacancy, story_id: str) -> Vacancy:
    return vacancy.edit(
        pins=tuple(each for each in vacancy.pins if each.story != story_id),
        bans=tuple(each for each in vacancy.bans if each.story != story_id),
        chosen=tuple(each for each in vacancy.chosen if each.story != story_id),
        cues=tuple(each for each in vacancy.cues if each.story != story_id),
        rev=vacancy.rev + 1,
    )
