"""The sieve: about what each story of the bank will score, told from its words alone.

Reading a story closely (its phrases and where they stand) takes a millisecond or two. In a bank
of thousands that is too long for an answer as you type. So all stories are first put in order
by an inverted index: the asked words they have, the phrases whose words they have all, wherever
these stand, and the competencies they are about. Of those that could tell a situation asked for
it is then heard whether they do. The best are read closely.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from heapq import nlargest
from types import MappingProxyType

from sesbank.matching.asked_text import is_name, naming
from sesbank.matching.common_words import weight
from sesbank.matching.competencies import FULL_CUES, about
from sesbank.matching.concepts import concept_phrases, concept_worth
from sesbank.matching.cuebook import Home
from sesbank.matching.demands import Demand, Probe, Shares
from sesbank.matching.nets import Nets
from sesbank.matching.pace import SIEVE_SHARE, Pace
from sesbank.matching.plain_speech import written_stems
from sesbank.matching.profiles import Profile
from sesbank.matching.recognition import Recogniser
from sesbank.matching.situations import KIN, how_far_told, kin_of, told_phrases
from sesbank.matching.situations_heard import Hearing
from sesbank.matching.story_index import (
    HEADED,
    PART_LIMIT,
    STRONGEST,
    TELLING_CUE,
    StoryIndex,
    breadth,
)

Numbers = frozenset[int]

LIKELY = 1_500
"""For how many stories it is worked out how much of them is about what is probed."""

TOGETHER = 8
"""How many stories are listened to in one go: about a millisecond."""

_MOST = STRONGEST / FULL_CUES

_NONE: Numbers = frozenset()

_UNKNOWN: Mapping[int, float] = MappingProxyType({})


class Sieve:
    """An inverted index of the bank's stems. Every state of a story has a number of its own."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._numbers: dict[str, int] = {}
        self._indexes: list[StoryIndex] = []
        self._restraints: list[float] = []
        self._holders: dict[str, list[int]] = {}
        self._headed: dict[str, list[int]] = {}
        self._cues: dict[tuple[str, Home], Mapping[int, float]] = {}
        self._concepts: dict[str, Mapping[int, float]] = {}
        self._situations: dict[str, Mapping[int, float]] = {}
        self._hearing = Hearing()

    @property
    def idle(self) -> int:
        """How many numbers belong to stories that are gone or were changed."""
        return len(self._ids) - len(self._numbers)

    def put(self, story: str, index: StoryIndex) -> None:
        """Add a story, or renew it."""
        self.drop(story)
        number = self._numbers[story] = len(self._ids)
        self._ids.append(story)
        self._indexes.append(index)
        self._restraints.append(index.restraint)
        for stem in index.stems:
            self._holders.setdefault(stem, []).append(number)
        for stem in index.headed:
            self._headed.setdefault(stem, []).append(number)
        self._cues.clear()
        self._concepts.clear()
        self._situations.clear()

    def drop(self, story: str) -> None:
        """Take a story out; an unknown one is none the less."""
        number = self._numbers.pop(story, None)
        if number is not None:
            self._restraints[number] = 0.0

    def estimates(self, demand: Demand, nets: Nets, pace: Pace) -> dict[str, float]:
        """Return by id about what each story will score by its words; those at 0 are left out."""
        by_id = {net.framework.id: net for net in nets}
        probes = [(probe, by_id[probe.framework]) for probe in demand.probes]
        shares, cues = demand.shares, [0.0] * len(self._ids)
        words = self._words(demand)
        at_most = self._could_tell(demand)
        for probe, net in probes:
            for number, value in self._said(net, probe.home, pace).items():
                cues[number] += probe.share * value
        rough = [
            _worth(shares, word + at_most.get(n, 0.0), cue * held, held)
            for n, (word, cue, held) in enumerate(zip(words, cues, self._restraints, strict=True))
        ]
        likely = nlargest(LIKELY, range(len(rough)), key=lambda n: (rough[n], -n))
        if demand.ecq:
            return self._by_id({n: rough[n] for n in likely})
        shown = self._about(probes, likely, pace)
        told = self._told(likely, demand, at_most, pace)
        return self._by_id(
            {
                n: _worth(shares, words[n] + told.get(n, 0.0), shown[n], self._restraints[n])
                for n in likely
            }
        )

    def _by_id(self, estimates: Mapping[int, float]) -> dict[str, float]:
        # Rounded because sums over a set have no fixed order.
        return {self._ids[n]: round(value, 9) for n, value in estimates.items() if value > 0}

    def _about(
        self, probes: Iterable[tuple[Probe, Recogniser]], likely: Sequence[int], pace: Pace
    ) -> dict[int, float]:
        """Return how much of each of these stories is about what is probed.

        It takes longer to work out than the rest, so only the likely stories are asked; where
        it is put off, their cues stand for it.
        """
        sums = dict.fromkeys(likely, 0.0)
        for probe, net in probes:
            said = self._said(net, probe.home, pace)
            for number in likely:
                if number in said and self._restraints[number]:
                    profile = self._profile(number, net, pace)
                    known = profile is not None
                    part = about(profile.get(probe.home, 0.0)) if profile is not None else 0.0
                    sums[number] += probe.share * (part if known else said[number])
        return sums

    def _profile(self, number: int, net: Recogniser, pace: Pace) -> Profile | None:
        """Return what a story is about; None where that is put off."""
        index, framework = self._indexes[number], net.framework.id
        if framework in index.profiles:
            return index.profiles[framework]
        return pace.spend(lambda: index.profile(framework, net.bags), share=SIEVE_SHARE)

    def _words(self, demand: Demand) -> list[float]:
        """Return by number what the asked words and other words for them come to."""
        sums = [0.0] * len(self._ids)
        for stem, value in demand.weights.items():
            for number in self._holders.get(stem, ()):
                sums[number] += value
            for number in self._headed.get(stem, ()):
                sums[number] += value * (HEADED - 1)
        for concept, (value, first, last) in demand.concepts.items():
            named = is_name(demand.read, first, last)
            said = _NONE if named else self._any(naming(demand.read, first, last))
            for number, phrases in self._counted(concept).items():
                if number not in said:
                    sums[number] += value * breadth(phrases)
        return sums

    def _could_tell(self, demand: Demand) -> dict[int, float]:
        """Return by number what the situations asked for come to at most."""
        sums: dict[int, float] = {}
        for situation, (value, _, _) in demand.situations.items():
            for number, weights in self._situated(situation).items():
                sums[number] = sums.get(number, 0.0) + value * how_far_told(weights)
        return sums

    def _told(
        self, likely: Sequence[int], demand: Demand, at_most: Mapping[int, float], pace: Pace
    ) -> dict[int, float]:
        """Return by number what the situations come to that the likely stories tell.

        Where listening is put off it is what they come to at most.
        """
        asked, hearing = demand.situations, self._hearing
        telling = [n for n in likely if n in at_most]
        unheard = [n for n in telling if not hearing.has(n, asked)]
        for at in range(0, len(unheard), TOGETHER):
            some = unheard[at : at + TOGETHER]
            pace.spend(partial(self._listen, some, asked), share=SIEVE_SHARE)
        heard = (n for n in telling if hearing.has(n, asked))
        return {**at_most, **{n: hearing.worth(n, asked) for n in heard}}

    def _listen(self, numbers: Iterable[int], situations: Iterable[str]) -> bool:
        for number in numbers:
            texts = [text[:PART_LIMIT] for text in self._indexes[number].content]
            self._hearing.listen(number, texts, situations)
        return True

    def _situated(self, situation: str) -> Mapping[int, float]:
        """Return by number what the phrases weigh by which a story could tell a situation."""
        if situation not in self._situations:
            sums: dict[int, float] = {}
            for phrase in told_phrases(situation):
                for number in self._all(written_stems(phrase.stems)):
                    sums[number] = sums.get(number, 0.0) + phrase.weight
            for concept in kin_of(situation):
                for number, phrases in self._counted(concept).items():
                    sums[number] = sums.get(number, 0.0) + KIN * phrases
            self._situations[situation] = sums
        return self._situations[situation]

    def _said(self, net: Recogniser, home: Home, pace: Pace) -> Mapping[int, float]:
        """Return by number how far the cues of a home that a story could say show it.

        Of none where that is put off.
        """
        known = self._cues.get((net.framework.id, home))
        if known is not None:
            return known
        return pace.spend(lambda: self._look_for(net, home), share=SIEVE_SHARE) or _UNKNOWN

    def _look_for(self, net: Recogniser, home: Home) -> Mapping[int, float]:
        key, sums = (net.framework.id, home), dict[int, float]()
        if key in self._cues:  # put off twice, looked for once
            return self._cues[key]
        for phrase in net.book.quotable(home):
            if phrase.weight >= TELLING_CUE:
                value = min(phrase.weight, 1.0) / FULL_CUES
                for number in self._all(phrase.stems):
                    sums[number] = min(sums.get(number, 0.0) + value, _MOST)
        self._cues[key] = sums
        return sums

    def _counted(self, concept: str) -> Mapping[int, float]:
        """Return by number how many phrases a story could say of a concept."""
        if concept not in self._concepts:
            counts: dict[int, float] = {}
            for stems in concept_phrases(concept):
                worth = concept_worth(stems)
                for number in self._all(stems):
                    counts[number] = counts.get(number, 0.0) + worth
            self._concepts[concept] = counts
        return self._concepts[concept]

    def _any(self, stems: Iterable[str]) -> Numbers:
        """Return the stories that have one of these stems."""
        return _NONE.union(*(self._holders.get(stem, ()) for stem in stems))

    def _all(self, stems: tuple[str, ...]) -> Numbers:
        """Return the stories that have all of these stems, those without weight aside."""
        lists = [self._holders.get(stem, []) for stem in stems if weight(stem)]
        first, *further = sorted(lists, key=len) or [[]]
        return frozenset(first).intersection(*further) if first else _NONE


def _worth(shares: Shares, words: float, shown: float, held: float) -> float:
    """Return what a story comes to that is held back so far; 0 for one that is gone."""
    return shares.words * min(words * held, 1.0) + shares.cues * min(shown, 1.0) if held else 0.0
