"""Competencies with a name and a sentence, a line each: "Market Analysis: Advise on markets …"."""

from __future__ import annotations

import re

from sesbank.posting.items import Item, finish
from sesbank.posting.page import Page

_NAMED_LINE = re.compile(
    r"(?:[•*-] ?)?(?P<text>[A-Z][\w'-]*(?:(?: ?[/&,-] ?| )[\w'-]+){0,8}: ?[A-Z][^\n]{20,})"
)
_ASKING = re.compile(r"[?:]\s*$")


def asks_for_names(text: str, offset: int) -> bool:
    """Whether a question or colon stands before an offset, so that a list answers it."""
    return _ASKING.search(text, max(offset - 3, 0), offset) is not None


def is_named(text: str, offset: int) -> bool:
    """Whether a name with its sentence begins at an offset."""
    return _NAMED_LINE.match(text, offset) is not None


def named_lines(page: Page, start: int, end: int) -> list[Item]:
    """Return the named competencies that stand right behind a question or colon, up to a line
    that is none.
    """
    if not asks_for_names(page.text, start):
        return []
    items: list[Item] = []
    place = start
    while place < end and (found := _NAMED_LINE.match(page.text, place, end)):
        item = finish(page, *found.span("text"), "")
        if item is not None:
            items.append(item)
        place = found.end() + 1
    return items
