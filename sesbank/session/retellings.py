"""Retellings: the same story in other lengths, kept in step with it."""

from __future__ import annotations

from sesbank.domain.difference import PartDifference, difference
from sesbank.domain.retellings import LENGTHS, Length, Retelling, mark_of
from sesbank.domain.story import TOLD_PARTS, Story, Version
from sesbank.domain.text import clean
from sesbank.session.opened import Session


def retold(
    session: Session, story: Story, length: Length, text: str, *, in_step: bool = False
) -> Story:
    """Return a story with its telling of a length written anew; nothing is saved.

    A new telling is in step with the story; an old one stays as it was until `in_step` says it
    was read again. An empty text takes the telling away.
    """
    before = story.retelling(length)
    others = [told for told in story.retellings if told.length is not length]
    if text.strip():
        source = before.source if before and not in_step else story.mark
        written = session.now().isoformat(timespec="seconds")
        others.append(Retelling(length, clean(text), source, written))
    ordered = sorted(others, key=lambda told: LENGTHS.index(told.length))
    return story.edit(retellings=tuple(ordered))


def moved_on(session: Session, story: Story, told: Retelling) -> tuple[PartDifference, ...]:
    """Return what changed in a story, as it is being written, since a telling was written.

    Empty when nothing did, and when the text it was written from is in no saved state.
    """
    saved = session.bank.stories.get(story.id)
    states: tuple[Story | Version, ...] = (*((saved,) if saved else ()), *reversed(story.versions))
    for state in states:
        if mark_of(str(getattr(state, name)) for name in TOLD_PARTS) == told.source:
            return difference(state, story)
    return ()
