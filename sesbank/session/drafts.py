"""Drafts: text in an open editor, kept beside the bank until it is saved."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from sesbank.errors import InputError, NotSavedError
from sesbank.files import reason
from sesbank.session.opened import Session
from sesbank.storage.drafts import Draft

__all__ = ["Draft", "damaged", "drafts", "drop_draft", "keep_draft", "part_path"]


def keep_draft(session: Session, key: str, fields: Mapping[str, str], *, typed: str = "") -> Draft:
    """Keep what stands in an editor, durable when this returns.

    `key` is the id of what is edited, or for something new a name that nobody else uses: a draft of
    the same key is replaced. `typed` is when it was written, ISO 8601, for a text that is kept
    again as it is; else that is now. Raises NotSavedError.
    """
    draft = Draft(key, typed or session.now().isoformat(timespec="seconds"), dict(fields))
    with _or_told("kept"):
        session.store.drafts().keep(draft)
    return draft


def drafts(session: Session) -> tuple[Draft, ...]:
    """Return the drafts that were never saved, the latest first; damaged ones are left out.

    Those that another program has open are among them, and say so.
    """
    return _listed(session)[0]


def any_kept(session: Session) -> bool:
    """Return whether there is any draft, damaged ones too."""
    return any(_listed(session))


def damaged(session: Session) -> tuple[str, ...]:
    """Return the names of draft files that cannot be read; they stay where they are."""
    return _listed(session)[1]


def _listed(session: Session) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    folder = session.store.drafts()
    try:
        return folder.listed()
    except OSError as error:  # A folder that is closed to us stops nothing else.
        note = f"the folder {folder.folder.name} cannot be looked into: {reason(error)}"
        if note not in session.notes:
            session.tell(note)
        return (), ()


def drop_draft(session: Session, key: str) -> None:
    """Remove a draft, once its text is saved or not wanted; where none is nothing happens."""
    with _or_told("removed"):
        session.store.drafts().drop(key)


def part_path(session: Session, key: str, part: str) -> Path:
    """Return the file for a part of a draft that is written in another program.

    What it holds counts as the part's text until the draft is kept anew or dropped.
    """
    return session.store.drafts().part_path(key, part)


@contextlib.contextmanager
def _or_told(done: str) -> Iterator[None]:
    """Make what fails with a draft an error a person can act on: it was not `done`."""
    try:
        yield
    except ValueError as error:
        raise InputError(str(error)) from None
    except OSError as error:
        raise NotSavedError(f"the draft was not {done}: {reason(error)}") from None
