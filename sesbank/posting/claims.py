"""Yes/no claims of questionnaires that name no qualification: guesses, for the person to confirm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.page import Page
from sesbank.posting.stock import trim

_CLAIM = re.compile(
    r"(?:(?<=[\s.)])(?P<number>\d{1,2})[.)] ?|(?<=\n)|(?<=[.:] ))"
    r"(?P<claim>I (?:have|possess|am)(?: (?:[a-z-]+,?)){0,6}? (?:experience|knowledge|skills?|expertise|the ability|skilled|experienced)"
    r"(?: [^.?!\n]{15,600}|\n)[.])",
)
_NOT = re.compile(
    r"(?i)\b(?:years? of|specialized experience|GS-?1\d|described (?:above|below|in)|do not|not have|statement|resume|read and|reviewed|this (?:position|announcement)|above)\b",
)
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim in the stream, with the number of its question."""

    start: int
    end: int
    number: str


def find_claims(page: Page, anchors: Sequence[Anchor]) -> Iterator[Claim]:
    """Yield the claims of experience that a yes/no answer follows."""
    answers = [anchor.start for anchor in anchors if anchor.mark is Mark.ANSWER]
    for match in _CLAIM.finditer(page.text):
        start, end = trim(page.text, *match.span("claim"))
        if _NOT.search(page.text, start, end):
            continue
        if any(0 <= answer - end <= _NEAR for answer in answers):
            yield Claim(start, end, match["number"] or "")
