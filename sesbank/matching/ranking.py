"""Ranking: every story is weighed roughly, the best ones exactly, with their evidence."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from sesbank.domain.evidence import StoryMatch
from sesbank.domain.story import Story
from sesbank.matching.bank import Indexed
from sesbank.matching.competencies import competency_worth, read_story
from sesbank.matching.evidence import Scales, reasons_for
from sesbank.matching.indexing import StoryIndex, breadth
from sesbank.matching.mapped import mapping_worth
from sesbank.matching.verdicts import LISTED, verdict

SPARE = 15
"""How many more stories than asked for are weighed exactly."""


def rank(scales: Scales, bank: Sequence[Indexed], *, limit: int) -> tuple[StoryMatch, ...]:
    """Return the stories with evidence for a demand, best first, at most `limit`."""
    for _, index in bank:
        read_story(index, scales.nets)
    estimate = Estimate(scales)
    rough = [(estimate.of(story, index), number) for number, (story, index) in enumerate(bank)]
    candidates = nlargest(limit + SPARE, rough, key=lambda pair: (pair[0], -pair[1]))
    found = (weigh(scales, *bank[number]) for value, number in candidates if value > 0)
    matches = [match for match in found if match is not None and match.score >= LISTED]
    return tuple(sorted(matches, key=lambda m: (-m.score, m.story))[:limit])


def weigh(scales: Scales, story: Story, index: StoryIndex) -> StoryMatch | None:
    """Return a story with its evidence for a demand, None when there is none."""
    read_story(index, scales.nets)
    reasons = reasons_for(scales, story, index)
    if not reasons:
        return None
    score = round(sum(reason.points for reason in reasons), 6)
    return StoryMatch(story.id, story.title, score, verdict(score), reasons)


class Estimate:
    """About what a story will score for a demand, without looking for the places."""

    def __init__(self, scales: Scales) -> None:
        demand = scales.demand
        self._demand, self._meaning = demand, scales.meaning
        self._stems = frozenset(demand.weights)
        self._concepts = {
            concept: (value, frozenset(t.stem for t in demand.read.terms[first : last + 1]))
            for concept, (value, first, last) in demand.concepts.items()
        }
        self._asked = frozenset(demand.concepts)

    def of(self, story: Story, index: StoryIndex) -> float:
        """Return the estimate for one story."""
        demand, shares = self._demand, self._demand.shares
        words = sum(map(demand.weights.__getitem__, index.stems & self._stems))
        for concept in index.concepts.keys() & self._asked:
            value, asked = self._concepts[concept]
            if index.stems.isdisjoint(asked):
                words += value * breadth(index.concepts[concept])
        cues = competency_worth(demand, index)
        mapped = mapping_worth(demand, story) if demand.ecq else 0.0
        total = shares.words * min(words * index.restraint, 1.0) + shares.cues * cues
        if self._meaning is not None:
            total += shares.meaning * self._meaning.worth(demand.read, index)
        return round(total + shares.mapping * mapped, 9)  # sums over a set have no fixed order
