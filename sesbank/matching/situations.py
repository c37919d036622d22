"""Situations: what panels ask about by a name that those who tell of it never use.

"Describe a conflict" is answered by "the two had not exchanged a word in months". So each
situation has two lists (`data/situations.txt`): how a question asks for it, and how a story tells
it. The second is read in stories only, and for questions only. What is read here are these lists
taken apart (`data/situation_phrases.txt`): to do that takes its time.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from sesbank.matching.common_words import weight
from sesbank.matching.phrases import Hit, Phrase, PhraseBook
from sesbank.matching.plain_speech import find_spoken
from sesbank.matching.stems import Term

FILE = "situation_phrases.txt"
"""The lists taken apart, made by benchmarks/build_situation_phrases.py."""

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


class _Lists(NamedTuple):
    """The lists as read."""

    asked: list[Phrase[str]]
    told: list[Phrase[str]]
    kin: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def asking_book() -> PhraseBook[str]:
    """Return the phrases by which questions ask for situations; the label is its name."""
    return PhraseBook(_lists().asked)


@lru_cache(maxsize=1)
def telling_book() -> PhraseBook[str]:
    """Return the phrases by which stories tell of situations."""
    return PhraseBook(_lists().told)


def kin_of(situation: str) -> frozenset[str]:
    """Return the concepts that tell a situation too, by its usual names."""
    return _lists().kin.get(situation, frozenset())


def told_phrases(situation: str) -> list[Phrase[str]]:
    """Return the phrases that tell of a situation."""
    return telling_book().by_label.get(situation, [])


def how_far_told(weight: float) -> float:
    """Return how far phrases of this weight together tell a situation, 0 to 1.

    The first tell most.
    """
    return 1.0 - math.exp(-weight / SURE)


def told_situations(terms: Sequence[Term]) -> tuple[Hit[str], ...]:
    """Return the places where a story tells of situations."""
    return tuple(find_spoken(telling_book(), terms, apart=True))


def phrase_weight(stems: Sequence[str]) -> float:
    """Return what a phrase of these stems, as written, weighs where a story tells a situation."""
    if len(stems) == 1:
        return ONE_WORD
    return 1.0 if sum(map(weight, stems)) >= 1.0 else PLAIN_PHRASE


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    """Read the lists as taken apart; their form stands at the head of the file."""
    text = files("sesbank.matching").joinpath(f"data/{FILE}").read_text(encoding="utf-8")
    lists = _Lists([], [], {})
    book, name = lists.asked, ""
    for line in text.splitlines():
        if "\t" in line:
            side, name, *kin = line.split("\t")
            book = lists.asked if side == "asked" else lists.told
            lists.kin[name] = frozenset(kin)
        elif line[0] != "#":
            worth, *stems = line.split(" ")
            book.append(Phrase(tuple(stems), name, float(worth)))
    return lists
