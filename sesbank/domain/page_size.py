"""Page sizes a sheet and the other papers are made for."""

from __future__ import annotations

from enum import StrEnum


class Paper(StrEnum):
    """Paper sizes."""

    LETTER = "letter"
    A4 = "a4"
