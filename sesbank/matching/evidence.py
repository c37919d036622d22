"""Evidence: the pieces that connect one story with one demand, each with both sides.

Only the strongest pieces count, so that the score is the sum of what the person can see.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from sesbank.domain.evidence import Reason, ReasonKind
from sesbank.domain.story import Story
from sesbank.matching.asked_text import is_name, naming
from sesbank.matching.competencies import competency_pieces
from sesbank.matching.demands import Demand
from sesbank.matching.meaning import Meaning
from sesbank.matching.nets import Nets
from sesbank.matching.own_word import OwnWord
from sesbank.matching.phrases import Hit
from sesbank.matching.pieces import Piece, word_pieces
from sesbank.matching.repeats import repeats
from sesbank.matching.situations_told import situation_pieces
from sesbank.matching.story_index import HEADED, PartIndex, StoryIndex, breadth, read_parts

SHOWN = 8
"""How many reasons a match has at most."""

WAYS_SHOWN = 2
"""How many phrases are shown for one concept."""

_PLACES = 6
"""Points are rounded to so many decimals, so that their sum is the score exactly."""

_LEAST = 0.006
"""Pieces worth less are left out: they would only be clutter."""

_Found: TypeAlias = tuple[Reason, Piece | None]
"""A reason with the piece of the story's text it was made from; a mapping has none."""


class Signal(StrEnum):
    """What connects two texts; each can be left out, to measure what it is worth."""

    WORDS = "same words"
    STEMS = "other forms of a word"
    CONCEPTS = "other words for a thing"
    SITUATIONS = "situations"
    CUES = "competencies"
    MEANING = "word vectors"
    MAPPING = "own mappings"


_SIGNALS = {ReasonKind.WORDS: Signal.WORDS, ReasonKind.STEM: Signal.STEMS}


@dataclass(frozen=True, slots=True)
class Scales:
    """What stories are weighed with: the demand, the nets it was read by, the optional vectors."""

    demand: Demand
    nets: Nets
    meaning: Meaning | None = None
    without: frozenset[Signal] = frozenset()
    """Signals left out; only benchmarks leave any out."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What connects a story with a demand, strongest first, and what it comes to."""

    score: float
    found: tuple[_Found, ...]
    parts: tuple[PartIndex, ...]


def evidence_for(scales: Scales, story: Story, index: StoryIndex) -> Evidence | None:
    """Return the strongest evidence that a story meets a demand, None where there is none."""
    demand, parts = scales.demand, read_parts(index.content)
    by_name = {part.name: part for part in parts}
    told = list(_worded(scales, index, parts))
    if Signal.SITUATIONS not in scales.without:
        told.extend(situation_pieces(demand, index, parts))
    pieces = _capped(told, demand.shares.words)
    if Signal.CUES not in scales.without:
        pieces.extend(_capped(competency_pieces(demand, index), demand.shares.cues))
    if scales.meaning is not None and Signal.MEANING not in scales.without:
        near = scales.meaning.pieces(demand.read, index)
        pieces.extend(_capped(near, demand.shares.meaning))
    found: list[_Found] = [
        (_reason(demand, by_name[piece.part], piece), piece) for piece in _merged(pieces)
    ]
    if Signal.MAPPING not in scales.without:
        said = sum(reason.points for reason, _ in found)
        own = OwnWord(demand).reasons(story, said=said, places=_PLACES)
        found.extend((reason, None) for reason in own)
    telling = sorted((pair for pair in found if pair[0].points > _LEAST), key=_strongest_first)
    best = tuple(telling[:SHOWN])
    score = round(sum(reason.points for reason, _ in best), _PLACES)
    return Evidence(score, best, parts) if best else None


def reasons_in(evidence: Evidence, demand: Demand) -> tuple[Reason, ...]:
    """Return evidence as reasons, each with all places where the story says the same.

    To find these takes its time, so it is done for the stories that are listed only.
    """
    return tuple(_everywhere(demand, evidence))


def _strongest_first(found: _Found) -> tuple[float, int, str, int]:
    reason, _ = found
    return -reason.points, reason.asked_start, reason.part, reason.start


def _everywhere(demand: Demand, evidence: Evidence) -> Iterator[Reason]:
    taken = [place for reason, _ in evidence.found for place in reason.places]
    for reason, piece in evidence.found:
        also = repeats(piece, evidence.parts, demand.weights, taken) if piece else ()
        taken.extend(also)
        yield replace(reason, also=also)


def _capped(pieces: Iterable[Piece], share: float) -> list[Piece]:
    """Return pieces in points; a kind of evidence gives its share at most."""
    found = list(pieces)
    factor = share / max(sum(piece.points for piece in found), 1.0)
    return [piece._replace(points=piece.points * factor) for piece in found]


def _merged(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces, those with the same words on the story's side as one."""
    by_place: dict[tuple[str, int, int], Piece] = {}
    for piece in sorted(pieces, key=lambda p: -p.points):
        place = (piece.part, piece.first, piece.last)
        kept = by_place.setdefault(place, piece)
        if kept is not piece:
            note = kept.note or piece.note
            by_place[place] = kept._replace(points=kept.points + piece.points, note=note)
    yield from by_place.values()


def _worded(scales: Scales, index: StoryIndex, parts: Sequence[PartIndex]) -> Iterator[Piece]:
    """Yield the asked words a story says, and other words for those it does not say."""
    demand, met = scales.demand, set[str]()
    weights = _headed(demand.weights, index)
    for piece in word_pieces(demand.read, weights, parts):
        if _SIGNALS[piece.kind] in scales.without:
            continue
        met.update(t.stem for t in demand.read.terms[piece.asked_first : piece.asked_last + 1])
        yield piece._replace(points=piece.points * index.restraint)
    concepts = {} if Signal.CONCEPTS in scales.without else demand.concepts
    for concept, (value, first, last) in concepts.items():
        named = is_name(demand.read, first, last)
        if concept in index.concepts and (named or not naming(demand.read, first, last) & met):
            hits = _ways(concept, parts)[:WAYS_SHOWN]
            points = value * breadth(index.concepts[concept]) * index.restraint / len(hits)
            for part_name, hit in hits:
                place = (hit.first, hit.last, first, last)
                yield Piece(ReasonKind.SYNONYM, part_name, *place, points, concept)


def _headed(weights: dict[str, float], index: StoryIndex) -> dict[str, float]:
    """Return the weights of the asked words, more for those in the story's title."""
    raised = {stem: weights[stem] * HEADED for stem in index.headed if stem in weights}
    return {**weights, **raised} if raised else weights


def _ways(concept: str, parts: Sequence[PartIndex]) -> list[tuple[str, Hit[str]]]:
    """Return the different phrases by which a story speaks of a concept, each once."""
    found: dict[tuple[str, ...], tuple[str, Hit[str]]] = {}
    for part in parts:
        for hit in part.concepts:
            if hit.phrase.label == concept:
                found.setdefault(hit.phrase.stems, (part.name, hit))
    return list(found.values())


def _reason(demand: Demand, part: PartIndex, piece: Piece) -> Reason:
    start, end = part.terms[piece.first].start, part.terms[piece.last].end
    asked, asked_start, asked_end = demand.read.quote(piece.asked_first, piece.asked_last)
    said = part.text[start:end]
    same = asked.casefold() == said.casefold()
    return Reason(
        kind=ReasonKind.WORDS if same else piece.kind,
        asked=asked,
        said=said,
        part=part.name,
        start=start,
        end=end,
        points=round(piece.points, _PLACES),
        asked_start=asked_start,
        asked_end=asked_end,
        note=piece.note,
    )
