"""What kind of error a reading made, and how sure a share is when there are few cases."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

Counts = tuple[int, int, int]
"""Of one case: technical qualifications expected, returned, found."""

_ROUNDS = 1000


def interval(cases: Sequence[Counts], share: Callable[[Counts], float]) -> tuple[float, float]:
    """Return the 95% bootstrap interval of a share over cases drawn anew; the same each time."""
    chance = random.Random(20261125)
    drawn = []
    for _ in range(_ROUNDS):
        sample = chance.choices(cases, k=len(cases))
        expected, returned, found = (sum(column) for column in zip(*sample, strict=True))
        drawn.append(share((expected, returned, found)))
    drawn.sort()
    return drawn[int(0.025 * _ROUNDS)], drawn[int(0.975 * _ROUNDS) - 1]


def recall(counts: Counts) -> float:
    """Return the share of what was expected that was found."""
    return counts[2] / counts[0] if counts[0] else 1.0


def precision(counts: Counts) -> float:
    """Return the share of what was returned that was expected."""
    return counts[2] / counts[1] if counts[1] else 1.0


def kind_of_missed(text: str, returned: Sequence[str], others: Sequence[str]) -> str:
    """Return what became of a technical qualification that was not found as such."""
    words = _words(text)
    if any(_inside(words, _words(other)) for other in others):
        return "taken for another kind"
    if any(_inside(words, _words(other)) for other in returned):
        return "run together with another"
    if any(_inside(_words(other), words) for other in returned):
        return "cut short or in pieces"
    return "not seen"


def kind_of_wrong(text: str, expected: Sequence[str]) -> str:
    """Return what a text is that was wrongly returned as a technical qualification."""
    words = _words(text)
    if any(_inside(words, _words(other)) or _inside(_words(other), words) for other in expected):
        return "wrong edges"
    return "no qualification"


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _inside(part: str, whole: str) -> bool:
    return bool(part) and f" {part} " in f" {whole} "
