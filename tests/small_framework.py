"""A framework of two ECQs, one of them with a competency, and a fundamental."""

from __future__ import annotations

from sesbank.domain.framework import ECQ, Competency, Framework

FRAMEWORK = Framework(
    "f",
    "F",
    "",
    (
        ECQ("A", 1, "Alpha", "", (Competency("a1", "A one", "A", ""),)),
        ECQ("B", 2, "Beta", "", ()),
        ECQ("FUND", 0, "Fundamental", "", ()),
    ),
)
