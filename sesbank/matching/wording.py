"""Wording: what the words of a question say of its ECQ, learnt from the question bank.

Complement naive Bayes over stems (Rennie et al., "Tackling the poor assumptions of naive Bayes
text classifiers", ICML 2003). It hears what no cue list foresaw, and is added to the cues at a
small weight: alone, either is right about as often; together more often than both.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from sesbank.domain.framework import KnownQuestion
from sesbank.matching.stems import Term, read_terms

SMOOTHING = 0.3
"""Added to every count, so that a stem seen once decides nothing."""

LEAST_SEEN = 2
"""A stem must stand in this many questions to count."""


class Wording:
    """How questions about each ECQ of one framework are worded. Learns at first use."""

    def __init__(self, framework: str, questions: Iterable[KnownQuestion]) -> None:
        self._framework = framework
        self._questions = tuple(questions)

    def scores(self, terms: Iterable[Term]) -> dict[str, float]:
        """Return how much the words speak for each ECQ, around 0; empty when they say nothing."""
        scores: dict[str, float] = {}
        for shares in self.shares(terms).values():
            for ecq, share in shares.items():
                scores[ecq] = scores.get(ecq, 0.0) + share
        return scores

    def shares(self, terms: Iterable[Term]) -> dict[str, dict[str, float]]:
        """Return each known stem's exact part of the scores, by stem and ECQ."""
        bag = _bag((term.stem for term in terms), self._rarity)
        return {
            stem: {ecq: value * part for ecq, part in self._weights[stem].items()}
            for stem, value in bag.items()
        }

    @cached_property
    def _labelled(self) -> tuple[tuple[str, frozenset[str]], ...]:
        labelled: list[tuple[str, frozenset[str]]] = []
        for question in self._questions:
            probe = question.probe_in(self._framework)
            if probe is not None:
                stems = frozenset(term.stem for term in read_terms(question.text))
                labelled.append((probe.ecq, stems))
        return tuple(labelled)

    @cached_property
    def _rarity(self) -> dict[str, float]:
        seen = Counter(stem for _, stems in self._labelled for stem in stems)
        every = len(self._labelled)
        return {
            stem: math.log((1 + every) / (1 + count)) + 1
            for stem, count in seen.items()
            if count >= LEAST_SEEN
        }

    @cached_property
    def _weights(self) -> dict[str, dict[str, float]]:
        """Weight by stem and ECQ, centred over the ECQs."""
        rarity = self._rarity
        ecqs = sorted({ecq for ecq, _ in self._labelled})
        mass = {ecq: dict.fromkeys(rarity, 0.0) for ecq in ecqs}
        for ecq, stems in self._labelled:
            for stem, value in _bag(stems, rarity).items():
                mass[ecq][stem] += value
        whole = {stem: sum(mass[ecq][stem] for ecq in ecqs) for stem in rarity}
        total = sum(whole.values()) + SMOOTHING * len(rarity)
        weights: dict[str, dict[str, float]] = {stem: {} for stem in rarity}
        for ecq in ecqs:
            others = total - sum(mass[ecq].values())
            for stem in rarity:
                share = (whole[stem] - mass[ecq][stem] + SMOOTHING) / others
                weights[stem][ecq] = -math.log(share)
        return {stem: _centred(parts) for stem, parts in weights.items()}


def _bag(stems: Iterable[str], rarity: dict[str, float]) -> dict[str, float]:
    """Return the known stems with their rarity, scaled to length 1."""
    bag = {stem: rarity[stem] for stem in sorted(set(stems)) if stem in rarity}
    length = math.sqrt(sum(value * value for value in bag.values()))
    return {stem: value / length for stem, value in bag.items()} if length else {}


def _centred(parts: dict[str, float]) -> dict[str, float]:
    mean = sum(parts.values()) / len(parts)
    return {ecq: value - mean for ecq, value in parts.items()}
