"""Situations: what panels ask about by a name that those who tell of it never use.

"Describe a conflict" is answered by "the two had not exchanged a word in months". So each
situation has two lists (`data/situations.txt`): how a question asks for it, and how a story tells
it. The second is read in stories only, and for questions only.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import product
from typing import TypeAlias

from sesbank.matching.common import weight
from sesbank.matching.phrases import Hit, Phrase, PhraseBook
from sesbank.matching.plain_speech import find_spoken, spoken_stems
from sesbank.matching.stems import Term, stems_of

SETBACKS = ("own mistake", "hindsight", "criticism of oneself")
"""What a story tells that went wrong, or of what one was told about oneself."""

SURE = 1.5
"""At telling phrases of this weight together two thirds of what a situation can give count."""

PLAIN_PHRASE = 0.6
"""What a phrase of plain words weighs: by itself it may be an accident."""

ONE_WORD = 0.35
"""What a phrase of one word weighs."""

KIN = 0.8
"""What it weighs that a story speaks of a concept that tells the situation by its usual name."""


@lru_cache(maxsize=1)
def asking_book() -> PhraseBook[str]:
    """Return the phrases by which questions ask for situations; the label is its name."""
    return PhraseBook(
        Phrase(spoken_stems(stems), name, 1.0) for name, _, stems in _lists_and_kin()[0]["asked"]
    )


@lru_cache(maxsize=1)
def telling_book() -> PhraseBook[str]:
    """Return the phrases by which stories tell of situations."""
    return PhraseBook(
        Phrase(spoken_stems(stems), name, _worth(stems))
        for name, _, stems in _lists_and_kin()[0]["told"]
    )


@lru_cache(maxsize=1)
def kin() -> dict[str, frozenset[str]]:
    """Return by situation the concepts that tell it too, by its usual names."""
    return _lists_and_kin()[1]


def told_phrases(situation: str) -> list[Phrase[str]]:
    """Return the phrases that tell of a situation."""
    return telling_book().by_label.get(situation, [])


def phrases_of(side: str) -> Iterator[tuple[str, str]]:
    """Yield the phrases by which questions ask ("asked") or stories tell ("told") as written."""
    yield from ((name, phrase) for name, phrase, _ in _lists_and_kin()[0][side])


def told_by(weights: Iterable[float]) -> float:
    """Return how far phrases of these weights tell a situation, 0 to 1: the first tell most."""
    return 1.0 - math.exp(-sum(weights) / SURE)


def told_situations(terms: Sequence[Term]) -> tuple[Hit[str], ...]:
    """Return the places where a story tells of situations."""
    return tuple(find_spoken(telling_book(), terms, apart=True))


def _worth(stems: Sequence[str]) -> float:
    if len(stems) == 1:
        return ONE_WORD
    return 1.0 if sum(map(weight, stems)) >= 1.0 else PLAIN_PHRASE


_Lists: TypeAlias = "dict[str, list[tuple[str, str, tuple[str, ...]]]]"


@lru_cache(maxsize=1)
def _lists_and_kin() -> tuple[_Lists, dict[str, frozenset[str]]]:
    text = files("sesbank.matching").joinpath("data/situations.txt").read_text(encoding="utf-8")
    lists: _Lists = {"asked": [], "told": []}
    kin_of: dict[str, frozenset[str]] = {}
    name = ""
    for line in text.splitlines():
        side, colon, phrases = line.partition(": ")
        if line.startswith("["):
            name = line.strip("[]")
        elif side == "kin":
            kin_of[name] = frozenset(phrases.split(", "))
        elif colon and side in lists:
            spelt = (s for phrase in phrases.split(", ") for s in _spelt(phrase))
            lists[side].extend((name, s, stems_of(s)) for s in dict.fromkeys(spelt))
    return lists, kin_of


def _spelt(phrase: str) -> Iterator[str]:
    """Yield a phrase once for each of the words that "him/her" stands for."""
    yield from (" ".join(words) for words in product(*(w.split("/") for w in phrase.split())))
