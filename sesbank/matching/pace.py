"""Pace: how much may be read closely for one answer, so that it comes while the person types.

What does not fit is put off: it is read between the keys, and the next answer finds it read. Where
another key comes first, what that one asks takes its place. An answer for which nothing was put
off is the same as one without any pace.
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
    """So many seconds of close reading for one answer; None for as long as it takes.

    Only what is spent here counts, so that a large bank, which takes longer to put in order,
    leaves as much for its best stories as a small one.
    """

    def __init__(
        self, seconds: float | None = None, *, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self._seconds = seconds
        self._clock = clock
        self._spent = 0.0
        self.put_off: list[Work] = []
        """What there was no time for, the most promising first."""

    def spend(self, work: Callable[[], Done], *, share: float = 1.0) -> Done | None:
        """Do some work and return what it gives; None where it is put off.

        It is done while less than a share of the time is spent.
        """
        if self.is_over(share):
            self.put_off.append(work)
            return None
        return self.do(work)

    def is_over(self, share: float = 1.0) -> bool:
        """Return whether a share of the time is spent."""
        return self._seconds is not None and self._spent >= self._seconds * share

    def do(self, work: Callable[[], Done]) -> Done:
        """Do some work however much time is left, and count what it takes."""
        start = self._clock()
        try:
            return work()
        finally:
            self._spent += self._clock() - start


def catch_up(works: list[Work], pace: Pace) -> list[Work]:
    """Do what was put off, at least one thing, and return what is still to do."""
    for done, work in enumerate(works):
        if done and pace.is_over():
            return works[done:]
        pace.do(work)
    return []
