"""Which situations a question asks about, with the words that ask.

Two things are heard: the phrases by which questions ask for a situation, and, where these say
nothing or speak for it too, how the known questions about it are worded
(`data/situation_questions.txt`): "who has walked out on you?" is worded like those about losing
good people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from sesbank.matching.common_words import weight
from sesbank.matching.lessons import SITUATIONS, Shares, Trait, shipped_lessons
from sesbank.matching.plain_speech import find_spoken
from sesbank.matching.situations import asking_book
from sesbank.matching.stems import Term
from sesbank.matching.wording import Wording, sum_of

LESSON = "situations"
"""What the lesson is called that tells how each situation is asked for."""

ONE_WORD = 0.6
"""What a single word that asks for a situation weighs beside a phrase."""

WORDED = 1.2
"""What the wording weighs; its scores stay mostly within 1 of 0."""

CLEAR = 0.6
"""What the wording must say: below it is as often wrong as right."""

LEAST = 0.45
"""What must speak for a situation."""

BESIDE = 0.6
"""And how much of what speaks for the first one."""

MOST = 2
"""How many situations a question asks about at most."""


class Asked(NamedTuple):
    """A situation a question asks about."""

    sure: float
    """How sure it is that it does, 0 to 1."""
    first: int
    """Number of the first term that says so."""
    last: int


class _Heard(NamedTuple):
    name: str
    value: float
    first: int
    last: int
    worded: bool = False
    """Whether by its wording only: a phrase says better where it is asked."""


def asked_situations(terms: tuple[Term, ...]) -> dict[str, Asked]:
    """Return the situations a question asks about, the surest first."""
    heard = list(_phrased(terms))
    named = {one.name for one in heard}
    heard.extend(one for one in _worded(terms) if not named or one.name in named)
    scores: dict[str, float] = {}
    best: dict[str, _Heard] = {}
    for one in heard:
        scores[one.name] = scores.get(one.name, 0.0) + one.value
        if one.name not in best or (not one.worded and one.value > best[one.name].value):
            best[one.name] = one
    least = max(LEAST, BESIDE * max(scores.values(), default=0.0))
    sure = [name for name, value in scores.items() if value >= least]
    return {
        name: Asked(min(scores[name], 1.0), best[name].first, best[name].last)
        for name in sorted(sure, key=lambda name: (-scores[name], name))[:MOST]
    }


def _phrased(terms: Sequence[Term]) -> Iterator[_Heard]:
    for hit in find_spoken(asking_book(), terms, apart=False):
        value = 1.0 if hit.last > hit.first else ONE_WORD
        yield _Heard(hit.phrase.label, value, hit.first, hit.last)


def _worded(terms: tuple[Term, ...]) -> Iterator[_Heard]:
    """Yield what the wording clearly says, each with the words that say it most."""
    shares = asking_wording().shares(terms)
    for label, value in sum_of(shares).items():
        place = _telling(label, shares, terms) if value >= CLEAR else None
        if place is not None:
            yield _Heard(label.replace("_", " "), WORDED * value, *place, worded=True)


def _telling(
    name: str, shares: Sequence[tuple[Trait, Shares]], terms: Sequence[Term]
) -> tuple[int, int] | None:
    """Return the terms whose use in known questions speaks most for a situation."""
    speaking = [
        (-parts.get(name, 0.0), trait.first, trait.last)
        for trait, parts in shares
        if any(weight(term.stem) for term in terms[trait.first : trait.last + 1])
    ]
    best = min(speaking, default=None)
    return best[1:] if best and best[0] < 0 else None


@lru_cache(maxsize=1)
def asking_wording() -> Wording:
    """Return how questions about each situation are worded."""
    return Wording(lambda: shipped_lessons(SITUATIONS)[LESSON])
