"""Rehearsal: a question answered aloud with a story, how it went, and when it is due again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise


class Went(StrEnum):
    """How an answer went, as the person says."""

    BADLY = "badly"
    FAIR = "fair"
    WELL = "well"
    EASILY = "easily"


@dataclass(frozen=True, slots=True)
class PartTime:
    """How long one part of a story took to tell."""

    part: str
    """One of the four CCAR parts by its name."""
    seconds: int


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One time a question was answered aloud with the story."""

    question: str
    """On one line, as it was asked."""
    day: str
    """When, as YYYY-MM-DD."""
    seconds: int
    """How long the answer took."""
    went: Went
    note: str = ""
    """What to do better, in the person's words."""
    parts: tuple[PartTime, ...] = ()
    """The seconds by part, in the order told; empty where nobody counted them."""


_DAYS = {Went.BADLY: 1, Went.FAIR: 4, Went.WELL: 7, Went.EASILY: 14}
"""Days until a question is due again. That practice spread over days holds better than the same
practice in a row is well founded (Cepeda and others, Psychological Bulletin 132, 2006, 354-380);
these steps are ours."""

_GOOD = (Went.WELL, Went.EASILY)

_LONGEST = 60
"""Days: an interview is seldom further away."""


def due_again(done: Iterable[Rehearsal], interview: date | None = None) -> date | None:
    """Return the day on which something is due again, given its rehearsals; None without any.

    What went well waits twice as long each further time in a row. With an interview ahead it
    waits at most half of the days left until then: it comes once more before, and never after.
    """
    in_order = sorted(done, key=lambda each: each.day)
    if not in_order:
        return None
    try:
        told = date.fromisoformat(in_order[-1].day)
        left = (interview - told).days if interview else 0
        days = _days(in_order)
        return told + timedelta(min(days, max(left // 2, 1)) if left > 0 else days)
    except (ValueError, OverflowError):
        return date.min  # Written by another hand: then it is due.


def _days(in_order: Sequence[Rehearsal]) -> int:
    """Return how many days what was rehearsed so waits, whatever is ahead."""
    days = _DAYS[in_order[-1].went]
    good = [each.went in _GOOD for each in reversed(in_order)]
    for now, before in pairwise(good):
        if not (now and before):
            break
        days = min(days * 2, _LONGEST)
    return days
