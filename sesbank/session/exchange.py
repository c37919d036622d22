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
from sesbank.domain.text import counted
from sesbank.errors import InputError
from sesbank.session.headings import mapped_by_heading
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

    Narratives are mapped by their headings; a story kept whole stays mapped as its person left it.

    Raises InputError with the place of what cannot be read.
    """
    from sesbank.exchange import keeps_all, read_stories

    framework = session.settings.framework
    found = read_stories(path, new_id=_fresh_ids(session), framework=framework)
    if keeps_all(path):
        return found
    stories = mapped_by_heading(found.stories, session.frameworks, framework)
    mapped = sum(old is not new for old, new in zip(found.stories, stories, strict=True))
    told = [f"mapped by their headings: {counted(mapped, 'story', 'stories')}"] if mapped else []
    return found._replace(stories=stories, notes=(*found.notes, *told))


class Found(NamedTuple):
    """What a file or a folder of files held."""

    stories: tuple[Story, ...]
    notes: tuple[str, ...]
    """What the person should know, a line each; also which file could not be read."""


READ_ENDINGS = (".docx", ".md", ".csv", ".json")
"""The files of a folder that are looked into."""


def read_all(session: Session, path: Path) -> Found:
    """Read a file, or every file of a folder that may hold stories, without keeping anything.

    Raises InputError when nothing could be read, with the reason.
    """
    if not path.is_dir():
        return Found(*import_file(session, path))
    files = sorted(f for f in path.iterdir() if f.suffix.casefold() in READ_ENDINGS)
    stories: list[Story] = []
    notes: list[str] = []
    for file in files:
        try:
            imported = import_file(session, file)
        except InputError as error:
            notes.append(f"{file.name}: {error}")
            continue
        taken = {story.id for story in stories}
        fresh = [s.edit(id=new_id("s", session.now(), taken)) if s.id in taken else s
                 for s in imported.stories]  # fmt: skip
        stories += fresh
        notes += (f"{file.name}: {note}" for note in imported.notes)
    if not stories and not notes:
        raise InputError(f"{path} has no Word, Markdown, CSV or JSON file with a story in it")
    return Found(tuple(stories), tuple(notes))


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
    session.act(f"import {counted(len(changes), 'story', 'stories')}", changes, backup="import")
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
