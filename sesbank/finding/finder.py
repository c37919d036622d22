"""Finder: the stories a search line means, best first, at every key."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import repeat
from operator import is_
from typing import NamedTuple

from sesbank.domain.facts import fact
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
        parts = [(name, self.story.part(name)) for name in TOLD_PARTS]
        told = (span for name, text in parts for span in self._lit(name, text))
        return (*self.title_spans, *told)

    @property
    def title_spans(self) -> tuple[tuple[str, int, int], ...]:
        """Those in the title, which are all that a list shows."""
        return tuple(self._lit("title", self.story.title))

    def _lit(self, name: str, text: str) -> Iterable[tuple[str, int, int]]:
        if not self.lit:
            return ()
        return ((name, w.start, w.end) for w in folded_words(text) if w.form in self.lit)


@fact
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
        kept = stories
        if query.conditions:
            kept = [story for story in stories if self._meets(query, story, asked)]
        typed = list(dict.fromkeys(forms(query.words)))
        if not typed:
            order = ORDERS.get(query.sort, newest_first)
            return tuple(map(Found, order(kept)))
        self._take_in(stories)
        hits = [self._hits(word) for word in typed]
        lit: frozenset[str] = reduce(frozenset.union, (h.words for h in hits), frozenset())
        best = self._best(hits, None if kept is stories else kept)
        if query.sort in ORDERS:
            best = ORDERS[query.sort](best)
        return tuple(map(Found, best, repeat(lit)))

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
        self._conditions: dict[Condition, dict[int, tuple[Story, bool]]] = {}

    def _take_in(self, stories: Sequence[Story]) -> None:
        """Index what is new among the stories, and keep their order; mostly nothing is new."""
        if len(stories) == len(self._given) and all(map(is_, stories, self._given)):
            return
        given = tuple(stories)
        self._index([story for story in given if id(story) not in self._numbers], given)
        numbers = (self._numbers[id(story)] for story in newest_first(given))
        self._given = given
        self._newest = list(dict.fromkeys(numbers))
