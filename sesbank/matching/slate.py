"""The slate: the best set of stories for a whole vacancy.

Each story is used once unless more is allowed, and an ECQ is answered with at most two stories:
panels and coaches want one or two examples for each, never more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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

EACH_ECQ = 2
"""How many stories are proposed for one ECQ, where a posting asks for it in several rows."""

AGAIN = 0.05
"""What each further use of a story costs where it may be used more than once."""

EXECUTIVE = re.compile(r"\b(?:GS-?\s?15|SES|SL|ST|ES|O-[6-9]|senior executive)\b", re.IGNORECASE)
"""Grades at executive level, and the one just below it."""


class Slate(NamedTuple):
    """What is proposed for a vacancy."""

    entries: tuple[SlateEntry, ...]
    """In posting order."""
    uncovered: tuple[str, ...]
    """Ids of requirements without a proposal, in posting order."""


def propose(
    vacancy: Vacancy,
    matches: Sequence[RequirementMatch],
    stories: Iterable[Story] = (),
    *,
    uses: int = 1,
) -> Slate:
    """Return the set of stories with the largest total score, each used at most `uses` times.

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
        used = Counter(match.story for match in taken.values())
        room = _Room(vacancy, used, uses, taken.keys())
        taken.update(_fill({r.id: _may_take(r, offered.get(r.id, ())) for r in rows}, worth, room))
    entries = tuple(
        SlateEntry(r.id, taken[r.id].story, taken[r.id].score)
        for r in vacancy.matched
        if r.id in taken
    )
    return Slate(entries, tuple(r.id for r in vacancy.matched if r.id not in taken))


class _Room:
    """How often each story may still be used, and how many rows of an ECQ must stay open."""

    def __init__(
        self, vacancy: Vacancy, used: Mapping[str, int], uses: int, taken: Collection[str]
    ) -> None:
        self._used, self._uses = used, uses
        self._codes = {r.id: r.code for r in vacancy.matched if r.kind is RequirementKind.ECQ}
        self._answered = Counter(self._codes[row] for row in taken if row in self._codes)

    def uses_left(self, story: str) -> range:
        """Return the uses a story has left: 0 for its first one."""
        return range(self._used.get(story, 0), max(self._uses, 1))

    def idle(self, rows: Iterable[str]) -> Iterator[tuple[str, ...]]:
        """Yield once for each row that must stay open the rows of its ECQ it is taken from."""
        by_code: dict[str, list[str]] = {}
        for row in rows:
            if self._codes.get(row):
                by_code.setdefault(self._codes[row], []).append(row)
        for code, own in by_code.items():
            for _ in range(self._answered[code] + len(own) - EACH_ECQ):
                yield tuple(own)


def _may_take(row: Requirement, matches: Iterable[StoryMatch]) -> list[StoryMatch]:
    technical = row.kind is not RequirementKind.ECQ
    floor = PROPOSED_TECHNICAL if technical else PROPOSED
    return [match for match in matches if match.score >= floor]


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


_IDLE = 1e3
"""More than any score: a place that is worth it is always taken."""


def _fill(
    left: Mapping[str, Sequence[StoryMatch]], worth: Mapping[str, float], room: _Room
) -> dict[str, StoryMatch]:
    """Return the best assignment of stories to rows.

    A story has a column for each use; rows that must stay open are drawn into idle columns.
    """
    choices = {row: {match.story: match for match in matches} for row, matches in left.items()}
    stories = sorted({story for choice in choices.values() for story in choice})
    columns = [(story, use) for story in stories for use in room.uses_left(story)]
    number = {column: place for place, column in enumerate(columns)}
    gains: dict[str, dict[int, float]] = {
        row: {
            number[story, use]: match.score + worth.get(story, 0.0) - AGAIN * use
            for story, match in choice.items()
            for use in room.uses_left(story)
        }
        for row, choice in choices.items()
    }
    for place, rows in enumerate(room.idle(left), len(columns)):
        for row in rows:
            gains[row][place] = _IDLE
    chosen = zip(left, assign(list(gains.values())), strict=True)
    return {
        row: choices[row][columns[column][0]]
        for row, column in chosen
        if column is not None and column < len(columns)
    }
