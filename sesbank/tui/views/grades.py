"""Grades: how answers went, a sign each, as high as they went well."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from sesbank.domain.rehearsal import Rehearsal, Went
from sesbank.tui.layout import clock
from sesbank.tui.plain import named, plain_line, together

GRADE_SIGNS = {Went.BADLY: "▁", Went.FAIR: "▃", Went.WELL: "▅", Went.EASILY: "▇"}
"""How an answer went, as high as it went well."""

_GRADE_STYLES = {
    Went.BADLY: "$error",
    Went.FAIR: "$warning",
    Went.WELL: "$success",
    Went.EASILY: "$success",
}

FEW = 5
"""Grades that a row shows, and cells for them."""

_LONG = 12


def grades(went: Sequence[Went], most: int = FEW) -> Content:
    """Return how the latest answers went, the oldest first, a sign each."""
    return together(*(Content(GRADE_SIGNS[w]).stylize(_GRADE_STYLES[w]) for w in went[-most:]))


def progress(done: Iterable[Rehearsal]) -> tuple[Content, Content]:
    """Return how the telling of a story went over time, and how it went the last time."""
    told = sorted(done, key=lambda each: each.day)
    return grades([each.went for each in told], _LONG), last_line(told[-1])


def last_line(rehearsal: Rehearsal) -> Content:
    """Return how an answer went, in a line: the day, the time it took, the grade, the note."""
    went = rehearsal.went
    facts = together(
        named(rehearsal.day),
        Content(f"  {clock(rehearsal.seconds)}  ").stylize("$muted"),
        Content(f"{GRADE_SIGNS[went]} {went.value}").stylize(_GRADE_STYLES[went]),
    )
    if not rehearsal.note:
        return facts
    return together(facts, Content("  "), plain_line(rehearsal.note))
