"""Duties: each bullet, line or sentence under a duties heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.items import bulleted_items, numbered_items
from sesbank.posting.page import Page
from sesbank.posting.sentences import cut_sentences
from sesbank.posting.stock import is_lead_in, is_stock, trim

_MOST = 60
_MOST_HEADINGS = 60
"""Headings that are looked under, so that a page of nothing else is read fast."""
_SHORTEST = 4
_ASSIGNED = (
    r"(?:,? (?:as|when|that are|which are)(?: may be| are)?(?: otherwise)? (?:assigned|required"
    r"|directed|needed|necessary|requested|appropriate)(?: (?:by|to|for) [\w ,/()'-]{2,60})?"
    r"|,? (?:that )?may be assigned(?: (?:by|to) [\w ,/()'-]{2,60})?"
    r"|,? (?:by|of) (?:the|a) (?:director|supervisor|similar)\b[\w ]{0,40}"
    r"|,? (?:that are )?within the scope of [\w ]{3,40})"
)
"""What may stand behind "performs other duties" and names none."""
_TAB = (
    r"(?:overview|summary|duties|responsibilities|requirements|qualifications|evaluations?|education"
    r"|benefits|leave|required documents|documents|how to apply|next steps|help"
    r"|fair (?:&|and) transparent|videos?)"
)
_NONE = re.compile(
    rf"(?:{_TAB}(?: ?(?:,|&|and|/|\|) ?{_TAB})*"
    r"|(?:read|learn|show|see|view) (?:more|less|all)(?: about .{3,60})?"
    r"|(?:the incumbent |the executive |also |you will |will )*(?:perform|carr|undertak|assum)\w*"
    r"(?: out| on)?(?: any| all| such)* (?:other|additional)(?: [\w-]+){0,3}?"
    rf" (?:duties|tasks|assignments|work)(?: and responsibilities)?{_ASSIGNED}?"
    rf"|(?:and )?(?:such )?other (?:related )?duties(?: and responsibilities)?{_ASSIGNED}?)[.:;]?",
    re.IGNORECASE,
)
"""Tabs and links of a page, and the sentence that stands in every list of duties."""


def find_duties(page: Page, anchors: Sequence[Anchor]) -> list[tuple[int, int]]:
    """Return the duties as (start, end) in the stream, in posting order."""
    edges = [*(anchor.start for anchor in anchors if anchor.firm), len(page.text)]
    found: list[tuple[int, int]] = []
    headings = (anchor for anchor in anchors if anchor.mark is Mark.DUTIES)
    for anchor in islice(headings, _MOST_HEADINGS):
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
