"""Duties: each bullet, line or sentence under a duties heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.items import bulleted_items, numbered_items
from sesbank.posting.page import Page
from sesbank.posting.sentences import cut_sentences
from sesbank.posting.stock import is_lead_in, is_stock, trim

_MOST = 60
_SHORTEST = 4
_NONE = re.compile(
    r"(?:help|(?:read|learn|show) (?:more|less)\b.{0,40}"
    r"|(?:qualifications|benefits|duties|overview|requirements|how to apply)"
    r"(?: ?(?:&|and) [\w ]{3,30})?"
    r"|(?:the incumbent )?(?:perform|carr|undertak|assum)\w*(?: out| on)?(?: any| all| such)?"
    r" (?:other|additional)(?: [\w-]+){0,3}? (?:duties|tasks|assignments)(?:,? [\w ,/()-]{0,60})?"
    r"|other (?:related )?duties(?: as [\w ]{0,30})?)[.:]?",
    re.IGNORECASE,
)
"""Tabs and links of a page, and the sentence that stands in every list of duties."""


def find_duties(page: Page, anchors: Sequence[Anchor]) -> list[tuple[int, int]]:
    """Return the duties as (start, end) in the stream, in posting order."""
    edges = [*(anchor.start for anchor in anchors if anchor.firm), len(page.text)]
    found: list[tuple[int, int]] = []
    for anchor in anchors:
        if anchor.mark is Mark.DUTIES:
            block = _block(page, anchor.end, edges[bisect_left(edges, anchor.end)])
            found.extend(span for span in block if not _NONE.fullmatch(page.text, *span))
        if len(found) >= _MOST:
            break
    return found[:_MOST]


def _block(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    items = numbered_items(page, start, end)
    if len(items) < 2:
        items = bulleted_items(page, start, end)
    if len(items) > 1:
        yield from ((item.start, item.end) for item in items)
        return
    for first, last in cut_sentences(page.starts, start, end):
        if is_stock(page.text, first, last) or is_lead_in(page.text, first, last):
            continue
        begin, stop = trim(page.text, first, last)
        if len(page.text[begin:stop].split()) >= _SHORTEST:
            yield begin, stop
