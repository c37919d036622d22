"""What stands under a heading over must-haves: a marked list, lines, or sentences of demand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.blocks import LIST_MARK
from sesbank.posting.conditions import is_condition
from sesbank.posting.demands import is_called_needed, must_be
from sesbank.posting.guesses import possible
from sesbank.posting.items import Item, finish
from sesbank.posting.lead_ins import is_about_eligibility, leads_elsewhere, makes_eligible
from sesbank.posting.must_heads import MustHead, find_must_heads
from sesbank.posting.openings import opens_ability, opens_small, opens_standing
from sesbank.posting.other_matter import offers_post
from sesbank.posting.page import Page
from sesbank.posting.sentences import cut_sentences
from sesbank.posting.series import mostly, opens_deed
from sesbank.posting.stock import trim
from sesbank.posting.wording import opens_core

_LEAST_WORDS = 12
"""Words on average of sentences that ask for more than what makes one eligible."""
_ALL_OF = re.compile(r"(?i)\b(?:all|each|both|every one) (?:of )?(?:the )?(?:following|these)\b")
_LINE_END = re.compile(r"\n|(?<=[.;]) (?=[A-Z]{1,2}\d{1,2}[.):]? [A-Z])")
_CLAUSE_END = re.compile(r"\n|(?<=;)(?: and| or)? (?=[A-Z][a-z])|(?<=:) (?=[A-Z][a-z]+ing\b)")
"""Where a line ends, or ended before its break was lost."""
_REACH = 4000
_MOST_BEFORE = 2
"""Lines between a heading and its list."""
_LEAST = 2


def find_must_haves(page: Page, anchors: Sequence[Anchor]) -> list[Item]:
    """Return what stands under the headings over must-haves of a posting, as guesses.

    Each section must have two statements at least of which most open as abilities or deeds.
    """
    if not offers_post(page.text):
        return []
    heads = list(find_must_heads(page.text))
    edges = sorted(
        [a.start for a in anchors if a.firm and a.mark not in (Mark.LABEL, Mark.ANSWER)]
        + [head.start for head in heads]
        + [len(page.text)]
    )
    found: list[Item] = []
    for head in heads:
        end = min(edges[bisect_left(edges, head.end)], head.end + _REACH)
        found.extend(_under(page, head, end))
    return found


def _under(page: Page, head: MustHead, end: int) -> list[Item]:
    """Return the statements under one heading, none where it is about eligibility."""
    text = page.text
    if leads_elsewhere(text, head.start, head.end) and head.kind != "technical":
        return []
    if makes_eligible(text, head.end, end, grades=False) or is_about_eligibility(text, end):
        return []
    listed = _listed(page, head, end)
    asked = [item for item in listed if not is_condition(text, item)]
    items = possible(page, asked) if 2 * len(asked) > len(listed) else []
    if len(items) >= _LEAST and (head.kind == "technical" or _able(text, items)):
        return items
    sentences = _sentences(page, head, end)
    return sentences if len(sentences) >= _LEAST else []


def _sentences(page: Page, head: MustHead, end: int) -> list[Item]:
    """Return the sentences under a heading that each demand something."""
    text = page.text
    sentences = [
        Item(*trim(text, first, last), sure=False)
        for first, last in cut_sentences(page.starts, head.end, end)
        if must_be(text, first, last)
    ]
    allowed = possible(page, [item for item in sentences if not _is_needed(text, item)])
    sentences = [item for item in sentences if item in allowed or _is_needed(text, item)]
    words = sum(len(text[item.start : item.end].split()) for item in sentences)
    said_in_passing = head.kind == "special" and words < _LEAST_WORDS * len(sentences)
    return [] if said_in_passing else sentences


def _is_needed(text: str, item: Item) -> bool:
    return is_called_needed(text, item.start, item.end)


def _lines(
    text: str, start: int, end: int, *, ends: re.Pattern[str] = _LINE_END
) -> Iterator[tuple[int, int]]:
    while start < end:
        found = ends.search(text, start, end)
        stop = found.end() if found else end
        if text[start:stop].strip():
            yield start, stop
        start = stop


def _listed(page: Page, head: MustHead, end: int) -> list[Item]:
    """Return the marked lines near a heading, or unmarked ones that a colon leads to."""
    text = page.text
    lines = list(_lines(text, head.end, end))
    marked = [bool(LIST_MARK.match(text, start)) for start, _ in lines]
    if any(marked[: _MOST_BEFORE + 1]):
        return _taken(page, lines[marked.index(True) :], marked=True)
    if head.kind == "ranked" or not lines:
        return []
    lines = list(_lines(text, head.end, end, ends=_CLAUSE_END))
    leads = text[slice(*lines[0])].rstrip().endswith(":")
    if head.kind == "special" and not (leads and _ALL_OF.search(text, *lines[0])):
        return []
    return _taken(page, lines[1:] if leads else lines, marked=False)


def _taken(page: Page, lines: Sequence[tuple[int, int]], *, marked: bool) -> list[Item]:
    """Return the lines from the first on as items, up to one that does not go on with them."""
    items: list[Item] = []
    hangs = True
    for start, end in lines:
        mark = LIST_MARK.match(page.text, start) if marked else None
        if marked and mark is None:
            break
        begin = mark.end() if mark else start
        if not marked and not (hangs or _opens(page.text, begin)):
            break
        hangs = page.text[start:end].rstrip().endswith((";", "; and", "; or"))
        number = (mark["number"] or "") if mark else ""
        if item := finish(page, begin, end, number, marked=marked):
            items.append(item)
    return items


def _opens(text: str, start: int) -> bool:
    return (
        opens_ability(text, start)
        or opens_small(text, start)
        or opens_deed(text, start)
        or opens_standing(text, start)
    )


def _able(text: str, items: Sequence[Item]) -> bool:
    core = sum(opens_core(text, item.start) for item in items)
    return core < _LEAST and mostly([_opens(text, item.start) for item in items])
