"""Wording: what the words of a question say of its ECQ, learnt from the question bank.

Complement naive Bayes (Rennie et al., "Tackling the poor assumptions of naive Bayes text
classifiers", ICML 2003) over stems, pairs of neighbouring stems and concepts. It hears what no cue
list foresaw ("held" and "accountable" together), and is added to the cues at a small weight:
alone, either is right about as often; together more often than both.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Final, TypeAlias

from sesbank.domain.framework import KnownQuestion, Probe
from sesbank.frameworks.questions import SHIPPED
from sesbank.matching.lessons import Lesson, Shares, Trait, learn, shipped_lessons, traits
from sesbank.matching.stems import Term

SMOOTHING = 0.3
"""Added to every count, so that what was seen once decides nothing."""

ClassOf: TypeAlias = Callable[[Probe | None], str | None]
"""Which class a question belongs to, by what it probes in a framework; None leaves it out."""

CLASSES: Final[dict[str, ClassOf]] = {
    "ecq": lambda probe: probe.ecq if probe else None,
    "competency": lambda probe: probe.competency or None if probe else None,
}
"""What is learnt of a framework: the classes of its ECQs, and those of its competencies."""


def lesson_name(framework: str, kind: str) -> str:
    """Return what a lesson is called where it is shipped."""
    return f"{framework} {kind}"


def lesson_of(questions: Sequence[KnownQuestion], framework: str, kind: str) -> Lesson:
    """Return what questions teach of a framework's ECQs or competencies."""
    if questions is SHIPPED:
        return shipped_lessons().get(lesson_name(framework, kind)) or Lesson((), {})
    class_of = CLASSES[kind]
    return learn(questions, lambda question: class_of(question.probe_in(framework)))


class Wording:
    """How questions of each class are worded. Learns at first use."""

    def __init__(self, lesson: Callable[[], Lesson]) -> None:
        self._learn = lesson
        self._weights: dict[str, Shares] = {}

    def scores(self, terms: tuple[Term, ...]) -> Shares:
        """Return how much the words speak for each class, around 0; empty when they say nothing."""
        return sum_of(self.shares(terms))

    def shares(self, terms: tuple[Term, ...]) -> list[tuple[Trait, Shares]]:
        """Return each known trait's exact part of the scores, in the order they are said."""
        said = {trait.key: trait for trait in reversed(traits(terms))}
        found = [
            (said[key], {name: value * part for name, part in self._weight(key).items()})
            for key, value in self._bag(sorted(said)).items()
        ]
        return sorted(found, key=lambda pair: (pair[0].first, pair[0].key))

    def _bag(self, keys: Sequence[str]) -> dict[str, float]:
        """Return the known traits with their rarity, scaled to length 1."""
        rare = ((key, self._lesson.rarity(key)) for key in keys)
        bag = {key: value for key, value in rare if value}
        length = math.sqrt(sum(value * value for value in bag.values()))
        return {key: value / length for key, value in bag.items()} if length else {}

    @cached_property
    def _lesson(self) -> Lesson:
        return self._learn()

    @cached_property
    def _others(self) -> Shares:
        """What was said in all questions but those of each class."""
        totals = self._lesson.totals
        every = sum(totals.values()) + SMOOTHING * self._lesson.kinds
        return {name: every - value for name, value in totals.items()}

    def _weight(self, key: str) -> Shares:
        """Return how much a trait speaks for each class, centred over the classes."""
        if key not in self._weights:
            mass = self._lesson.mass(key)
            whole = sum(mass.values()) + SMOOTHING
            parts = {
                name: -math.log((whole - mass.get(name, 0.0)) / rest)
                for name, rest in self._others.items()
            }
            mean = sum(parts.values()) / len(parts)
            self._weights[key] = {name: value - mean for name, value in parts.items()}
        return self._weights[key]


def sum_of(parts: Iterable[tuple[Trait, Shares]]) -> Shares:
    """Return the scores that parts of them come to."""
    scores: Shares = {}
    for _, shares in parts:
        for name, share in shares.items():
            scores[name] = scores.get(name, 0.0) + share
    return scores
