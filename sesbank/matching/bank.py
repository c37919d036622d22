"""The bank as matching sees it: an index a story, and how rare each word is in it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from sesbank.domain.story import Story
from sesbank.matching.competencies import read_story
from sesbank.matching.indexing import StoryIndex, content_of, index_story
from sesbank.matching.nets import Nets

_OWN_RARITY = 0.65
"""How much of a word's weight the bank may take away when every story has it."""

_SMALL_BANK = 8
"""At this many stories the bank's own rarity counts half."""


class BankIndex:
    """Keeps an index a story by its content; an edit reads one story anew."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Story, StoryIndex]] = {}
        self._holders: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._kept)

    def update(self, stories: Sequence[Story], nets: Nets) -> list[tuple[Story, StoryIndex]]:
        """Bring the bank to these stories and return them with their indexes, in order."""
        present: dict[str, tuple[Story, StoryIndex]] = {}
        for story in stories:
            if story.id in present:
                continue
            kept = self._kept.get(story.id)
            if kept is None or kept[0] is not story:
                kept = (story, self._index(story, kept))
            present[story.id] = kept
        if len(present) != len(self._kept) or present.keys() != self._kept.keys():
            for gone in self._kept.keys() - present.keys():
                self._holders.subtract(self._kept[gone][1].stems)
        self._kept = present
        for _, index in present.values():
            read_story(index, nets)
        return list(present.values())

    def _index(self, story: Story, kept: tuple[Story, StoryIndex] | None) -> StoryIndex:
        content = content_of(story)
        if kept is not None:
            if kept[1].content == content:
                return kept[1]
            self._holders.subtract(kept[1].stems)
        index = index_story(content)
        self._holders.update(index.stems)
        return index

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
