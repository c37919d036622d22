"""Days as postings print them, read as ISO days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = re.compile(
    rf"""(?<![\d/-])(?:(?<![\d_])(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})/(?P<year>\d{{4}}|\d{{2}})(?![\d/])
    | (?<!\w)(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?!\d)
    | (?<!\w)(?P<short>{_MONTH})[ \n](?P<short_day>\d{{1,2}})(?:st|nd|rd|th)?
      (?=[ \n]?(?:to|through|thru|-|until)[ \n]?(?:(?P<to_month>{_MONTH})[ \n])?
      (?P<to_day>\d{{1,2}})(?:st|nd|rd|th)?,?[ \n](?P<to_year>\d{{4}})(?!\d))
    | (?<!\w)(?P<name>{_MONTH})[ \n](?P<name_day>\d{{1,2}})(?:st|nd|rd
      |th)?,?[ \n](?P<name_year>\d{{4}})(?!\d)
    | (?<!\w)(?P<first_day>\d{{1,2}})(?:st|nd|rd|th)?[ -](?P<first_name>{_MONTH})
      ,?[ -](?P<first_year>\d{{4}})(?!\d)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? )?"
_BETWEEN = re.compile(rf"[ \n]?(?:to|through|thru|-|until|and)[ \n]?{_WEEKDAY}$", re.IGNORECASE)


class DayFound(NamedTuple):
    """A day in the stream."""

    day: str
    """ISO."""
    start: int
    end: int


def find_days(text: str, start: int = 0, end: int | None = None) -> Iterator[DayFound]:
    """Yield the days between two offsets; what names no real day is none."""
    for found in _DAY.finditer(text, start, len(text) if end is None else end):
        day = _read(found)
        if day:
            yield DayFound(day, *found.span())
        if day and found["short"] and not found["to_month"]:
            last = _day(found["to_year"], found["short"], found["to_day"])
            if last:
                yield DayFound(last, found.start("to_day"), found.end("to_year"))


def find_ranges(
    text: str, start: int = 0, end: int | None = None
) -> Iterator[tuple[DayFound, DayFound]]:
    """Yield the pairs of days that a "to" joins, the earlier first."""
    earlier: DayFound | None = None
    for found in find_days(text, start, end):
        if (
            earlier
            and found.start - earlier.end < 24
            and _BETWEEN.fullmatch(text[earlier.end : found.start])
            and earlier.day <= found.day
        ):
            yield earlier, found
        earlier = found


def _read(found: re.Match[str]) -> str:
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"]).isoformat()
        if found["month"]:
            year = int(found["year"])
            return date(
                year + 2000 if year < 100 else year, int(found["month"]), int(found["day"])
            ).isoformat()
    except ValueError:
        return ""
    if found["short"]:
        return _before(found)
    return _day(
        found["name_year"] or found["first_year"],
        found["name"] or found["first_name"],
        found["name_day"] or found["first_day"],
    )


def _day(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), _MONTHS.index(month[:3].lower()) + 1, int(day)).isoformat()
    except ValueError:
        return ""


def _before(found: re.Match[str]) -> str:
    """Return the first day of "December 4 to January 8, 2026", which is of the year before."""
    last = _day(found["to_year"], found["to_month"] or found["short"], found["to_day"])
    first = _day(found["to_year"], found["short"], found["short_day"])
    if first and last and first > last:
        return _day(str(int(found["to_year"]) - 1), found["short"], found["short_day"])
    return first if last else ""
