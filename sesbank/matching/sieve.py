"""The sieve: which stories of a large bank are worth reading closely for a demand.

Reading a story closely (its phrases, what it shows) takes about a millisecond. In a bank of
thousands that is too long for an answer as you type, so the stories are first put in order by
what an inverted index of their words can tell: the words asked, and of the phrases that could
show what is asked those whose words a story has all, wherever they stand.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from heapq import nlargest

from sesbank.matching.common import weight
from sesbank.matching.concepts import concept_phrases
from sesbank.matching.demands import Demand
from sesbank.matching.indexing import TELLING_CUE, StoryIndex, breadth
from sesbank.matching.nets import Nets

FULL_CUES = 3.0
"""How many rare cues of a competency show it in full, as far as words alone can tell."""


class Sieve:
    """An inverted index of the stems of a bank. A changed story gets a new number."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._numbers: dict[str, int] = {}
        self._restraints: list[float] = []
        self._holders: dict[str, list[int]] = {}

    @property
    def idle(self) -> int:
        """How many numbers belong to stories that are gone or were changed."""
        return len(self._ids) - len(self._numbers)

    def put(self, story: str, index: StoryIndex) -> None:
        """Add a story, or renew it."""
        self.drop(story)
        number = self._numbers[story] = len(self._ids)
        self._ids.append(story)
        self._restraints.append(index.restraint)
        for stem in index.stems:
            self._holders.setdefault(stem, []).append(number)

    def drop(self, story: str) -> None:
        """Take a story out; an unknown one is none the less."""
        number = self._numbers.pop(story, None)
        if number is not None:
            self._restraints[number] = 0.0

    def best(
        self, demand: Demand, nets: Nets, *, many: int, extra: Mapping[str, float]
    ) -> list[str]:
        """Return the ids of the stories most likely to meet a demand, the likeliest first.

        `extra` is what is known of some stories beside their words: their mappings.
        """
        search = _Search(self._holders, len(self._ids), demand)
        words, cues = search.words(), search.cues(nets)
        shares = demand.shares
        sums = [
            held * (shares.words * word + shares.cues * cue)
            for held, word, cue in zip(self._restraints, words, cues, strict=True)
        ]
        for story, value in extra.items():
            if story in self._numbers:
                sums[self._numbers[story]] += value
        alive = (n for n in self._numbers.values() if sums[n] > 0)
        return [self._ids[n] for n in nlargest(many, alive, key=lambda n: (sums[n], -n))]


class _Search:
    """One question to the index: the sets it needs are made once."""

    def __init__(self, holders: Mapping[str, list[int]], size: int, demand: Demand) -> None:
        self._holders, self._size, self._demand = holders, size, demand
        self._sets: dict[str, frozenset[int]] = {}

    def words(self) -> list[float]:
        """Return by number what the asked words and other words for them come to."""
        sums = [0.0] * self._size
        for stem, value in self._demand.weights.items():
            for number in self._holders.get(stem, ()):
                sums[number] += value
        for concept, (value, first, last) in self._demand.concepts.items():
            said = self._any(term.stem for term in self._demand.read.terms[first : last + 1])
            for number in self._saying(concept_phrases(concept)) - said:
                sums[number] += value * breadth(1)
        return [min(value, 1.0) for value in sums]

    def cues(self, nets: Nets) -> list[float]:
        """Return by number how far the cues of what is probed could be said."""
        sums = [0.0] * self._size
        books = {net.framework.id: net.book for net in nets}
        for probe in self._demand.probes:
            found: dict[int, float] = {}
            for phrase in books[probe.framework].quotable(probe.home):
                saying = self._all(phrase.stems) if phrase.weight >= TELLING_CUE else frozenset()
                if saying:
                    value = min(phrase.weight, 1.0) * self._rarity(len(saying))
                    for number in saying:
                        found[number] = found.get(number, 0.0) + value
            for number, value in found.items():
                sums[number] += probe.share * min(value / FULL_CUES, 1.0)
        return [min(value, 1.0) for value in sums]

    def _rarity(self, saying: int) -> float:
        return math.log1p(self._size / saying) / math.log1p(self._size)

    def _saying(self, phrases: Iterable[tuple[str, ...]]) -> frozenset[int]:
        return frozenset[int]().union(*(self._all(stems) for stems in phrases))

    def _any(self, stems: Iterable[str]) -> frozenset[int]:
        return frozenset[int]().union(*map(self._set, stems))

    def _all(self, stems: Iterable[str]) -> frozenset[int]:
        """Return the stories that have all of these stems, those without weight aside."""
        sets = list(self._telling(stems))
        if not sets or not all(sets):
            return frozenset()
        return min(sets, key=len).intersection(*sets)

    def _telling(self, stems: Iterable[str]) -> Iterator[frozenset[int]]:
        for stem in stems:
            if weight(stem):
                yield self._set(stem)

    def _set(self, stem: str) -> frozenset[int]:
        if stem not in self._sets:
            self._sets[stem] = frozenset(self._holders.get(stem, ()))
        return self._sets[stem]
