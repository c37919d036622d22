"""Terms: the words of a text reduced to stems, with the places they stand in."""

from __future__ import annotations

import re
from functools import lru_cache
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
_IRREGULAR = {
    "led": "lead",
    "leadership": "lead",
    "leader": "lead",
    "leaders": "lead",
    "built": "build",
    "hired": "hire",
    "hires": "hire",
    "hiring": "hire",
    "chose": "choose",
    "chosen": "choose",
    "choice": "choose",
    "sold": "sell",
    "taught": "teach",
    "spent": "spend",
    "sought": "seek",
    "brought": "bring",
    "wrote": "write",
    "written": "write",
    "grew": "grow",
    "grown": "grow",
    "growth": "grow",
    "lost": "lose",
    "won": "win",
    "people": "person",
    "analyses": "analyz",
    "analysis": "analyz",
    "analytical": "analyz",
    "accountable": "accountabl",
    "accountability": "accountabl",
    "compliance": "compli",
    "compliant": "compli",
    "decisive": "decid",
    "decision": "decid",
    "decisions": "decid",
    "strategies": "strategi",
    "strategy": "strategi",
    "strategic": "strategi",
    "strategically": "strategi",
}
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
    known = _IRREGULAR.get(plain)
    return known if known is not None else str(_stemmer.stemWord(plain))


def read_terms(text: str) -> tuple[Term, ...]:
    """Return every word of a text in order, common ones too."""
    terms: list[Term] = []
    run, behind = 0, 0
    for word, start, end in words(text):
        gap = text[behind:start]
        if gap != " " and _BREAK.search(gap):
            run += 1
        terms.append(Term(stem(word), start, end, run))
        behind = end
    return tuple(terms)


def stems_of(text: str) -> tuple[str, ...]:
    """Return the stems of a phrase in order."""
    return tuple(stem(word.text) for word in words(text))
