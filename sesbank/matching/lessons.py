"""Lessons: how known questions are worded, as counted; what wording is weighed by.

What the shipped questions teach is shipped too (`data/wording.txt`): to read two thousand of them
takes a third of a second, and the first answer after a start would wait for it. With questions
of one's own everything is counted anew, at first use.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeAlias

from sesbank.domain.framework import KnownQuestion
from sesbank.matching.concepts import concept_book
from sesbank.matching.stems import Term, read_terms

FILE = "wording.txt"
SITUATIONS = "situation_wording.txt"
"""The same of the questions that ask for situations."""

Shares: TypeAlias = dict[str, float]
"""Part of a score by class."""


class Trait(NamedTuple):
    """Something said: a stem, two stems in a row, or a concept; with the terms that say it."""

    key: str
    first: int
    last: int


class Lesson:
    """What questions of known classes say, counted, each as a bag of its traits of length 1."""

    def __init__(
        self,
        classes: Sequence[str | None],
        holders: Mapping[str, Sequence[int] | str],
        *,
        lengths: Sequence[float] | None = None,
    ) -> None:
        """`classes` by question, None for those left out; `holders` by trait: the questions that
        have it, in order, or a line of the steps from one to the next.
        """
        self._classes = classes
        self._holders = holders
        self._held: dict[str, list[int]] = {}
        self._every = sum(name is not None for name in classes)
        if lengths is not None:
            self.lengths = lengths

    def rarity(self, key: str) -> float:
        """Return what a trait weighs: more the fewer questions have it; 0 when none has."""
        return self._rare(len(self._holding(key)))

    def mass(self, key: str) -> Shares:
        """Return how much a trait is said in the questions of each class."""
        holding, parts = self._holding(key), Shares()
        rarity = self._rare(len(holding))
        for number in holding:
            name = self._classes[number] or ""
            parts[name] = parts.get(name, 0.0) + rarity / self.lengths[number]
        return parts

    @cached_property
    def kinds(self) -> int:
        """How many different traits the questions have."""
        return sum(1 for key in self._holders if self._holding(key))

    @cached_property
    def totals(self) -> Shares:
        """How much is said in the questions of each class together."""
        sums = Shares()
        for key in self._holders:
            for name, value in self.mass(key).items():
                sums[name] = sums.get(name, 0.0) + value
        return dict(sorted(sums.items()))

    @cached_property
    def lengths(self) -> Sequence[float]:
        """How long the bag of each question is before it is scaled."""
        squares = [0.0] * len(self._classes)
        for key in sorted(self._holders):
            holding = self._holding(key)
            square = self._rare(len(holding)) ** 2
            for number in holding:
                squares[number] += square
        return [math.sqrt(value) for value in squares]

    def _rare(self, count: int) -> float:
        return math.log((1 + self._every) / (1 + count)) + 1 if count else 0.0

    def _holding(self, key: str) -> list[int]:
        """Return the questions that have a trait and belong to a class.

        Kept for those that some question has: while one types, the same words come with every key.
        """
        if key in self._held or key not in self._holders:
            return self._held.get(key, [])
        found = self._holders[key]
        numbers = accumulate(map(int, found.split())) if isinstance(found, str) else found
        held = [number for number in numbers if self._classes[number] is not None]
        return self._held.setdefault(key, held)


def learn(
    questions: Iterable[KnownQuestion], class_of: Callable[[KnownQuestion], str | None]
) -> Lesson:
    """Return what questions teach; `class_of` says which class one belongs to, None: to none."""
    labelled = [(class_of(question), question.text) for question in questions]
    told = [(name, text) for name, text in labelled if name is not None]
    return Lesson([name for name, _ in told], holders_of(text for _, text in told))


def holders_of(texts: Iterable[str]) -> dict[str, list[int]]:
    """Return by trait the numbers of the texts that have it, in order."""
    holders: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        for key in _keys(text):
            holders.setdefault(key, []).append(number)
    return holders


@lru_cache(maxsize=10_000)
def _keys(text: str) -> tuple[str, ...]:
    """Return the traits of a known question, in a fixed order, so that sums come out the same."""
    return tuple(sorted({trait.key for trait in _traits(read_terms(text))}))


@lru_cache(maxsize=8)
def traits(terms: tuple[Term, ...]) -> tuple[Trait, ...]:
    """Return what a text says: every stem, every two with nothing between them, every concept.

    Kept for a moment: a question is held against several lessons, one after the other.
    """
    return tuple(_traits(terms))


def _traits(terms: Sequence[Term]) -> Iterator[Trait]:
    for number, term in enumerate(terms):
        yield Trait(term.stem, number, number)
    for number, (one, other) in enumerate(pairwise(terms)):
        if one.run == other.run:
            yield Trait(f"{one.stem} {other.stem}", number, number + 1)
    for hit in concept_book().find(terms):
        yield Trait(f"#{hit.phrase.label}", hit.first, hit.last)


@lru_cache(maxsize=2)
def shipped_lessons(file: str = FILE) -> dict[str, Lesson]:
    """Return what the shipped questions teach, by name of the lesson ("opm-2025 ecq").

    The file has a block a lesson (its name, its kinds of traits, its totals; then the class and
    length of each question), and after the blocks the traits with the questions that have them.
    """
    text = files("sesbank.matching").joinpath(f"data/{file}").read_text(encoding="utf-8")
    _, *blocks, said = text.split("\n\n")
    lines = (line.partition("\t") for line in said.split("\n"))
    holders = {key: steps for key, _, steps in lines}
    return dict(_read_lesson(block, holders) for block in blocks)


def _read_lesson(block: str, holders: Mapping[str, str]) -> tuple[str, Lesson]:
    head, *lines = block.split("\n")
    name, kinds, *totals = head.split("\t")
    rows = [line.partition(" ") for line in lines]
    lesson = Lesson(
        [None if label == "-" else label for label, _, _ in rows],
        holders,
        lengths=[float(length or 0) for _, _, length in rows],
    )
    lesson.kinds = int(kinds)
    lesson.totals = {label: float(v) for label, _, v in (t.partition(" ") for t in totals)}
    return name, lesson
