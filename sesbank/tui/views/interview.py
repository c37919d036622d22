"""Interviews on the screen: when, before whom, how many days are left, what is prepared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from sesbank.domain.interview import Interview, InterviewKind
from sesbank.domain.preparation import interviews_in_order
from sesbank.domain.text import counted
from sesbank.domain.vacancy import Vacancy
from sesbank.tui.plain import plain_line

INTERVIEW_NAMES = {
    InterviewKind.PANEL: "agency panel",
    InterviewKind.QRB: "Qualifications Review Board",
    InterviewKind.PHONE: "phone",
    InterviewKind.OTHER: "other",
}


def interview_named(interview: Interview) -> str:
    """Return when an interview is and before whom, on one line."""
    when = " ".join(filter(None, (interview.when.replace("T", " "), interview.zone)))
    return f"{when or 'no day yet'}, {INTERVIEW_NAMES[interview.kind]}"


def days_to(interview: Interview, today: date) -> str:
    """Return how far off an interview is: "today", "in 12 days", "past"; empty without a day."""
    try:
        days = (date.fromisoformat(interview.when[:10]) - today).days
    except ValueError:
        return ""
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days" if days > 0 else "past")


def interview_lines(vacancy: Vacancy, today: date) -> Iterator[Content]:
    """Yield what is kept for the interviews of a vacancy; nothing where nothing is."""
    for interview in interviews_in_order(vacancy):
        days = days_to(interview, today)
        yield plain_line(interview_named(interview) + (f", {days}" if days else ""))
        if interview.place:
            yield plain_line(interview.place)
        if interview.panel_known:
            yield plain_line(f"Panel: {', '.join(interview.panel)}")
    kept = [
        "an opening line" if vacancy.opening else "",
        counted(len(vacancy.questions), "question") if vacancy.questions else "",
        counted(len(vacancy.notes), "fact") + " about the agency" if vacancy.notes else "",
    ]
    if any(kept):
        yield plain_line("Prepared: " + ", ".join(filter(None, kept)), "$muted")
