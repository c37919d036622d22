"""Moments: a day and a time of day as Americans write them, where they are clear and one."""

from __future__ import annotations

import re
from datetime import date, time

from sesbank.domain.text import clean_line, quoted

HOW = "write 2026-11-20 10:00, 11/20/2026 10:00 am, or the day alone"
"""How a moment is written, for messages."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAME = r"(?P<month>[a-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    re.compile(rf"(?:(?P<weekday>[a-z]{{3,9}})\.?,? )?{form}", re.ASCII)
    for form in (
        rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)",
        rf"(?P<month>\d{{1,2}})(?P<mark>[/-]){_DAY}(?P=mark)(?P<year>\d{{4}}|\d\d)",
        rf"{_NAME} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}",
        rf"{_DAY}(?:st|nd|rd|th)?[ -]{_NAME},?[ -]{_YEAR}",
    )
)
_WITHOUT_YEAR = re.compile(rf"(?:[a-z]+\.?,? )?(?:{_NAME} \d{{1,2}}[a-z]*|\d{{1,2}}/\d{{1,2}})")
_TIME = re.compile(
    r"(?<![\w:/.-])(?:(?P<word>noon|midnight)"
    r"|(?P<hour>\d{1,2})(?::(?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b\.?"
    r"|(?P<clock>\d{1,2}):(?P<past>\d\d))(?![\w:])",
    re.ASCII,
)
_JOINTS = " ,;@"


def read_moment(text: str) -> str:
    """Return a day, or a day and a time of day, as ISO 8601; an empty text stays empty.

    Slashes and hyphens stand as in "12/18/2026": the month first. Raises ValueError with what is
    not clear or names no day.
    """
    line = clean_line(text).casefold()
    if not line:
        return ""
    line = re.sub(r"(?<=\d)t(?=\d\d:)", " ", line)
    times = list(_TIME.finditer(line))
    if len(times) > 1:
        raise ValueError(f"{quoted(clean_line(text))} names two times: say when it begins")
    if not times:
        return _day(line, text).isoformat()
    before, after = line[: times[0].start()].strip(_JOINTS), line[times[0].end() :].strip(_JOINTS)
    before = re.sub(r"[ ,]+at$", "", before)
    after = re.sub(r"^on ", "", after)
    if before and after:
        raise ValueError(
            f"{quoted(clean_line(text))} says more than a day and a time: "
            "a time zone has a place of its own"
        )
    day = _day(before or after, text)
    return f"{day.isoformat()}T{_time(times[0]).isoformat('minutes')}"


def day_in_words(day: date) -> str:
    """Return a day as a letter says it: "December 18, 2026"."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def moment_in_words(moment: str) -> str:
    """Return a moment of `read_moment` in full: "Friday, December 18, 2026, 2:00 p.m."."""
    day = date.fromisoformat(moment[:10])
    said = f"{_DAYS[day.weekday()]}, {day_in_words(day)}"
    if len(moment) == len("2026-12-18"):
        return said
    at = time.fromisoformat(moment[11:])
    half = "a.m." if at.hour < 12 else "p.m."
    return f"{said}, {at.hour % 12 or 12}:{at.minute:02d} {half}"


def _day(line: str, text: str) -> date:
    """Return the day that a line names; raises ValueError that quotes the whole text."""
    typed = quoted(clean_line(text))
    found = next(filter(None, (form.fullmatch(line) for form in _FORMS)), None)
    month = _month(found["month"]) if found else 0
    if found is None or not month:
        if (bare := _WITHOUT_YEAR.fullmatch(line)) and (not bare["month"] or _month(bare["month"])):
            raise ValueError(f"{typed} names no year: {HOW}")
        raise ValueError(f"{typed} is no day and time: {HOW}")
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    if month > 12 >= int(found["day"]):
        raise ValueError(f"{typed} has no month {month}: the month stands before the day, {HOW}")
    try:
        day = date(year, month, int(found["day"]))
    except ValueError:
        raise ValueError(f"{typed} is no day of the calendar: {HOW}") from None
    weekday = found["weekday"] or ""
    if weekday and not _DAYS[day.weekday()].casefold().startswith(weekday):
        raise ValueError(f"{typed} does not agree: that day is a {_DAYS[day.weekday()]}")
    return day


def _month(name: str) -> int:
    """Return the number of a month by its number or name, 0 for what is none."""
    if name.isdecimal():
        return int(name)
    name = "sep" if name == "sept" else name
    return next((n for n, m in enumerate(_MONTHS, 1) if m.casefold().startswith(name)), 0)


def _time(found: re.Match[str]) -> time:
    if found["word"]:
        return time(12 if found["word"] == "noon" else 0)
    said = quoted(found.group())
    hour, minute = int(found["hour"] or found["clock"]), int(found["minute"] or found["past"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(f"{said} is no time of day: write 2:00 pm or 14:00")
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    elif len(found["clock"]) == 1 and hour < 8:
        raise ValueError(
            f"{said} may be morning or afternoon: write {said[1:-1]} pm or {hour + 12}:{minute:02d}"
        )
    if hour > 23 or minute > 59:
        raise ValueError(f"{said} is no time of day: write 2:00 pm or 14:00")
    return time(hour, minute)
