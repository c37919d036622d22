"""Line breaks that only wrap a sentence: a page copied at a fixed width is full of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sesbank.posting.agencies import is_known
from sesbank.posting.openings import opens_ability
from sesbank.posting.section_phrases import (
    DUTY_HEADINGS,
    LINE_HEADINGS,
    LONG_HEADINGS,
    SHORT_HEADINGS,
)
from sesbank.posting.sentences import ends_unfinished

_MARK = r"[•*]|[-o] |\(?[\dA-Za-z]{1,2}[.)]|[A-Z]{2,4} ?#?\d|(?:First|Second|Third|Fourth|Fifth): "
_OPENS = re.compile(rf"{_MARK}|[A-Z][A-Z]+\b[^a-z]{{6,}}")
_MARKED = re.compile(rf"{_MARK}|[A-Z]{{2,4}}[ -]?#?\d")
_HEADING = re.compile(
    rf"(?:{'|'.join((*LONG_HEADINGS, *SHORT_HEADINGS, *LINE_HEADINGS, *DUTY_HEADINGS))}):?",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?:What|How|Why|When|Where|Who|Can|Will|Are|Is|Do) [^.?!]{3,70}\?")
_LONG_SHOUT = 60
"""Characters of a line all in capitals that is no heading."""
_WIDEST = 120
_NARROWEST = 40
_FEWEST_FULL = 8
_FEWEST_BARS = 2
"""Bars between the facts of a line that is no sentence."""
_STRAYS = 30
"""One line in so many may be longer than the column: an address is not wrapped."""


class Line(NamedTuple):
    """A line of a text, from its first character to its last."""

    start: int
    end: int
    blank_after: bool


def soft_breaks(text: str, lines: Sequence[Line]) -> set[int]:
    """Return the offsets of the breaks that end no line of the writer's own.

    `lines` are the lines of `text` that hold anything; the break of a line stands at its end.
    """
    width, exact = _width(text, lines)
    return {
        line.end
        for line, following in pairwise(lines)
        if not line.blank_after
        and (
            _is_soft(text, line, following, width)
            or (exact and _is_full(text, line, following, exact))
        )
    }


def _opens_line(text: str, line: Line, following: Line) -> bool:
    """Whether the next line begins something: an item, a heading, a statement.

    A statement counts behind a line without any stop; else its sentence is apart anyway.
    """
    return bool(
        _OPENS.match(text, following.start, following.end)
        or (text[line.end - 1] not in ".:;?!-" and opens_ability(text, following.start))
        or (
            text[following.start].isupper()
            and (
                _HEADING.fullmatch(text, following.start, following.end)
                or _QUESTION.fullmatch(text, following.start, following.end)
            )
        )
    )


def _is_full(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word had no room on a line."""
    if _opens_line(text, line, following):
        return False
    return line.end - line.start + 1 + _first_word(text, following) > width


def _first_word(text: str, line: Line) -> int:
    space = text.find(" ", line.start, line.end)
    return (space if space >= 0 else line.end) - line.start


def _is_soft(text: str, line: Line, following: Line, width: int) -> bool:
    if _shouts_on(text, line, following, width):
        return True
    if _OPENS.match(text, following.start, following.end):
        return False
    if ends_unfinished(text, line.end):
        return True
    if text[following.start].islower() and text[line.end - 1] not in ".:;?!":
        return True
    if text.count(" | ", line.start, line.end) >= _FEWEST_BARS:
        return False
    if not width or line.end - line.start < 0.7 * width or _opens_line(text, line, following):
        return False
    return not is_known(text[following.start : following.end])


def _shouts_on(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether a sentence all in capitals goes on: small letters cannot tell."""
    return (
        line.end - line.start >= max(0.7 * width, _LONG_SHOUT)
        and text[line.end - 1] not in ".:;?!-)"
        and text[line.start : following.end].isupper()
        and not _MARKED.match(text, following.start, following.end)
        and not _HEADING.fullmatch(text, following.start, following.end)
        and not opens_ability(text, following.start)
    )


def _width(text: str, lines: Sequence[Line]) -> tuple[int, int]:
    """Return the column a text was wrapped at, 0 when its lines are as written.

    The second is that column where only part of the text fills it: there a break is soft
    only behind a line that had no room for the next word.
    """
    lengths = sorted(line.end - line.start for line in lines)
    if len(lengths) < 6:
        return 0, 0
    widest = lengths[-1 - len(lengths) // _STRAYS]
    if not _NARROWEST <= widest <= _WIDEST:
        return 0, 0
    full = sum(length >= 0.7 * widest for length in lengths)
    if full >= 0.3 * len(lengths):
        return widest, 0
    piled = sum(
        not line.blank_after and line.end - line.start + 1 + _first_word(text, following) > widest
        for line, following in pairwise(lines)
    )
    return 0, widest if piled >= max(_FEWEST_FULL, 0.08 * len(lengths)) else 0
