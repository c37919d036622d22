"""Wording: what the words of a question say of its ECQ, learnt from the question bank.

Complement naive Bayes (Rennie et al., "Tackling the poor assumptions of naive Bayes text
classifiers", ICML 2003) over stems, pairs of neighbouring stems and concepts. It hears what no cue
list foresaw ("held" and "accountable" together), and is added to the cues at a small weight:
alone, either is right about as often; together more often than both.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from sesbank.domain.framework import KnownQuestion, Probe
from sesbank.matching.concepts import concept_book
from sesbank.matching.stems import Term, read_terms

SMOOTHING = 0.3
"""Added to every count, so that what was seen once decides nothing."""

Shares = dict[str, float]
"""Part of a score by class."""


class Trait(NamedTuple):
    """Something said: a stem, two stems in a row, or a concept; with the terms that say it."""

    key: str
    first: int
    last: int


class Wording:
    """How questions about each class are worded. Learns at first use.

    `class_of` says which class a known question belongs to; None leaves it out.
    """

    def __init__(
        self, questions: Iterable[KnownQuestion], class_of: Callable[[KnownQuestion], str | None]
    ) -> None:
        self._questions = tuple(questions)
        self._class_of = class_of
        self._weights: dict[str, Shares] = {}

    def scores(self, terms: Sequence[Term]) -> Shares:
        """Return how much the words speak for each class, around 0; empty when they say nothing."""
        scores: Shares = {}
        for _, shares in self.shares(terms):
            for name, share in shares.items():
                scores[name] = scores.get(name, 0.0) + share
        return scores

    def shares(self, terms: Sequence[Term]) -> list[tuple[Trait, Shares]]:
        """Return each known trait's exact part of the scores, in the order they are said."""
        said = {trait.key: trait for trait in reversed(list(traits(terms)))}
        bag = _bag(sorted(said), self._rarity)
        found = [
            (said[key], {name: value * part for name, part in self._weight(key).items()})
            for key, value in bag.items()
        ]
        return sorted(found, key=lambda pair: (pair[0].first, pair[0].key))

    @cached_property
    def _labelled(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        labelled = ((self._class_of(question), question.text) for question in self._questions)
        return tuple((name, _keys(text)) for name, text in labelled if name is not None)

    @cached_property
    def _rarity(self) -> dict[str, float]:
        seen = Counter(key for _, keys in self._labelled for key in keys)
        every = len(self._labelled)
        return {key: math.log((1 + every) / (1 + count)) + 1 for key, count in seen.items()}

    @cached_property
    def _mass(self) -> dict[str, Shares]:
        """How much each trait was said in the questions of each class."""
        mass: dict[str, Shares] = {}
        for name, keys in self._labelled:
            for key, value in _bag(keys, self._rarity).items():
                parts = mass.setdefault(key, {})
                parts[name] = parts.get(name, 0.0) + value
        return mass

    @cached_property
    def _totals(self) -> dict[str, float]:
        """What was said in all questions but those of each class."""
        by_class: dict[str, float] = {}
        for parts in self._mass.values():
            for name, value in parts.items():
                by_class[name] = by_class.get(name, 0.0) + value
        every = sum(by_class.values()) + SMOOTHING * len(self._rarity)
        return {name: every - by_class[name] for name in sorted(by_class)}

    def _weight(self, key: str) -> Shares:
        """Return how much a trait speaks for each class, centred over the classes."""
        if key not in self._weights:
            mass = self._mass[key]
            whole = sum(mass.values()) + SMOOTHING
            parts = {
                name: -math.log((whole - mass.get(name, 0.0)) / rest)
                for name, rest in self._totals.items()
            }
            mean = sum(parts.values()) / len(parts)
            self._weights[key] = {name: value - mean for name, value in parts.items()}
        return self._weights[key]


def traits(terms: Sequence[Term]) -> Iterator[Trait]:
    """Yield what a text says: every stem, every two with nothing between them, every concept."""
    for number, term in enumerate(terms):
        yield Trait(term.stem, number, number)
    for number, (one, other) in enumerate(pairwise(terms)):
        if one.run == other.run:
            yield Trait(f"{one.stem} {other.stem}", number, number + 1)
    for hit in concept_book().find(terms):
        yield Trait(f"#{hit.phrase.label}", hit.first, hit.last)


@lru_cache(maxsize=10_000)
def _keys(text: str) -> tuple[str, ...]:
    """Return the traits of a known question, in a fixed order, so that sums come out the same."""
    return tuple(sorted({trait.key for trait in traits(read_terms(text))}))


def _bag(keys: Iterable[str], rarity: dict[str, float]) -> dict[str, float]:
    """Return the known traits with their rarity, scaled to length 1."""
    bag = {key: rarity[key] for key in keys if key in rarity}
    length = math.sqrt(sum(value * value for value in bag.values()))
    return {key: value / length for key, value in bag.items()} if length else {}


def ecq_wording(framework: str, questions: Iterable[KnownQuestion]) -> Wording:
    """Return how questions about each ECQ of a framework are worded."""
    return Wording(questions, lambda question: _ecq(question.probe_in(framework)))


def competency_wording(framework: str, questions: Iterable[KnownQuestion]) -> Wording:
    """Return how questions about each competency are worded; its classes are codes."""
    return Wording(questions, lambda question: _competency(question.probe_in(framework)))


def _ecq(probe: Probe | None) -> str | None:
    return probe.ecq if probe else None


def _competency(probe: Probe | None) -> str | None:
    return probe.competency or None if probe else None
