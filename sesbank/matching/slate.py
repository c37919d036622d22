"""The slate: the best set of stories for a whole vacancy, each story once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from sesbank.domain.evidence import RequirementMatch, SlateEntry, StoryMatch
from sesbank.domain.story import Status, Story
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy
from sesbank.matching.assignment import assign
from sesbank.matching.verdicts import PROPOSED, PROPOSED_TECHNICAL

TIE = 1e-7
"""What one place in the order of recent and executive stories is worth: it decides ties alone."""

UNFINISHED = 0.04
"""What a draft without a result is held back by."""

EXECUTIVE = re.compile(r"\b(?:GS-?\s?15|SES|SL|ST|ES|O-[6-9]|senior executive)\b", re.IGNORECASE)
"""Grades at executive level, and the one just below it."""


class Slate(NamedTuple):
    """What is proposed for a vacancy."""

    entries: tuple[SlateEntry, ...]
    """In posting order."""
    uncovered: tuple[str, ...]
    """Ids of requirements without a proposal, in posting order."""


def propose(
    vacancy: Vacancy, matches: Sequence[RequirementMatch], stories: Iterable[Story] = ()
) -> Slate:
    """Return the set of stories with the largest total score.

    A pinned story always takes its requirement; below the floor of its kind nothing is
    proposed. What is desirable comes after what is required, from the stories that are left.
    On ties recent stories at executive level come first (`stories` tells them apart), and a
    draft without a result gives way to a finished story that scores nearly as much.
    """
    worth = _standing(stories)
    offered = {match.requirement: match.stories for match in matches}
    taken = {
        requirement: next(s for s in stories if s.pinned)
        for requirement, stories in offered.items()
        if any(s.pinned for s in stories)
    }
    for required in (True, False):
        rows = [
            r
            for r in vacancy.matched
            if r.id not in taken and (r.kind is not RequirementKind.DESIRABLE) is required
        ]
        used = {match.story for match in taken.values()}
        left = {row.id: _may_take(row, offered.get(row.id, ()), used) for row in rows}
        taken.update(_fill(left, worth))
    entries = tuple(
        SlateEntry(r.id, taken[r.id].story, taken[r.id].score)
        for r in vacancy.matched
        if r.id in taken
    )
    return Slate(entries, tuple(r.id for r in vacancy.matched if r.id not in taken))


def _may_take(
    row: Requirement, matches: Iterable[StoryMatch], used: Collection[str]
) -> list[StoryMatch]:
    technical = row.kind is not RequirementKind.ECQ
    floor = PROPOSED_TECHNICAL if technical else PROPOSED
    return [match for match in matches if match.score >= floor and match.story not in used]


def _standing(stories: Iterable[Story]) -> dict[str, float]:
    """Return what is added to a story's scores in the slate: next to nothing, so only on ties."""
    ranked = sorted(stories, key=lambda s: (_executive(s), s.ended or "9999", s.started, s.id))
    return {
        story.id: place * TIE - (UNFINISHED if _unfinished(story) else 0.0)
        for place, story in enumerate(ranked)
    }


def _executive(story: Story) -> bool:
    return bool(EXECUTIVE.search(story.grade_at_time))


def _unfinished(story: Story) -> bool:
    return story.status is not Status.READY and not story.result.strip()


def _fill(
    left: Mapping[str, Sequence[StoryMatch]], worth: Mapping[str, float]
) -> dict[str, StoryMatch]:
    choices = [{match.story: match for match in matches} for matches in left.values()]
    stories = sorted({story for choice in choices for story in choice})
    number = {story: place for place, story in enumerate(stories)}
    gains = [
        {number[s]: match.score + worth.get(s, 0.0) for s, match in choice.items()}
        for choice in choices
    ]
    return {
        row: choices[place][stories[column]]
        for place, (row, column) in enumerate(zip(left, assign(gains), strict=True))
        if column is not None
    }
