"""Meaning: how close a story lies to what is asked, by static word vectors.

A text's vector is the sum over its distinct telling words, so the closeness of two texts is the
sum of what each word adds, and the phrases that add most can be shown. Saying a word again or
padding with common words changes nothing. Optional: see `vectors`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

from sesbank.domain.evidence import ReasonKind
from sesbank.domain.text import word_forms
from sesbank.matching.asked_text import AskedText, read_asked
from sesbank.matching.common_words import weight
from sesbank.matching.pieces import PHRASE_WORDS, Piece
from sesbank.matching.stems import Term, stem
from sesbank.matching.story_index import PartIndex, StoryIndex, read_parts
from sesbank.matching.vectors import Vector, WordVectors

NEAREST = 3
"""How many phrases of a story are shown for its meaning."""

NOTHING = 0.25
"""Closeness (cosine) of texts that merely both speak of work; unrelated ones stay below 0.15."""

FULL = 0.60
"""Closeness at which a story says in full what is asked."""


class Window(NamedTuple):
    """A phrase and what its words add to the closeness."""

    worth: float
    part: str
    first: int
    """Number of its first term in the part."""
    last: int


class Meaning:
    """Weighs how close stories lie to a demand."""

    def __init__(self, vectors: WordVectors) -> None:
        self._vectors = vectors
        self._numpy = import_module("numpy")
        self._wanted = lru_cache(maxsize=64)(self._ask)

    def worth(self, asked: AskedText, index: StoryIndex) -> float:
        """Return how close a story lies to what is asked: 0 nothing, 1 said in full."""
        wanted, said = self._wanted(asked.text), self._story(index)
        if wanted is None or said is None:
            return 0.0
        closeness = float(said @ wanted)
        return min(max((closeness - NOTHING) / (FULL - NOTHING), 0.0), 1.0)

    def pieces(self, asked: AskedText, index: StoryIndex) -> Iterator[Piece]:
        """Yield the phrases of a story that make it close, which share its worth."""
        worth = round(self.worth(asked, index), 6)
        if not worth:
            return
        parts = read_parts(index.content)
        windows = self._nearest(parts, self._wanted(asked.text))
        total = sum(window.worth for window in windows)
        by_name = {part.name: part for part in parts}
        for window in windows:
            said = by_name[window.part].terms[window.first : window.last + 1]
            around = self._mean(by_name[window.part].text, said)
            place = self._asked_phrase(asked, around)
            yield Piece(ReasonKind.MEANING, *window[1:], *place, worth * window.worth / total)

    def _ask(self, text: str) -> Vector | None:
        asked = read_asked(text)
        return self._mean(text, [t for n, t in enumerate(asked.terms) if _tells(asked, n)])

    def _story(self, index: StoryIndex) -> Vector | None:
        """Return the vector of a story, kept with its index; an empty one has none."""
        if index.vector is None:
            words: dict[str, str] = {}
            for text in index.content:
                for word in sorted(word_forms(text)):
                    words.setdefault(stem(word), word.lower())
            total = self._sum(words[s] for s in index.stems if s in words)
            index.vector = (total,)
        return index.vector[0]

    def _mean(self, text: str, terms: Sequence[Term]) -> Vector | None:
        telling = [t for t in terms if weight(t.stem)]
        return self._sum({t.stem: _word(text, t) for t in telling}.values())

    def _sum(self, words: Iterable[str]) -> Vector | None:
        """Return the direction of some words together, None where none is known."""
        found = [v for v in map(self._vectors.word, words) if v is not None]
        if not found:
            return None
        total = self._numpy.sum(found, axis=0)
        length = float(self._numpy.linalg.norm(total))
        return total / length if length else None

    def _nearest(self, parts: Sequence[PartIndex], wanted: Vector) -> list[Window]:
        """Return the phrases that add most, none overlapping, none saying another's words."""
        windows = [w for part in parts for w in self._windows(part, wanted)]
        chosen: list[Window] = []
        said: set[str] = set()
        by_name = {part.name: part for part in parts}
        for window in sorted(windows, key=lambda w: (-w.worth, w.part, w.first)):
            stems = {
                term.stem
                for term in by_name[window.part].terms[window.first : window.last + 1]
                if weight(term.stem)
            }
            if not stems & said:
                said |= stems
                chosen.append(window)
            if len(chosen) == NEAREST:
                break
        return chosen

    def _windows(self, part: PartIndex, wanted: Vector) -> Iterator[Window]:
        telling = [n for n, term in enumerate(part.terms) if weight(term.stem)]
        worth = self._worths(part.text, part.terms, telling, wanted=wanted)
        for first, value in worth.items():
            if value > 0:
                yield _best_window(part.name, first, worth, part.terms)

    def _asked_phrase(self, asked: AskedText, said: Vector | None) -> tuple[int, int]:
        telling = [n for n in range(len(asked.terms)) if _tells(asked, n)]
        worth = self._worths(asked.text, asked.terms, telling, wanted=said)
        windows = [_best_window("", first, worth, asked.terms) for first in worth]
        best = max(windows, key=lambda w: (w.worth, -w.first))
        return best.first, best.last

    def _worths(
        self, text: str, terms: Sequence[Term], numbers: Sequence[int], *, wanted: Vector | None
    ) -> dict[int, float]:
        """Return what each of these terms adds to the closeness."""
        found = [(n, self._vectors.word(_word(text, terms[n]))) for n in numbers]
        known = [(n, vector) for n, vector in found if vector is not None]
        worth = dict.fromkeys(numbers, 0.0)
        if known and wanted is not None:
            closeness = self._numpy.stack([vector for _, vector in known]) @ wanted
            worth.update(zip((n for n, _ in known), map(float, closeness), strict=True))
        return worth


def _word(text: str, term: Term) -> str:
    return text[term.start : term.end].lower()


def _tells(asked: AskedText, number: int) -> bool:
    return number not in asked.filler and asked.terms[number].stem in asked.weights


def _best_window(part: str, first: int, worth: dict[int, float], terms: Sequence[Term]) -> Window:
    """Return the phrase from a word on that adds most, at most PHRASE_WORDS long."""
    best, total, said = Window(worth[first], part, first, first), 0.0, set[str]()
    for last in range(first, min(first + PHRASE_WORDS, len(terms))):
        if terms[last].run != terms[first].run:
            break
        if terms[last].stem in said:
            continue
        said.add(terms[last].stem)
        total += worth.get(last, 0.0)
        if last in worth and total > best.worth:
            best = Window(total, part, first, last)
    return best
