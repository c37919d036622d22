"""Competencies: how a story shows what is probed, with the words that show it.

For an ECQ requirement the story's cues of each of its competencies count. For questions and
technical requirements what counts is how much of the story is about the competencies probed
(its profile), and only as far as a cue of the story can be quoted for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sesbank.domain.evidence import ReasonKind
from sesbank.matching.demands import Demand, Probe
from sesbank.matching.indexing import Shown, StoryIndex
from sesbank.matching.nets import Nets
from sesbank.matching.pieces import Piece

FULL_CUES = 2.5
"""How many telling cues of a competency show it in full."""

NOTHING = 0.12
"""The part of a story any competency takes by chance."""

FULL = 0.50
"""The part at which a story is all about a competency."""

QUOTED = 4
"""How many phrases of a story are quoted for what it shows."""


def read_story(index: StoryIndex, nets: Nets) -> None:
    """Work out what a story shows in every net, unless its index has it."""
    for net in nets:
        index.shows(net.book)
        index.profile(net.framework.id, net.bags)


def competency_worth(demand: Demand, index: StoryIndex) -> float:
    """Return how far a story shows what is probed, 0 to 1."""
    if demand.ecq:
        strengths = index.strengths[demand.framework]
        held = index.restraint / FULL_CUES
        worth = sum(p.share * held * strengths.get(p.home, 0.0) for p in demand.probes)
    else:
        worth = sum(_about(probe, index) for probe in demand.probes)
    return min(worth, 1.0)


def _about(probe: Probe, index: StoryIndex) -> float:
    if probe.home not in index.shown[probe.framework]:
        return 0.0
    return probe.share * about(index.profiles[probe.framework].get(probe.home, 0.0))


def about(part: float) -> float:
    """Return how far a story shows a competency of which it has this part in its profile."""
    return min(max((part - NOTHING) / (FULL - NOTHING), 0.0), 1.0)


def competency_pieces(demand: Demand, index: StoryIndex) -> Iterator[Piece]:
    """Yield the cues that show what is probed; together they are worth what the story shows."""
    worth = competency_worth(demand, index)
    quotes = list(_quotes(demand, index))
    best = sorted(quotes, key=lambda q: (-q[0], q[1].part, q[1].first))
    if not demand.ecq:
        best = best[:QUOTED]
    total = sum(value for value, _, _ in best)
    for value, cue, probe in best:
        asked = _asked_terms(demand, probe)
        points = worth * value / total
        note = probe.name
        yield Piece(ReasonKind.SYNONYM, cue.part, cue.first, cue.last, *asked, points, note)


def _quotes(demand: Demand, index: StoryIndex) -> Iterator[tuple[float, Shown, Probe]]:
    """Yield each cue that shows something probed, once a place, with what it counts."""
    found: dict[tuple[str, int, int], tuple[float, Shown, Probe]] = {}
    for probe in demand.probes:
        about = probe.share if demand.ecq else _about(probe, index)
        for cue in index.shown[probe.framework].get(probe.home, ()) if about else ():
            place = (cue.part, cue.first, cue.last)
            value, _, first = found.get(place, (0.0, cue, probe))
            found[place] = (value + about * cue.weight, cue, first)
    yield from found.values()


def _asked_terms(demand: Demand, probe: Probe) -> tuple[int, int]:
    terms = demand.read.terms
    first = next((n for n, t in enumerate(terms) if t.start == probe.start), 0)
    last = next((n for n, t in enumerate(terms) if t.end == probe.end), first)
    return first, last
