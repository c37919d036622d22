"""Rehearsal: a question answered aloud with a story, how it went, and when it is due again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Went(StrEnum):
    """How an answer went, as the person says."""

    BADLY = "badly"
    FAIR = "fair"
    WELL = "well"


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


_DAYS = {Went.BADLY: 1, Went.FAIR: 4, Went.WELL: 7}
"""Days until a question is due again. That practice spread over days holds better than the same
practice in a row is well founded (Cepeda and others, Psychological Bulletin 132, 2006, 354-380);
these steps are ours."""

_LONGEST = 60
"""Days: an interview is seldom further away."""


def due_again(done: Iterable[Rehearsal]) -> date | None:
    """Return the day on which a question is due again, given its rehearsals; None without any.

    What went well waits twice as long each further time in a row.
    """
    in_order = sorted(done, key=lambda each: each.day)
    if not in_order:
        return None
    last = in_order[-1]
    days = _DAYS[last.went]
    for before in reversed(in_order[:-1]):
        if last.went is not Went.WELL or before.went is not Went.WELL:
            break
        days = min(days * 2, _LONGEST)
    try:
        return date.fromisoformat(last.day) + timedelta(days)
    except (ValueError, OverflowError):
        return date.min  # Written by another hand: then it is due.
