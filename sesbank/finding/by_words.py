"""By words: the stories that hold every word typed, best first, by an index of those seen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import is_

from sesbank.domain.story import Story
from sesbank.finding.index import Index
from sesbank.finding.order import newest_first
from sesbank.finding.vocabulary import Vocabulary

_KEPT = 64
"""Typed words whose answers are kept while a line is being typed."""

_SPARE = 1_000
"""Superseded states of stories that may stay in the index before it is built anew."""


@dataclass(frozen=True, slots=True)
class _Hits:
    """What one typed word means in this bank."""

    words: frozenset[str]
    worths: dict[int, float]
    """By story number."""


class ByWords:
    """Keeps an index of the stories it has seen, by their identity."""

    def __init__(self) -> None:
        self._forget()

    def find(
        self, typed: Sequence[str], stories: Sequence[Story], among: Sequence[Story] | None
    ) -> tuple[list[Story], frozenset[str]]:
        """Return the stories that have all words typed and the words of the bank that were meant.

        With `among`, only those of the stories count. Raises nothing for words nobody uses.
        """
        self._take_in(stories)
        hits = [self._hits(word) for word in typed]
        lit: frozenset[str] = reduce(frozenset.union, (h.words for h in hits), frozenset())
        return self._best(hits, among), lit

    def _best(self, hits: Sequence[_Hits], among: Sequence[Story] | None) -> list[Story]:
        """Return the stories that have all words, the worthiest first, equal ones the newest."""
        rarest, *others = sorted((hit.worths for hit in hits), key=len)
        every = set(rarest).intersection(*others)
        if among is not None:
            every &= {self._numbers[id(story)] for story in among}
        total = len(self._stories)
        scores = dict.fromkeys(every, 0.0)
        for hit in hits:
            rarity = math.log(1 + total / (1 + len(hit.worths)))
            for number in every:
                scores[number] += rarity * hit.worths[number]
        found = [number for number in self._newest if number in every]
        found.sort(key=scores.__getitem__, reverse=True)
        return [self._stories[number] for number in found]

    def _hits(self, typed: str) -> _Hits:
        known = self._answers.get(typed)
        if known is None:
            meant = self._vocabulary.meant_by(typed)
            known = _Hits(frozenset(meant), self._places.worths(meant))
            if len(self._answers) >= _KEPT:
                self._answers.clear()
            self._answers[typed] = known
        return known

    def _index(self, new: Sequence[Story], stories: Sequence[Story]) -> None:
        if not new:
            return
        if len(self._stories) > 2 * len(self._ids) + _SPARE:
            self._forget()
            new = stories
        for story in new:
            if id(story) in self._numbers:
                continue
            self._numbers[id(story)] = len(self._stories)
            words = self._places.add(len(self._stories), story)
            self._stories.append(story)
            self._ids.add(story.id)
            self._vocabulary.add(words)
        self._answers.clear()

    def _forget(self) -> None:
        self._places = Index()
        self._vocabulary = Vocabulary()
        self._stories: list[Story] = []
        """By number; holding them keeps an identity from being given to another story."""
        self._numbers: dict[int, int] = {}
        self._ids: set[str] = set()
        self._given: tuple[Story, ...] = ()
        """The stories searched last."""
        self._newest: list[int] = []
        """Their numbers, those of the newest first."""
        self._answers: dict[str, _Hits] = {}

    def _take_in(self, stories: Sequence[Story]) -> None:
        """Index what is new among the stories, and keep their order; mostly nothing is new."""
        if len(stories) == len(self._given) and all(map(is_, stories, self._given)):
            return
        given = tuple(stories)
        self._index([story for story in given if id(story) not in self._numbers], given)
        numbers = (self._numbers[id(story)] for story in newest_first(given))
        self._given = given
        self._newest = list(dict.fromkeys(numbers))
