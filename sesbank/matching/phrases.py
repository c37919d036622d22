"""Phrase books: which known phrases a text holds, whatever their form, and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from sesbank.matching.common import EMPTY
from sesbank.matching.stems import Term

_SKIPPED = 2
"""How many words may stand inside a phrase: "resolve the conflict", "hold people accountable"."""

_JOINING = frozenset(["and", "or", "but", "to", "of", "for", "in"])
"""Words that begin something else and so end a phrase, unless the phrase has them itself."""

L = TypeVar("L")


class Phrase(NamedTuple, Generic[L]):
    """One known phrase and what it stands for."""

    stems: tuple[str, ...]
    label: L
    weight: float


class Hit(NamedTuple, Generic[L]):
    """A phrase found in a text."""

    phrase: Phrase[L]
    first: int
    """Number of its first term in the text."""
    last: int
    """Number of its last term."""


class PhraseBook(Generic[L]):
    """Finds known phrases in one pass; the longest phrase at a place wins over those inside it."""

    def __init__(self, phrases: Iterable[Phrase[L]]) -> None:
        self._by_first: dict[str, list[Phrase[L]]] = {}
        for phrase in phrases:
            if phrase.stems:
                self._by_first.setdefault(phrase.stems[0], []).append(phrase)

    def find(self, terms: Sequence[Term]) -> list[Hit[L]]:
        """Return the phrases of a text in order, without those inside a longer one."""
        found: list[Hit[L]] = []
        by_first = self._by_first
        for place, term in enumerate(terms):
            for phrase in by_first.get(term.stem, ()):
                last = _reach(phrase.stems, terms, place)
                if last >= 0:
                    found.append(Hit(phrase, place, last))
        return _outermost(found)


def _reach(stems: tuple[str, ...], terms: Sequence[Term], place: int) -> int:
    """Return where a phrase that begins at `place` ends, -1 when it does not stand there."""
    at = place
    for wanted in stems[1:]:
        at = _next(wanted, terms, at)
        if at < 0:
            return -1
    return at


def _next(wanted: str, terms: Sequence[Term], at: int) -> int:
    telling = 0
    for place in range(at + 1, min(at + 2 + _SKIPPED, len(terms))):
        if terms[place].run != terms[at].run:
            return -1
        if terms[place].stem == wanted:
            return place
        if terms[place].stem in _JOINING:
            return -1
        telling += terms[place].stem not in EMPTY
        if telling > 1:
            return -1
    return -1


def _outermost(found: list[Hit[L]]) -> list[Hit[L]]:
    kept: list[Hit[L]] = []
    reach = -1
    for hit in sorted(found, key=lambda h: (h.first, -h.last)):
        inside = hit.last <= reach and not any(
            (hit.first, hit.last) == (k.first, k.last) for k in kept[-8:]
        )
        if not inside:
            kept.append(hit)
            reach = max(reach, hit.last)
    return kept
