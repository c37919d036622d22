"""Statements without numbers or bullets: one behind the other, in lines or run together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from sesbank.posting.demands import demanded, demands
from sesbank.posting.items import Item, bulleted_items, finish, numbered_items
from sesbank.posting.openings import (
    INSIDE,
    asks_on,
    behind_topic,
    opens_ability,
    opens_claim,
    opens_credential,
    opens_prompt,
    opens_small,
    opens_statement,
    refers_back,
)
from sesbank.posting.page import Page
from sesbank.posting.phrases import is_phrase
from sesbank.posting.preferences import is_wish
from sesbank.posting.runs import find_runs
from sesbank.posting.sentences import cut_sentences
from sesbank.posting.stock import cut_extra, is_lead_in, is_stock, trim

_GENERAL = re.compile(
    r"\b(?:considered|eligible|qualified|rated|this (?:position|announcement)|the position"
    r"|areas?|technical|qualifications?|competenc(?:y|ies)|following|below|listed|each|these"
    r"|resumes?|(?:EC|[MP]?T)Qs?)\b"
)
"""Words of a sentence that demands what a list behind it spells out."""
_INTRODUCES = re.compile(
    r"(?:: |\b(?:have|possess|demonstrate|show) |\b(?:namely|that is|i\.e\.),? )$"
)
_CLAUSE = re.compile(
    r"; (?:and |or )?(?=[a-z])|, (?:and |or )?(?=that (?:you|they|(?:the )?(?:applicant"
    r"|candidate)))"
)
_LISTED_ON = re.compile(r"[;,] (?:and )?$")
_FEW = 2
"""With more statements than these, the last keeps no more sentences than the others have."""
_LOOKED_BACK = 12
"""Statements looked back at; all of them would cost too much where there are thousands."""
_FAR = 4
"""Sentences before the first statement that a mention leads to."""
_REACH = 400
"""Characters behind an end in which a further statement shows that it is none."""
_LEAST_WORDS = 6
"""Words of a line that may be a statement though it opens like none; fewer are a topic."""


_LEAST_ON_LINE = 4
"""The same for a line below such a line."""


class _Span(NamedTuple):
    """A statement while it is being put together."""

    start: int
    end: int
    by_place: bool = False
    """Whether only its line among others tells that it is one."""


def listed_items(page: Page, start: int, end: int) -> Iterator[list[Item]]:
    """Yield the list near a place in each way it may be marked: numbers, bullets, nothing."""
    yield numbered_items(page, start, end)
    yield bulleted_items(page, start, end)
    yield plain_items(page, start, end, near=True)


def plain_items(page: Page, start: int, end: int, *, near: bool = False) -> list[Item]:
    """Return the statements of ability or prompts that stand one behind the other.

    With `near` the first must stand within four sentences of the start.
    """
    pieces = cut_statements(page, start, end)
    runs = find_runs(page, [first for first, _ in pieces if _opens(page.text, first)])
    spans = _collect(page, pieces, runs, near=near)
    found = [item for span in spans if (item := finish(page, span.start, span.end, ""))]
    if len(found) > _FEW:
        last = cut_extra(page.text, page.starts, [(item.start, item.end) for item in found])
        found[-1] = replace(found[-1], end=last[1])
    joints = sorted(runs)
    return [
        item if _is_sure(page.text, item, joints) else replace(item, sure=False) for item in found
    ]


def _collect(
    page: Page, pieces: Sequence[tuple[int, int]], runs: frozenset[int], *, near: bool
) -> list[_Span]:
    """Return the pieces that state or ask something, each with what carries it on."""
    spans: list[_Span] = []
    skipped = 0
    for place, (first, last) in enumerate(pieces):
        if spans and (first in runs or _carries_on(page, spans[-1], first)):
            spans[-1] = spans[-1]._replace(end=last)
        elif _states(page.text, first, last, first_piece=place == 0, near=near):
            if not spans and opens_statement(page.text, first):
                spans.extend(_before_first(page.text, pieces[:place], firm=not near))
            spans.append(_Span(behind_topic(page.text, first), last))
        elif not spans:
            skipped += 1
            if near and skipped > _FAR:
                return []
        elif _ends_list(page, spans[-1].start, first, last):
            if not _goes_on(page, last, pieces[-1][1]):
                break
            if _stands_in_list(page, spans, first, last):
                spans.append(_Span(first, last, by_place=True))
        else:
            spans[-1] = spans[-1]._replace(end=last)
    return spans


def _before_first(text: str, pieces: Sequence[tuple[int, int]], *, firm: bool) -> Iterator[_Span]:
    """Yield what stands between a lead-in and the first statement, where a phrase opens it.

    It is an item too, though it opens with no word of ability: "International standing as …".
    """
    led = firm
    for first, last in pieces:
        led = led or ":" in text[max(first - 3, 0) : first]
        if led and is_phrase(text, first, last):
            yield _Span(first, pieces[-1][1], by_place=True)
            return
        led = is_lead_in(text, first, last) or is_stock(text, first, last)


def _states(text: str, first: int, last: int, *, first_piece: bool, near: bool) -> bool:
    """Whether a piece opens a statement of its own."""
    if _demands(text, first, last, near=near) or _opens(text, first):
        return True
    if not first_piece or _introduced(text, first):
        return first_piece
    return not near and opens_credential(text, first) and not is_wish(text, first, last)


def _goes_on(page: Page, last: int, end: int) -> bool:
    """Whether a further statement stands close behind what seems to end a list."""
    later = cut_sentences(page.starts, last, min(end, last + _REACH))
    return any(
        opens_statement(page.text, a) or _demands(page.text, a, b, near=False) for a, b in later
    )


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
        line = items and page.text[first - 1] == "\n"
        least = _LEAST_ON_LINE if line else _LEAST_WORDS
        short = len(words) < least and not is_wish(page.text, first, last)
        if short or not (page.text[first].isupper() or page.text[first] in "•*-"):
            break
        span = trim(page.text, first, last)
        items.append(Item(*span, sure=False))
    return items


def cut_statements(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences between two offsets, run-together statements apart."""
    inside = [found.start() for found in INSIDE.finditer(page.text, start, end)]
    pieces: list[tuple[int, int]] = []
    for first, last in cut_sentences(page.starts, start, end):
        cuts = inside[bisect_right(inside, first) : bisect_left(inside, last)]
        cuts = cuts or _clauses(page.text, first, last)
        edges = [first, *cuts, last]
        pieces.extend(pairwise(edges))
    return pieces


