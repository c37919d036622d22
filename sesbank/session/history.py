"""History: the earlier states of a story, compared and brought back."""

from __future__ import annotations

from sesbank.domain.difference import Fate, PartDifference, Stretch, difference
from sesbank.domain.story import TOLD_PARTS, Story, Version
from sesbank.errors import NotFoundError
from sesbank.session.opened import Session
from sesbank.session.stories import by_id, save

__all__ = [
    "Fate",
    "PartDifference",
    "Stretch",
    "difference",
    "restore_version",
    "versions",
]


def versions(session: Session, story_id: str) -> tuple[Version, ...]:
    """Return the earlier saved states of a story, oldest first. Raises NotFoundError."""
    return by_id(session, story_id).versions


def restore_version(session: Session, story_id: str, index: int) -> Story:
    """Bring back the told text of an earlier state, by its place in `versions`, from 0.

    The present text becomes a version in turn. Returns the story as saved. Raises NotFoundError.
    """
    story = by_id(session, story_id)
    if not 0 <= index < len(story.versions):
        raise NotFoundError(
            f"{story_id} has {len(story.versions)} earlier states: give one of them"
        )
    version = story.versions[index]
    told = {name: getattr(version, name) for name in ("title", *TOLD_PARTS)}
    return save(session, story.edit(**told), "restored")
