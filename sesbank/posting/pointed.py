"""Qualifications that a sentence points to: by their numbers, or as the competencies below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.numbering import find_sequence
from sesbank.posting.page import Page

_NUMBERS = r"(?P<first>\d{1,2})(?:(?P<joint>,| ?-| to| through| thru| and| &) ?(?P<last>\d{1,2}))?"
_POINTED = re.compile(
    rf"\b(?:items?|numbers?|nos?\.|questions?|qualifications?|requirements?|statements?) {_NUMBERS}"
    r"(?:,? (?:below|above))? (?:are|is|address(?:es)?|cover|covers|list|lists|refers? to"
    r"|concern|concerns|state|states) (?:the |your |our )?"
    r"(?P<name>(?:mandatory |professional |required |position-specific )?technical"
    r" (?:qualification|competenc|requirement))",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"\b(?:[Cc]ompetencies|[Qq]ualifications) (?:listed )?(?:below|that follow) are"
    r" (?:all )?(?:required|mandatory|essential) for this (?:position|job|post)\.?"
)
_MOST = 12
"""Numbers of a range; more are no qualifications."""
_SENTENCES = 3
"""Sentences that are followed, each through the rest of the page."""


_NEAR = 300
"""So many characters behind the sentence the list begins it speaks of."""


def find_pointed(page: Page) -> Iterator[Anchor]:
    """Yield the labels of items that a sentence calls technical qualifications by their numbers.

    "Items 6 and 7 are the mandatory technical qualifications" makes "6." and "7." of the list
    behind it labels; "The competencies below are required for this position" leads to a list.
    """
    for found in islice(_POINTED.finditer(page.text), _SENTENCES):
        wanted = _numbers(found)
        taken: set[str] = set()
        markers = find_sequence(page.text, found.end(), len(page.text))
        if " above" in found.group() or not markers or markers[0].start - found.end() > _NEAR:
            continue
        for marker in markers:
            if marker.number in wanted - taken:
                taken.add(marker.number)
                name = "MTQ" if found["name"][0] in "mMrR" else "TQ"
                yield Anchor(
                    Mark.LABEL, marker.start, marker.end, abbreviation=name, number=marker.number
                )
    for found in _BELOW.finditer(page.text):
        yield Anchor(
            Mark.TECHNICAL, found.start(), found.end(), firm=False, abbreviation="TC", sure=False
        )


def _numbers(found: re.Match[str]) -> set[str]:
    """Return the numbers that a sentence names: "6", "6 and 7", "6 through 9"."""
    first, last = int(found["first"]), int(found["last"] or found["first"])
    if found["joint"] in (",", " and", " &"):
        return {str(first), str(last)}
    return {str(number) for number in range(first, min(last, first + _MOST) + 1)}
