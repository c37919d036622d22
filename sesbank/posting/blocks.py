"""Lists of a page with the line that leads to each, whatever that line calls them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sesbank.posting.items import Item, finish
from sesbank.posting.openings import opens_statement
from sesbank.posting.page import Page

LIST_MARK = re.compile(
    r"(?P<sign>[•*↳→+-]|o(?= ))[ ]?|\(?(?:(?P<name>[A-Z]{1,4})[ -]?)?(?P<number>\d{1,2})"
    r"(?:[.):]|(?= [A-Z]))[ ]?|\(?[a-zA-Z][.)] "
)
"""What a line of a list begins with."""
_LEADING = re.compile(r"[\"'(#]{0,3}[A-Z0-9]")
_LEADS_ON = (":", "?")
_LONGEST_HEAD = 12
"""Words of a line without a stop that may head what stands below it."""
_LEAST = 2
"""Items of a list."""
_MOST = 40
"""Items that are read; what is longer asks for nothing."""
_READ = 800
"""Characters from a line's start of which those that open a statement are told."""
_REACH = 400
"""Characters of what leads to a list that are read, from its end."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the stream with something on it."""

    start: int
    end: int
    marked: int
    """Where its text begins behind a number or bullet, 0 without one."""
    heads: bool
    """Whether it may head what stands below it."""
    leads: bool
    """Whether it does so or ends with a colon or a question."""


@dataclass(frozen=True, slots=True)
class Block:
    """A list of a page."""

    lead: tuple[int, int]
    """The line right above it, empty where there is none."""
    heading: tuple[int, int]
    """The last heading up to that line, empty where there is none."""
    items: tuple[Item, ...]
    """Cut to their text; what can be none is left out."""
    lines: int
    """Lines it has, those left out too."""


def find_blocks(page: Page, edges: Sequence[int]) -> Iterator[Block]:
    """Yield the lists of a page in order, in linear time; none goes on over one of the `edges`."""
    lines = list(find_lines(page.text, edges))
    heading = (0, 0)
    place = 0
    while place < len(lines):
        line = lines[place]
        if line.marked:
            stop = _run_end(lines, place, edges)
            lead = _span(lines[place - 1]) if place and not lines[place - 1].marked else (0, 0)
            yield _block(page, lead, heading, lines[place:stop])
            place = stop
            continue
        stop = _run_end(lines, place + 1, edges) if line.leads else place
        heading = _span(line) if line.heads else heading
        if line.leads and stop - place > _LEAST and not lines[place + 1].marked:
            yield _block(page, _span(line), heading, lines[place + 1 : stop])
        place += 1


def find_lines(text: str, edges: Sequence[int]) -> Iterator[Line]:
    """Yield the lines of a page in order; one that holds one of the `edges` heads something."""
    start = 0
    kept: dict[str, bool] = {}
    for words in text.split("\n"):
        end = start + len(words)
        if words.strip():
            mark = LIST_MARK.match(text, start, end)
            marked = mark.end() if mark and mark.end() < end else 0
            section = bisect_left(edges, start) != bisect_left(edges, end)
            heads = not marked and (section or _heads_kept(text, start, end, kept))
            leads = heads or (not marked and words.rstrip().endswith(_LEADS_ON))
            yield Line(start, end, marked, heads=heads, leads=leads)
        start = end + 1


def _heads_kept(text: str, start: int, end: int, kept: dict[str, bool]) -> bool:
    """Return what `_heads` says, once for lines that read alike with what stands behind them."""
    words = text[start : max(end, start + _READ)]
    heads = kept.get(words)
    if heads is None:
        heads = kept[words] = _heads(text, start, end)
    return heads


def _heads(text: str, start: int, end: int) -> bool:
    """Whether a line may head what stands below it: short, with a capital, without a stop."""
    words = text[start:end].strip()
    if len(words.split()) > _LONGEST_HEAD or words[-1] in ".;," or not _LEADING.match(words):
        return False
    return words.endswith(":") or not opens_statement(text, start)


def _run_end(lines: Sequence[Line], place: int, edges: Sequence[int]) -> int:
    """Return where the lines end that are of one kind with the one at a place."""
    stop = place
    while stop < len(lines) and bool(lines[stop].marked) is bool(lines[place].marked):
        if lines[stop].leads or (stop > place and _is_parted(lines[stop], edges)):
            break
        stop += 1
    return max(stop, place)


def _is_parted(line: Line, edges: Sequence[int]) -> bool:
    return bisect_left(edges, line.start) != bisect_left(edges, line.start + 1)


def _span(line: Line) -> tuple[int, int]:
    return max(line.start, line.end - _REACH), line.end


def _block(
    page: Page, lead: tuple[int, int], heading: tuple[int, int], lines: Sequence[Line]
) -> Block:
    found = (
        finish(
            page, line.marked or line.start, line.end, _number(page, line), marked=bool(line.marked)
        )
        for line in lines[:_MOST]
    )
    items = tuple(item for item in found if item)
    return Block(lead, heading, items, len(lines))


def _number(page: Page, line: Line) -> str:
    mark = LIST_MARK.match(page.text, line.start, line.end) if line.marked else None
    return (mark["number"] or "") if mark else ""
