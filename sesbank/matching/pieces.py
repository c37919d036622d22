"""Pieces of evidence before they become reasons: which terms of a part meet which asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sesbank.domain.evidence import ReasonKind
from sesbank.matching.asked_text import AskedText
from sesbank.matching.stems import Term
from sesbank.matching.story_index import PartIndex

PHRASE_WORDS = 8
"""How many words a joined phrase has at most."""

_GAP = 2
"""Hit words this far apart are joined: one word may stand between them."""


class Piece(NamedTuple):
    """Terms asked and terms said that belong together, and what they are worth."""

    kind: ReasonKind
    part: str
    first: int
    """Number of the first term in the part."""
    last: int
    asked_first: int
    """Number of the first term in what is asked."""
    asked_last: int
    points: float
    note: str = ""


class Cluster(NamedTuple):
    """Neighbouring hit words of a part."""

    part: PartIndex
    numbers: tuple[int, ...]
    """The terms that hit."""
    stems: frozenset[str]
    value: float


def clusters(weights: dict[str, float], parts: Iterable[PartIndex]) -> list[Cluster]:
    """Return the phrases of a story made of asked words, the weightiest first."""
    found = [
        _cluster(part, numbers, weights) for part in parts for numbers in _neighbours(part, weights)
    ]
    return sorted(found, key=lambda c: -c.value)


def _cluster(part: PartIndex, numbers: Sequence[int], weights: dict[str, float]) -> Cluster:
    stems = frozenset(part.stems[n] for n in numbers)
    return Cluster(part, tuple(numbers), stems, sum(weights[s] for s in sorted(stems)))


def _neighbours(part: PartIndex, weights: dict[str, float]) -> Iterator[list[int]]:
    run: list[int] = []
    for number in [n for n, stem in enumerate(part.stems) if stem in weights]:
        if run and not _joined(part.terms, run, number):
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _joined(terms: Sequence[Term], run: Sequence[int], number: int) -> bool:
    return (
        number - run[-1] <= _GAP
        and number - run[0] < PHRASE_WORDS
        and terms[number].run == terms[run[-1]].run
    )


def word_pieces(
    asked: AskedText, weights: dict[str, float], parts: Sequence[PartIndex]
) -> Iterator[Piece]:
    """Yield each asked word a story says, once, in the weightiest phrase that has it."""
    open_stems = set(weights)
    for cluster in clusters(weights, parts):
        mine = cluster.stems & open_stems
        if mine:
            open_stems -= mine
            yield from _pieces_of(cluster, mine, asked, weights)


def _pieces_of(
    cluster: Cluster, mine: Iterable[str], asked: AskedText, weights: dict[str, float]
) -> Iterator[Piece]:
    terms = cluster.part.terms
    said: dict[str, int] = {}
    for number in cluster.numbers:
        if terms[number].stem in mine:
            said.setdefault(terms[number].stem, number)
    for group in _asked_groups(asked, said):
        stems = [asked.terms[n].stem for n in group]
        places = sorted(said[stem] for stem in stems)
        same = all(
            _written(asked.text, asked.terms[n]) == _written(cluster.part.text, terms[said[stem]])
            for n, stem in zip(group, stems, strict=True)
        )
        yield Piece(
            ReasonKind.WORDS if same else ReasonKind.STEM,
            cluster.part.name,
            places[0],
            places[-1],
            group[0],
            group[-1],
            sum(weights[stem] for stem in stems),
        )


def _written(text: str, term: Term) -> str:
    return text[term.start : term.end].casefold()


def _asked_groups(asked: AskedText, stems: Iterable[str]) -> Iterator[tuple[int, ...]]:
    """Yield the asked terms of these stems, each stem once, neighbours together."""
    wanted = set(stems)
    runs: list[list[int]] = []
    for number, term in enumerate(asked.terms):
        if term.stem not in wanted or number in asked.filler:
            continue
        if runs and _joined(asked.terms, runs[-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    for run in sorted(runs, key=lambda r: -len({asked.terms[n].stem for n in r})):
        mine: list[int] = []
        for number in run:
            if asked.terms[number].stem in wanted:
                wanted.discard(asked.terms[number].stem)
                mine.append(number)
        if mine:
            yield tuple(mine)
