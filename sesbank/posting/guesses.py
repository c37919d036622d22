"""Which statements of a list that nothing calls technical may be qualifications at all."""

from __future__ import annotations

from collections.abc import Sequence

from sesbank.posting.items import Item
from sesbank.posting.other_matter import speaks_of_self
from sesbank.posting.page import Page
from sesbank.posting.wording import defines_ecq, retold_ecq

_LEAST_RETOLD = 2
"""ECQs in other words; one alone may be a qualification that sounds like one."""


def possible(page: Page, items: Sequence[Item]) -> list[Item]:
    """Return the items that may be qualifications.

    None are where one defines an ECQ or where a person speaks of themselves; those that tell
    ECQs in other words are left out.
    """
    if not items or speaks_of_self(page.text, items[0].start, items[-1].end):
        return []
    if any(defines_ecq(page.text, item.start, item.end) for item in items):
        return []
    told = [retold_ecq(page.text, item.start, item.end) for item in items]
    if len(set(filter(None, told))) < _LEAST_RETOLD:
        return list(items)
    return [item for item, code in zip(items, told, strict=True) if not code]
