"""Moments: days and times as people write them."""

from __future__ import annotations

import pytest

from sesbank.domain.moments import moment_in_words, read_moment


@pytest.mark.parametrize(
    "typed",
    [
        "2026-12-18 14:00",
        "2026-12-18T14:00",
        "12/18/2026 2:00 pm",
        "12/18/2026 2 pm",
        "12/18/26 2PM",
        "12-18-2026, 2:00 P.M.",
        "12/18/2026 14:00",
        "Dec 18, 2026 2 p.m.",
        "Dec. 18th, 2026 at 2:00 pm",
        "December 18 2026 @ 2pm",
        "Friday, December 18, 2026, 2:00 PM",
        "Fri Dec 18, 2026 2:00pm",
        "18 Dec 2026 14:00",
        "2:00 pm on December 18, 2026",
    ],
)
def test_a_day_and_time_is_read_as_americans_write_it(typed: str) -> None:
    assert read_moment(typed) == "2026-12-18T14:00"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", ""),
        ("Dec 18, 2026", "2026-12-18"),
        ("12/18/2026", "2026-12-18"),
        ("Sept 1, 2026 noon", "2026-09-01T12:00"),
        ("9/1/2026 12:30 am", "2026-09-01T00:30"),
        ("9/1/2026 9:30", "2026-09-01T09:30"),
        ("2026-09-01 02:00", "2026-09-01T02:00"),
    ],
)
def test_a_day_alone_and_the_edges_of_the_clock_are_read(typed: str, read: str) -> None:
    assert read_moment(typed) == read


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("next Friday", "is no day and time"),
        ("Dec 18 2 pm", "names no year"),
        ("12/18 2 pm", "names no year"),
        ("18/12/2026", "the month stands before the day"),
        ("2/30/2026", "no day of the calendar"),
        ("Monday, December 18, 2026", "that day is a Friday"),
        ("12/18/2026 2:00", "morning or afternoon"),
        ("12/18/2026 14 pm", "no time of day"),
        ("12/18/2026 25:00", "no time of day"),
        ("12/18/2026 2 pm ET", "time zone has a place of its own"),
        ("12/18/2026 2 pm to 3 pm", "names two times"),
        ("2026-11-20 10:00:59", "is no day and time"),
        ("20261120", "is no day and time"),
        ("5 pm", "is no day and time"),
    ],
)
def test_what_is_not_clear_is_refused_with_the_reason(typed: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_moment(typed)


def test_a_moment_is_said_in_full() -> None:
    assert moment_in_words("2026-12-18T14:00") == "Friday, December 18, 2026, 2:00 p.m."
    assert moment_in_words("2026-12-18") == "Friday, December 18, 2026"
    assert moment_in_words("2026-12-18T00:05").endswith("12:05 a.m.")
