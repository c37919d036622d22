"""The items of a list under a heading: numbered or with bullets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sesbank.posting.numbering import find_sequence
from sesbank.posting.openings import behind_marked_title, opens_claim, opens_small, opens_statement
from sesbank.posting.page import Page
from sesbank.posting.sentences import cut_sentences
from sesbank.posting.series import opens_deed
from sesbank.posting.stock import (
    asks_eligibility,
    cut_extra,
    cut_lead_in,
    cut_tail,
    instructs,
    is_lead_in,
    trim,
)

_BULLET = re.compile(
    r"(?:•|(?<=\n)(?:[-*]|o(?= ))|(?<=[.;:?!] )(?:[-*]|o)(?= [A-Z])"
    r"|(?<=\n)[A-Z]{1,3}\d{1,2}[.):](?= )|(?<=[.;:] )[A-Z]{1,3}\d{1,2}[.):](?= [A-Z])"
    r"|(?<=[;:] )-(?= [a-z])|(?<=; and )[-*](?= [A-Z]))[ \n]?(?=\S)",
)
_DASH_INSIDE = re.compile(r"(?<=[\w),;] )[*-] ")
"""A bullet in a line whose items have no stops, if a statement stands behind it."""
_TITLE = re.compile(r"[A-Z][^\s:;.?!•*]+ (?:[^\s:;.?!•*]+ ){0,7}")
"""What stands before a dash on a line that no bullet opens."""
_NONE = re.compile(r"(?i)(?:none|not? (?:applicable|experience)|n/?a)\b")
_SHORT = 12
"""Words of an answer; a qualification mostly has more."""
_LONGEST_TITLE = 5
"""Words in front of a statement with a dash between."""
_LONGEST = 4000
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Item:
    """A statement in the stream with the number it was printed with."""

    start: int
    end: int
    number: str = ""
    sure: bool = True


def numbered_items(page: Page, start: int, end: int, *, answers: Sequence[int] = ()) -> list[Item]:
    """Return the items of a list numbered in rising order, from whatever number on.

    An item ends at the first of the `answers` behind it; behind an answer only what opens a
    statement goes on with the list.
    """
    markers = find_sequence(page.text, start, end)
    first = bisect_left(answers, start)
    limit = answers[first] if first < len(answers) else end
    markers = [m for m in markers if m.start < limit or _asks_for_ability(page.text, m.end)]
    if not markers:
        return []
    edges = [*(marker.start for marker in markers[1:]), end]
    if _are_answers(page.text, [(m.end, edge) for m, edge in zip(markers, edges, strict=True)]):
        return []
    counted = len({marker.number for marker in markers}) == len(markers)
    spans = []
    for marker, edge in zip(markers, edges, strict=True):
        place = bisect_left(answers, marker.end)
        stop = min(edge, answers[place]) if place < len(answers) else edge
        spans.append((marker.end, stop, marker.number if counted else ""))
    return _shape(page, spans)


def _are_answers(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a list is a scale to answer on: "A. Expert: others ask me", last "D. None"."""
    *others, (last, _) = spans
    return bool(_NONE.match(text, last)) and all(
        len(text[start:end].split()) <= _SHORT for start, end in others
    )


def _asks_for_ability(text: str, place: int) -> bool:
    return opens_statement(text, place) or opens_claim(text, place)


def bulleted_items(page: Page, start: int, end: int) -> list[Item]:
    """Return the items of a list with bullets; bullets under "experience in:" are parts of one."""
    bullets = [found.span() for found in _BULLET.finditer(page.text, start, end)]
    dashes = [
        found.span()
        for found in _DASH_INSIDE.finditer(page.text, start, end)
        if _begins_item(page.text, found.end())
    ]
    bullets = _behind_titles(page, sorted(bullets + dashes), set(dashes))
    bullets, nested = _outermost(page, bullets)
    if bullets and page.text[max(start - 2, 0) : start] == page.text[slice(*bullets[0])]:
        bullets.insert(0, (start, start))  # its bullet was taken for the end of the heading
    if len(bullets) < 2 and not nested:
        return []
    lead = page.text[start : bullets[0][0]].rstrip()
    if lead.endswith(":") and any(
        opens_statement(page.text, first)
        for first, _ in cut_sentences(page.starts, start, bullets[0][0])
    ):
        return []
    edges = [*(bullet for bullet, _ in bullets[1:]), end]
    return _shape(page, [(b, edge, "") for (_, b), edge in zip(bullets, edges, strict=True)])


