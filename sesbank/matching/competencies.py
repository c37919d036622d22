"""Competencies: how a story shows what is probed, with the words that show it.

For an ECQ requirement the story's cues of each of its competencies count. For questions and
technical requirements what counts is how much of the story is about the competencies probed
(its profile), and only as far as cues of the story can be quoted for it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from sesbank.domain.evidence import ReasonKind
from sesbank.matching.concepts import kindred
from sesbank.matching.demands import Demand, Probe
from sesbank.matching.nets import Nets
from sesbank.matching.pieces import Piece
from sesbank.matching.story_index import Shown, StoryIndex, read_parts

FULL_CUES = 2.5
"""How many telling cues of a competency show it in full."""

NOTHING = 0.12
"""The part of a story any competency takes by chance."""

FULL = 0.50
"""The part at which a story is all about a competency."""

SURE_CUES = 1.0
"""At cues of this weight together, about one phrase, two thirds of what a story shows count."""

QUOTED = 4
"""How many phrases of a story are quoted for what it shows."""

LEAST_QUOTED = 0.4
"""What one must count beside the best of them: a faint link beside a clear one tells nobody."""


def read_story(index: StoryIndex, nets: Nets) -> None:
    """Work out what a story shows in every net, unless its index has it."""
    for net in nets:
        index.shows(net.book)
        index.profile(net.framework.id, net.bags)


def is_read(index: StoryIndex, nets: Nets) -> bool:
    """Return whether it is known what a story shows in every net."""
    return all(net.framework.id in index.shown for net in nets)


def competency_worth(demand: Demand, index: StoryIndex) -> float:
    """Return how far a story shows what is asked of an ECQ, 0 to 1."""
    strengths = index.strengths[demand.framework]
    held = index.restraint / FULL_CUES
    return min(sum(p.share * held * strengths.get(p.home, 0.0) for p in demand.probes), 1.0)


def about(part: float) -> float:
    """Return how far a story shows a competency of which it has this part in its profile."""
    return min(max((part - NOTHING) / (FULL - NOTHING), 0.0), 1.0)


def how_sure(weights: float) -> float:
    """Return how sure cues of this weight together make it, 0 to 1: the first tell most."""
    return 1.0 - math.exp(-weights / SURE_CUES)


def competency_pieces(demand: Demand, index: StoryIndex) -> Iterator[Piece]:
    """Yield the cues that show what is probed; together they are worth what the story shows."""
    quotes = _Quotes(demand, index)
    for probe in demand.probes:
        quotes.add(probe)
    worth = competency_worth(demand, index) if demand.ecq else min(quotes.worth, 1.0)
    best = sorted(quotes.found.values(), key=lambda q: (-q.value, q.cue.part, q.cue.first))
    if not demand.ecq:
        best = [q for q in best[:QUOTED] if q.value >= LEAST_QUOTED * best[0].value]
    total = sum(quote.value for quote in best)
    for value, cue, probe in best:
        asked, points = (probe.first, probe.last), worth * value / total
        place = (cue.first, cue.last, *asked)
        yield Piece(ReasonKind.SYNONYM, cue.part, *place, points, probe.name)


class _Quote(NamedTuple):
    """A cue of the story for something probed, and what it counts beside the others."""

    value: float
    cue: Shown
    probe: Probe


class _Quotes:
    """The cues of a story for what is probed, each place once."""

    def __init__(self, demand: Demand, index: StoryIndex) -> None:
        self._demand, self._index = demand, index
        self._parts = {part.name: part for part in read_parts(index.content)}
        self.found: dict[tuple[str, int, int], _Quote] = {}
        self.worth = 0.0
        """What they come to for a question or technical requirement."""

    def add(self, probe: Probe) -> None:
        """Take in what the story says for one competency that is probed."""
        cues = self._index.shown[probe.framework].get(probe.home, ())
        worth = probe.share
        if not self._demand.ecq:
            cues = self._to_the_point(probe, cues)
            worth *= about(self._index.profiles[probe.framework].get(probe.home, 0.0))
            self.worth += worth * how_sure(sum(cue.weight for cue in cues))
        for cue in cues if worth else ():
            place = (cue.part, cue.first, cue.last)
            value, _, first = self.found.get(place, _Quote(0.0, cue, probe))
            self.found[place] = _Quote(value + worth * cue.weight, cue, first)

    def _to_the_point(self, probe: Probe, cues: Iterable[Shown]) -> tuple[Shown, ...]:
        """Return the cues that answer the words asked, not only their competency.

        What is asked by the name of a thing ("labor") is met by words for that thing alone,
        not by all that belongs to the same competency. A question that names a thing in a phrase
        ("a mistake of yours") is not met by words for quite another thing ("audit finding"). Words
        that are asked and said count as the same words, not as a competency.
        """
        new = tuple(cue for cue in cues if not self._repeats(cue))
        if not probe.things:
            return new
        if self._demand.question and probe.first < probe.last:
            near = probe.things.union(*map(kindred, probe.things))
            return tuple(cue for cue in new if self._fits(cue, near, clear=probe.telling))
        return tuple(cue for cue in new if self._said_things(cue) & probe.things)

    def _fits(self, cue: Shown, near: Set[str], *, clear: bool) -> bool:
        """Return whether a cue speaks of one of these things.

        Of none it may speak where the things asked are named by usual words ("resources").
        """
        said = self._said_things(cue)
        return bool(said & near) or not (said or clear)

    def _repeats(self, cue: Shown) -> bool:
        said = self._parts[cue.part].stems[cue.first : cue.last + 1]
        return all(stem in self._demand.weights for stem in said)

    def _said_things(self, cue: Shown) -> set[str]:
        return {
            hit.phrase.label
            for hit in self._parts[cue.part].concepts
            if hit.first <= cue.last and cue.first <= hit.last
        }
