"""Vocabulary: every word the stories use, and those a typed word may mean."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

EXACT = 1.0
"""Worth of a word that stands in the story as typed."""
PREFIX = 0.7
"""Worth of a word that begins with what was typed."""
TYPO = 0.2
"""Worth of a word one slip away; even in a title less than a true word in the text."""
PREFIX_TYPO = 0.1
"""Worth of a word whose beginning is one slip away."""

LONGEST_TYPO = 60
"""Letters of the longest word in which a slip is looked for: the longest in use have 45."""

ALWAYS_TYPO = 5
"""From this many letters on, slips are looked for even where the word itself is known."""
LAST_RESORT_TYPO = 4
"""From this many letters on, slips are looked for where nothing else is found."""
TWO_TYPOS = 9
"""From this many letters on, a whole word may be two slips away."""

_LAST = "\U0010ffff"


class Vocabulary:
    """The words of a bank in the form in which they are compared."""

    def __init__(self) -> None:
        self._words: set[str] = set()
        self._sorted: list[str] = []
        self._by_length: dict[int, list[str]] = {}
        self._beginnings: dict[int, dict[str, list[str]]] = {}

    def add(self, words: Iterable[str]) -> None:
        """Take in words."""
        before = len(self._words)
        self._words.update(words)
        if len(self._words) != before:
            self._sorted = []
            self._by_length = {}
            self._beginnings = {}

    def meant_by(self, typed: str) -> dict[str, float]:
        """Return the words `typed` may mean, finished or not, each with its worth (0 to 1)."""
        found = dict.fromkeys(self._beginning_with(typed), PREFIX)
        if typed in self._words:
            found[typed] = EXACT
        if not typed or any(c.isdigit() for c in typed):
            return found  # a number one digit off is another number, not a slip
        if len(typed) > LONGEST_TYPO:
            return found  # no word, and comparing it would take minutes
        if len(typed) >= ALWAYS_TYPO or (len(typed) >= LAST_RESORT_TYPO and not found):
            for word, worth in self._near(typed):
                found[word] = max(worth, found.get(word, 0.0))
        return found

    def _beginning_with(self, start: str) -> Sequence[str]:
        if not self._sorted:
            self._sorted = sorted(self._words)
        words = self._sorted
        return words[bisect_left(words, start) : bisect_left(words, start + _LAST)]

    def _near(self, typed: str) -> Iterator[tuple[str, float]]:
        slips = 2 if len(typed) >= TWO_TYPOS else 1
        for length in range(len(typed) - 1, len(typed) + 2):
            beginnings = self._of_length(length)
            for beginning in _within(typed, list(beginnings), slips=1):
                for word in beginnings[beginning]:
                    yield word, TYPO if len(word) == length else PREFIX_TYPO
        if slips == 2:
            for length in range(len(typed) - 2, len(typed) + 3):
                for word in _within(typed, self._whole(length), slips=2):
                    yield word, TYPO

    def _of_length(self, length: int) -> dict[str, list[str]]:
        """Return the beginnings of this length, each with the words that begin so."""
        if length not in self._beginnings:
            table: defaultdict[str, list[str]] = defaultdict(list)
            for word in self._words:
                if len(word) >= length:
                    table[word[:length]].append(word)
            self._beginnings[length] = dict(table)
        return self._beginnings[length]

    def _whole(self, length: int) -> list[str]:
        if not self._by_length:
            table: defaultdict[int, list[str]] = defaultdict(list)
            for word in self._words:
                table[len(word)].append(word)
            self._by_length = dict(table)
        return self._by_length.get(length, [])


def _within(typed: str, choices: list[str], *, slips: int) -> list[str]:
    """Return the choices at most so many slips away; two letters swapped count as one slip."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near = process.extract(typed, choices, scorer=OSA.distance, score_cutoff=slips, limit=None)
    return [choice for choice, _, _ in near]