def _clauses(text: str, first: int, last: int) -> list[int]:
    """Return where further clauses begin of a sentence right behind a colon, parted by semicolons.

    They count where the first goes on in small letters, or where all the others are statements.
    """
    if text[max(first - 2, 0) : first] != ": ":
        return []
    cuts = [found.end() for found in _CLAUSE.finditer(text, first, last)]
    apart = _introduced(text, first) or all(opens_small(text, cut) for cut in cuts)
    return cuts if apart else []


def _ends_list(page: Page, item: int, first: int, last: int) -> bool:
    """Whether a sentence that opens no statement ends the list instead of carrying the item on."""
    prompt = opens_prompt(page.text, item)
    if is_stock(page.text, first, last, prompt=prompt):
        return True
    wrapped = page.text[first - 1 : first] != "\n"
    return not wrapped and page.text[first] not in "•*-("


def _is_sure(text: str, item: Item, runs: Sequence[int]) -> bool:
    """Whether a statement opens like one, and no mere width of a space joined its parts."""
    if bisect_right(runs, item.start) < bisect_left(runs, item.end):
        return False
    return _opens(text, item.start) or _introduced(text, item.start)


def _opens(text: str, first: int) -> bool:
    """Whether a sentence opens a statement.

    On a line of its own and behind a semicolon it may do so in small letters.
    """
    if opens_statement(text, first) or opens_claim(text, first):
        return True
    apart = text[max(first - 1, 0)] == "\n" or _LISTED_ON.search(text, max(first - 6, 0), first)
    return bool(apart) and opens_small(text, first)


def _demands(text: str, first: int, last: int, *, near: bool) -> bool:
    """Whether a sentence under a heading demands an ability and leads to no list of them."""
    if near or not demands(text, first, last) or is_lead_in(text, first, last):
        return False
    return _GENERAL.search(text, demanded(text, first, last), last) is None


def _introduced(text: str, first: int) -> bool:
    """Whether a statement in small letters stands right behind a colon or "must have"."""
    led = _INTRODUCES.search(text, max(first - 12, 0), first)
    return led is not None and opens_small(text, first)


def _stands_in_list(page: Page, spans: Sequence[_Span], first: int, last: int) -> bool:
    """Whether a line among statements on lines of their own is one too, however it opens."""
    own_lines = all(
        page.text[span.start - 1] in "\n•" for span in spans[-_LOOKED_BACK:] if span.start
    )
    words = page.text[first:last].split()
    stock = is_stock(page.text, first, last) or is_lead_in(page.text, first, last)
    return own_lines and len(words) >= _LEAST_WORDS and words[0][0].isupper() and not stock


def _carries_on(page: Page, item: _Span, first: int) -> bool:
    """Whether a sentence carries on with what the item before it asks."""
    same_line = page.text[first - 1] != "\n"
    if same_line and (item.by_place or refers_back(page.text, first)):
        return True
    if not opens_prompt(page.text, item.start):
        return False
    if asks_on(page.text, first):
        return True
    return same_line and opens_ability(page.text, first) and not opens_prompt(page.text, first)
