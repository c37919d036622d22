"""Phrase books: which known phrases a text holds, whatever their form, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from sesbank.matching.common_words import EMPTY, INNER
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


class _Branch(NamedTuple, Generic[L]):
    """What phrases may go on with after some words."""

    ending: list[Phrase[L]]
    """Those that end here."""
    further: dict[str, _Branch[L]]


class PhraseBook(Generic[L]):
    """Finds known phrases in one pass; the longest phrase at a place wins over those inside it."""

    def __init__(self, phrases: Iterable[Phrase[L]]) -> None:
        self._phrases = [phrase for phrase in phrases if phrase.stems]

    def begins_with_any(self, stems: Iterable[str]) -> bool:
        """Return whether a known phrase begins with one of these stems."""
        return not self._beginnings.keys().isdisjoint(stems)

    @cached_property
    def by_label(self) -> dict[L, list[Phrase[L]]]:
        """The phrases of each label."""
        found: dict[L, list[Phrase[L]]] = {}
        for phrase in self._phrases:
            found.setdefault(phrase.label, []).append(phrase)
        return found

    def find(
        self, terms: Sequence[Term], *, strict: bool = False, apart: bool = False
    ) -> list[Hit[L]]:
        """Return the phrases of a text in order, without those inside a longer one.

        `strict` for stories: only articles, possessives and numbers may stand inside a phrase,
        so that what is quoted shows what it is quoted for. `apart` where a phrase of one label
        is not taken for a part of another label's.
        """
        found: list[Hit[L]] = []
        if strict:
            _walk(self._tree, terms, found)
            return _outermost_each(found) if apart else _outermost(found)
        stems = [term.stem for term in terms]
        beginnings = self._beginnings
        for place in [n for n, stem in enumerate(stems) if stem in beginnings]:
            alone, seconds = beginnings[stems[place]]
            for phrase in alone:
                found.append(Hit(phrase, place, place))
            # The cheap look ahead spares nearly all places the exact one.
            if seconds and not seconds.keys().isdisjoint(stems[place + 1 : place + 2 + _SKIPPED]):
                found.extend(_longer(seconds, terms, place))
        return _outermost_each(found) if apart else _outermost(found)

    @cached_property
    def _beginnings(self) -> dict[str, _Beginning[L]]:
        """The phrases by their first word; a book that is read strictly only needs none."""
        found: dict[str, _Beginning[L]] = {}
        for phrase in self._phrases:
            first, *rest = phrase.stems
            beginning = found.get(first)
            if beginning is None:
                beginning = found[first] = _Beginning([], {})
            if rest:
                beginning.seconds.setdefault(rest[0], []).append(phrase)
            else:
                beginning.alone.append(phrase)
        return found

    @cached_property
    def _tree(self) -> _Branch[L]:
        """The phrases as a tree of their stems."""
        root: _Branch[L] = _Branch([], {})
        for phrase in self._phrases:
            branch = root
            for stem in phrase.stems:
                branch = branch.further.setdefault(stem, _Branch([], {}))
            branch.ending.append(phrase)
        return root


def _walk(tree: _Branch[L], terms: Sequence[Term], found: list[Hit[L]]) -> None:
    """Collect the phrases of a tree whose words follow each other closely."""
    stems, runs = [term[0] for term in terms], [term[3] for term in terms]

    def climb(branch: _Branch[L], first: int, at: int) -> None:
        for phrase in branch.ending:
            found.append(Hit(phrase, first, at))
        further, numbers = branch.further, 0
        # The cheap look ahead spares nearly all places the exact one.
        if not further or further.keys().isdisjoint(stems[at + 1 : at + 2 + _SKIPPED]):
            return
        for number in range(at + 1, min(at + 2 + _SKIPPED, len(stems))):
            stem = stems[number]
            if runs[number] != runs[at]:
                return
            if stem in further and stem not in stems[at + 1 : number]:
                climb(further[stem], first, number)
            if stem not in INNER:
                numbers += 1
                if numbers > 1 or not stem.isdigit():
                    return

    beginnings = tree.further
    for place, stem in enumerate(stems):
        if stem in beginnings:
            climb(beginnings[stem], place, place)


def _longer(
    seconds: dict[str, list[Phrase[L]]], terms: Sequence[Term], place: int
) -> Iterator[Hit[L]]:
    """Yield the phrases of two words and more that begin at a place."""
    tried: set[str] = set()
    for second in _following(terms, place):
        following = terms[second].stem
        if following in seconds and following not in tried:
            tried.add(following)
            for phrase in seconds[following]:
                last = _reach(phrase.stems[2:], terms, second)
                if last >= 0:
                    yield Hit(phrase, place, last)


def _reach(stems: Sequence[str], terms: Sequence[Term], at: int) -> int:
    """Return where the rest of a phrase ends, -1 when it does not stand there."""
    for wanted in stems:
        places = _following(terms, at)
        at = next((n for n in places if terms[n].stem == wanted), -1)
        if at < 0:
            return -1
    return at


def _following(terms: Sequence[Term], place: int) -> Iterator[int]:
    """Yield the terms that may come next in a phrase: a word or two may stand between."""
    run, telling = terms[place].run, 0
    for number in range(place + 1, min(place + 2 + _SKIPPED, len(terms))):
        between = terms[number].stem
        if terms[number].run != run:
            return
        yield number
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


def _outermost_each(found: list[Hit[L]]) -> list[Hit[L]]:
    by_label: dict[L, list[Hit[L]]] = {}
    for hit in found:
        by_label.setdefault(hit.phrase.label, []).append(hit)
    return [hit for hits in by_label.values() for hit in _outermost(hits)]


def says(text: str, phrase: str) -> bool:
    """Return whether a text says a phrase, its words in any inflection."""
    stems = stems_of(phrase)
    return bool(stems) and bool(PhraseBook([Phrase(stems, None, 1.0)]).find(read_terms(text)))
