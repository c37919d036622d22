"""Trash: what was removed in the last 30 days, put back or forgotten."""

from __future__ import annotations

from sesbank.domain.bank import Change, Entry
from sesbank.domain.story import Story
from sesbank.domain.text import shorten
from sesbank.domain.trash import Trashed
from sesbank.domain.vacancy import UNTITLED
from sesbank.session.opened import Session
from sesbank.session.references import resolve


def listed(session: Session) -> tuple[Trashed, ...]:
    """Return what is in the trash, the latest removed first."""
    return session.store.trash


def restore_from(session: Session, reference: str) -> Entry:
    """Put a story or vacancy back into the bank and return it, by id, its start, or title.

    Raises NotFoundError.
    """
    there: dict[str, Entry] = {item.entry.id: item.entry for item in session.store.trash}
    entry = resolve(there, reference, "story or vacancy in the trash", listing="trash")
    title = shorten(entry.title or UNTITLED, 40)
    session.act(f"put back “{title}”", [Change(None, entry)])
    return entry


def kind_of(item: Trashed) -> str:
    """Return "story" or "vacancy"."""
    return "story" if isinstance(item.entry, Story) else "vacancy"
