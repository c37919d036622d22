"""Difference: what changed between two states of a story, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from sesbank.domain.story import TOLD_PARTS, Story, Version

_PIECE = re.compile(r"\s+|[^\s]+")

MOST_WORDS = 20_000
"""Words on both sides together up to which a text is compared word by word."""


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
    if len(a) + len(b) > MOST_WORDS:
        yield from _replaced(old, new)
        return
    for kind, start, end, new_start, new_end in SequenceMatcher(
        None, a, b, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            yield Stretch(Fate.SAME, "".join(a[start:end]))
        else:
            yield from _replaced("".join(a[start:end]), "".join(b[new_start:new_end]))


def _replaced(old: str, new: str) -> Iterator[Stretch]:
    if old:
        yield Stretch(Fate.GONE, old)
    if new:
        yield Stretch(Fate.NEW, new)
