"""The items of a list under a heading: numbered, with bullets, or plain statements."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sesbank.posting.numbering import find_sequence
from sesbank.posting.openings import (
    INSIDE,
    asks_on,
    behind_topic,
    opens_prompt,
    opens_small,
    opens_statement,
    refers_back,
)
from sesbank.posting.page import Page
from sesbank.posting.sentences import cut_sentences
from sesbank.posting.stock import (
    asks_eligibility,
    cut_extra,
    cut_tail,
    demands,
    instructs,
    is_lead_in,
    is_stock,
    trim,
)

_BULLET = re.compile(
    r"(?:•|(?<=\n)(?:[-*]|o(?= ))|(?<=[.;:] )(?:[-*]|o)(?= [A-Z])"
    r"|(?<=[;:] )-(?= [a-z]))[ \n]?(?=\S)",
)
_GENERAL = re.compile(
    r"\b(?:considered|eligible|qualified|rated|this (?:position|announcement)|the position"
    r"|areas?|technical|qualifications?|competenc(?:y|ies)|following|below|listed|each|these"
    r"|resumes?|(?:EC|[MP]?T)Qs?)\b"
)
"""Words of a sentence that demands what a list behind it spells out."""
_LONGEST = 4000
_SHORTEST = 3
_LEAST_LINES = 3
"""Statements that stand on lines of their own before a line is taken as one."""
_LEAST_WORDS = 6
"""Words of a line that may be a statement though it opens like none; fewer are a topic."""


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
    markers = [m for m in markers if m.start < limit or opens_statement(page.text, m.end)]
    if not markers:
        return []
    edges = [*(marker.start for marker in markers[1:]), end]
    spans = []
    for marker, edge in zip(markers, edges, strict=True):
        place = bisect_left(answers, marker.end)
        stop = min(edge, answers[place]) if place < len(answers) else edge
        spans.append((marker.end, stop, marker.number))
    return _shape(page, spans)


def bulleted_items(page: Page, start: int, end: int) -> list[Item]:
    """Return the items of a list with bullets; bullets under "experience in:" are parts of one."""
    bullets = list(_BULLET.finditer(page.text, start, end))
    if len(bullets) < 2:
        return []
    lead = page.text[start : bullets[0].start()].rstrip()
    if lead.endswith(":") and any(
        opens_statement(page.text, first)
        for first, _ in cut_sentences(page.starts, start, bullets[0].start())
    ):
        return []
    edges = [*(bullet.start() for bullet in bullets[1:]), end]
    return _shape(page, [(b.end(), edge, "") for b, edge in zip(bullets, edges, strict=True)])


def plain_items(page: Page, start: int, end: int, *, near: bool = False) -> list[Item]:
    """Return the statements of ability or prompts that stand one behind the other.

    With `near` the first must stand within four sentences of the start.
    """
    spans: list[tuple[int, int, str]] = []
    skipped = 0
    for first, last in _statements(page, start, end):
        if spans and _asks_on(page, spans[-1][0], first):
            spans[-1] = (spans[-1][0], last, "")
        elif _demands(page.text, first, last, near=near):
            spans.append((first, last, ""))
        elif _opens(page.text, first) or (first == start and _introduced(page.text, first)):
            spans.append((behind_topic(page.text, first), last, ""))
        elif not spans:
            skipped += 1
            if near and skipped > 4:
                return []
        elif _ends_list(page, spans[-1], first, last):
            if not any(
                opens_statement(page.text, later)
                for later, _ in cut_sentences(page.starts, last, min(end, last + 400))
            ):
                break
            if _stands_in_list(page, spans, first, last):
                spans.append((first, last, ""))
        else:
            spans[-1] = (spans[-1][0], last, "")
    lines = _by_lines(page, spans)
    found = [item for span in lines if (item := _finish(page, *span))]
    return [
        item
        if _opens(page.text, item.start) or _introduced(page.text, item.start)
        else replace(item, sure=False)
        for item in found
    ]


def _by_lines(page: Page, spans: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return statements as lines where most have a line: what follows in it belongs to it."""
    opening = [not start or page.text[start - 1] == "\n" for start, _, _ in spans]
    if sum(opening) < _LEAST_LINES or 2 * sum(opening) <= len(spans):
        return list(spans)
    lines: list[tuple[int, int, str]] = []
    for span, opens in zip(spans, opening, strict=True):
        if opens or not lines:
            lines.append(span)
        else:
            lines[-1] = (lines[-1][0], span[1], "")
    return lines


