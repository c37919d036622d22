"""How a story tells of the situations a question asks about, as evidence with both quotes."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from sesbank.domain.evidence import ReasonKind
from sesbank.matching.demands import Demand
from sesbank.matching.phrases import Hit
from sesbank.matching.pieces import Piece
from sesbank.matching.situations import KIN, how_far_told, kin_of
from sesbank.matching.story_index import PartIndex, StoryIndex

SHOWN = 3
"""How many phrases are shown for one situation."""


class _Told(NamedTuple):
    weight: float
    part: str
    hit: Hit[str]


def situation_pieces(
    demand: Demand, index: StoryIndex, parts: Sequence[PartIndex]
) -> Iterator[Piece]:
    """Yield how a story tells of the situations asked about, by its strongest phrases."""
    for name, (value, first, last) in demand.situations.items():
        told = _told(name, parts, demand.concepts)
        weight = sum(one.weight for one in told)
        worth = value * how_far_told(weight) * _prominence(name, weight, parts)
        shown = told[:SHOWN]
        total = sum(one.weight for one in shown)
        for one in shown:
            points = worth * index.restraint * one.weight / total
            place = (one.hit.first, one.hit.last, first, last)
            yield Piece(ReasonKind.SYNONYM, one.part, *place, points, name)


def _told(situation: str, parts: Sequence[PartIndex], asked: Container[str]) -> list[_Told]:
    """Return the different phrases by which a story tells of a situation, the strongest first.

    Concepts asked for by themselves count as such already.
    """
    near = [concept for concept in kin_of(situation) if concept not in asked]
    found: dict[tuple[str, ...], _Told] = {}
    for part in parts:
        for hit in part.situations:
            if hit.phrase.label == situation:
                found.setdefault(hit.phrase.stems, _Told(hit.phrase.weight, part.name, hit))
        for hit in part.concepts:
            if hit.phrase.label in near:
                found.setdefault(hit.phrase.stems, _Told(KIN, part.name, hit))
    return sorted(found.values(), key=lambda told: -told.weight)


def _prominence(situation: str, told: float, parts: Sequence[PartIndex]) -> float:
    """Return what a situation counts in a story that may tell more of another, 0 to 1.

    A story that touches every situation is about none. The root, since one story often tells two
    in full. Situations told by one and the same concept are no others: who lets somebody go tells
    of a poor worker.
    """
    kin = kin_of(situation)
    others: dict[str, dict[tuple[str, ...], float]] = {}
    for part in parts:
        for hit in part.situations:
            if hit.phrase.label != situation and kin.isdisjoint(kin_of(hit.phrase.label)):
                weights = others.setdefault(hit.phrase.label, {})
                weights[hit.phrase.stems] = hit.phrase.weight
    most = max((sum(weights.values()) for weights in others.values()), default=0.0)
    return float(min(1.0, told / most) ** 0.5) if most else 1.0
