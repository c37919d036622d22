"""Demands: what a requirement or question asks, ready to be compared with stories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sesbank.matching.asked_text import AskedText
from sesbank.matching.cuebook import Home


@dataclass(frozen=True, slots=True)
class Shares:
    """What each kind of evidence can give at most; together 1."""

    words: float
    cues: float
    meaning: float = 0.0
    mapping: float = 0.0

    def for_words(self, telling: float) -> Shares:
        """Return the shares for a question that has only part of the telling words of a full one.

        A question in plain words ("how have you prepared others to lead?") is answered by what
        the story shows: what its words cannot give goes to the competencies it probes.
        """
        kept = self.words * min(telling, 1.0)
        return replace(self, cues=self.cues + self.words - kept)

    def without_meaning(self) -> Shares:
        """Return the shares where no vectors are at hand: the other kinds take its place."""
        rest = (self.words + self.cues + self.mapping) or 1.0
        grow = (rest + self.meaning) / rest
        return Shares(self.words * grow, self.cues * grow, 0.0, self.mapping * grow)


FOR_TQ = Shares(words=0.50, cues=0.25, meaning=0.25)
FOR_QUESTION = Shares(words=0.38, cues=0.37, meaning=0.25)
FOR_ECQ = Shares(words=0.10, cues=0.60, mapping=0.30)


@dataclass(frozen=True, slots=True)
class Probe:
    """A competency or ECQ that is asked for, with the words that ask for it."""

    framework: str
    """Id of the framework it belongs to."""
    home: Home
    name: str
    share: float
    """Its part of what is asked; what all of them give is capped at 1."""
    asked: str
    start: int
    end: int
    first: int
    """Number of the first term that asks for it."""
    last: int
    things: frozenset[str] = frozenset()
    """The concepts that the words which ask for it speak of."""
    telling: bool = False
    """Whether these concepts are asked by a telling word: "mistake", not "resources"."""


@dataclass(frozen=True, slots=True)
class Aim:
    """An ECQ that a question is taken to probe, in the framework asked for."""

    name: str
    competencies: dict[str, str]
    """Name by code of those of its competencies that are probed."""
    share: float
    """How much of what the words tell speaks for it, 0 to 1."""
    whole: bool
    """Whether its competencies are kindred; the fundamental ones only stand side by side."""
    asked: str
    """Empty where only the wording of the question tells."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Demand:
    """What is asked, with weights as they stand in this bank."""

    read: AskedText
    shares: Shares
    framework: str
    weights: dict[str, float]
    """Stem to its share of the words asked; eight telling words make up 1."""
    concepts: dict[str, tuple[float, int, int]]
    """Concept to its weight and the terms that ask for it."""
    probes: tuple[Probe, ...]
    ecq: str = ""
    """For an ECQ requirement its code."""
    aims: Mapping[str, Aim] = field(default_factory=dict)
    """For a question what it is taken to probe, by ECQ code, which mappings may meet."""
    situations: Mapping[str, tuple[float, int, int]] = field(default_factory=dict)
    """For a question the situations asked about, each with its weight and the terms that ask."""
    question: bool = False
    """Whether it is a panel question: these name a competency by its things more freely."""
