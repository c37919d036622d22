"""Technical qualifications and what is wished for: lists under headings, labelled ones anywhere."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.items import Item, bulleted_items, numbered_items, other_items, plain_items
from sesbank.posting.openings import opens_statement
from sesbank.posting.page import Page
from sesbank.posting.stock import cut_tail, is_stock, trim

_HEADINGS = frozenset({Mark.TECHNICAL, Mark.DESIRABLE})
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A qualification found in the stream."""

    start: int
    end: int
    label: str
    desirable: bool = False
    sure: bool = True


def find_statements(page: Page, anchors: Sequence[Anchor]) -> list[Statement]:
    """Return the technical and desirable qualifications in posting order, each once.

    `anchors` are all anchors of the page in order.
    """
    found = _labelled(page, anchors)
    for firm in (True, False):
        taken = sorted((statement.start, statement.end) for statement in found)
        for anchor, end in _blocks(anchors, len(page.text), firm=firm):
            if not _overlaps(taken, anchor.end, end):
                found.extend(_listed(page, anchor, end))
    return _once(page, sorted(found, key=lambda statement: statement.start))


def _blocks(anchors: Sequence[Anchor], end: int, *, firm: bool) -> Iterator[tuple[Anchor, int]]:
    """Yield the headings of one firmness, each with the end of its block.

    A block ends at the next anchor; a firm heading's goes on over mere mentions.
    """
    hard, any_ = end, end
    blocks: list[tuple[Anchor, int]] = []
    for anchor in reversed(anchors):
        if anchor.mark in _HEADINGS and anchor.firm is firm:
            blocks.append((anchor, hard if firm else any_))
        any_ = anchor.start
        if anchor.firm or anchor.mark not in _HEADINGS:
            hard = anchor.start
    yield from reversed(blocks)


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a part of the page between two offsets is taken; `taken` is in order."""
    place = bisect_left(taken, (end, 0)) - 1
    return place >= 0 and taken[place][1] > start


def _labelled(page: Page, anchors: Sequence[Anchor]) -> list[Statement]:
    best: dict[tuple[str, str], Statement] = {}
    edges = [*(anchor.start for anchor in anchors if anchor.firm), len(page.text)]
    for anchor in anchors:
        if anchor.mark is not Mark.LABEL:
            continue
        start, end = trim(page.text, anchor.end, edges[bisect_left(edges, anchor.end)])
        start, end = cut_tail(page.text, page.starts, (start, _one_paragraph(page, start, end)))
        if len(page.text[start:end].split()) < 3 or is_stock(page.text, start, end, prompt=True):
            continue
        key = (anchor.abbreviation, anchor.number)
        label = f"{anchor.abbreviation} {anchor.number}"
        if key not in best or end - start > 1.5 * (best[key].end - best[key].start):
            best[key] = Statement(start, end, label, anchor.desirable)
    return list(best.values())


def _one_paragraph(page: Page, start: int, end: int) -> int:
    """Return where a labelled statement ends: at a line that opens nothing of its own."""
    first = bisect_right(page.starts, start)
    lines = 0
    for place in page.starts[first : first + 60]:
        if place >= end:
            break
        if page.text[place - 1] == "\n":
            lines += 1
            short = place - start < 80
            if not short and page.text[place] not in "•*-(o" and not opens_statement(page.text, place):
                return place
    return end


def _listed(page: Page, heading: Anchor, end: int) -> list[Statement]:
    start = heading.end
    items = _items(page, heading, start, end)
    statements = []
    for count, item in enumerate(items, 1):
        label = f"{heading.abbreviation} {item.number or count}"
        sure = heading.sure and item.sure
        desirable = heading.mark is Mark.DESIRABLE
        statements.append(Statement(item.start, item.end, label, desirable, sure))
    return statements


def _items(page: Page, heading: Anchor, start: int, end: int) -> list[Item]:
    numbered = numbered_items(page, start, end)
    if numbered and _belongs(page, heading, numbered, start):
        return numbered
    bulleted = bulleted_items(page, start, end)
    if bulleted and _belongs(page, heading, bulleted, start):
        return bulleted
    plain = plain_items(page, start, end, near=not heading.firm)
    if plain or not heading.firm or not heading.sure:
        return plain
    return other_items(page, start, end)


def _belongs(page: Page, heading: Anchor, items: Sequence[Item], start: int) -> bool:
    """Whether a list is the heading's own; a mention needs statements of ability close by."""
    opening = sum(opens_statement(page.text, item.start) for item in items)
    if heading.firm and heading.sure:
        return items[0].start - start < 2500
    return opening * 2 >= len(items) and items[0].start - start < 1200


def _once(page: Page, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements without repeats; prompts share openings, so 160 characters count."""
    kept: list[Statement] = []
    seen: set[str] = set()
    for statement in statements:
        words = _TOKEN.findall(page.text[statement.start : statement.end].lower())
        key = " ".join(words)[:160]
        if key in seen or (kept and statement.start < kept[-1].end):
            continue
        seen.add(key)
        kept.append(statement)
    return kept
