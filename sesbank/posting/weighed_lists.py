"""Lists of qualifications that no heading gives away, told by what they weigh in sum."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.blocks import Block, find_blocks
from sesbank.posting.conditions import is_condition
from sesbank.posting.guesses import possible
from sesbank.posting.items import Item
from sesbank.posting.lead_ins import (
    is_about_eligibility,
    leads_beyond,
    leads_elsewhere,
    leads_to_demands,
    makes_eligible,
)
from sesbank.posting.openings import opens_prompt
from sesbank.posting.other_matter import offers_post
from sesbank.posting.page import Page
from sesbank.posting.weighing import weighs

_WITHIN_SECTION = frozenset({Mark.LABEL, Mark.ANSWER})
"""What begins no section."""
_OTHERS = frozenset({Mark.DESIRABLE, Mark.WISH, Mark.CORE, Mark.LEADERSHIP, Mark.NAME})
"""Sections in which no qualification of the field is asked."""
_BEFORE = 120
_LEAST = 2
_MOST = 200
"""Lists of a page that are weighed."""


def find_weighed_lists(page: Page, anchors: Sequence[Anchor]) -> list[Item]:
    """Return the items of the lists of a posting that weigh as qualifications, as guesses.

    What speaks of eligibility, of wishes or of ECQs is none, however much it weighs.
    """
    if not offers_post(page.text):
        return []
    sections = [a for a in anchors if a.firm and a.mark not in _WITHIN_SECTION]
    starts = [section.start for section in sections]
    found: list[Item] = []
    for block in islice(find_blocks(page, starts), _MOST):
        place = bisect_right(starts, block.lead[1])
        section = sections[place - 1] if place else None
        if len(block.items) < _LEAST or not _may_ask(page.text, block, section):
            continue
        headed = section is not None and section.start >= block.lead[0]
        duties = headed and section is not None and section.mark is Mark.DUTIES
        out = block.lines - len(block.items)
        if weighs(page.text, block.lead, block.items, out=out, duties=duties):
            found.extend(_asked(page, block))
    return found


def _may_ask(text: str, block: Block, section: Anchor | None) -> bool:
    """Whether nothing around a list says that it is about something else."""
    start, end = block.items[0].start, block.items[-1].end
    within = section is not None and section.mark in _OTHERS and block.heading[0] < section.end
    if within and not leads_beyond(text, *block.lead):
        return False
    if makes_eligible(text, max(block.lead[0] - _BEFORE, 0), start, grades=False):
        return False
    if is_about_eligibility(text, end):
        return False
    if leads_to_demands(text, *block.lead) or opens_prompt(text, block.lead[0]):
        return True
    return not any(leads_elsewhere(text, *above) for above in (block.lead, block.heading))


def _asked(page: Page, block: Block) -> list[Item]:
    asked = [item for item in block.items if not is_condition(page.text, item)]
    items = possible(page, asked)
    if items and _is_cut_off(page.text, items[-1].end) and not _is_cut_off(page.text, items[0].end):
        items = items[:-1]
    return items if len(items) >= _LEAST else []


def _is_cut_off(text: str, end: int) -> bool:
    """Whether an item ends with the text and without a stop, as where a page is pasted in part."""
    return not text[end:].strip() and text[end - 1] not in ".;!?)"
