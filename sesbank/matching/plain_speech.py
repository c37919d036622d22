"""Plain speech: the small words by which stories are told, their many forms taken as one.

"I had been wrong", "I was wrong" and "we were wrong" tell the same, and so do "rang her" and
"called them". Lists of how people tell things need each way only once (`data/small_words.txt`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from sesbank.matching.phrases import Hit, L, PhraseBook
from sesbank.matching.stems import Term, stem


class Spoken(NamedTuple):
    """A text in plain speech."""

    terms: tuple[Term, ...]
    places: tuple[int, ...]
    """For each the number it has among the terms as written."""


def spoken(terms: Sequence[Term]) -> Spoken:
    """Return the terms of a text as plain speech has them."""
    forms = _forms()
    said: list[Term] = []
    places: list[int] = []
    for number, term in enumerate(terms):
        known = forms.get(term[0])
        if known is None:
            said.append(term)
            places.append(number)
            continue
        for word in known:
            said.append(Term(word, *term[1:]))
            places.append(number)
    return Spoken(tuple(said), tuple(places))


def spoken_stems(stems: Iterable[str]) -> tuple[str, ...]:
    """Return the stems of a phrase as plain speech has them."""
    forms = _forms()
    return tuple(word for stem_ in stems for word in forms.get(stem_, (stem_,)))


def written_stems(phrase: Iterable[str]) -> tuple[str, ...]:
    """Return those stems of a phrase in plain speech that a text has as they are."""
    small = _small()
    return tuple(stem_ for stem_ in phrase if stem_ not in small)


def find_spoken(book: PhraseBook[L], terms: Sequence[Term], *, apart: bool) -> list[Hit[L]]:
    """Return the phrases of a book in plain speech, with their places in the text as written."""
    said, places = spoken(terms)
    return [
        Hit(hit.phrase, places[hit.first], places[hit.last])
        for hit in book.find(said, strict=True, apart=apart)
    ]


@lru_cache(maxsize=1)
def _forms() -> dict[str, tuple[str, ...]]:
    """Return by stem what plain speech has in its place: one word, several or none."""
    text = files("sesbank.matching").joinpath("data/small_words.txt").read_text(encoding="utf-8")
    forms: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        words, colon, variants = line.partition(": ")
        if not colon or line.startswith("#"):
            continue
        plain = () if words == "-" else tuple(words.split())
        forms.update({stem(variant): plain for variant in variants.split()})
    return forms


@lru_cache(maxsize=1)
def _small() -> frozenset[str]:
    return frozenset(word for plain in _forms().values() for word in plain)
