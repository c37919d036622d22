"""Figure places: where a text says a figure, as it is written or as the same amount."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeAlias

from sesbank.domain.figures import FigureSpan, find_figures
from sesbank.domain.text import fold

Place: TypeAlias = tuple[int, int]
"""Offsets of the first character and behind the last one."""

_SCALES = {
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "million": 10**6,
    "b": 10**9,
    "billion": 10**9,
    "trillion": 10**12,
}
_PARTS = re.compile(r"([$€£])?\s*(\d[\d,]*(?:\.\d+)?)\s*([a-z%]*)", re.IGNORECASE)
_SIGN = re.compile(r"[$€£]")


def places_of(text: str, value: str) -> tuple[Place, ...]:
    """Return where a text says a figure's value, in order and apart from each other.

    A value of one number is also found in other writing: "$48M" in "$48 million". One of
    several, "41 to 19 days", is so only where it stands nowhere as written: each of its numbers
    alone may be another figure's.
    """
    value = value.strip()
    if not value:
        return ()
    figures = tuple(find_figures(text))
    written = tuple(_as_written(text, value, figures))
    numbers = [span.text for span in find_figures(value)]
    if written and len(numbers) != 1:
        return written
    amounts = {amount(number) for number in numbers}
    same = [(s.start, s.end) for s in figures if amount(s.text) in amounts]
    return tuple(_apart([*written, *same]))


def _as_written(text: str, value: str, figures: Iterable[FigureSpan]) -> Iterator[Place]:
    """Yield where the value stands whole: the 5 of "25", "5%" and "5 million" is none.

    A sign before it may be left out of the value: "48M" stands in "$48M".
    """
    words = r"\s+".join(re.escape(word) for word in value.split())
    numbers = [(span.start + bool(_SIGN.match(span.text)), span.end) for span in figures]
    for found in re.finditer(rf"(?<![\w.,]){words}(?![\w]|[.,]\d)", text, re.IGNORECASE):
        start, end = found.span()
        if not any(first < edge < last for first, last in numbers for edge in (start, end)):
            yield start, end


def _apart(places: list[Place]) -> Iterator[Place]:
    """Yield places in order; of two that overlap the first and longer one."""
    behind = 0
    for start, end in sorted(set(places), key=lambda place: (place[0], -place[1])):
        if start >= behind:
            yield start, end
            behind = end


def amount(text: str) -> tuple[str, Decimal]:
    """Return a number in one writing: "$48M", "$48 million" and "48,000,000" dollars agree."""
    found = _PARTS.match(fold(text).replace("percentage points", "%").replace("percent", "%"))
    if not found:
        return ("", Decimal(-1))
    sign, digits, unit = found[1] or "", found[2].rstrip(","), found[3]
    number = Decimal(digits.replace(",", "")) * _SCALES.get(unit, 1)
    return (sign or ("%" if unit.startswith(("%", "point")) else ""), number.normalize())