def _behind_titles(
    page: Page, bullets: Sequence[tuple[int, int]], dashes: set[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Take a title with its dash for part of the bullet: "* Law and policy - Demonstrated …".

    Where no bullet stands before any title, the items begin with their titles.
    """
    found: list[tuple[int, int]] = []
    text = page.text
    lines = [page.sentence(start)[0] for start, _ in bullets]
    if all(
        (start, end) in dashes and _TITLE.fullmatch(text, line, start)
        for line, (start, end) in zip(lines, bullets, strict=True)
    ):
        return [(line, line) for line in lines]
    for start, end in bullets:
        titled = (start, end) in dashes and found and found[-1] not in dashes
        if titled and len(text[found[-1][1] : start].split()) <= _LONGEST_TITLE:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _outermost(
    page: Page, bullets: Sequence[tuple[int, int]]
) -> tuple[list[tuple[int, int]], bool]:
    """Leave out the bullets under "including:" in an item, and say whether any stood further in.

    What is under an item has another sign, or stands further in on the page as it was pasted.
    """
    kept: list[tuple[int, int]] = []
    inside = ""
    column, nested = -1, False
    for start, end in bullets:
        sign = page.text[start:end].strip()
        indent = page.stream.indent(start)
        opened = bool(kept) and page.text.endswith((":", ": ", ":\n"), 0, start)
        if opened and sign != page.text[slice(*kept[0])].strip():
            inside = sign
        if opened and column < 0 and indent >= 0 and 0 <= page.stream.indent(kept[-1][0]) < indent:
            column = indent
        if 0 <= column <= indent:
            nested = True
            continue
        column = -1
        if sign != inside:
            inside = ""
            kept.append((start, end))
    return kept, nested


def _begins_item(text: str, place: int) -> bool:
    """Whether what stands behind a dash inside a line opens as an item of a list does."""
    return opens_statement(text, place) or opens_deed(text, place) or opens_small(text, place)


def _shape(page: Page, spans: list[tuple[int, int, str]]) -> list[Item]:
    """Return the items cut to their text; the last one keeps no more lines than the others."""
    *others, (start, _, number) = spans
    items = [finish(page, *span, marked=True) for span in others]
    items.append(finish(page, start, _last_end(page, spans), number, marked=True))
    kept = [item for item in items if item]
    if len(kept) > 2:
        last = cut_extra(page.text, page.starts, [(item.start, item.end) for item in kept])
        kept[-1] = Item(*last, kept[-1].number)
    return kept


def _last_end(page: Page, spans: list[tuple[int, int, str]]) -> int:
    """Return where the last item ends: a list's end has no mark of its own."""
    start, end, _ = spans[-1]
    allowed = max((_paragraphs(page, a, b) for a, b, _ in spans[:-1]), default=1)
    seen = 1
    for first, _last in cut_sentences(page.starts, start, end)[1:]:
        if page.text[first - 1] == "\n" and not _BULLET.match(page.text, first):
            seen += 1
        if seen > max(allowed, 1):
            return first
    return end


def _paragraphs(page: Page, start: int, end: int) -> int:
    return 1 + sum(
        page.text[first - 1] == "\n" and not _BULLET.match(page.text, first)
        for first, _ in cut_sentences(page.starts, start, end)[1:]
        if first < end
    )


def finish(page: Page, start: int, end: int, number: str, *, marked: bool = False) -> Item | None:
    """Return an item cut to its text, or None where it is none: an instruction, a lead-in.

    One that a number or bullet marks may be as short as "Contract law".
    """
    start, end = trim(page.text, start, min(end, start + _LONGEST))
    start = behind_marked_title(page.text, start)
    start, end = cut_tail(page.text, page.starts, (start, end))
    start, end = cut_lead_in(page.text, page.starts, (start, end))
    if len(page.text[start:end].split()) < (_SHORTEST - marked) or is_lead_in(
        page.text, start, end
    ):
        return None
    if instructs(page.text, start, end) or asks_eligibility(page.text, start, end):
        return None
    return Item(start, end, number)
