"""Index: which stories hold which word, and in which kind of place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import IntEnum

from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.finding.words import forms


class Place(IntEnum):
    """Kinds of places a word can stand in, the weightier the earlier."""

    TITLE = 0
    LABEL = 1
    """Tags, organisation, role."""
    TEXT = 2


WEIGHTS: Mapping[Place, float] = {Place.TITLE: 3.0, Place.LABEL: 1.2, Place.TEXT: 1.0}
"""What a hit is worth by its place. A title outweighs a text for an exact or begun word."""


class Index:
    """Inverted index over story numbers, which the finder hands out."""

    def __init__(self) -> None:
        self._postings: dict[Place, defaultdict[str, list[int]]] = {
            place: defaultdict(list) for place in Place
        }

    def add(self, number: int, story: Story) -> set[str]:
        """Take in a story under a number and return its words."""
        everything: set[str] = set()
        for place, text in _places(story):
            words = set(forms(text))
            postings = self._postings[place]
            for word in words:
                postings[word].append(number)
            everything |= words
        return everything

    def worths(self, words: Mapping[str, float]) -> dict[int, float]:
        """Return for every story that holds one of `words` the worth of its best hit."""
        hits = [
            (worth * WEIGHTS[place], postings[word])
            for place, postings in self._postings.items()
            for word, worth in words.items()
            if word in postings
        ]
        hits.sort(key=lambda hit: hit[0])
        best: dict[int, float] = {}
        for worth, numbers in hits:  # the worthiest last, so that it stays
            best.update(dict.fromkeys(numbers, worth))
        return best


def _places(story: Story) -> Iterable[tuple[Place, str]]:
    yield Place.TITLE, story.title
    yield Place.LABEL, "\n".join((*story.tags, story.organisation, story.role))
    yield Place.TEXT, "\n".join(story.part(name) for name in TOLD_PARTS)
