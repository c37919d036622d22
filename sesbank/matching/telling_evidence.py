"""Telling evidence: whether what connects a story with a demand says anything.

"Office" and "staff" stand in nearly every story, so sharing one of them connects nothing, however
few others the bank holds. Two of them side by side do: "staff through the change".
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from sesbank.domain.evidence import Place, Reason, ReasonKind
from sesbank.matching.common_words import weight
from sesbank.matching.concepts import concept_phrases
from sesbank.matching.cuebook import LEAST_SAID
from sesbank.matching.stems import stems_of

SIDE_BY_SIDE = 30
"""How many characters may stand between two words that are said together."""


def say_something(reasons: Iterable[Reason]) -> bool:
    """Return whether evidence holds a telling word, or two usual ones side by side."""
    found = list(reasons)
    return any(map(_tells, found)) or any(
        _near(a, b)
        for one, other in combinations(found, 2)
        for a in one.places
        for b in other.places
    )


def _tells(reason: Reason) -> bool:
    """Return whether a reason tells by itself.

    What shows a competency, what vectors place together and what the person said of a story was
    held against more than the words of one place.
    """
    if reason.kind in (ReasonKind.WORDS, ReasonKind.STEM) or concept_phrases(reason.note):
        return max(_told(reason.asked), _told(reason.said)) >= LEAST_SAID
    return True


def _told(text: str) -> float:
    return sum(weight(stem) for stem in dict.fromkeys(stems_of(text)))


def _near(one: Place, other: Place) -> bool:
    first, second = sorted((one, other), key=lambda place: place.start)
    return one.part == other.part and 0 <= second.start - first.end <= SIDE_BY_SIDE
