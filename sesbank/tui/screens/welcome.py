"""Welcome: what who has nothing here yet can do first."""

from __future__ import annotations

from sesbank.session import Session
from sesbank.tui.screens.confirm import Answer, Confirm

_WELCOME = (
    "Welcome to sesbank. Your stories stay on this machine, and nothing is ever sent anywhere.\n\n"
    "How do you want to begin?"
)

FIRST_STEPS = (
    Answer("b", "bring", "Bring in what you have: Word and other files"),
    Answer("x", "example", "Look around in an example bank first"),
    Answer("n", "new", "Write a first story"),
    Answer("t", "tour", "Take the tour: five steps, left at any time"),
    Answer("e", "empty", "Start empty: this is not asked again"),
)
"""What can be done first."""


def welcome(session: Session) -> Confirm:
    """Return the question how to begin."""
    return Confirm(session, _WELCOME, FIRST_STEPS, title="Welcome")
