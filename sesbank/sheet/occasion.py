"""The occasion: when, where and before whom, as printed on the sheet."""

from __future__ import annotations

from datetime import datetime, timedelta

from sesbank.domain.interview import Interview, InterviewKind
from sesbank.domain.moments import day_in_words
from sesbank.domain.text import clean_line
from sesbank.sheet.wording import THANKS

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


def when_printed(interview: Interview) -> str:
    """Return date, time and zone: "Fri 20 Nov 2026, 10:00–11:00 a.m. ET"; odd texts as given."""
    text = clean_line(interview.when)
    try:
        start = datetime.fromisoformat(text)
    except ValueError:
        return " ".join(filter(None, [text, clean_line(interview.zone)]))
    day = f"{_DAYS[start.weekday()]} {start.day} {_MONTHS[start.month - 1]} {start.year}"
    if "T" not in text and ":" not in text:
        return day
    return " ".join(
        filter(None, [f"{day}, {_hours(start, interview)}", clean_line(interview.zone)])
    )


def day_printed(interview: Interview | None) -> str:
    """Return the day as a letter says it: "November 20, 2026"; empty where it is not known."""
    try:
        day = datetime.fromisoformat(clean_line(interview.when if interview else ""))
    except ValueError:
        return ""
    return day_in_words(day)


def panel_printed(interview: Interview | None) -> tuple[str, ...]:
    """Return the names to address; none for a Qualifications Review Board."""
    if interview is None or not interview.panel_known:
        return ()
    return tuple(filter(None, map(clean_line, interview.panel)))


def thanks_printed(kind: InterviewKind) -> str:
    """Return the thank-you line; a Qualifications Review Board stays unnamed and gets none."""
    return "" if kind is InterviewKind.QRB else THANKS


def _hours(start: datetime, interview: Interview) -> str:
    if not interview.minutes or not 0 < interview.minutes <= 24 * 60:
        return f"{_clock(start)} {_half(start)}"
    try:
        end = start + timedelta(minutes=interview.minutes)
    except OverflowError:
        return f"{_clock(start)} {_half(start)}"
    first = _clock(start) if _half(start) == _half(end) else f"{_clock(start)} {_half(start)}"
    return f"{first}–{_clock(end)} {_half(end)}"


def _clock(moment: datetime) -> str:
    return f"{moment.hour % 12 or 12}:{moment.minute:02d}"


def _half(moment: datetime) -> str:
    return "a.m." if moment.hour < 12 else "p.m."
