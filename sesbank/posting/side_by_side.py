"""ECQs beside technical qualifications: rows of a table run together, without labels."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.names import NameHit
from sesbank.posting.page import Page
from sesbank.posting.wording import defined_ecq

_HEAD = re.compile(
    r"(?i)\bexecutive core qualifications?\b(?: ?\([^()\n]{2,40}\))?:? ?\|? ?"
    r"(?:mandatory |professional |/)*technical qualifications?\b(?: ?\([^()\n]{2,40}\))?:?"
    r" ?\|?\n"
)
"""The heads of both columns in one line."""
_BESIDE = re.compile(
    r" ?\|? ?(?:\(?(?P<number>\d|[A-H]|[IV]{1,3})[.):] ?-? ?|- )?"
    r"(?!(?:This|These|The|It|Involves|Please|Your?|See|How)\b)(?=[A-Z](?:[^\s]+ ){5})"
)
"""Between the name of an ECQ and what stands beside it in full."""
_INSIDE = re.compile(r"(?:\| ?)?(?:ECQ ?)?#?\d?[.):]? ?-? ?\Z")
"""What stands before the name of an ECQ in its row."""
_LEAST = 2
_MOST_ROWS = 12


def find_side_by_side(page: Page, hits: Sequence[NameHit]) -> Iterator[Anchor]:
    """Yield a label for what stands beside the name of an ECQ in each row of such a table.

    A row alone is none, and neither are rows that define the ECQs they name.
    """
    hits = sorted(hits, key=lambda hit: hit.start)
    starts = [hit.start for hit in hits]
    for head in _HEAD.finditer(page.text):
        first = bisect_left(starts, head.end())
        rows = list(_rows(page.text, head.end(), islice(hits, first, first + _MOST_ROWS)))
        defined = any(defined_ecq(page.text, *page.sentence(row.end)) for row in rows)
        if len(rows) >= _LEAST and not defined:
            yield from rows


def _rows(text: str, place: int, hits: Iterable[NameHit]) -> Iterator[Anchor]:
    """Yield the labels of the rows from an offset on, a line each that begins with an ECQ."""
    counted = 0
    for hit in hits:
        if hit.start < place:
            continue  # a name inside what stands beside another
        if not _INSIDE.match(text, place, hit.start):
            return
        end = text.find("\n", hit.end)
        beside = _BESIDE.match(text, hit.end)
        if beside:
            counted += 1
            number = beside["number"] or str(counted)
            yield Anchor(Mark.LABEL, hit.end, beside.end(), abbreviation="TQ", number=number)
        place = end + 1 if end >= 0 else len(text)
