"""Finder: the stories a search line means, best first, at every key."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple

from sesbank.domain.filters import NOTHING_ASKED, Asked, Condition, Query, holds, read_query
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.finding.index import Index
from sesbank.finding.order import ORDERS, newest_first
from sesbank.finding.vocabulary import Vocabulary
from sesbank.finding.words import folded_words, forms

_KEPT = 64
"""Typed words and conditions whose answers are kept while a line is being typed."""

_SPARE = 1_000
"""Superseded states of stories that may stay in the index before it is built anew."""


class Found(NamedTuple):
    """A story that a search line means."""

    story: Story
    lit: frozenset[str] = frozenset()
    """The words of the bank that were meant, in the form in which they are compared."""

    @property
    def spans(self) -> tuple[tuple[str, int, int], ...]:
        """The words to light: part name or "title", first offset, offset behind.

        Worked out when asked for: a list shows a screen's worth of ten thousand stories.
        """
        if not self.lit:
            return ()
        texts = (("title", self.story.title), *((p, self.story.part(p)) for p in TOLD_PARTS))
        return tuple(
            (name, word.start, word.end)
            for name, text in texts
            for word in folded_words(text)
            if word.form in self.lit
        )


@dataclass(frozen=True, slots=True)
class _Hits:
    """What one typed word means in this bank."""

    words: frozenset[str]
    worths: dict[int, float]
    """By story number."""


class Finder:
    """Search as you type. Keeps an index of the stories it has seen, by their identity."""

    def __init__(self) -> None:
        self._forget()

    def find(
        self, line: str, stories: Sequence[Story], asked: Asked = NOTHING_ASKED
    ) -> tuple[Found, ...]:
        """Return the stories that meet a search line in the order it asks for.

        Every word of the line must be found in a story, in any place and order, as typed, as
        the beginning of a word, or with a slip; every condition must hold. Without words and
        without an order the newest come first.
        """
        query = read_query(line)
        kept = list(stories)
        if query.conditions:
            kept = [story for story in stories if self._meets(query, story, asked)]
        typed = list(dict.fromkeys(forms(query.words)))
        if not typed:
            return tuple(Found(story) for story in self._in_order(query, kept))
        self._index_new(stories)
        hits = [self._hits(word) for word in typed]
        lit: frozenset[str] = reduce(frozenset.union, (h.words for h in hits), frozenset())
        return tuple(Found(story, lit) for story in self._in_order(query, kept, hits))

    def _in_order(
        self, query: Query, stories: list[Story], hits: Sequence[_Hits] = ()
    ) -> list[Story]:
        scores: dict[int, float] = {}
        if hits:
            stories, scores = self._scored(stories, hits)
        if query.sort in ORDERS:
            return ORDERS[query.sort](stories)
        return sorted(newest_first(stories), key=lambda story: -scores.get(id(story), 0.0))

    def _scored(
        self, stories: list[Story], hits: Sequence[_Hits]
    ) -> tuple[list[Story], dict[int, float]]:
        """Return the stories that have all words, and the worth of each by identity."""
        total = len(self._stories)
        rarity = [math.log(1 + total / (1 + len(hit.worths))) for hit in hits]
        every = set.intersection(*(set(hit.worths) for hit in hits))
        wanted = set(map(id, stories))
        numbered = [(n, self._stories[n]) for n in every]
        found = [(n, story) for n, story in numbered if id(story) in wanted]
        pairs = list(zip(rarity, hits, strict=True))
        scores = {id(story): sum(r * hit.worths[n] for r, hit in pairs) for n, story in found}
        return [story for _, story in found], scores

    def _hits(self, typed: str) -> _Hits:
        known = self._answers.get(typed)
        if known is None:
            meant = self._vocabulary.meant_by(typed)
            known = _Hits(frozenset(meant), self._index.worths(meant))
            if len(self._answers) >= _KEPT:
                self._answers.clear()
            self._answers[typed] = known
        return known

    def _meets(self, query: Query, story: Story, asked: Asked) -> bool:
        return all(self._holds(condition, story, asked) for condition in query.conditions)

    def _holds(self, condition: Condition, story: Story, asked: Asked) -> bool:
        if condition.field == "tq":
            return holds(condition, story, asked)  # depends on the vacancies, not the story alone
        # A story never changes, so an answer stays true as long as the story is the same one;
        # it is kept beside the story, whose identity could otherwise be given to another.
        answers = self._conditions.get(condition)
        if answers is None:
            if len(self._conditions) >= _KEPT:
                self._conditions.clear()
            answers = self._conditions[condition] = {}
        known = answers.get(id(story))
        if known is None or known[0] is not story:
            known = answers[id(story)] = (story, holds(condition, story))
        return known[1]

    def _index_new(self, stories: Sequence[Story]) -> None:
        new = [story for story in stories if id(story) not in self._numbers]
        if not new:
            return
        if len(self._stories) > 2 * len(self._ids) + _SPARE:
            self._forget()
            new = list(stories)
        for story in new:
            if id(story) in self._numbers:
                continue
            self._numbers[id(story)] = len(self._stories)
            words = self._index.add(len(self._stories), story)
            self._stories.append(story)
            self._ids.add(story.id)
            self._vocabulary.add(words)
        self._answers.clear()

    def _forget(self) -> None:
        self._index = Index()
        self._vocabulary = Vocabulary()
        self._stories: list[Story] = []
        """By number; holding them keeps an identity from being given to another story."""
        self._numbers: dict[int, int] = {}
        self._ids: set[str] = set()
        self._answers: dict[str, _Hits] = {}
        self._conditions: dict[Condition, dict[int, tuple[Story, bool]]] = {}
