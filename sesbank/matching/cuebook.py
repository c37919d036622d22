"""Cue books: the words of a framework that tell its ECQs and competencies in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sesbank.domain.framework import ECQ, Competency, Framework
from sesbank.matching.common import GENERAL, weight
from sesbank.matching.phrases import Hit, Phrase, PhraseBook
from sesbank.matching.stems import Term, stems_of

NAME_WEIGHT = 6.0
"""An ECQ named outright outweighs every other word."""

COMPETENCY_NAME_WEIGHT = 3.0
"""A competency named by two words or more."""

WORD_WEIGHT = 0.7
"""A cue of one word beside a phrase: phrases are harder to say by chance."""


USUAL_PHRASE_WEIGHT = 1.0
"""A phrase of usual words: "set goals"."""

EMPTY_WEIGHT = 0.25
"""A cue of empty words: "knowledge of"."""


class Home(NamedTuple):
    """Where a cue belongs."""

    ecq: str
    competency: str
    """Empty for a cue of the ECQ as a whole."""


class CueHit(NamedTuple):
    """A cue found in a text."""

    phrase: tuple[str, ...]
    """Its stems."""
    home: Home
    weight: float
    first: int
    """Number of its first term."""
    last: int
    """Number of its last term."""
    names: bool
    """Whether it is the name of its home."""


class _Label(NamedTuple):
    home: Home
    names: bool


class CueBook:
    """The cues of one framework, each weighing less the more ECQs share it."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        entries = dict(_entries(framework))
        sharing: dict[tuple[str, ...], set[str]] = {}
        for stems, label in entries:
            sharing.setdefault(stems, set()).add(label.home.ecq)
        self._book: PhraseBook[_Label] = PhraseBook(
            Phrase(stems, label, value / (1 if label.names else len(sharing[stems])))
            for (stems, label), value in entries.items()
        )

    def read(self, terms: Sequence[Term]) -> list[CueHit]:
        """Return the cues a text holds, in order."""
        return [_hit(found) for found in self._book.find(terms)]


def _hit(found: Hit[_Label]) -> CueHit:
    phrase = found.phrase
    return CueHit(
        phrase.stems, phrase.label.home, phrase.weight, found.first, found.last, phrase.label.names
    )


def _entries(framework: Framework) -> Iterator[tuple[tuple[tuple[str, ...], _Label], float]]:
    """Yield every cue once per home; a name comes last and so wins over a cue of the same words."""
    for ecq in framework.ecqs:
        for home, source in _homes(ecq):
            for cue in source.cues:
                stems = stems_of(cue.phrase)
                if stems:
                    yield (stems, _Label(home, names=False)), cue.weight * _telling(stems)
            for name in (source.name, *source.aliases):
                stems = stems_of(name)
                if stems:
                    yield (stems, _Label(home, names=True)), _name_weight(stems, home)


def _homes(ecq: ECQ) -> Iterator[tuple[Home, ECQ | Competency]]:
    yield Home(ecq.code, ""), ecq
    for competency in ecq.competencies:
        yield Home(ecq.code, competency.code), competency


def _telling(stems: tuple[str, ...]) -> float:
    """Return what the words of a cue are worth: little when all of them are usual ones."""
    if all(not weight(stem) for stem in stems):
        return EMPTY_WEIGHT
    usual = all(stem in GENERAL or not weight(stem) for stem in stems)
    if len(stems) > 1:
        return USUAL_PHRASE_WEIGHT if usual else 1.0
    return WORD_WEIGHT * (0.5 if usual else 1.0)


def _name_weight(stems: tuple[str, ...], home: Home) -> float:
    if len(stems) < 2:
        return 1.0
    return COMPETENCY_NAME_WEIGHT if home.competency else NAME_WEIGHT
