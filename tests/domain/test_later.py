"""What is read when somebody first looks into it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError, Event

import pytest

from sesbank.domain.later import Later

SECONDS = 20
"""To wait for another thread before the test fails."""


def test_nothing_is_read_before_somebody_looks() -> None:
    read: list[str] = []
    later = Later(lambda: (read.append("once"),))
    assert read == []
    assert len(later) == len(later) == 1
    assert read == ["once"]


def test_what_many_threads_look_into_at_once_is_read_once() -> None:
    readers = 8
    all_there, two_reading = Barrier(readers), Barrier(2)
    read: list[object] = []

    def reads() -> tuple[object, ...]:
        read.append(object())
        with suppress(BrokenBarrierError):
            two_reading.wait(0.2)  # Where a second one could come in to read, it meets the first.
        return (read[-1],)

    later = Later(reads)

    def look(_: int) -> object:
        all_there.wait(SECONDS)
        return later[0]

    with ThreadPoolExecutor(readers) as pool:
        found = list(pool.map(look, range(readers)))
    assert len(read) == 1
    assert found == read * readers


def test_one_that_looks_into_another_is_read_while_a_thread_reads_that_one() -> None:
    begun, go_on = Event(), Event()

    def slow() -> tuple[int, ...]:
        begun.set()
        assert go_on.wait(SECONDS)
        return (1,)

    below = Later(slow)
    above = Later(lambda: (*below, 2))
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(lambda: below[0])
        assert begun.wait(SECONDS)
        second = pool.submit(lambda: tuple(above))
        go_on.set()
        assert (first.result(SECONDS), second.result(SECONDS)) == (1, (1, 2))


def test_what_could_not_be_read_is_read_at_the_next_look() -> None:
    tries = iter([OSError("the disk was away"), None])

    def reads() -> tuple[str, ...]:
        if error := next(tries):
            raise error
        return ("there",)

    later = Later(reads)
    with pytest.raises(OSError, match="away"):
        len(later)
    assert list(later) == ["there"]
