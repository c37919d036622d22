"""Ranking: every story is weighed roughly, the best ones exactly, with their evidence."""

from __future__ import annotations

from collections.abc import Container
from heapq import nlargest

from sesbank.domain.evidence import StoryMatch
from sesbank.domain.story import Story
from sesbank.matching.bank import BankIndex
from sesbank.matching.competencies import read_story
from sesbank.matching.evidence import Scales, reasons_for
from sesbank.matching.indexing import StoryIndex
from sesbank.matching.verdicts import LISTED, verdict

SPARE = 50
"""How many more stories than asked for are weighed exactly."""

BY_MEANING = 300
"""How many stories are compared by word vectors where these are installed."""


def rank(
    scales: Scales, bank: BankIndex, *, limit: int, banned: Container[str] = ()
) -> tuple[StoryMatch, ...]:
    """Return the stories with evidence for a demand, best first, at most `limit`."""
    found = (weigh(scales, *bank[story]) for story in _nearest(scales, bank, limit, banned))
    matches = [match for match in found if match is not None and match.score >= LISTED]
    return tuple(sorted(matches, key=lambda m: (-m.score, m.story))[:limit])


def _nearest(scales: Scales, bank: BankIndex, limit: int, banned: Container[str]) -> list[str]:
    """Return the stories that are worth a close reading."""
    rough = bank.estimates(scales.demand, scales.nets)
    allowed = [(value, story) for story, value in rough.items() if story not in banned]
    meaning = scales.meaning
    if meaning is not None:
        share, asked = scales.demand.shares.meaning, scales.demand.read
        allowed = [
            (value + share * meaning.worth(asked, bank[story][1]), story)
            for value, story in nlargest(BY_MEANING, allowed)
        ]
    return [story for _, story in nlargest(limit + SPARE, allowed)]


def weigh(scales: Scales, story: Story, index: StoryIndex) -> StoryMatch | None:
    """Return a story with its evidence for a demand, None when there is none."""
    read_story(index, scales.nets)
    reasons = reasons_for(scales, story, index)
    if not reasons:
        return None
    score = round(sum(reason.points for reason in reasons), 6)
    return StoryMatch(story.id, story.title, score, verdict(score), reasons)
