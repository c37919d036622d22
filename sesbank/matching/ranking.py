"""Ranking: every story is weighed roughly, the best ones exactly, with their evidence."""

from __future__ import annotations

from collections.abc import Sequence

from sesbank.domain.evidence import StoryMatch
from sesbank.domain.story import Story
from sesbank.matching.cuebook import CueBook
from sesbank.matching.demands import Demand
from sesbank.matching.evidence import FULL_CUES, reasons_for
from sesbank.matching.indexing import StoryIndex, read_parts
from sesbank.matching.verdicts import LISTED, verdict

SPARE = 15
"""How many more stories than asked for are weighed exactly."""

Indexed = Sequence[tuple[Story, StoryIndex]]


def rank(demand: Demand, bank: Indexed, book: CueBook, *, limit: int) -> tuple[StoryMatch, ...]:
    """Return the stories with evidence for a demand, best first, at most `limit`."""
    rough = [
        (estimate(demand, story, index, book), number) for number, (story, index) in enumerate(bank)
    ]
    best = sorted((pair for pair in rough if pair[0] > 0), key=lambda p: (-p[0], p[1]))
    found = [weigh(demand, *bank[number], book) for _, number in best[: limit + SPARE]]
    matches = [match for match in found if match is not None and match.score >= LISTED]
    return tuple(sorted(matches, key=lambda m: (-m.score, m.story))[:limit])


def weigh(demand: Demand, story: Story, index: StoryIndex, book: CueBook) -> StoryMatch | None:
    """Return a story with its evidence for a demand, None when there is none."""
    reasons = reasons_for(demand, story, index, read_parts(index.content), book)
    if not reasons:
        return None
    score = round(sum(reason.points for reason in reasons), 6)
    return StoryMatch(story.id, story.title, score, verdict(score), reasons)


def estimate(demand: Demand, story: Story, index: StoryIndex, book: CueBook) -> float:
    """Return about what a story will score, without looking for the places."""
    words = sum(demand.weights[stem] for stem in index.stems & demand.weights.keys())
    for concept in index.concepts & demand.concepts.keys():
        value, first, last = demand.concepts[concept]
        if not any(t.stem in index.stems for t in demand.read.terms[first : last + 1]):
            words += value
    shown = index.shows(book)
    cues = sum(
        probe.share * sum(shown[probe.home].values())
        for probe in demand.probes
        if probe.home in shown
    )
    mapped = any(m.ecq == demand.ecq for m in story.mapped_in(demand.framework))
    return (
        demand.shares.words * min(words * index.restraint, 1.0)
        + demand.shares.cues * min(cues / FULL_CUES * index.restraint, 1.0)
        + demand.shares.mapping * mapped
    )
