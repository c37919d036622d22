"""Terms: the words of a text reduced to stems, with the places they stand in."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import snowballstemmer

from sesbank.domain.text import fold, word_forms, word_places

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
_MAYBE_BRITISH = re.compile(r"is(?:e|ing|ation)|yse|ysing|our|^programme|^centre|ll(?:ing|ed)$")
"""What any of these needs: nearly all words are spared a closer look."""

_ACRONYMS = frozenset(["IT", "US"])
"""Written small these are common words, so only their capitals make them a term of their own."""

_KEPT_WORDS = 200_000
"""How many different words are remembered; beyond it all are forgotten and learnt anew."""

_stemmer = snowballstemmer.stemmer("english")

_LEFT_ALONE = re.compile(r"[abfhjkopquvwxz0-9]$|[^eo]r$|[^o]n$|[^s]m$|[^n]g$|[^i]c$")
"""Endings that no rule of the stemmer takes off or changes: it need not be asked, which takes its
time."""


class Term(NamedTuple):
    """A word of a text as matching sees it."""

    stem: str
    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""
    run: int
    """Words with the same number have no punctuation between them."""


def stem(word: str) -> str:
    """Return what the forms of a word share: "reorganised" and "reorganization" are one.

    So are "renegotiated" and "negotiation", by a list of verbs.
    """
    plain = in_american(fold(word))
    if plain.startswith("re") and (once := _key(plain[2:])) in _done_again():
        return once
    return _key(plain)


def _key(plain: str) -> str:
    known = _families().get(plain)
    return known if known is not None else _stemmed(plain)


def in_american(word: str) -> str:
    """Return a folded word in American spelling, without a possessive."""
    plain = word.removesuffix("'s").replace("'", "")
    if _MAYBE_BRITISH.search(plain):
        for pattern, american in _BRITISH:
            plain = pattern.sub(american, plain)
    return plain


def _stemmed(plain: str) -> str:
    known = shipped_stems().get(plain)
    if known is not None:
        return known
    return plain if _LEFT_ALONE.search(plain) else str(_stemmer.stemWord(plain))


@lru_cache(maxsize=1)
def shipped_stems() -> dict[str, str]:
    """Return what the stemmer says of the words of the shipped lists: it takes its time."""
    text = files("sesbank.matching").joinpath("data/stems.txt").read_text(encoding="utf-8")
    lines = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {word: stem_ for stem_, *words_ in lines for word in words_}


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    """Return the key of each word whose forms are listed by hand (see the data file).

    A key ends in a full stop, so that it is never the stem of another word.
    """
    text = files("sesbank.matching").joinpath("data/families.txt").read_text(encoding="utf-8")
    lines = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {word: f"{family[0]}." for family in lines for word in family}


@lru_cache(maxsize=1)
def _done_again() -> frozenset[str]:
    """Return the keys of the verbs whose forms with "re-" are forms of the verb itself."""
    text = files("sesbank.matching").joinpath("data/again.txt").read_text(encoding="utf-8")
    return frozenset(_key(line) for line in text.splitlines() if not line.startswith("#"))


class _Keys(dict[str, str]):
    """What each word seen is compared by: a bank says the same words again and again."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _KEPT_WORDS:
            self.clear()
        key = self[word] = word if word in _ACRONYMS else stem(word)
        return key


class _LoudKeys(dict[str, str]):
    """The same for a text all in capitals, where they make no acronym."""

    def __missing__(self, word: str) -> str:
        return stem(word)


_keys = _Keys()

_term = tuple.__new__
"""Makes a Term without its own constructor, which would take half the time of reading."""


def read_terms(text: str) -> tuple[Term, ...]:
    """Return every word of a text in order, common ones too."""
    terms: list[Term] = []
    run, behind = 0, 0
    keys = _LoudKeys() if text.isupper() else _keys
    for start, end in word_places(text):
        if (start != behind + 1 or text[behind] != " ") and _BREAK.search(text, behind, start):
            run += 1
        terms.append(_term(Term, (keys[text[start:end]], start, end, run)))
        behind = end
    return tuple(terms)


def stem_set(text: str) -> set[str]:
    """Return the distinct stems of a text, as `read_terms` reads them."""
    keys = _LoudKeys() if text.isupper() else _keys
    return set(map(keys.__getitem__, word_forms(text)))


def stems_of(text: str) -> tuple[str, ...]:
    """Return the stems of a phrase in order."""
    if text.isascii() and text.replace(" ", "").isalnum():  # as nearly all cues are
        return tuple([_keys[word] for word in text.split(" ") if word])
    return tuple([_keys[text[start:end]] for start, end in word_places(text)])
