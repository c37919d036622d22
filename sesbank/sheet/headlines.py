"""Headlines: how large a change a clause of a result tells, "from 74,000 to 31,000"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import pairwise

from sesbank.domain.figure_places import amount
from sesbank.domain.figures import FigureKind, FigureSpan, find_figures
from sesbank.sheet.clauses import CUT_MARK, Clause

_SOFTLY = r"(?:(?:about|almost|nearly|roughly|an?|the|estimated|only|just|over|under|some) )*"
_WORDS = r"(?:[ ,]+[a-z-]+){0,4}?,?"
_FROM = re.compile(rf"\bfrom {_SOFTLY}$", re.IGNORECASE)
_TO = re.compile(rf"{_WORDS} (?:down |up )?to {_SOFTLY}", re.IGNORECASE)
_TO_FIRST = re.compile(rf"\bto {_SOFTLY}$", re.IGNORECASE)
_FROM_SECOND = re.compile(rf"{_WORDS} from {_SOFTLY}", re.IGNORECASE)
_INSTEAD = re.compile(
    rf"{_WORDS} \(?(?:instead of|rather than|in place of|against|versus|vs\.?|compared (?:with|to)"
    rf"|down from|up from) {_SOFTLY}",
    re.IGNORECASE,
)

_TOLD = 1.5
"""What a change is worth beside a figure that stands alone."""
_HALF_TOLD = 0.5
"""What it costs that the cue ends before the second figure of its change."""
_OF_ITS_MATTER = 0.4
"""What each power of ten of what changed is worth: millions before hundreds."""
_USUAL_MATTER = 2.0
"""The powers of ten of percentages and of time: their numbers do not say how much is at stake."""
_OF_ITS_SIZE = 0.1
"""What the change itself is worth, by its ratio: it decides between like matters."""
_LATER = 0.3
"""What a sentence further on costs a change: people say the most important result first."""


def headline_worth(clause: Clause) -> float:
    """Return what the largest change of a clause is worth, 0 without one.

    Of a change that is too long for a cue the first figure must be there.
    """
    told = clause.text.removesuffix(CUT_MARK)
    found = [
        _worth(one, other) - (_HALF_TOLD if other.end > len(told) else 0.0)
        for one, other in _changes(told + clause.rest)
        if one.end <= len(told)
    ]
    return max(found) - _LATER * min(clause.order, 2) if found else 0.0


def _changes(text: str) -> Iterator[tuple[FigureSpan, FigureSpan]]:
    """Yield the figures that a change goes between."""
    for one, other in pairwise(find_figures(text)):
        before, between = text[: one.start], text[one.end : other.start]
        if (
            (_FROM.search(before) and _TO.fullmatch(between))
            or (_TO_FIRST.search(before) and _FROM_SECOND.fullmatch(between))
            or _INSTEAD.fullmatch(between)
        ):
            yield one, other


def _worth(one: FigureSpan, other: FigureSpan) -> float:
    sizes = [float(amount(each.text)[1]) for each in (one, other)]
    usual = {one.kind, other.kind} & {FigureKind.CHANGE, FigureKind.TIME}
    matter = _USUAL_MATTER if usual else min(math.log10(max(*sizes, 1.0)), 10.0)
    ratio = abs(math.log(max(sizes) / max(min(sizes), max(sizes) / 20))) if max(sizes) > 0 else 0.0
    return _TOLD + _OF_ITS_MATTER * matter + _OF_ITS_SIZE * ratio
