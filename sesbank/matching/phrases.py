"""Phrase books: which known phrases a text holds, whatever their form, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from sesbank.matching.common import EMPTY, INNER
from sesbank.matching.stems import Term, read_terms, stems_of

_SKIPPED = 2
"""How many words may stand inside a phrase: "resolve the conflict", "hold people accountable"."""


_JOINING = frozenset(["and", "or", "but", "to", "of", "for", "in", "you", "they", "we"])
"""Words that begin something else and so end a phrase, unless the phrase has them itself: the
"positions you have managed" are no position management."""

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


class _Beginning(NamedTuple, Generic[L]):
    """The phrases that begin with one word."""

    alone: list[Phrase[L]]
    """Those of this word only."""
    seconds: dict[str, list[Phrase[L]]]
    """The longer ones, by their second word."""


class PhraseBook(Generic[L]):
    """Finds known phrases in one pass; the longest phrase at a place wins over those inside it."""

    def __init__(self, phrases: Iterable[Phrase[L]]) -> None:
        self._first: dict[str, _Beginning[L]] = {}
        self._phrases = [phrase for phrase in phrases if phrase.stems]
        for phrase in self._phrases:
            first, *rest = phrase.stems
            beginning = self._first.get(first)
            if beginning is None:
                beginning = self._first[first] = _Beginning([], {})
            if rest:
                beginning.seconds.setdefault(rest[0], []).append(phrase)
            else:
                beginning.alone.append(phrase)

    def begins_with_any(self, stems: Iterable[str]) -> bool:
        """Return whether a known phrase begins with one of these stems."""
        return not self._first.keys().isdisjoint(stems)

    @cached_property
    def by_label(self) -> dict[L, list[Phrase[L]]]:
        """The phrases of each label."""
        found: dict[L, list[Phrase[L]]] = {}
        for phrase in self._phrases:
            found.setdefault(phrase.label, []).append(phrase)
        return found

    def find(self, terms: Sequence[Term], *, strict: bool = False) -> list[Hit[L]]:
        """Return the phrases of a text in order, without those inside a longer one.

        `strict` for stories: only articles, possessives and numbers may stand inside a phrase,
        so that what is quoted shows what it is quoted for.
        """
        found: list[Hit[L]] = []
        stems = [term.stem for term in terms]
        beginnings = self._first
        for place in [n for n, stem in enumerate(stems) if stem in beginnings]:
            alone, seconds = beginnings[stems[place]]
            for phrase in alone:
                found.append(Hit(phrase, place, place))
            # The cheap look ahead spares nearly all places the exact one.
            if seconds and not seconds.keys().isdisjoint(stems[place + 1 : place + 2 + _SKIPPED]):
                found.extend(_longer(seconds, terms, place, strict=strict))
        return _outermost(found)


def _longer(
    seconds: dict[str, list[Phrase[L]]], terms: Sequence[Term], place: int, *, strict: bool
) -> Iterator[Hit[L]]:
    """Yield the phrases of two words and more that begin at a place."""
    tried: set[str] = set()
    for second in _following(terms, place, strict=strict):
        following = terms[second].stem
        if following in seconds and following not in tried:
            tried.add(following)
            for phrase in seconds[following]:
                last = _reach(phrase.stems[2:], terms, second, strict=strict)
                if last >= 0:
                    yield Hit(phrase, place, last)


def _reach(stems: Sequence[str], terms: Sequence[Term], at: int, *, strict: bool) -> int:
    """Return where the rest of a phrase ends, -1 when it does not stand there."""
    for wanted in stems:
        places = _following(terms, at, strict=strict)
        at = next((n for n in places if terms[n].stem == wanted), -1)
        if at < 0:
            return -1
    return at


def _following(terms: Sequence[Term], place: int, *, strict: bool) -> Iterator[int]:
    """Yield the terms that may come next in a phrase: a word or two may stand between."""
    run, telling = terms[place].run, 0
    for number in range(place + 1, min(place + 2 + _SKIPPED, len(terms))):
        between = terms[number].stem
        if terms[number].run != run:
            return
        yield number
        if strict and not (between in INNER or between.isdigit()):
            return
        telling += between not in EMPTY
        if telling > 1 or between in _JOINING:
            return


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


def says(text: str, phrase: str) -> bool:
    """Return whether a text says a phrase, its words in any inflection."""
    stems = stems_of(phrase)
    return bool(stems) and bool(PhraseBook([Phrase(stems, None, 1.0)]).find(read_terms(text)))
