"""Forgetting: a story taken out of everything sesbank keeps."""

from __future__ import annotations

from typing import NamedTuple

from sesbank.domain.bank import Change, mentions
from sesbank.domain.story import Story
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import NotFoundError
from sesbank.session.opened import Session
from sesbank.session.references import resolve
from sesbank.storage.forgetting import forget_in_backups, kept_aside


class Forgotten(NamedTuple):
    """What was done."""

    backups: int
    """How many backups were written anew."""
    left: tuple[str, ...]
    """Files that may still hold the story and were not changed; the person decides."""


def find(session: Session, reference: str) -> Story:
    """Return the story meant, in the bank or in the trash. Raises NotFoundError."""
    trashed = {i.entry.id: i.entry for i in session.store.trash if isinstance(i.entry, Story)}
    return resolve({**trashed, **session.bank.stories}, reference, "story")


def forget(session: Session, story_id: str) -> Forgotten:
    """Take a story out of bank, trash, history, undo, drafts and backups. Nothing brings it back.

    Raises NotFoundError and NotSavedError; what was not reached yet is named in the result.
    """
    session.keeper.finish()
    store = session.store
    story = session.bank.stories.get(story_id)
    if story is None and story_id not in {item.entry.id for item in store.trash}:
        raise NotFoundError(f"no story {story_id!r} in the bank or in the trash")
    changes = [
        Change(vacancy, _without(vacancy, story_id))
        for vacancy in session.bank.vacancies.values()
        if mentions(vacancy, story_id)
    ]
    if story is not None:
        changes.insert(0, Change(story, None))
    session.act("forget a story", changes)
    session.keeper.finish()
    # A removed vacancy that quotes the story goes with it.
    store.empty_trash({i.entry.id for i in store.trash if mentions(i.entry, story_id)})
    store.forget_journal()
    session.forget_acts(story_id)
    drafts = store.drafts()
    for draft in drafts.listed()[0]:
        if story_id in (draft.key, draft.fields.get("story")):
            drafts.drop(draft.key)
    rewritten, left = forget_in_backups(store.backups, story_id)
    return Forgotten(rewritten, (*left, *kept_aside(session.path)))


def _without(vacancy: Vacancy, story_id: str) -> Vacancy:
    return vacancy.edit(
        pins=tuple(each for each in vacancy.pins if each.story != story_id),
        bans=tuple(each for each in vacancy.bans if each.story != story_id),
        chosen=tuple(each for each in vacancy.chosen if each.story != story_id),
        cues=tuple(each for each in vacancy.cues if each.story != story_id),
        rev=vacancy.rev + 1,
    )
