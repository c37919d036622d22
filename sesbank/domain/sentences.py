"""Sentences of what people write: where each begins and ends, and which full stops end none."""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]

_CLOSING = r"[\"'”’»)\]]*+"
_ASKED = rf"(?<![?!])[?!]++{_CLOSING}(?=[A-Z(–—])"
"""A question with the next one right behind it: the space was lost."""
_STOP = rf"(?<![.?!])[.?!]++{_CLOSING}(?=\s|\Z)|{_ASKED}|[。！？]++[”’」』)]*+"
_LINES = re.compile(rf"{_STOP}|\n|•")
_WRAPPED = re.compile(rf"{_STOP}|\n(?=[^\S\n]*+(?:\n|[-*•–]|\(?[a-z0-9]{{1,2}}[.)]))")
_SHORTENED = re.compile(
    r"(?:\A|[\s(/])(?:[A-Za-z]|(?:[A-Za-z]\.)+[A-Za-z]|Ph\.D|LL\.[BM]|No|Nos|Inc|Corp|Co|Dr|Mr|Mrs"
    r"|Ms|St|Jr|Sr|vs|approx|est|ca|cf|Fig|Gen|Sen|Rep|Gov|Lt|Col|Capt|Dept|Sec|Pub|Fed|Reg|Ave"
    r"|Rm|Ste|Attn)\Z"
)
_LONGEST = 14
"""Characters before a stop that are looked at."""


def shortens(text: str, stop: int) -> bool:
    """Whether the full stop at an offset belongs to an abbreviation: "Dr.", "U.S.", "e.g."."""
    return text[stop] == "." and (
        _SHORTENED.search(text[max(stop - _LONGEST, 0) : stop]) is not None
    )


def sentences(text: str, *, wrapped: bool = False) -> Iterator[Span]:
    """Yield the span of each sentence or bullet of a text without the white space around it.

    A line's end is a sentence's end; in a `wrapped` text only a blank line or an item below is.
    A point inside a number, a name or an abbreviation ends none. Takes linear time.
    """
    begin = 0
    for found in (_WRAPPED if wrapped else _LINES).finditer(text):
        if text[found.start()] == "." and _goes_on(text, found):
            continue
        yield from _span(text, begin, found.end())
        begin = found.end()
    yield from _span(text, begin, len(text))


def _goes_on(text: str, found: re.Match[str]) -> bool:
    """Whether a full stop that shortens a word ends neither text nor line."""
    single = found.end() == found.start() + 1
    inside = single and text[found.end() : found.end() + 1] not in ("", "\n")
    return inside and shortens(text, found.start())


def _span(text: str, begin: int, end: int) -> Iterator[Span]:
    part = text[begin:end]
    inner = part.strip().strip("•").strip()
    if any(map(str.isalnum, inner)):
        start = begin + part.index(inner)
        yield start, start + len(inner)
