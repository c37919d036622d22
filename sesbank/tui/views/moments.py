"""Moments as people read them: on their own clock, to the minute."""

from __future__ import annotations

from datetime import datetime

from sesbank.domain.text import clean_line


def moment(stamp: str) -> str:
    """Return a moment of the bank: 2026-11-22 14:05; one that is none as it stands."""
    try:
        return datetime.fromisoformat(stamp).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError):
        return clean_line(stamp)
