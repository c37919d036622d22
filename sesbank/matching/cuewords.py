"""Cue words: the phrases of a framework as matching compares them.

There are thousands, and most stand in two frameworks (one lends them to the other), so each is
taken apart once.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from sesbank.matching.common_words import GENERAL, weight
from sesbank.matching.concepts import concept_book
from sesbank.matching.stems import Term, read_terms, stems_of

THINGS = "cue_things.txt"
"""What the shipped cues speak of, made by benchmarks/build_cue_things.py."""

WORD_WEIGHT = 0.7
"""A cue of one word beside a phrase: phrases are harder to say by chance."""

USUAL_PHRASE_WEIGHT = 1.0
"""A phrase of usual words: "set goals"."""

EMPTY_WEIGHT = 0.25
"""A cue of empty words: "knowledge of"."""


class CueWords(NamedTuple):
    """A cue, a name or a meaning, taken apart."""

    stems: tuple[str, ...]
    worth: float
    """What its words are worth as a cue: little when all of them are usual ones."""
    words: tuple[str, ...]
    """Its distinct stems that carry something."""
    concepts: tuple[str, ...]
    """The distinct concepts it speaks of."""


@lru_cache(maxsize=20_000)
def cue_words(text: str) -> CueWords:
    """Take a phrase apart."""
    stems = stems_of(text)
    words = tuple(dict.fromkeys(filter(weight, stems)))
    things = _shipped_things().get(text)
    return CueWords(
        stems, _worth(stems), words, concepts_of(text, stems) if things is None else things
    )


def concepts_of(text: str, stems: tuple[str, ...]) -> tuple[str, ...]:
    """Return the distinct concepts that a phrase of these stems speaks of, in order."""
    book = concept_book()
    if not book.begins_with_any(stems):
        return ()
    plain = text.replace(" ", "").isalnum()  # then no punctuation parts its words
    terms = [Term(stem, 0, 0, 0) for stem in stems] if plain else read_terms(text)
    return tuple(dict.fromkeys(hit.phrase.label for hit in book.find(terms)))


@lru_cache(maxsize=1)
def _shipped_things() -> dict[str, tuple[str, ...]]:
    """Return by shipped cue the concepts it speaks of."""
    text = files("sesbank.matching").joinpath(f"data/{THINGS}").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {cue: tuple(things) for cue, *things in lines}


def _worth(stems: tuple[str, ...]) -> float:
    weights = [weight(word) for word in stems]
    if not any(weights):
        return EMPTY_WEIGHT
    usual = all(word in GENERAL or not value for word, value in zip(stems, weights, strict=True))
    if len(stems) > 1:
        return USUAL_PHRASE_WEIGHT if usual else 1.0
    return WORD_WEIGHT * (0.5 if usual else 1.0)
