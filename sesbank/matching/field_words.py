"""Field words: what coaches call what a question probes, as key words beside the question's own."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cached_property
from itertools import islice, pairwise
from typing import NamedTuple

from sesbank.domain.framework import Framework
from sesbank.matching.asked_text import AskedText
from sesbank.matching.common_words import weight
from sesbank.matching.cuebook import Home, shows
from sesbank.matching.cuewords import cue_words

NAME_WORDS = 3
"""How many words a name of a competency has at most that is woven in as it is."""

NAMED = 2
"""How many competencies lend their names; the likeliest alone lends cues."""

CUES = 2
"""How many cues are lent: those come first in a list that fit most questions."""

CUE_WORDS = 2
"""How many words a cue has at most that is woven in: longer ones tell a case."""


_ADDRESSING = frozenset(("you", "your", "me", "my", "us", "our"))
"""What a cue may address the person with ("disagree with your boss"): no words for a story."""

_DOERS = frozenset(("i", "we", "you", "they"))
_ARTICLES = frozenset(("a", "an", "the", "their", "its"))
_PARTICLES = frozenset(
    ("with", "up", "out", "down", "off", "around", "back", "against", "away", "over", "for", "to")
)
"""What follows a verb in a cue."""


class _Cue(NamedTuple):
    """A cue that can be woven in."""

    phrase: str
    things: frozenset[str]
    """The concepts it speaks of."""


class FieldWords:
    """The words a framework lends. What its cues come to is worked out once: keys come fast."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self._cues: dict[str, list[_Cue]] = {}

    def phrases(self, asked: AskedText, probed: Sequence[Home]) -> Iterator[str]:
        """Yield what coaches call it: short names of the competencies probed, then cues of theirs.

        Only cues that speak of a thing the question names by a telling word: others would be odd
        to weave in.
        """
        codes = [home.competency for home in probed[:NAMED]]
        yield from (name for name in map(self._short_name, codes) if name)
        things = {
            thing
            for thing, first, last in asked.things
            if any(weight(term.stem) >= 1.0 for term in asked.terms[first : last + 1])
        }
        fitting = (c.phrase for code in codes[:1] for c in self._woven(code) if c.things & things)
        yield from islice(fitting, CUES)

    def _short_name(self, competency: str) -> str:
        name = self._framework.competency(competency).name.split("/")[0]
        return name if len(name.split()) <= NAME_WORDS else ""

    def _woven(self, competency: str) -> list[_Cue]:
        """Return the cues of a competency that can be woven in."""
        if competency not in self._cues:
            cues = self._framework.competency(competency).cues
            self._cues[competency] = [
                _Cue(cue.phrase, frozenset(cue_words(cue.phrase).concepts))
                for cue in cues
                if cue.weight >= 1.0
                and len(cue.phrase.split()) <= CUE_WORDS
                and shows(cue_words(cue.phrase).stems, 1.0)
                and _ADDRESSING.isdisjoint(cue.phrase.split())
                and not _tells_deed(cue.phrase.split(), self._verbs)
            ]
        return self._cues[competency]

    @cached_property
    def _verbs(self) -> frozenset[str]:
        """The words that the cues show as verbs: "policy you disagreed"."""
        done = (
            second
            for ecq in self._framework.ecqs
            for competency in ecq.competencies
            for cue in competency.cues
            for first, second in pairwise(cue.phrase.split())
            if first in _DOERS
        )
        return frozenset(form for word in done for form in (word, *_present(word)))


def _present(past: str) -> Iterator[str]:
    """Yield what a regular verb may be in the present: disagreed, disagree."""
    if past.endswith("ed"):
        yield from (past[:-1], past[:-2])


def _tells_deed(words: Sequence[str], verbs: Container[str]) -> bool:
    """Return whether a cue says what one does ("enforce the law", "disagree with leadership").

    A deed is told, and no word for it woven in; what it was about is.
    """
    if len(words) == 1:
        return words[0] in verbs
    if words[1] in _PARTICLES:
        return words[0] in verbs or words[0].endswith("ed")
    return words[1] in _ARTICLES
