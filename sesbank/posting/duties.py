"""Duties: each bullet, line or sentence under a duties heading."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.items import bulleted_items, numbered_items
from sesbank.posting.page import Page
from sesbank.posting.sentences import cut_sentences
from sesbank.posting.stock import is_lead_in, is_stock, trim

_MOST = 60
_SHORTEST = 4


def find_duties(page: Page, anchors: Sequence[Anchor]) -> list[tuple[int, int]]:
    """Return the duties as (start, end) in the stream, in posting order."""
    edges = [*(anchor.start for anchor in anchors if anchor.firm), len(page.text)]
    found: list[tuple[int, int]] = []
    for anchor in anchors:
        if anchor.mark is Mark.DUTIES:
            found.extend(_block(page, anchor.end, edges[bisect_left(edges, anchor.end)]))
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
