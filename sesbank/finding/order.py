"""Order: the orders of a search line's `sort:` besides best first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from sesbank.domain.days import last_day
from sesbank.domain.story import PARTS, Story
from sesbank.domain.text import fold


def newest_first(stories: Iterable[Story]) -> list[Story]:
    """Return the stories by the moment they were made, the last one first."""
    return sorted(stories, key=lambda story: story.id, reverse=True)


def oldest_first(stories: Iterable[Story]) -> list[Story]:
    """Return the stories by the moment they were made, the first one first."""
    return sorted(stories, key=lambda story: story.id)


def by_title(stories: Iterable[Story]) -> list[Story]:
    """Return the stories by title, without regard to case and accents."""
    return sorted(stories, key=lambda story: (fold(story.title), story.id))


def latest_first(stories: Iterable[Story]) -> list[Story]:
    """Return the stories by the day they ended, the latest first, those without a day last."""
    return sorted(
        newest_first(stories),
        key=lambda story: last_day(story.ended) or date.min,
        reverse=True,
    )


def longest_first(stories: Iterable[Story]) -> list[Story]:
    """Return the stories by how long their telling is, the longest first.

    Letters are counted, not words: the order is the same in practice and a key stays cheap.
    """
    return sorted(newest_first(stories), key=_letters, reverse=True)


def _letters(story: Story) -> int:
    return sum(len(story.part(name)) for name in PARTS)


ORDERS: dict[str, Callable[[Iterable[Story]], list[Story]]] = {
    "new": newest_first,
    "old": oldest_first,
    "title": by_title,
    "ended": latest_first,
    "length": longest_first,
}
