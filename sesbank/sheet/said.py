"""Figures as said: which numbers of a cue the person is not sure of, or will not say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from sesbank.domain.figures import Figure, FigureState, find_figures
from sesbank.domain.text import fold

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
_UNSURE = frozenset({FigureState.ESTIMATE, FigureState.UNCONFIRMED})


def unconfirmed(text: str, figures: Iterable[Figure]) -> tuple[str, ...]:
    """Return the figures of `text`, as they stand in it, that the person could not confirm."""
    found: list[str] = []
    for figure in figures:
        if figure.state in _UNSURE:
            found += [said for said in _said(text, figure) if said not in found]
    return tuple(sorted(found, key=text.find))


def withheld(text: str, figures: Iterable[Figure]) -> tuple[str, ...]:
    """Return the figures of `text` that are known and not to be said."""
    return tuple(
        said
        for figure in figures
        if figure.state is FigureState.WITHHELD
        for said in _said(text, figure)
    )


def _said(text: str, figure: Figure) -> list[str]:
    """Return where a figure's value stands in a text: as written, or as the same amount."""
    value = figure.value.strip()
    if not value:
        return []
    whole = _as_written(text, value)
    if whole:
        return [whole]
    amounts = {_amount(span.text) for span in find_figures(value)}
    return [span.text for span in find_figures(text) if _amount(span.text) in amounts]


def _as_written(text: str, value: str) -> str:
    words = r"\s+".join(re.escape(word) for word in value.split())
    found = re.search(rf"(?<![\w.,]){words}(?![\w]|[.,]\d)", text, re.IGNORECASE)
    return found.group() if found else ""


def _amount(text: str) -> tuple[str, Decimal]:
    """Return a number in one writing: "$48M", "$48 million" and "48,000,000" dollars agree."""
    found = _PARTS.match(fold(text).replace("percentage points", "%").replace("percent", "%"))
    if not found:
        return ("", Decimal(-1))
    sign, digits, unit = found[1] or "", found[2].rstrip(","), found[3]
    number = Decimal(digits.replace(",", "")) * _SCALES.get(unit, 1)
    return (sign or ("%" if unit.startswith(("%", "point")) else ""), number.normalize())
