"""Terms: the words of a text reduced to stems, with the places they stand in."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import snowballstemmer

from sesbank.domain.text import fold, words

_BREAK = re.compile(r"[.,;:!?()\[\]{}\n\"“”•|/]|\s[-–—*]\s|[–—]|--")
_BRITISH = (
    (re.compile(r"(?<=[a-z]{3})is(e[drs]?|ing|ations?|ational)$"), r"iz\1"),
    (re.compile(r"ys(e[drs]?|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[a-z]{3})our(s|ed|ing|al|able)?$"), r"or\1"),
    (re.compile(r"^programme"), "program"),
    (re.compile(r"^centre"), "center"),
    (re.compile(r"lling$"), "ling"),
    (re.compile(r"lled$"), "led"),
)
_ACRONYMS = frozenset(["IT", "US"])
"""Written small these are common words, so only their capitals make them a term of their own."""

_stemmer = snowballstemmer.stemmer("english")


class Term(NamedTuple):
    """A word of a text as matching sees it."""

    stem: str
    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""
    run: int
    """Words with the same number have no punctuation between them."""


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return what the forms of a word share: "reorganised" and "reorganization" are one."""
    plain = fold(word).removesuffix("'s").replace("'", "")
    for pattern, american in _BRITISH:
        plain = pattern.sub(american, plain)
    known = _families().get(plain)
    return known if known is not None else str(_stemmer.stemWord(plain))


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    """Return the key of each word whose forms are listed by hand (see the data file).

    A key ends in a full stop, so that it is never the stem of another word.
    """
    text = files("sesbank.matching").joinpath("data/families.txt").read_text(encoding="utf-8")
    lines = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {word: f"{family[0]}." for family in lines for word in family}


def read_terms(text: str) -> tuple[Term, ...]:
    """Return every word of a text in order, common ones too."""
    terms: list[Term] = []
    run, behind = 0, 0
    loud = text.isupper()
    for word, start, end in words(text):
        gap = text[behind:start]
        if gap != " " and _BREAK.search(gap):
            run += 1
        terms.append(Term(key_of(word, loud=loud), start, end, run))
        behind = end
    return tuple(terms)


def key_of(word: str, *, loud: bool = False) -> str:
    """Return what a word is compared by: its stem, or an acronym as it is written.

    `loud` for a text all in capitals, where they tell nothing.
    """
    return word if word in _ACRONYMS and not loud else stem(word)


def stems_of(text: str) -> tuple[str, ...]:
    """Return the stems of a phrase in order."""
    return tuple(key_of(word.text) for word in words(text))
