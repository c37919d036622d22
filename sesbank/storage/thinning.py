"""Thinning: which backups are kept as they grow old."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import datetime
from typing import NamedTuple

NEWEST, DAYS, WEEKS, MONTHS = 10, 12, 10, 9
"""How many of the newest backups stay, and for how many days, weeks and months one each."""

ASKED = "asked-for"
"""The reason of a backup that a person asked for, as its name says it."""


class Backup(NamedTuple):
    """A backup by what its name says."""

    name: str
    made: datetime
    """UTC, by the clock of then; clocks go back, so `rev` decides what is newer."""
    rev: int
    """The bank's count of saves."""
    reason: str


def newest_first(backups: Sequence[Backup]) -> tuple[Backup, ...]:
    """Return backups in order of the saves they hold, the latest first."""
    return tuple(sorted(backups, key=lambda each: (each.rev, each.made, each.name), reverse=True))


def kept(backups: Sequence[Backup]) -> frozenset[str]:
    """Return the names of the backups to keep; the latest by its save is always among them.

    What a person asked for stays, however old, and takes no place of those made by themselves.
    """
    ordered = newest_first([each for each in backups if each.reason != ASKED])
    names = {each.name for each in backups if each.reason == ASKED}
    names.update(each.name for each in ordered[:NEWEST])
    for count, period in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        latest: dict[Hashable, Backup] = {}
        for each in ordered:
            latest.setdefault(period(each.made), each)
        recent = sorted(latest.values(), key=lambda each: each.made, reverse=True)
        names.update(each.name for each in recent[:count])
    return frozenset(names)


def _day(moment: datetime) -> Hashable:
    return moment.date()


def _week(moment: datetime) -> Hashable:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> Hashable:
    return (moment.year, moment.month)
