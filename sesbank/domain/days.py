"""Days as people give them for a career: a year, a month, or a day."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


def read_day(text: str) -> str:
    """Return `text` as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; an empty text stays empty.

    Raises ValueError when it is none of these or names a day that does not exist.
    """
    stripped = text.strip()
    if not stripped:
        return ""
    found = _DAY.fullmatch(stripped)
    if not found:
        raise ValueError(f"write a date as 2023, 2023-05 or 2023-05-31, not {stripped!r}")
    year, month, day = (int(part) if part else None for part in found.groups())
    date(year or 0, month or 1, day or 1)
    return "-".join(
        [f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)],
    )


def first_day(text: str) -> date | None:
    """Return the first day that a partial date may mean, or None where it means none."""
    found = _read(text)
    return date(found[0], found[1] or 1, found[2] or 1) if found else None


def last_day(text: str) -> date | None:
    """Return the last day that a partial date may mean, or None where it means none."""
    found = _read(text)
    if found is None:
        return None
    year, month, day = found
    if day and month:
        return date(year, month, day)
    if month and month < 12:
        return date.fromordinal(date(year, month + 1, 1).toordinal() - 1)
    return date(year, 12, 31)


def _read(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day, 0 where left open; None for a day that does not exist."""
    found = _DAY.fullmatch(text.strip())
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or not 1 <= year <= 9998:
        return None
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return year, month or 0, day or 0


def years_before(text: str, today: date) -> float | None:
    """Return how many years lie between a partial date and `today`, or None for an empty one."""
    day = last_day(text)
    return None if day is None else max((today - day).days / 365.25, 0.0)


def ages_out(text: str, years: int) -> date | None:
    """Return the day on which a partial date is `years` past, or None for an empty one."""
    day = last_day(text)
    if day is None or day.year + years > date.max.year:
        return None
    return day.replace(
        year=day.year + years, day=28 if (day.month, day.day) == (2, 29) else day.day
    )


def in_order(started: str, ended: str) -> bool:
    """Return whether a time ended no earlier than it began, as far as both days are told."""
    known = min(len(started), len(ended))
    return started[:known] <= ended[:known]
