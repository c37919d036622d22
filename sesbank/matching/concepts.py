"""Concepts: words that mean the same thing to an executive ("staff", "workforce")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from sesbank.matching.common_words import weight
from sesbank.matching.phrases import Phrase, PhraseBook
from sesbank.matching.stems import Term, stems_of

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
"""What "N" stands for in a phrase of the list, in words and in digits."""


@lru_cache(maxsize=1)
def concept_book() -> PhraseBook[str]:
    """Return the shipped concepts as a phrase book; the label is the concept's name."""
    text = files("sesbank.matching").joinpath("data/concepts.txt").read_text(encoding="utf-8")
    return PhraseBook(_entries(text))


@lru_cache(maxsize=1)
def idiom_book() -> PhraseBook[None]:
    """Return the phrases that mean something else than their words."""
    text = files("sesbank.matching").joinpath("data/idioms.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return PhraseBook(Phrase(stems_of(line), None, 1.0) for line in lines)


@lru_cache(maxsize=1)
def _senses() -> PhraseBook[int]:
    """Return the phrases in which a word has another sense; the label is its place."""
    text = files("sesbank.matching").joinpath("data/other_senses.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    places = ((line, [w.startswith("*") for w in line.split()].index(True)) for line in lines)
    return PhraseBook(Phrase(stems_of(line.replace("*", "")), at, 1.0) for line, at in places)


def in_other_senses(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Return terms of which those that have another sense here are no forms of the usual word."""
    changed = list(terms)
    for hit in _senses().find(terms):
        other = hit.phrase.stems[hit.phrase.label]
        for place in range(hit.first, hit.last + 1):
            if terms[place].stem == other:
                changed[place] = terms[place]._replace(stem=f"{other}~")
    return tuple(changed)


def _entries(text: str) -> Iterator[Phrase[str]]:
    for line in text.splitlines():
        name, colon, phrases = line.partition(":")
        if colon and not line.startswith("#"):
            for phrase in phrases.split(","):
                for spelt in _spelt(phrase):
                    stems = stems_of(spelt)
                    yield Phrase(stems, name.strip(), concept_worth(stems))


def concept_worth(stems: Sequence[str]) -> float:
    """Return what a phrase that speaks of a concept weighs in a story."""
    return weight(stems[0]) if len(stems) == 1 else 1.0


def _spelt(phrase: str) -> Iterator[str]:
    """Yield a phrase, one with "N-" for a number once for each number it may stand for."""
    if "N-" not in phrase:
        yield phrase
        return
    for number in (*_NUMBERS, *map(str, range(2, len(_NUMBERS) + 2))):
        yield phrase.replace("N-", f"{number}-")


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    return {
        label: tuple(phrase.stems for phrase in phrases)
        for label, phrases in concept_book().by_label.items()
    }


@lru_cache(maxsize=1)
def _kindred() -> dict[str, frozenset[str]]:
    text = files("sesbank.matching").joinpath("data/kindred_concepts.txt")
    kin: dict[str, frozenset[str]] = {}
    for line in text.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            group = frozenset(name.strip() for name in line.split(","))
            kin.update({name: kin.get(name, frozenset()) | group for name in group})
    return kin


def kindred(concept: str) -> frozenset[str]:
    """Return the concepts that answer one, itself included."""
    return _kindred().get(concept, frozenset()) | {concept}


def concept_phrases(concept: str) -> tuple[tuple[str, ...], ...]:
    """Return the stems of each phrase that speaks of a concept."""
    return _phrases().get(concept, ())
