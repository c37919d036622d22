"""Bulk: many stories changed in one act, which is saved, undone and redone as one.

Each function takes the ids of stories and returns the names of those it changed, empty when it
changed none; `tag` says as well what it did. Each raises NotFoundError for an id that is not in
the bank.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sesbank.domain.bank import Change, mentions
from sesbank.domain.mapping import Mapping
from sesbank.domain.story import Status, Story
from sesbank.domain.text import counted, shorten
from sesbank.errors import InputError, NotFoundError
from sesbank.session.opened import Session
from sesbank.session.stories import check_mapping, mapped, status_on_offer

if TYPE_CHECKING:
    from sesbank.domain.tagging import TagLine

_NAMED = 2
"""Titles that are named before the others are counted."""


def named(stories: Sequence[Story]) -> str:
    """Return stories by name: “A”, “A” and “B”, “A”, “B” and 3 more."""
    titles = [f"“{shorten(story.title, 40)}”" for story in stories]
    more = len(titles) - _NAMED
    if more > 0:
        return f"{', '.join(titles[:_NAMED])} and {more:,} more"
    return " and ".join(titles)


def set_status(session: Session, ids: Iterable[str], status: Status) -> str:
    """Give stories another status."""
    return each(session, f"mark {status.value}", ids, lambda story: story.edit(status=status))


def reinstate(session: Session, ids: Iterable[str]) -> str:
    """Offer retired stories again."""
    return each(session, "offer again", ids, lambda s: s.edit(status=status_on_offer(s)))


class Tagged(NamedTuple):
    """What tagging did."""

    names: str
    """The stories it changed."""
    said: str
    """What was added and taken away, with the number of stories; empty when nothing was."""


def tag(session: Session, ids: Iterable[str], line: str | TagLine) -> Tagged:
    """Give stories the tags of a line, parted by commas; with a minus before it one is taken off.

    Tags that are told apart already come as a TagLine. Raises InputError where there is no tag.
    """
    from sesbank.domain.tagging import effect, effect_said, read_tag_line, tagged

    asked = read_tag_line(line) if isinstance(line, str) else line
    if not asked.on and not asked.off:
        raise InputError("name a tag; several with commas between them, -tag takes one off")
    wanted = tuple(ids)
    done = effect(_present(session, wanted), asked)
    said = ", ".join([*(f"#{word}" for word in asked.on), *(f"not #{w}" for w in asked.off)])
    names = each(session, f"tag {said}", wanted, lambda story: tagged(story, asked))
    return Tagged(names, effect_said(done))


def tagging(session: Session, ids: Iterable[str], line: str) -> str:
    """Return in words what tagging with a line would do, empty when it would do nothing."""
    from sesbank.domain.tagging import effect, effect_said, read_tag_line

    done = effect(_present(session, ids), read_tag_line(line))
    return effect_said(done, adds="adds", takes="takes")


def map_all(session: Session, ids: Iterable[str], mapping: Mapping) -> str:
    """Map stories to an ECQ, or none of them.

    Raises NotFoundError when the framework has no such one, InputError with the first story that
    stands for as many ECQs as it may, and how many others do.
    """
    from sesbank.domain.ecq_limits import why_no_room

    check_mapping(session, mapping)
    meant = _present(session, ids)
    full = [story for story in meant if why_no_room(story.mappings, mapping)]
    if full and len(meant) > 1:
        reason = why_no_room(full[0].mappings, mapping)
        others = f"; nor can {counted(len(full) - 1, 'other')}" if len(full) > 1 else ""
        raise InputError(
            f"none of the {len(meant):,} stories is mapped to {mapping.ecq}, as "
            f"{named(full[:1])} cannot be: {reason}{others}"
        )
    wanted = [story.id for story in meant]
    return each(session, f"map to {mapping.ecq}", wanted, lambda story: mapped(story, mapping))


def unmap_all(session: Session, ids: Iterable[str], mappings: Container[Mapping]) -> str:
    """Take these mappings away from the stories that have any of them."""

    def unmapped(story: Story) -> Story:
        return story.edit(mappings=tuple(m for m in story.mappings if m not in mappings))

    return each(session, "unmap", ids, unmapped)


def remove(session: Session, ids: Iterable[str]) -> str:
    """Move stories to the trash."""
    stories = _present(session, ids)
    session.act(f"remove {named(stories)}", [Change(story, None) for story in stories])
    return named(stories)


def merge(session: Session, ids: Sequence[str], into: str) -> Story:
    """Make one story of several, under the id and title of `into`; the others go to the trash.

    What vacancies decided about the others they decide about the one from then on. Returns the
    story as saved. Raises InputError for fewer than two stories.
    """
    from sesbank.domain.merging import merged, moved_to

    kept = _present(session, [into])[0]
    others = _present(session, [each for each in ids if each != into])
    if not others:
        raise InputError("merging takes two stories or more")
    when = session.now().isoformat(timespec="seconds")
    one = merged(kept, others, when).edit(rev=kept.rev + 1)
    gone = {story.id for story in others}
    vacancies = [
        Change(vacancy, moved_to(vacancy, into, gone).edit(rev=vacancy.rev + 1))
        for vacancy in session.bank.vacancies.values()
        if any(mentions(vacancy, story_id) for story_id in gone)
    ]
    removed = [Change(story, None) for story in others]
    label = f"merge {named(others)} into “{shorten(kept.title, 40)}”"
    session.act(label, [Change(kept, one), *removed, *vacancies])
    return one


def export(session: Session, ids: Iterable[str], path: Path) -> Path:
    """Write stories into a new file by its ending and return its path.

    Raises UsageError for an ending that is not written, NotSavedError and InputError as
    `new_files.write` does.
    """
    from sesbank.exchange import check_ending, write_stories
    from sesbank.session import new_files

    check_ending(path)
    return new_files.write(write_stories(_present(session, ids), path), path)


def each(session: Session, verb: str, ids: Iterable[str], edit: Callable[[Story], Story]) -> str:
    """Change each story in one act; those that stay as they are do not count."""
    pairs = [(story, edit(story)) for story in _present(session, ids)]
    changed = [(before, after) for before, after in pairs if before != after]
    names = named([before for before, _ in changed])
    changes = [Change(before, after.edit(rev=before.rev + 1)) for before, after in changed]
    session.act(f"{verb}: {names}", changes)
    return names


def _present(session: Session, ids: Iterable[str]) -> list[Story]:
    stories = session.bank.stories
    wanted = list(dict.fromkeys(ids))
    missing = [each for each in wanted if each not in stories]
    if missing:
        raise NotFoundError(f"no story {missing[0]!r} in the bank")
    return [stories[each] for each in wanted]
