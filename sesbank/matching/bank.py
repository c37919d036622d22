"""The bank as matching sees it: an index a story, and how rare each word is in it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from sesbank.domain.story import Story
from sesbank.matching.demands import Demand
from sesbank.matching.nets import Nets
from sesbank.matching.own_word import OwnWord
from sesbank.matching.pace import Pace
from sesbank.matching.sieve import Sieve
from sesbank.matching.story_index import StoryIndex, content_of, index_story

_OWN_RARITY = 0.65
"""How much of a word's weight the bank may take away when every story has it."""

_SMALL_BANK = 8
"""At this many stories the bank's own rarity counts half."""


Indexed: TypeAlias = "tuple[Story, StoryIndex]"


class BankIndex:
    """Keeps an index a story by its content; an edit reads one story anew."""

    def __init__(self) -> None:
        self._kept: dict[str, Indexed] = {}
        self._holders: Counter[str] = Counter()
        self._sieve = Sieve()

    def __len__(self) -> int:
        return len(self._kept)

    def update(self, stories: Sequence[Story]) -> None:
        """Bring the bank to these stories; of two with the same id the first counts."""
        present: dict[str, Indexed] = {}
        for story in stories:
            if story.id in present:
                continue
            kept = self._kept.get(story.id)
            if kept is None or kept[0] is not story:
                kept = (story, self._index(story, kept))
            present[story.id] = kept
        for gone in self._kept.keys() - present.keys():
            self._forget(gone)
        self._kept = present
        if self._sieve.idle > len(present):
            self._sieve = Sieve()
            for story_id, (_, index) in present.items():
                self._sieve.put(story_id, index)

    def _index(self, story: Story, kept: Indexed | None) -> StoryIndex:
        content = content_of(story)
        if kept is not None:
            if kept[1].content == content:
                return kept[1]
            self._forget(story.id)
        index = index_story(content)
        self._holders.update(index.stems)
        self._sieve.put(story.id, index)
        return index

    def _forget(self, story: str) -> None:
        self._holders.subtract(self._kept[story][1].stems)
        self._sieve.drop(story)

    def __contains__(self, story: str) -> bool:
        return story in self._kept

    def __getitem__(self, story: str) -> Indexed:
        return self._kept[story]

    def estimates(self, demand: Demand, nets: Nets, pace: Pace) -> dict[str, float]:
        """Return by id about what each story will score, by its words and mappings."""
        found = self._sieve.estimates(demand, nets, pace)
        own = OwnWord(demand)
        for story in list(self._kept if own.counts_alone else found):
            worth = own.worth(self._kept[story][0])
            if worth:
                found[story] = found.get(story, 0.0) + worth
        return found

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
