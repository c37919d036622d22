"""Cue books: the words of a framework that tell its ECQs and competencies in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sesbank.domain.framework import ECQ, Competency, Framework
from sesbank.matching.common_words import FAINT, HANGING, weight
from sesbank.matching.cuewords import cue_words
from sesbank.matching.phrases import Hit, Phrase, PhraseBook
from sesbank.matching.stems import Term, stems_of

NAME_WEIGHT = 6.0
"""An ECQ named outright outweighs every other word."""

COMPETENCY_NAME_WEIGHT = 3.0
"""A competency named by two words or more."""

LEAST_ALONE = 0.3
"""What a single word must weigh to be quoted from a story."""

LEAST_SAID = 0.4
"""What the words of a phrase must weigh together for it: one telling word or two usual ones."""


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
        phrases = [
            Phrase(stems, label, value / (1 if label.names else len(sharing[stems])))
            for (stems, label), value in entries.items()
        ]
        self._book: PhraseBook[_Label] = PhraseBook(phrases)
        self._showing: PhraseBook[_Label] = PhraseBook(
            phrase for phrase in phrases if shows(phrase.stems, phrase.weight)
        )

    def read(self, terms: Sequence[Term]) -> list[CueHit]:
        """Return the cues a question or requirement holds, in order."""
        return [_hit(found) for found in self._book.find(terms)]

    def read_story(self, terms: Sequence[Term]) -> list[CueHit]:
        """Return the cues a story's part says, in order: only what can be quoted as evidence."""
        return [_hit(found) for found in self._showing.find(terms, strict=True)]

    def quotable(self, home: Home) -> list[Phrase[_Label]]:
        """Return the cues of a home that can be quoted from a story."""
        return self._showing.by_label.get(_Label(home, names=False), [])


def shows(stems: Sequence[str], value: float) -> bool:
    """Return whether a phrase can be quoted from a story as evidence.

    It must say something by itself: a telling word or two usual ones, no fragment that ends in
    "and" or "that", and no single word that any story may hold.
    """
    if stems[0] in HANGING or stems[-1] in HANGING:
        return False
    if len(stems) == 1:
        return value >= LEAST_ALONE and weight(stems[0]) >= 1.0 and stems[0] not in FAINT
    return sum(map(weight, stems)) >= LEAST_SAID


def _hit(found: Hit[_Label]) -> CueHit:
    phrase = found.phrase
    return CueHit(
        phrase.stems, phrase.label.home, phrase.weight, found.first, found.last, phrase.label.names
    )


def _entries(framework: Framework) -> Iterator[tuple[tuple[tuple[str, ...], _Label], float]]:
    """Yield every cue once per home; a name comes last and so wins over a cue of the same words."""
    for ecq in framework.ecqs:
        for home, source in _homes(ecq):
            label = _Label(home, names=False)
            for cue in source.cues:
                words = cue_words(cue.phrase)
                if words.stems:
                    yield (words.stems, label), cue.weight * words.worth
            for name in (source.name, *source.aliases):
                stems = stems_of(name)
                if stems:
                    yield (stems, _Label(home, names=True)), _name_weight(stems, home)


def _homes(ecq: ECQ) -> Iterator[tuple[Home, ECQ | Competency]]:
    yield Home(ecq.code, ""), ecq
    for competency in ecq.competencies:
        yield Home(ecq.code, competency.code), competency


def _name_weight(stems: tuple[str, ...], home: Home) -> float:
    if len(stems) < 2:
        return 1.0
    return COMPETENCY_NAME_WEIGHT if home.competency else NAME_WEIGHT
