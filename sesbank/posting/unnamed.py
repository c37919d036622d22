"""Lists of what is asked that a page calls nothing, found by how their statements are built."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.guesses import possible
from sesbank.posting.items import Item, finish
from sesbank.posting.lead_ins import (
    asks_in_areas,
    is_about_eligibility,
    leads_elsewhere,
    leads_to_demands,
    makes_eligible,
    must_include_all,
    rates_on,
)
from sesbank.posting.list_openings import Opening, find_openings
from sesbank.posting.openings import opens_ability, opens_prompt, opens_small, opens_statement
from sesbank.posting.other_matter import offers_post
from sesbank.posting.page import Page
from sesbank.posting.plain import cut_statements, listed_items
from sesbank.posting.sections import may_ask
from sesbank.posting.series import is_series, mostly, opens_deed
from sesbank.posting.weighing import weighs

_CLOSED = frozenset({Mark.DUTIES, Mark.NAME, Mark.CORE, Mark.LEADERSHIP, Mark.SECTION})
"""What speaks of other things until a lead-in says otherwise."""
_WISHED = frozenset({Mark.DESIRABLE, Mark.WISH})
_RANKED = re.compile(r"(?i)ranking")
"""Factors by which those who qualify are told apart are asked of all."""
_NARRATIVE = re.compile(r"(?i)\b(?:narratives?|statements?|essays?|address|respon[ds]\w*)\b")
_APART = re.compile(r"[.;, ]{0,2}(?:and |or )?\n|;|\.? ?[•*-] ")
"""Behind an item on a line of its own, or one that a semicolon or the next bullet ends."""
_JOINT = re.compile(r"; (?:and |or )?(?=[a-z])")
_BEFORE = 500
"""Characters before a list that are searched for words of eligibility."""
_NEAR = 120
"""The same before a sentence that asks for what stands behind it."""
_REACH = 4000
"""Characters behind a first statement that are searched for its list."""
_FULL = 10
"""Words of deeds on average; fewer are said in passing."""
_FULL_LINE = 6
"""The same for deeds apart from each other."""
_TRIED = 25
_MANY = 30
"""Items that count as a try more: what has thousands asks for nothing, and takes long to read."""
_LEAST = 2
_LEAST_ALONE = 3
"""Statements of a list that nothing leads to."""


def find_unnamed_list(page: Page, anchors: Sequence[Anchor]) -> list[Item]:
    """Return the first list of statements that a page asks for and calls nothing, as guesses.

    Statements of ability need a lead-in that asks, or stand in a section on qualifications with
    nothing before them that says otherwise; deeds ("You have led …") need a lead-in, and all must
    be built alike.
    """
    firm = [anchor for anchor in anchors if anchor.firm]
    starts = [anchor.start for anchor in firm]
    tried = behind = 0
    for opening in find_openings(page):
        if opening.start < behind and not leads_to_demands(page.text, *opening.lead):
            continue
        place = bisect_right(starts, opening.start)
        edge = min([*starts[place : place + 1], len(page.text), opening.start + _REACH])
        before = firm[place - 1] if place else None
        if (before and before.end > opening.start) or not _may_ask(page, opening, before):
            continue
        tried += 1
        for listed in _lists(page, opening, edge):
            items = possible(page, listed)
            if _accepts(page, items, opening, before):
                return items
            behind = max(behind, listed[-1].end if listed else 0)
            tried += len(listed) // _MANY
        if tried >= _TRIED:
            break
    return []


def _may_ask(page: Page, opening: Opening, before: Anchor | None) -> bool:
    """Whether what leads to a list can ask for it, or nothing speaks against it."""
    if leads_to_demands(page.text, *opening.lead):
        return True
    closed = before is not None and before.mark in _CLOSED and not may_ask(page.text, before)
    return not closed and not leads_elsewhere(page.text, *opening.lead)


def _lists(page: Page, opening: Opening, end: int) -> Iterator[list[Item]]:
    yield from listed_items(page, opening.start, end)
    yield _deeds(page, opening.start, end)
    yield _clauses(page, opening.start)


def _deeds(page: Page, start: int, end: int) -> list[Item]:
    """Return the sentences that follow each other and all open with a deed."""
    items: list[Item] = []
    for first, last in cut_statements(page, start, end):
        item = finish(page, first, last, "") if opens_deed(page.text, first) else None
        if item is None:
            break
        items.append(item)
    return items


def _clauses(page: Page, start: int) -> list[Item]:
    """Return the clauses of the sentence behind a colon that semicolons part, most of them open."""
    if page.text[max(start - 2, 0) : start] != ": ":
        return []
    end = min(page.sentence(start)[1], start + _REACH)
    edges = [start, *(found.end() for found in _JOINT.finditer(page.text, start, end)), end]
    return [item for a, b in pairwise(edges) if (item := finish(page, a, b, ""))]


def _accepts(page: Page, items: Sequence[Item], opening: Opening, before: Anchor | None) -> bool:
    """Whether a list is one of qualifications."""
    if len(items) < _LEAST or items[0].start - opening.text > _BEFORE:
        return False
    start, end = items[0].start, items[-1].end
    if before and before.mark in _WISHED and not _RANKED.search(page.text, before.start, start):
        return False
    if is_about_eligibility(page.text, end) or not _is_asked(page, items, opening.lead):
        return False
    named = asks_in_areas(page.text, *opening.lead) or rates_on(page.text, *opening.lead)
    return named or weighs(page.text, opening.lead, items)


def _is_asked(page: Page, items: Sequence[Item], lead: tuple[int, int]) -> bool:
    """Whether what stands before a list asks for it, or at least says nothing else."""
    start = items[0].start
    if must_include_all(page.text, *lead):
        return _states(page, items) or _acts(page, items)
    if leads_to_demands(page.text, *lead):
        asked = not makes_eligible(page.text, max(lead[0] - _NEAR, 0), start, grades=False)
        return asked and (
            _states(page, items, first=not rates_on(page.text, *lead))
            or _acts(page, items)
            or _prompts(page, items, lead)
            or asks_in_areas(page.text, *lead)
        )
    if makes_eligible(page.text, max(start - _BEFORE, 0), start):
        return False
    return len(items) >= _LEAST_ALONE and offers_post(page.text) and _states(page, items)


def _states(page: Page, items: Sequence[Item], *, first: bool = True) -> bool:
    """Whether the first and most other items open as statements of ability do."""
    return mostly(
        [
            opens_ability(page.text, item.start)
            or opens_small(page.text, item.start)
            or (opens_statement(page.text, item.start) and not opens_prompt(page.text, item.start))
            for item in items
        ],
        first=first,
    )


def _prompts(page: Page, items: Sequence[Item], lead: tuple[int, int]) -> bool:
    """Whether all items ask for what a narrative is to tell, and the lead-in speaks of one."""
    if not _NARRATIVE.search(page.text, *lead):
        return False
    return all(opens_prompt(page.text, item.start) for item in items)


def _acts(page: Page, items: Sequence[Item]) -> bool:
    """Whether all items tell deeds in one and the same form."""
    words = sum(len(page.text[item.start : item.end].split()) for item in items)
    apart = all(_APART.match(page.text, item.end) for item in items[:-1])
    least = _FULL_LINE if apart else _FULL
    return words >= least * len(items) and is_series(page.text, [item.start for item in items])
