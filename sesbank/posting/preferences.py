"""Statements that end as a wish: "Experience with barges is desirable", "Dutch (a plus)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.posting.openings import opens_ability
from sesbank.posting.page import Page
from sesbank.posting.sentences import cut_sentences
from sesbank.posting.stock import trim
from sesbank.posting.wish_words import IN_BRACKETS, NEEDLESS, WISHED

_HOW = (
    r"(?:(?:also|highly|strongly|very|most|especially|particularly|considered|an?|real|big) ){0,3}"
)
_CLOSING = re.compile(
    rf"(?: (?:is|are|would be|will be) {_HOW}{WISHED}(?:{NEEDLESS})?"
    rf"|(?:, | - | \(|,? \[){_HOW}{WISHED}(?:{NEEDLESS})?"
    rf"| (?:(?:highly|strongly) )?(?:preferred|desirable|a plus|{WISHED}{NEEDLESS}))"
    r"[)\]]{0,2}(?=[.;]?[ \n]|[.;]?\Z)",
    re.IGNORECASE,
)
_OPENING = re.compile(rf"{IN_BRACKETS}[:.]? ")
"""Before what is wished for in a list that marks what is required: "(Desired) Dutch"."""
_CLAUSE = re.compile(
    r"; (?=(?:and |but )?(?:[a-z-]+ ){0,3}?"
    r"(?:experience|knowledge|ability|skills?|expertise|familiarity|degree)\b)"
)
"""Before the last of several clauses that may be a wish while the first ones demand."""
_LOST_STOP = re.compile(
    r"(?<=[a-z] )(?:Registration|Certification|Experience|Knowledge|Fluency|Membership|Licensure"
    r"|Familiarity|Possession) (?=(?:as|of|in|with)\b)"
)
"""Where a wish begins behind a demand that has lost its full stop."""
_ASKED = re.compile(
    r"\b(?:what|whether|how|which|where|when|that|required|must)(?: [\w-]+){0,3}$", re.IGNORECASE
)
"""Before "is preferred" in a clause that speaks of something else: "to see which way"."""
_NEAR = 60


def parts(page: Page, start: int, end: int) -> list[tuple[int, int, bool]]:
    """Return a statement as (start, end, wished): whole, or with the wishes at its end apart."""
    marked = _OPENING.match(page.text, start, end)
    if marked:
        return [(*trim(page.text, marked.end(), end), True)]
    cut = end
    for first, last in reversed(cut_sentences(page.starts, start, end)):
        if not is_wish(page.text, first, last):
            break
        cut = first
    if cut < end:
        cut = _last_clause(page.text, cut, page.sentence(cut)[1])
    found = [(*trim(page.text, start, cut), False)] if cut > start else []
    return [*found, (*trim(page.text, cut, end), True)] if cut < end else found


def find_preferences(page: Page) -> Iterator[tuple[int, int]]:
    """Yield the sentences anywhere on a page that open as statements of ability and end so."""
    for closing in _CLOSING.finditer(page.text):
        start, end = trim(page.text, *page.sentence(closing.start()))
        if opens_ability(page.text, start) and is_wish(page.text, start, end):
            yield start, end


def is_wish(text: str, start: int, end: int) -> bool:
    """Whether a sentence says at its end that what it names is wished for and no more."""
    start, end = trim(text, start, end)
    for closing in _CLOSING.finditer(text, max(start, end - 2 * _NEAR), end):
        if closing.end() + 1 >= end:
            return not _ASKED.search(text, max(start, closing.start() - _NEAR), closing.start())
    return False


def _last_clause(text: str, start: int, end: int) -> int:
    """Return where the wish begins in a sentence whose first clauses demand something."""
    clauses = [found.end() for found in _CLAUSE.finditer(text, start, end)]
    clauses += [found.start() for found in _LOST_STOP.finditer(text, start + 1, end)]
    return max(clauses, default=start)
