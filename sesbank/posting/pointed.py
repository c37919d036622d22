"""Qualifications that a sentence points to: by their numbers, or as those below or above it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.numbering import Marker, find_sequence, find_sequence_before
from sesbank.posting.openings import opens_statement
from sesbank.posting.page import Page

_NUMBERS = r"(?P<first>\d{1,2})(?:(?P<joint>,| ?-| to| through| thru| and| &) ?(?P<last>\d{1,2}))?"
_TECHNICAL = (
    r"(?:the |your |our |all )*(?P<name>(?:mandatory |professional |required |position-specific )?"
    r"technical (?:qualification|competenc|requirement))"
)
_POINTED = re.compile(
    rf"\b(?:items?|numbers?|nos?\.|questions?|qualifications?|requirements?|statements?) {_NUMBERS}"
    r"(?:,? (?:listed )?(?:below|above))? (?:are|is|address(?:es)?|cover|covers|list|lists"
    rf"|refers? to|concern|concerns|state|states) {_TECHNICAL}",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"(?:(?<=\n)|(?<=[.;] ))(?P<number>\d{1,2})[.)] Technical(?: (?:Expertise|Skills?|Knowledge))?"
    r"(?::| -) (?=[A-Z])"
)
"""An item of a list that has ECQs as well."""
_THINGS = r"(?:competencies|qualifications|statements|requirements|criteria|factors|items|elements)"
_NEEDED = r"(?:all )?(?:required|mandatory|essential) for this (?:position|job|post)\.?"
_BELOW = re.compile(
    rf"\b(?i:{_THINGS}) (?:listed |described )?(?:below|that follow) are (?i:{_NEEDED})"
)
_ABOVE = re.compile(
    r"\b(?:(?:the |these |all |each |both )*(?:of the )?"
    rf"(?:{_THINGS} (?:listed |described |stated )?above|(?:above|preceding|foregoing) {_THINGS}"
    r"|above) (?:are|is|constitute|form) "
    rf"(?:{_TECHNICAL}|{_NEEDED}))",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(r"(?i)\b(?:above|preceding|foregoing)\b")
_MOST = 12
"""Numbers of a range; more are no qualifications."""
_SENTENCES = 3
"""Sentences that are followed, each through the rest of the page."""
_NEAR = 300
"""So many characters behind the sentence the list begins it speaks of."""
_REACH = 4000
"""Characters before a sentence that are searched for the list above it."""
_MARKER = re.compile(r"[•*-] ?|\(?[\da-zA-Z]{1,2}[.)] ?")


def find_pointed(page: Page) -> Iterator[Anchor]:
    """Yield what makes the items technical qualifications that a sentence calls so.

    "Items 6 and 7 are the mandatory technical qualifications" makes "6." and "7." of the list
    behind it labels, and with "above" those of the list before it. "The competencies below are
    required for this position" leads to a list; "The qualifications above are …" follows one.
    """
    for found in islice(_POINTED.finditer(page.text), _SENTENCES):
        yield from _numbered(page, found)
    for found in _TOPIC.finditer(page.text):
        yield Anchor(
            Mark.LABEL, found.start(), found.end(), abbreviation="TQ", number=found["number"]
        )
    for found in _BELOW.finditer(page.text):
        yield _leading(found.start(), found.end(), sure=False)
    for begin, found in islice(_looking_back(page), _SENTENCES):
        start = _list_start(page, begin)
        if start < begin:
            yield _leading(start, start, sure=found["name"] is not None)
            yield Anchor(Mark.SECTION, begin, found.end())


def _looking_back(page: Page) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the sentences that make what stands above qualifications, with where they begin."""
    for begin, end in dict.fromkeys(
        page.sentence(word.start()) for word in _LOOKS_BACK.finditer(page.text)
    ):
        for found in _ABOVE.finditer(page.text, begin, end):
            yield begin, found


def _leading(start: int, end: int, *, sure: bool) -> Anchor:
    name = "TQ" if sure else "TC"
    return Anchor(Mark.TECHNICAL, start, end, firm=False, abbreviation=name, sure=sure)


def _numbered(page: Page, found: re.Match[str]) -> Iterator[Anchor]:
    """Yield the labels of the items a sentence names, and where the others begin."""
    wanted = _numbers(found)
    taken: set[str] = set()
    name = "MTQ" if found["name"][0] in "mMrR" else "TQ"
    for marker in _pointed_list(page, found, wanted):
        if marker.number in wanted - taken:
            taken.add(marker.number)
            yield Anchor(
                Mark.LABEL, marker.start, marker.end, abbreviation=name, number=marker.number
            )
        else:
            yield Anchor(Mark.SECTION, marker.start, marker.end)


def _pointed_list(page: Page, found: re.Match[str], wanted: set[str]) -> Sequence[Marker]:
    """Return the list that a sentence speaks of, behind it or, with "above", before it."""
    if " above" in found.group().lower():
        begin = page.sentence(found.start())[0]
        return find_sequence_before(page.text, max(begin - _REACH, 0), begin, wanted)
    markers = find_sequence(page.text, found.end(), len(page.text))
    return markers if markers and markers[0].start - found.end() <= _NEAR else ()


def _list_start(page: Page, end: int) -> int:
    """Return where the statements of ability begin that stand right before an offset, or it."""
    start = end
    places = page.starts[bisect_left(page.starts, end - _REACH) : bisect_left(page.starts, end)]
    for place in reversed(places):
        marker = _MARKER.match(page.text, place)
        if opens_statement(page.text, marker.end() if marker else place):
            start = place
        elif place == 0 or page.text[place - 1] == "\n":
            break
    listed = find_sequence_before(page.text, max(end - _REACH, 0), end, ())
    return min(start, listed[0].start) if listed and listed[-1].start >= start else start


def _numbers(found: re.Match[str]) -> set[str]:
    """Return the numbers that a sentence names: "6", "6 and 7", "6 through 9"."""
    first, last = int(found["first"]), int(found["last"] or found["first"])
    if found["joint"] in (",", " and", " &"):
        return {str(first), str(last)}
    return {str(number) for number in range(first, min(last, first + _MOST) + 1)}
