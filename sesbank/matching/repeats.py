"""Repeats: where else a story says what a piece of evidence quotes.

Saying a thing again wins nothing, but all its places are evidence: who takes away only the one
that is quoted has not taken away the evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sesbank.domain.evidence import Place
from sesbank.matching.common_words import weight
from sesbank.matching.pieces import Piece
from sesbank.matching.stems import Term
from sesbank.matching.story_index import PartIndex

_MOST = 12
"""How many further places of one piece are told."""


def repeats(
    piece: Piece, parts: Sequence[PartIndex], asked: Iterable[str], taken: Iterable[Place]
) -> tuple[Place, ...]:
    """Return the further places of a piece in order, without those in `taken`.

    Of words that are asked each counts where it stands; other words only together.
    """
    part = next(part for part in parts if part.name == piece.part)
    said = part.terms[piece.first : piece.last + 1]
    words = {term.stem for term in said} & set(asked)
    if not words and piece.note:
        spoken = (*part.concepts, *part.situations)
        label = {h.phrase.label for h in spoken if h.phrase.label == piece.note}
        found = _concept_places(parts, label) if label else _phrase_places(parts, said)
    else:
        found = _word_places(parts, words or {t.stem for t in said if weight(t.stem)})
    closed = list(taken)
    free = (place for place in found if not any(_overlap(place, other) for other in closed))
    return tuple(free)[:_MOST]


def _word_places(parts: Iterable[PartIndex], stems: set[str]) -> Iterator[Place]:
    for part in parts:
        for term in [part.terms[n] for n, stem in enumerate(part.stems) if stem in stems]:
            yield _place(part, term, term)


def _phrase_places(parts: Iterable[PartIndex], said: Sequence[Term]) -> Iterator[Place]:
    wanted = tuple(term.stem for term in said)
    for part in parts:
        for first in [n for n, stem in enumerate(part.stems) if stem == wanted[0]]:
            if part.stems[first : first + len(wanted)] == wanted:
                yield _place(part, part.terms[first], part.terms[first + len(wanted) - 1])


def _concept_places(parts: Iterable[PartIndex], labels: set[str]) -> Iterator[Place]:
    for part in parts:
        for hit in (*part.concepts, *part.situations):
            if hit.phrase.label in labels:
                yield _place(part, part.terms[hit.first], part.terms[hit.last])


def _place(part: PartIndex, first: Term, last: Term) -> Place:
    return Place(part.text[first.start : last.end], part.name, first.start, last.end)


def _overlap(one: Place, other: Place) -> bool:
    return one.part == other.part and one.start < other.end and other.start < one.end
