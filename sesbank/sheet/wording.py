"""The sheet's own words: what stands there until the person writes something better."""

from __future__ import annotations

from sesbank.domain.figures import FigureState
from sesbank.domain.interview import InterviewKind

QUESTIONS = (
    "What would make you say in a year that this was the right choice?",
    "What should the person in this seat fix first, and what leave alone?",
    "Where does this office most need help from the rest of the agency?",
    "What are the next steps, and when do you expect to decide?",
)
"""Asked of a panel when the person wrote none."""

REMINDERS = (
    "Answer every part of the question",
    "Say “I”; end on the number",
    "Two to four minutes a story",
    "Pause, breathe, water",
)

QRB_REMINDERS = (
    "Every part of it; an eye on the clock",
    "Stay in view of the camera",
    "Say “I”; end on the number",
    "Scope first: people, money, reach",
    "Pause, breathe, water",
)
"""The Qualifications Review Board asks fixed questions on video and stays unnamed.

How many and in how much time stands at the head of its sheet."""

THANKS = "Thank each panel member by e-mail within a day: one point from the talk, your interest."

KINDS = {
    InterviewKind.PANEL: "panel interview",
    InterviewKind.QRB: "Qualifications Review Board",
    InterviewKind.PHONE: "phone interview",
    InterviewKind.OTHER: "interview",
}

UNTITLED = "SES interview"
"""Stands on top when the posting states no title."""

UNSIGNED = "[Your name]"
"""Stands under a note as long as the settings have no name."""

UNCONFIRMED_MARK = "(?)"
"""Follows a figure the person could not confirm; words and not only colour, so that it prints."""

UNCONFIRMED_NOTICE = "(?) = not confirmed: say “about”, or leave it out."

NO_PANEL = "no panel names are kept for this interview: one note to the panel as a whole"

STATES = {
    FigureState.DOCUMENTED: "documented",
    FigureState.MEMORY: "from memory",
    FigureState.ESTIMATE: "an estimate",
    FigureState.UNCONFIRMED: "not confirmed",
    FigureState.WITHHELD: "not to be said",
}
"""How sure the person is of a figure, in a story book."""

WITHHELD_MARK = "…"
"""Stands in a title in place of a figure that is not to be said."""


def reminders(kind: InterviewKind) -> tuple[str, ...]:
    """Return the reminders for a kind of interview."""
    return QRB_REMINDERS if kind is InterviewKind.QRB else REMINDERS


def gap(nearest: str, lacks: tuple[str, ...] = ()) -> str:
    """Return what a row without a story says: the story that comes nearest, and what it lacks."""
    without = f" (lacks {', '.join(lacks[:2])})" if lacks else ""
    return f"No story yet. Nearest: “{nearest}”{without}." if nearest else "No story yet."
