"""Where lists of statements may begin, whatever their numbers, bullets and lines became of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sesbank.posting.lead_ins import asks_in_areas, leads_to_demands, rates_on
from sesbank.posting.numbering import list_starts, marker_at
from sesbank.posting.openings import INSIDE, opens_small, opens_statement
from sesbank.posting.page import Page
from sesbank.posting.series import opens_deed
from sesbank.posting.stock import is_stock

_BEGIN = re.compile(r":[ \n](?=\S)|[ \n](?=• ?\S)|(?<=[\w.,] )(?=[*-] [A-Za-z])")
_BULLET = re.compile(r"(?:[•*-]|o(?= )|[A-Z]{1,3}\d{1,2}[.):](?= )) ?")
_LEAD_IN = 400
"""Characters of a sentence that are looked at, from its end."""
_MOST_HEADING = 7
"""Spaces of a line that has no full stop and heads something."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a list may begin: a first statement behind something else."""

    start: int
    text: int
    """Behind its number or bullet."""
    lead: tuple[int, int]
    """The sentence or line that leads to it, instructions behind it passed over."""


def find_openings(page: Page) -> Iterator[Opening]:
    """Yield where statements of ability or deeds begin behind something that is none."""
    text = page.text
    marked = set(_marked(text))
    inside = {found.start() for found in INSIDE.finditer(text)}
    leads, stated, bullet = _Leads(text), False, ""
    places = sorted({*page.starts, *inside, *marked})
    begun = -1
    for place, end in pairwise([*places, len(text)]):
        if place == begun:
            continue  # the number before it stood alone
        begin = _behind_marker(text, place)
        states = _states_at(text, place, begin) or (
            place in marked and _asked_by(text, begin, leads.last())
        )
        mark = text[place] if begin > place else ""
        goes_on = bool(bullet) and _follows(bullet, mark)
        if (states and place in marked and not (goes_on and mark in "•*-")) or (
            states and not stated and not goes_on
        ):
            yield Opening(place, begin, leads.last())
        heads = _heads(text, place, end)
        leads.pass_by(place, end, heads=heads)
        stated, bullet = states and not heads, mark
        begun = begin if begin > place else -1


def _asked_by(text: str, begin: int, lead: tuple[int, int]) -> bool:
    """Whether what leads to a list asks for it, however its first item opens."""
    if asks_in_areas(text, *lead):
        return True
    led = text[lead[0] : lead[1]].rstrip().endswith(":") and text[begin : begin + 1].isupper()
    return led and rates_on(text, *lead)


def _marked(text: str) -> Iterator[int]:
    """Yield where a list may begin by its number, bullet or colon, line breaks lost or not."""
    yield from list_starts(text)
    for found in _BEGIN.finditer(text):
        yield found.end()


class _Leads:
    """Which piece leads to what follows: the last that is no instruction.

    It is looked for only where a list begins, since most pages have few lists and many pieces.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._last = (0, 0)
        self._passed: list[tuple[int, int]] = []

    def pass_by(self, start: int, end: int, *, heads: bool) -> None:
        """Take note of a piece; what heads something leads to what follows in any case."""
        piece = max(start, end - _LEAD_IN), end
        if heads:
            self._last = piece
            self._passed.clear()
        else:
            self._passed.append(piece)

    def last(self) -> tuple[int, int]:
        """Return the piece that leads on from here."""
        while self._passed:
            piece = self._passed.pop()
            if not is_stock(self._text, *piece) or leads_to_demands(self._text, *piece):
                self._last = piece
                self._passed.clear()
        return self._last


def _states_at(text: str, place: int, begin: int) -> bool:
    """Whether a statement or deed begins at a place, behind its number or bullet."""
    led_to = begin > place or text[max(place - 2, 0) : place] == ": "
    if led_to and opens_small(text, begin):
        return True
    return opens_statement(text, begin) or opens_deed(text, begin)


def _follows(before: str, mark: str) -> bool:
    """Whether a bullet or number carries on with the list of the one before it."""
    return before == mark or (before.isalnum() and mark.isalnum())


def _heads(text: str, start: int, end: int) -> bool:
    """Whether a line or sentence heads what stands behind it, whatever it opens with."""
    words = text[start:end].rstrip()
    return words.endswith(":") or (words[-1:] not in ".;?!" and words.count(" ") < _MOST_HEADING)


def _behind_marker(text: str, place: int) -> int:
    bullet = _BULLET.match(text, place)
    place = bullet.end() if bullet else place
    return marker_at(text, place)
