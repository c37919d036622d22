"""Difference: what changed between two states of a story, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from sesbank.domain.story import TOLD_PARTS, Story, Version

_PIECE = re.compile(r"\s+|[^\s]+")

MOST_CHARACTERS = 10_000
"""Characters a side, without what both begin and end with, that are compared word by word.

The comparison grows with the square of the length; what differs in more is shown as a whole.
"""


class Fate(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words with one fate."""

    fate: Fate
    text: str


@dataclass(frozen=True, slots=True)
class PartDifference:
    """What changed in the title or one told part."""

    part: str
    stretches: tuple[Stretch, ...]
    """In reading order; same and gone together are the old text, same and new the new one."""


def difference(a: Story | Version, b: Story | Version) -> tuple[PartDifference, ...]:
    """Return what differs from `a` to `b` in title and told parts; empty when nothing does."""
    found: list[PartDifference] = []
    for name in ("title", *TOLD_PARTS):
        old, new = str(getattr(a, name)), str(getattr(b, name))
        if old != new:
            found.append(PartDifference(name, tuple(_stretches(old, new))))
    return tuple(found)


def _stretches(old: str, new: str) -> Iterator[Stretch]:
    a, b = _PIECE.findall(old), _PIECE.findall(new)
    first = _alike(a, b)
    last = _alike(a[first:][::-1], b[first:][::-1])
    head, tail = a[:first], a[len(a) - last :]
    if head:
        yield Stretch(Fate.SAME, "".join(head))
    yield from _between(a[first : len(a) - last], b[first : len(b) - last])
    if tail:
        yield Stretch(Fate.SAME, "".join(tail))


def _alike(a: list[str], b: list[str]) -> int:
    """Return how many pieces both begin with."""
    return next(
        (n for n, (one, two) in enumerate(zip(a, b, strict=False)) if one != two),
        min(len(a), len(b)),
    )


def _between(a: list[str], b: list[str]) -> Iterator[Stretch]:
    if max(sum(map(len, a)), sum(map(len, b))) > MOST_CHARACTERS:
        yield from _replaced("".join(a), "".join(b))
        return
    # In a long text the commonest words, and the spaces, hold no match together by themselves.
    for kind, start, end, new_start, new_end in SequenceMatcher(None, a, b).get_opcodes():
        if kind == "equal":
            yield Stretch(Fate.SAME, "".join(a[start:end]))
        else:
            yield from _replaced("".join(a[start:end]), "".join(b[new_start:new_end]))


def _replaced(old: str, new: str) -> Iterator[Stretch]:
    if old:
        yield Stretch(Fate.GONE, old)
    if new:
        yield Stretch(Fate.NEW, new)
