"""The bank as matching sees it: an index a story, and how rare each word is in it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from sesbank.domain.story import Story
from sesbank.matching.demands import Demand
from sesbank.matching.indexing import StoryIndex, content_of, index_story
from sesbank.matching.mapped import mapping_worth
from sesbank.matching.nets import Nets
from sesbank.matching.sieve import Sieve

_OWN_RARITY = 0.65
"""How much of a word's weight the bank may take away when every story has it."""

_SMALL_BANK = 8
"""At this many stories the bank's own rarity counts half."""


CLOSELY = 300
"""How many stories are read closely for one demand; a bank of so many needs no sieve."""

Indexed: TypeAlias = "tuple[Story, StoryIndex]"


class BankIndex:
    """Keeps an index a story by its content; an edit reads one story anew."""

    def __init__(self) -> None:
        self._kept: dict[str, Indexed] = {}
        self._holders: Counter[str] = Counter()
        self._sieve: Sieve | None = None

    def __len__(self) -> int:
        return len(self._kept)

    def update(self, stories: Sequence[Story]) -> None:
        """Bring the bank to these stories."""
        present: dict[str, Indexed] = {}
        for story in stories:
            kept = self._kept.get(story.id)
            if kept is None or kept[0] is not story:
                kept = (story, self._index(story, kept))
            present.setdefault(story.id, kept)
        for gone in self._kept.keys() - present.keys():
            self._forget(gone)
        self._kept = present

    def _index(self, story: Story, kept: Indexed | None) -> StoryIndex:
        content = content_of(story)
        if kept is not None:
            if kept[1].content == content:
                return kept[1]
            self._forget(story.id)
        index = index_story(content)
        self._holders.update(index.stems)
        if self._sieve is not None:
            self._sieve.put(story.id, index)
        return index

    def _forget(self, story: str) -> None:
        self._holders.subtract(self._kept[story][1].stems)
        if self._sieve is not None:
            self._sieve.drop(story)

    def get(self, story: str) -> Indexed | None:
        """Return a story with its index, None for one that is not in the bank."""
        return self._kept.get(story)

    def near(self, demand: Demand, nets: Nets) -> list[Indexed]:
        """Return the stories to read closely for a demand: all of a small bank."""
        if len(self._kept) <= CLOSELY:
            return list(self._kept.values())
        mapped = {
            story.id: demand.shares.mapping * mapping_worth(demand, story)
            for story, _ in self._kept.values()
            if story.mappings and demand.ecq
        }
        found = self._sieved().best(demand, nets, many=CLOSELY, extra=mapped)
        return [self._kept[story] for story in found]

    def _sieved(self) -> Sieve:
        """Return the sieve of the bank, made when it is first needed."""
        if self._sieve is None or self._sieve.idle > len(self._kept):
            self._sieve = Sieve()
            for story, index in self._kept.values():
                self._sieve.put(story.id, index)
        return self._sieve

    def rarity(self, stem: str) -> float:
        """Return 1 for a word no other story has, less the more stories have it.

        In a small bank nearly 1 for all: with three stories every word looks rare or common
        by chance.
        """
        count, holders = len(self._kept), self._holders[stem]
        if not count or holders <= 1:
            return 1.0
        rare = math.log1p((count - holders) / holders) / math.log(count)
        trust = count / (count + _SMALL_BANK)
        return 1.0 - _OWN_RARITY * trust * (1.0 - min(rare, 1.0))
