"""The slate: the best set of stories for a whole vacancy, each story once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sesbank.domain.evidence import RequirementMatch, SlateEntry, StoryMatch
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy
from sesbank.matching.assignment import assign
from sesbank.matching.verdicts import PROPOSED


class Slate(NamedTuple):
    """What is proposed for a vacancy."""

    entries: tuple[SlateEntry, ...]
    """In posting order."""
    uncovered: tuple[str, ...]
    """Ids of requirements without a proposal, in posting order."""


def propose(vacancy: Vacancy, matches: Sequence[RequirementMatch]) -> Slate:
    """Return the set of stories with the largest total score.

    A pinned story always takes its requirement. Below PROPOSED nothing is proposed. What is
    desirable comes after what is required, from the stories that are left.
    """
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
        taken.update(_fill(rows, offered, {match.story for match in taken.values()}))
    entries = tuple(
        SlateEntry(r.id, taken[r.id].story, taken[r.id].score)
        for r in vacancy.matched
        if r.id in taken
    )
    return Slate(entries, tuple(r.id for r in vacancy.matched if r.id not in taken))


def _fill(
    rows: Sequence[Requirement],
    offered: Mapping[str, Sequence[StoryMatch]],
    used: set[str],
) -> dict[str, StoryMatch]:
    choices = [
        {m.story: m for m in offered.get(row.id, ()) if m.score >= PROPOSED and m.story not in used}
        for row in rows
    ]
    stories = sorted({story for choice in choices for story in choice})
    number = {story: place for place, story in enumerate(stories)}
    gains = [{number[s]: match.score for s, match in choice.items()} for choice in choices]
    return {
        row.id: choices[place][stories[column]]
        for place, (row, column) in enumerate(zip(rows, assign(gains), strict=True))
        if column is not None
    }
