"""What a story tells of a situation, heard quickly: its words as one text, looked for phrases in.

To read a story closely takes a millisecond or two, this a tenth of it. It is nearly what a close
reading finds by the same phrases; where sentences end is not looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from sesbank.matching.common_words import INNER
from sesbank.matching.concepts import concept_phrases
from sesbank.matching.plain_speech import spoken_stems
from sesbank.matching.situations import KIN, how_far_told, kin_of, told_phrases
from sesbank.matching.stems import stems_of


class Hearing:
    """What stories were heard to tell of situations, by the number of a state of a story."""

    def __init__(self) -> None:
        self._weights: defaultdict[str, dict[int, float]] = defaultdict(dict)

    def has(self, number: int, situations: Iterable[str]) -> bool:
        """Return whether a story was listened to for all of these situations."""
        return all(number in self._weights[situation] for situation in situations)

    def listen(self, number: int, texts: Sequence[str], situations: Iterable[str]) -> None:
        """Look through the parts of a story for what tells of these situations."""
        stems = [stem for text in texts for stem in (*spoken_stems(stems_of(text)), _PART)]
        said = _joined(stems) + _PART + _joined(filter(_counts, stems))
        words = frozenset(stems)
        for situation in situations:
            self._weights[situation][number] = _weight(situation, said, words)

    def worth(self, number: int, situations: Mapping[str, tuple[float, int, int]]) -> float:
        """Return what a story comes to that was listened to for these, each with its value."""
        told = self._weights
        asked = situations.items()
        return sum(value * how_far_told(told[name][number]) for name, (value, *_) in asked)


_PART = "."
"""Stands between the parts of a story; no stem is like it."""


def _weight(situation: str, said: str, words: frozenset[str]) -> float:
    """Return what the phrases said weigh together, those inside others aside."""
    possible = [each for each in _phrases(situation) if each.stems <= words]
    found = {each.said: each.weight for each in possible if each.said in said}
    return sum(
        weight
        for phrase, weight in found.items()
        if not any(phrase in other for other in found if other is not phrase)
    )


class _Told(NamedTuple):
    """A phrase that tells of a situation."""

    said: str
    """As it stands in a text that was heard."""
    stems: frozenset[str]
    weight: float


@cache
def _phrases(situation: str) -> tuple[_Told, ...]:
    told = [(phrase.stems, phrase.weight) for phrase in told_phrases(situation)]
    told += [(stems, KIN) for concept in kin_of(situation) for stems in concept_phrases(concept)]
    plain = [(spoken_stems(stems), weight) for stems, weight in told]
    return tuple(_Told(_joined(stems), frozenset(stems), weight) for stems, weight in plain)


def _joined(stems: Iterable[str]) -> str:
    """Return stems as one text with a blank on either side of each."""
    return f" {' '.join(stems)} "


def _counts(stem: str) -> bool:
    """Return whether a stem is none of those that may stand inside a phrase of others."""
    return stem not in INNER and not stem.isdigit()
