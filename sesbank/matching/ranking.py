"""Ranking: every story is weighed roughly, the best ones exactly, with their evidence."""

from __future__ import annotations

from collections.abc import Container
from heapq import nlargest
from itertools import islice

from sesbank.domain.evidence import StoryMatch
from sesbank.domain.story import Story
from sesbank.matching.bank import BankIndex
from sesbank.matching.competencies import is_read, read_story
from sesbank.matching.demands import Demand
from sesbank.matching.evidence import Evidence, Scales, evidence_for, reasons_in
from sesbank.matching.pace import Pace
from sesbank.matching.story_index import StoryIndex
from sesbank.matching.telling_evidence import say_something
from sesbank.matching.verdicts import LISTED, USUAL_ONLY, verdict

SPARE = 50
"""How many more stories than asked for are weighed exactly."""

NEAREST = 3
"""How many stories are listed that share nothing but usual words, where no story shares more."""

BY_MEANING = 300
"""How many stories are compared by word vectors where these are installed."""


def rank(
    scales: Scales,
    bank: BankIndex,
    *,
    limit: int,
    banned: Container[str] = (),
    pace: Pace | None = None,
) -> tuple[StoryMatch, ...]:
    """Return the stories with evidence for a demand, best first, at most `limit`.

    With a `pace` those are left out whose reading is put off.
    """
    pace = pace or Pace()
    near = [bank[story] for story in _nearest(scales, bank, pace, limit=limit, banned=banned)]
    read = [(story, index) for story, index in near if _is_read(scales, index, pace)]
    weighed = [(story, evidence_for(scales, story, index)) for story, index in read]
    found = [(story, known) for story, known in weighed if known and known.score >= LISTED]
    found.sort(key=lambda pair: (-pair[1].score, pair[0].id))
    return _worth_listing(scales.demand, found, limit)


def _worth_listing(
    demand: Demand, found: list[tuple[Story, Evidence]], limit: int
) -> tuple[StoryMatch, ...]:
    """Return the stories that say something; where none does, the few that come nearest."""
    matches = (_match(demand, story, evidence) for story, evidence in found)
    telling = (m for m in matches if m.score >= USUAL_ONLY or say_something(m.reasons))
    listed = tuple(islice(telling, limit))
    return listed or tuple(_match(demand, *pair) for pair in found[: min(NEAREST, limit)])


def _is_read(scales: Scales, index: StoryIndex, pace: Pace) -> bool:
    """Return whether a story is read closely, which it is now where there is time."""
    if is_read(index, scales.nets):
        return True

    def read() -> bool:
        read_story(index, scales.nets)
        return True

    return pace.spend(read) is not None


def _nearest(
    scales: Scales, bank: BankIndex, pace: Pace, *, limit: int, banned: Container[str]
) -> list[str]:
    """Return the stories that are worth a close reading, the most promising first."""
    rough = bank.estimates(scales.demand, scales.nets, pace)
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
    evidence = evidence_for(scales, story, index)
    return _match(scales.demand, story, evidence) if evidence else None


def _match(demand: Demand, story: Story, evidence: Evidence) -> StoryMatch:
    score, reasons = evidence.score, reasons_in(evidence, demand)
    return StoryMatch(story.id, story.title, score, verdict(score), reasons)
