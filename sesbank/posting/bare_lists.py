"""Lists of qualifications that are pasted alone, without their heading."""

from __future__ import annotations

from collections.abc import Sequence

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.guesses import possible
from sesbank.posting.items import Item
from sesbank.posting.lead_ins import is_about_eligibility, leads_elsewhere, makes_eligible
from sesbank.posting.openings import opens_ability
from sesbank.posting.page import Page
from sesbank.posting.plain import listed_items
from sesbank.posting.series import mostly

_ENDS = frozenset({Mark.NAME, Mark.DESIRABLE, Mark.WISH})
_FIRST_WITHIN = 400
"""Characters before the first item: a title and an agency, no page of other matter."""

_LONGEST = 20_000
"""Characters of a text that is little else than a list; what is longer is a page of something."""
_MARKER = 5
"""Characters of a number before an item."""
_LEAST = 2
_COVERED = 0.8
"""The share of the text from the first item to the last that the items must make up."""


def find_bare_list(page: Page, anchors: Sequence[Anchor]) -> list[Item]:
    """Return the statements of ability that a text consists of, if it is little else.

    Somebody who copies only the list leaves its heading behind. They are guesses: nothing but
    their wording says what they are.
    """
    end = next((a.start for a in anchors if a.mark in _ENDS), len(page.text))
    if end > _LONGEST:
        return []
    for listed in listed_items(page, 0, end):
        items = possible(page, listed)
        if len(items) >= _LEAST and _alone(page, items):
            return items
    return []


def _tell_ability(page: Page, items: Sequence[Item]) -> bool:
    """Whether the first and most other items open as statements of ability do."""
    return mostly([opens_ability(page.text, item.start) for item in items])


def _alone(page: Page, items: Sequence[Item]) -> bool:
    first, last = items[0].start, items[-1].end
    covered = sum(item.end - item.start for item in items)
    if makes_eligible(page.text, 0, first) or is_about_eligibility(page.text, last):
        return False
    if leads_elsewhere(page.text, _sentence_before(page, first), first):
        return False
    return (
        _tell_ability(page, items)
        and first <= _FIRST_WITHIN
        and covered >= _COVERED * (last - first)
    )


def _sentence_before(page: Page, offset: int) -> int:
    """Return where the sentence or line before that of an item begins; a number is none."""
    start = page.sentence(offset)[0]
    before = page.sentence(max(start - 1, 0))[0]
    return page.sentence(max(before - 1, 0))[0] if start - before <= _MARKER else before
