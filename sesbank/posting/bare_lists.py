"""Bare lists: qualifications pasted alone, without the heading that calls them so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.items import Item, bulleted_items, numbered_items
from sesbank.posting.openings import opens_ability
from sesbank.posting.page import Page
from sesbank.posting.plain import plain_items

_FIRST_WITHIN = 400
"""Characters before the first item: a title and an agency, no page of other matter."""

_OTHER = re.compile(r"(?i)specialized experience|one year|\bGS-?1\d|time[ -]in[ -]grade")
"""Before a list of what makes one eligible, which is no list of qualifications."""

_LEAST = 2
_COVERED = 0.8
"""The share of the text from the first item to the last that the items must make up."""


def find_bare_list(page: Page, anchors: Sequence[Anchor]) -> list[Item]:
    """Return the statements of ability that a text consists of, if it is little else.

    Somebody who copies only the list leaves its heading behind. They are guesses: nothing but
    their wording says what they are.
    """
    end = next((a.start for a in anchors if a.mark is Mark.NAME), len(page.text))
    for items in _lists(page, end):
        if len(items) >= _LEAST and _alone(page, items):
            return items
    return []


def _lists(page: Page, end: int) -> Iterator[list[Item]]:
    yield numbered_items(page, 0, end)
    yield bulleted_items(page, 0, end)
    yield plain_items(page, 0, end, near=True)


def _alone(page: Page, items: Sequence[Item]) -> bool:
    first, last = items[0].start, items[-1].end
    covered = sum(item.end - item.start for item in items)
    opening = all(opens_ability(page.text, item.start) for item in items)
    if _OTHER.search(page.text, 0, first):
        return False
    return opening and first <= _FIRST_WITHIN and covered >= _COVERED * (last - first)
