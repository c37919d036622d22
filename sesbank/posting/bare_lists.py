"""Lists of qualifications that nothing calls technical: pasted alone, or behind a lead-in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.items import Item, bulleted_items, numbered_items
from sesbank.posting.openings import opens_ability
from sesbank.posting.other_matter import speaks_of_self
from sesbank.posting.page import Page
from sesbank.posting.plain import plain_items
from sesbank.posting.wording import defines_ecq

_ENDS = frozenset({Mark.NAME, Mark.DESIRABLE, Mark.WISH})
_FIRST_WITHIN = 400
"""Characters before the first item: a title and an agency, no page of other matter."""

_OTHER = re.compile(
    r"(?i)specialized experience|one(?: full)? year|\b(?:52|fifty-two) weeks|\b(?:12|twelve) months"
    r"|\bG[SG][- ]?(?:\d{4}-)?\d|time[ -]in[ -]grade|next lower (?:grade|level)"
)
"""Before a list of what makes one eligible, which is no list of qualifications."""
_OTHER_BEHIND = re.compile(
    r"(?i)(?:52|fifty-two) weeks|next lower (?:grade|level)|time[ -]in[ -]grade"
    r"|(?:one|1)(?: full)? year of (?:this|such|specialized)"
)
_BEHIND = 300
"""Characters behind a list that are searched for the same."""

_BEFORE = 500
"""Characters before a list that are searched for it."""
_LEAD = re.compile(
    r"\b(?:[Cc]andidates?|[Aa]pplicants?|[Yy]ou(?:r (?:resume|narrative|application))?|[Ss]electee"
    r"|[Ii]ncumbent|[Ii]ndividual|[Pp]osition|[Jj]ob)\b[^.:\n]{0,80}?"
    r"\b(?:must|should|will|shall|needs? to|requires?|has|possess(?:es)?)\b[^.:\n]{0,160}:"
    r"|(?:\A|(?<=[\n.] )|(?<=\n))(?:Required |Key |Basic |Minimum |Special |Position )?"
    r"(?:Qualifications?|Knowledge, [Ss]kills,? and [Aa]bilities|KSAs?|Competenc(?:y|ies)"
    r"|[Ss]election [Cc]riteria|[Ee]valuation (?:[Cc]riteria|[Ff]actors))(?: [Rr]equired)?(?::|\n)"
    r"|(?:\A|(?<=[\n•.] )|(?<=[\n•]))(?:Must[ -][Hh]aves?|(?:What )?[Yy]ou(?:'ll| [Ww]ill)?"
    r" (?:[Nn]eed|[Bb]ring)|What [Ww]e(?:'re| [Aa]re)? [Ll]ook(?:ing)? [Ff]or"
    r"|(?:Minimum |Key |Technical )?Requirements|(?:Required|Technical) [Ss]kills)"
    r"[^:\n]{0,30}(?::|\n)"
)
"""What may lead to a list: "The candidate must have:", "Qualifications"."""
_LEADS = 25
_REACH = 4000
"""Characters behind a lead-in that are searched for its list."""
_NEAR = 300
_LEAST = 2
_MOSTLY = 0.65
"""The share of a list's items that must open as statements of ability do."""
_COVERED = 0.8
"""The share of the text from the first item to the last that the items must make up."""


def find_bare_list(page: Page, anchors: Sequence[Anchor]) -> list[Item]:
    """Return the statements of ability that a text consists of, if it is little else.

    Somebody who copies only the list leaves its heading behind. They are guesses: nothing but
    their wording says what they are.
    """
    end = next((a.start for a in anchors if a.mark in _ENDS), len(page.text))
    for items in _lists(page, end):
        if len(items) >= _LEAST and _alone(page, items):
            return items
    return []


def find_unnamed_list(page: Page, anchors: Sequence[Anchor]) -> list[Item]:
    """Return the statements of ability behind the first lead-in that has nothing else behind it.

    Guesses likewise: the page asks for them and calls them nothing.
    """
    edges = [*(anchor.start for anchor in anchors if anchor.firm), len(page.text)]
    for lead in islice(_LEAD.finditer(page.text), _LEADS):
        end = min(edges[bisect_left(edges, lead.end())], lead.end() + _REACH)
        for items in _lists(page, end, start=lead.end()):
            if len(items) >= _LEAST and _asked(page, items, lead.end()):
                return items
    return []


def _asked(page: Page, items: Sequence[Item], start: int) -> bool:
    """Whether most items are statements of ability close by, and not of eligibility."""
    first = items[0].start
    if first - start > _NEAR or _makes_eligible(page, items, max(start - _BEFORE, 0)):
        return False
    return _tell_ability(page, items)


def _makes_eligible(page: Page, items: Sequence[Item], start: int) -> bool:
    """Whether what stands before or behind a list says that it is about eligibility."""
    last = items[-1].end
    return bool(
        _OTHER.search(page.text, start, items[0].start)
        or _OTHER_BEHIND.search(page.text, last, last + _BEHIND)
    )


def _tell_ability(page: Page, items: Sequence[Item]) -> bool:
    """Whether the first and most other items open as statements of ability do.

    None may define an ECQ or be what a person says of themselves.
    """
    if any(defines_ecq(page.text, item.start, item.end) for item in items):
        return False
    if speaks_of_self(page.text, items[0].start, items[-1].end):
        return False
    opening = [opens_ability(page.text, item.start) for item in items]
    return opening[0] and sum(opening) >= _MOSTLY * len(items)


def _lists(page: Page, end: int, *, start: int = 0) -> Iterator[list[Item]]:
    yield numbered_items(page, start, end)
    yield bulleted_items(page, start, end)
    yield plain_items(page, start, end, near=True)


def _alone(page: Page, items: Sequence[Item]) -> bool:
    first, last = items[0].start, items[-1].end
    covered = sum(item.end - item.start for item in items)
    if _makes_eligible(page, items, 0):
        return False
    return (
        _tell_ability(page, items)
        and first <= _FIRST_WITHIN
        and covered >= _COVERED * (last - first)
    )