def other_items(page: Page, start: int, end: int) -> list[Item]:
    """Return the sentences under a firm heading that are no instructions, as guesses."""
    items: list[Item] = []
    for first, last in cut_sentences(page.starts, start, end)[:12]:
        stock = is_stock(page.text, first, last) and not demands(page.text, first, last)
        if stock or is_lead_in(page.text, first, last):
            if items:
                break
            continue
        words = page.text[first:last].split()
        if len(words) < 6 or not (page.text[first].isupper() or page.text[first] in "•*-"):
            break
        span = trim(page.text, first, last)
        items.append(Item(*span, sure=False))
    return items


def _statements(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences between two offsets, run-together statements apart."""
    inside = {found.start() for found in INSIDE.finditer(page.text, start, end)}
    pieces: list[tuple[int, int]] = []
    for first, last in cut_sentences(page.starts, start, end):
        cuts = sorted(place for place in inside if first < place < last) if inside else []
        edges = [first, *cuts, last]
        pieces.extend(pairwise(edges))
    return pieces


def _ends_list(page: Page, item: tuple[int, int, str], first: int, last: int) -> bool:
    """Whether a sentence that opens no statement ends the list instead of carrying the item on."""
    prompt = opens_prompt(page.text, item[0])
    if is_stock(page.text, first, last, prompt=prompt):
        return True
    wrapped = page.text[first - 1 : first] != "\n"
    return not wrapped and page.text[first] not in "•*-("


def _opens(text: str, first: int) -> bool:
    """Whether a sentence opens a statement; on a line of its own it may do so in small letters."""
    if opens_statement(text, first):
        return True
    return text[max(first - 1, 0)] == "\n" and opens_small(text, first)


def _demands(text: str, first: int, last: int, *, near: bool) -> bool:
    """Whether a sentence under a heading demands an ability and leads to no list of them."""
    if near or not demands(text, first, last) or is_lead_in(text, first, last):
        return False
    return _GENERAL.search(text, first, last) is None


def _introduced(text: str, first: int) -> bool:
    """Whether a statement in small letters stands right behind the colon of its sentence."""
    return text[max(first - 2, 0) : first] == ": " and opens_small(text, first)


def _stands_in_list(
    page: Page, spans: Sequence[tuple[int, int, str]], first: int, last: int
) -> bool:
    """Whether a line among statements on lines of their own is one too, however it opens."""
    own_lines = all(page.text[start - 1] in "\n•" for start, _, _ in spans if start)
    words = page.text[first:last].split()
    stock = is_stock(page.text, first, last) or is_lead_in(page.text, first, last)
    return own_lines and len(words) >= _LEAST_WORDS and words[0][0].isupper() and not stock


def _asks_on(page: Page, item: int, first: int) -> bool:
    """Whether a sentence carries on with what the item before it asks."""
    if page.text[first - 1] != "\n" and refers_back(page.text, first):
        return True
    return opens_prompt(page.text, item) and asks_on(page.text, first)


def _shape(page: Page, spans: list[tuple[int, int, str]]) -> list[Item]:
    """Return the items cut to their text; the last one keeps no more lines than the others."""
    *others, (start, _, number) = spans
    items = [_finish(page, *span) for span in others]
    items.append(_finish(page, start, _last_end(page, spans), number))
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


def _finish(page: Page, start: int, end: int, number: str) -> Item | None:
    start, end = trim(page.text, start, min(end, start + _LONGEST))
    start, end = cut_tail(page.text, page.starts, (start, end))
    if len(page.text[start:end].split()) < (_SHORTEST - bool(number)) or is_lead_in(
        page.text, start, end
    ):
        return None
    if instructs(page.text, start, end) or asks_eligibility(page.text, start, end):
        return None
    return Item(start, end, number)
