"""Retellings: one story told shorter, each tied to the story it was written from.

A panel gives four minutes, a lobby thirty seconds, a resume two lines. All of them are the same
story: when its text moves on, the shorter ones say so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Length(StrEnum):
    """How much room a retelling has."""

    HALF_MINUTE = "30s"
    TWO_MINUTES = "2min"
    FOUR_MINUTES = "4min"
    BULLET = "bullet"
    """A line of a two-page resume."""


LENGTHS = tuple(Length)
"""In the order they are shown."""

LENGTH_NAMES = {
    Length.HALF_MINUTE: "30 seconds",
    Length.TWO_MINUTES: "2 minutes",
    Length.FOUR_MINUTES: "4 minutes",
    Length.BULLET: "resume bullet",
}
"""What each is called."""

MOST_SECONDS = {Length.HALF_MINUTE: 30, Length.TWO_MINUTES: 120, Length.FOUR_MINUTES: 240}
"""The time each spoken one has."""

BULLET_WORDS = (25, 45)
"""Words of a resume bullet, from and to; coaches advise one result number in it."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """A story told in one length."""

    length: Length
    text: str
    source: str
    """The mark of the story's text it was written from: see `mark_of`."""
    written: str = ""
    """When it was last brought in step with the story, as ISO 8601 in UTC."""


def mark_of(parts: Iterable[str]) -> str:
    """Return a short mark of a story's told parts; white space alone does not change it."""
    import hashlib

    text = "\x1f".join(" ".join(part.split()) for part in parts)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def words_for(length: Length, words_a_minute: int) -> int:
    """Return how many words a length has room for at a pace."""
    if length is Length.BULLET:
        return BULLET_WORDS[1]
    return MOST_SECONDS[length] * words_a_minute // 60
