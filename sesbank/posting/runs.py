"""Which statements of ability stand in one paragraph, told by the width of the spaces there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sesbank.posting.openings import opens_prompt
from sesbank.posting.page import Page

_INSIDE = re.compile(r"(?<=[\w,]) (?=\w)")
_ODD = 40
"""One space in so many may be wide by chance."""
_FEWEST = 2
"""A single wide space is a slip."""


def find_runs(page: Page, openings: Sequence[int]) -> frozenset[int]:
    """Return which of the sentences that open a statement of ability carry on the one before.

    A page that spaces its sentences widely shows its paragraphs still where all lines are lost:
    a narrow space is then a lost break, a wide one stands inside a paragraph. Where all spaces
    are alike they tell nothing, and prompts are each their own.
    """
    if any(opens_prompt(page.text, place) for place in openings):
        return frozenset()
    behind = [place for place in openings[1:] if page.text[place - 1] == " "]
    wide = frozenset(
        place
        for place in behind
        if page.text[place - 2] in ".;!?)" and page.stream.width(place - 1) > 1
    )
    mixed = _FEWEST <= len(wide) < len(behind)
    return wide if mixed and _is_even(page, openings[0], openings[-1]) else frozenset()


def _is_even(page: Page, start: int, end: int) -> bool:
    """Whether the spaces inside sentences are narrow, so that wide ones are somebody's intent."""
    inside = [found.start() for found in _INSIDE.finditer(page.text, start, end)]
    wide = sum(page.stream.width(place) > 1 for place in inside)
    return wide * _ODD <= len(inside)
