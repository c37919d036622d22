"""Finder: the stories a search line means, best first, at every key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from sesbank.domain.filters import NOTHING_ASKED, Asked, Condition, Query, holds, read_query
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.finding.order import ORDERS, newest_first

if TYPE_CHECKING:
    from sesbank.finding.by_words import ByWords

_KEPT = 64
"""Conditions whose answers are kept while a line is being typed."""

_SPARE = 1_000
"""Superseded states of stories whose answers may be kept beside the present ones."""


Span: TypeAlias = tuple[str, int, int]
"""Where a word stands: part name or "title", first offset, offset behind."""


class Found(NamedTuple):
    """A story that a search line means."""

    story: Story
    lit: frozenset[str] = frozenset()
    """The words of the bank that were meant, in the form in which they are compared."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words to light.

        Worked out when asked for: a list shows a screen's worth of ten thousand stories.
        """
        if not self.lit:
            return ()
        parts = [(name, self.story.part(name)) for name in TOLD_PARTS]
        told = (span for name, text in parts for span in _lit(name, text, self.lit))
        return (*self.title_spans, *told)

    @property
    def title_spans(self) -> tuple[Span, ...]:
        """Those in the title, which are all that a list shows."""
        return _lit_in_title(self.story.title, self.lit) if self.lit else ()


class Finder:
    """Search as you type. Keeps an index of the stories it has seen, by their identity."""

    def __init__(self) -> None:
        self._conditions: dict[Condition, dict[int, tuple[Story, bool]]] = {}

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
            self._forget_old(len(stories))
            kept = [story for story in stories if self._meets(query, story, asked)]
        typed = _typed(query.words)
        if not typed:
            order = ORDERS.get(query.sort, newest_first)
            return tuple(map(Found, order(kept)))
        best, lit = self._by_words.find(typed, stories, None if kept is stories else kept)
        if query.sort in ORDERS:
            best = ORDERS[query.sort](best)
        return tuple(map(Found, best, repeat(lit)))

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

    def _forget_old(self, present: int) -> None:
        most = max(map(len, self._conditions.values()), default=0)
        if most > 2 * present + _SPARE:
            self._conditions.clear()

    @cached_property
    def _by_words(self) -> ByWords:
        # The first list is shown without: nothing was typed yet.
        from sesbank.finding.by_words import ByWords

        return ByWords()


def _lit(name: str, text: str, lit: frozenset[str]) -> Iterator[Span]:
    from sesbank.finding.words import folded_words

    return ((name, w.start, w.end) for w in folded_words(text) if w.form in lit)


@lru_cache(1_000)  # The rows in sight are asked for theirs at each letter that is typed.
def _lit_in_title(title: str, lit: frozenset[str]) -> tuple[Span, ...]:
    return tuple(_lit("title", title, lit))


def _typed(words: str) -> list[str]:
    if not words:
        return []
    from sesbank.finding.words import forms

    return list(dict.fromkeys(forms(words)))
