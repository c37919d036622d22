"""Pace: how much may be read closely for one answer, so that it comes while the person types.

What does not fit is put off, not dropped: it is read between the keys, and the next answer finds
it read. An answer for which nothing was put off is the same as one without any pace.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

Done = TypeVar("Done")

Work = Callable[[], object]

SIEVE_SHARE = 0.5
"""The part of the time that may go into finding the likely stories, before they are read."""


class Pace:
    """So many seconds of work for one answer; None for as long as it takes."""

    def __init__(
        self, seconds: float | None = None, *, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self._seconds = seconds
        self._clock = clock
        self._start = clock()
        self.put_off: list[Work] = []
        """What there was no time for, the most promising first."""

    def spend(self, work: Callable[[], Done], *, share: float = 1.0) -> Done | None:
        """Do some work and return what it gives; None where it is put off.

        It is done while less than a share of the time is spent.
        """
        if self._seconds is None or self._clock() - self._start < self._seconds * share:
            return work()
        self.put_off.append(work)
        return None


def catch_up(works: list[Work], pace: Pace) -> list[Work]:
    """Do what was put off, at least one thing, and return what is still to do."""
    for done, work in enumerate(works):
        if done and pace.spend(lambda: True) is None:
            return works[done:]
        work()
    return []
