"""Exchange: stories in and out of the bank as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sesbank.domain.bank import Change
from sesbank.domain.file_kinds import STORIES_READ, FileKind, kind_of
from sesbank.domain.ids import new_id
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.domain.text import clean_line, counted, shorten
from sesbank.errors import InputError
from sesbank.files import Place, look_at, reason
from sesbank.session.headings import mapped_by_heading, title_in_heading
from sesbank.session.opened import Session
from sesbank.session.stories import find

_ITS_OWN = ("id", "rev")
"""What every bank counts for itself."""

_DECIDED = ("status", "mappings", "versions", "unsplit")
"""What becomes of a story in the bank after it was brought in from a text."""

if TYPE_CHECKING:
    from sesbank.exchange import Imported

LEFT_OUT = "no story, and left out"
"""Begins the note about what stands before the stories of a file."""

_MOST_NAMED = 6
"""Files passed over that are named before the others are counted."""

_FOLDER_HOLDS = "Word (.docx), Markdown, CSV, JSON and .txt with CCAR headings are read"


def largest_json() -> int:
    """Return how many bytes of JSON are read at most."""
    from sesbank.exchange.json_stories import LARGEST_FILE

    return LARGEST_FILE


def import_json(session: Session, text: str) -> Imported:
    """Read stories from JSON without keeping them: the person looks first.

    Raises InputError with the place of what cannot be read.
    """
    from sesbank.exchange import stories_from_json

    return stories_from_json(text, new_id=_fresh_ids(session), framework=session.settings.framework)


def import_file(session: Session, path: Path) -> Imported:
    """Read stories from a file by its ending without keeping them.

    Narratives are mapped by their headings; a story whose file says what it is mapped to, be it
    nothing, stays mapped as its person left it.

    Raises InputError with the place of what cannot be read.
    """
    from sesbank.exchange import keeps_all, read_stories

    framework = session.settings.framework
    frameworks = session.frameworks
    found = read_stories(
        path,
        new_id=_fresh_ids(session),
        framework=framework,
        title_in=lambda heading: title_in_heading(heading, frameworks),
    )
    if keeps_all(path):
        return found
    open_ones = tuple(story for story in found.stories if story.id not in found.mapped)
    by_heading = {s.id: s for s in mapped_by_heading(open_ones, frameworks, framework)}
    stories = tuple(by_heading.get(story.id, story) for story in found.stories)
    mapped = sum(old is not new for old, new in zip(found.stories, stories, strict=True))
    told = [f"mapped by their headings: {counted(mapped, 'story', 'stories')}"] if mapped else []
    told += (f"{LEFT_OUT}: “{_said(each)}”" for each in found.left_out)
    return found._replace(stories=stories, notes=(*found.notes, *told))


def _said(story: Story) -> str:
    """Return the words of what is left out, for a person who knows them again."""
    parts = (story.title, *(story.part(name) for name in TOLD_PARTS))
    lines = dict.fromkeys(line for part in parts for line in part.split("\n") if line)
    return shorten(" · ".join(lines), 120)


class Found(NamedTuple):
    """What a file or a folder of files held."""

    stories: tuple[Story, ...]
    notes: tuple[str, ...]
    """What the person should know, a line each; also which file could not be read."""
    failed: int = 0
    """Files of a folder that should hold stories and could not be read."""
    left_out: tuple[Story, ...] = ()
    """What stands before the stories of a file and is none; kept only where it is asked for."""


def read_all(session: Session, path: Path) -> Found:
    """Read a file, or every file of a folder that may hold stories, without keeping anything.

    What of a folder is passed over is named in the first note. Raises InputError when nothing
    could be read, with the reason.
    """
    if look_at(path) is Place.FOLDER:
        return _read_folder(session, path)
    imported = import_file(session, path)
    return Found(imported.stories, imported.notes, left_out=imported.left_out)


def _read_folder(session: Session, folder: Path) -> Found:
    stories: list[Story] = []
    notes: list[str] = []
    failed = 0
    passed: list[str] = []
    left_out: list[Story] = []
    taken: set[str] = set()
    for file in _seen_in(folder):
        is_folder = look_at(file) is Place.FOLDER
        if is_folder or kind_of(file) not in STORIES_READ:
            passed.append(f"{file.name}/" if is_folder else file.name)
            continue
        try:
            imported = import_file(session, file)
        except InputError as error:
            notes.append(f"{file.name}: {error}")
            failed += 1
            continue
        if _is_other_text(file, imported.stories):
            passed.append(file.name)
            continue
        stories += (_with_own_id(session, story, taken) for story in imported.stories)
        left_out += (_with_own_id(session, story, taken) for story in imported.left_out)
        notes += (f"{file.name}: {note}" for note in imported.notes)
    if passed:
        notes.insert(0, _passed_over(passed))
    if not stories and not failed:
        raise InputError("\n".join((f"{folder} has no file with a story in it", *notes)))
    return Found(tuple(stories), tuple(notes), failed, tuple(left_out))


def _seen_in(folder: Path) -> list[Path]:
    """Return what a folder shows; raises InputError when it cannot be looked into."""
    try:
        # Word leaves a file of this kind beside one that is open.
        return sorted(f for f in folder.iterdir() if not f.name.startswith((".", "~$")))
    except OSError as error:
        raise InputError(f"{folder} cannot be looked into: {reason(error)}") from None


def _is_other_text(file: Path, stories: Sequence[Story]) -> bool:
    """Return whether a plain text has no heading of a story: a posting, a list, a letter."""
    return kind_of(file) is FileKind.TEXT and all(story.unsplit for story in stories)


def _with_own_id(session: Session, story: Story, taken: set[str]) -> Story:
    kept = story.edit(id=new_id("s", session.now(), taken)) if story.id in taken else story
    taken.add(kept.id)
    return kept


def _passed_over(names: Sequence[str]) -> str:
    shown = [clean_line(name) for name in names[:_MOST_NAMED]]
    more = [f"{len(names) - _MOST_NAMED:,} more"] if len(names) > _MOST_NAMED else []
    return f"{len(names):,} passed over: {', '.join((*shown, *more))}. {_FOLDER_HOLDS}"


def _fresh_ids(session: Session) -> Callable[[], str]:
    taken = {*session.bank.stories, *_in_trash(session)}
    moment = count()

    def fresh() -> str:
        # A millisecond apart, so that ids keep the order of the file.
        now = session.now() + timedelta(milliseconds=next(moment))
        made = new_id("s", now, taken)
        taken.add(made)
        return made

    return fresh


def _in_trash(session: Session) -> set[str]:
    """Return the ids of what is in the trash: under one of them it would be replaced."""
    return {item.entry.id for item in session.store.trash}


class Accepted(NamedTuple):
    """What an import brought into the bank."""

    kept: tuple[Story, ...]
    """The stories as kept, under the ids they have now."""
    copies: int
    """How many of them stand beside a different story that has their id."""


def accept(session: Session, stories: tuple[Story, ...]) -> Accepted:
    """Keep imported stories in one act.

    A story that the bank holds already, word for word, is left out, whatever its id: what its
    file had no place for, and what was decided about it since, do not make it another. One with
    the id of a different story, or of something in the trash, gets a new id: both are kept.
    """
    in_trash = _in_trash(session)
    taken = {*session.bank.stories, *in_trash}
    by_title: dict[str, list[Story]] = {}
    for story in session.bank.stories.values():
        by_title.setdefault(story.title, []).append(story)
    changes: list[Change] = []
    copies = 0
    for story in stories:
        alike = by_title.get(story.title, ())
        if any(_adds_nothing(story, present) for present in alike):
            continue
        kept = story
        if story.id in taken:
            kept = story.edit(id=new_id("s", session.now(), taken))
            copies += story.id not in in_trash
        taken.add(kept.id)
        changes.append(Change(None, kept))
    session.act(f"import {counted(len(changes), 'story', 'stories')}", changes, backup="import")
    brought = tuple(change.after for change in changes if isinstance(change.after, Story))
    return Accepted(brought, copies)


def _adds_nothing(story: Story, present: Story) -> bool:
    """Return whether a story in the bank has every word of one that is brought."""
    if any(story.part(name) != present.part(name) for name in TOLD_PARTS):
        return False
    passed = _ITS_OWN if story.id == present.id else (*_ITS_OWN, *_DECIDED)
    return all(
        _is_in(getattr(story, field.name), getattr(present, field.name))
        for field in fields(Story)
        if field.name not in passed
    )


def _is_in(brought: Any, held: Any) -> bool:
    if not brought or brought == held:
        return True
    if isinstance(brought, Mapping):
        return all(held.get(name) == value for name, value in brought.items())
    return isinstance(brought, tuple) and all(item in held for item in brought)


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
