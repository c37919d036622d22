"""Exchange: stories in and out of the bank as files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sesbank.domain.bank import Change
from sesbank.domain.ids import new_id
from sesbank.domain.story import Story
from sesbank.session.opened import Session
from sesbank.session.stories import find

_BESIDE = ("figures", "mappings", "versions", "told", "retellings", "waived", "extra")
"""What tables and texts have no place for."""

if TYPE_CHECKING:
    from sesbank.exchange import Imported


def import_json(session: Session, text: str) -> Imported:
    """Read stories from JSON without keeping them: the person looks first.

    Raises InputError with the place of what cannot be read.
    """
    from sesbank.exchange import stories_from_json

    return stories_from_json(text, new_id=_fresh_ids(session), framework=session.settings.framework)


def import_file(session: Session, path: Path) -> Imported:
    """Read stories from a file by its ending without keeping them.

    Raises InputError with the place of what cannot be read.
    """
    from sesbank.exchange import read_stories

    return read_stories(path, new_id=_fresh_ids(session), framework=session.settings.framework)


def _fresh_ids(session: Session) -> Callable[[], str]:
    taken = set(session.bank.stories)
    moment = count()

    def fresh() -> str:
        # A millisecond apart, so that ids keep the order of the file.
        now = session.now() + timedelta(milliseconds=next(moment))
        made = new_id("s", now, taken)
        taken.add(made)
        return made

    return fresh


class Accepted(NamedTuple):
    """What an import brought into the bank."""

    kept: tuple[Story, ...]
    """The stories as kept, under the ids they have now."""
    copies: int
    """How many of them stand beside a different story that has their id."""


def accept(session: Session, stories: tuple[Story, ...]) -> Accepted:
    """Keep imported stories in one act.

    A story that the bank holds already, word for word, is left out, whatever its id; facts that
    its file had no place for do not make it another. One with the id of a different story gets
    a new id: both are kept.
    """
    taken = set(session.bank.stories)
    by_title: dict[str, list[Story]] = {}
    for story in session.bank.stories.values():
        by_title.setdefault(story.title, []).append(_as_brought(story))
    changes: list[Change] = []
    copies = 0
    for story in stories:
        present = session.bank.stories.get(story.id)
        if present is not None and _adds_nothing(story, present):
            continue
        if present is None and _as_brought(story) in by_title.get(story.title, ()):
            continue
        kept = story
        if story.id in taken:
            kept = story.edit(id=new_id("s", session.now(), taken))
            copies += 1
        taken.add(kept.id)
        changes.append(Change(None, kept))
    session.act(f"import {len(changes)} stories", changes, backup="import")
    brought = tuple(change.after for change in changes if isinstance(change.after, Story))
    return Accepted(brought, copies)


def _as_brought(story: Story) -> Story:
    """Return a story without what the bank gave it, to tell one that is imported again."""
    return story.edit(id="", rev=0, versions=())


def _adds_nothing(story: Story, present: Story) -> bool:
    left_out = {name: value for name in _BESIDE if not getattr(story, name)
                for value in [getattr(present, name)]}  # fmt: skip
    return present.edit(rev=story.rev) == story.edit(**left_out)


def export_json(session: Session, line: str = "") -> str:
    """Return the stories a search line asks for as JSON that reads back equal."""
    from sesbank.exchange import stories_to_json

    return stories_to_json(found.story for found in find(session, line))


def export_file(session: Session, path: Path, line: str = "", *, raw: bool = False) -> bytes:
    """Return what a file of this name holds: the stories a search line asks for.

    Raises UsageError for an ending that is not written. `raw` leaves CSV cells unmarked.
    """
    from sesbank.exchange import check_ending, write_stories

    check_ending(path)
    return write_stories([found.story for found in find(session, line)], path, raw=raw)
