"""Line breaks that only wrap a sentence: a page copied at a fixed width is full of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_UNFINISHED = re.compile(
    r"(?:[,&/]|\b(?:of|the|and|or|for|in|to|with|a|an|by|on|at|from|as|that|which|its"
    r"|their|our|your))$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"[•*]|[-o] |\(?[\dA-Za-z]{1,2}[.)]|[A-Z]{2,4} ?#?\d|[A-Z][A-Z]+\b[^a-z]{6,}")
_WIDEST = 120
_NARROWEST = 40


class Line(NamedTuple):
    """A line of a text, from its first character to its last."""

    start: int
    end: int
    blank_after: bool


def soft_breaks(text: str, lines: Sequence[Line]) -> set[int]:
    """Return the offsets of the breaks that end no line of the writer's own.

    `lines` are the lines of `text` that hold anything; the break of a line stands at its end.
    """
    width = _width(lines)
    return {
        line.end
        for line, following in pairwise(lines)
        if not line.blank_after and _is_soft(text, line, following, width)
    }


def _is_soft(text: str, line: Line, following: Line, width: int) -> bool:
    if _OPENS.match(text, following.start, following.end):
        return False
    if _UNFINISHED.search(text, max(line.start, line.end - 12), line.end):
        return True
    if text[following.start].islower() and text[line.end - 1] not in ".:;?!":
        return True
    return bool(width) and line.end - line.start >= 0.7 * width


def _width(lines: Sequence[Line]) -> int:
    """Return the column a text was wrapped at, or 0 when its lines are as written."""
    lengths = sorted(line.end - line.start for line in lines)
    if len(lengths) < 6 or not _NARROWEST <= lengths[-1] <= _WIDEST:
        return 0
    full = sum(length >= 0.7 * lengths[-1] for length in lengths)
    return lengths[-1] if full >= 0.3 * len(lengths) else 0
