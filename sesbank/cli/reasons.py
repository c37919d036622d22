"""Reasons: a story on offer with the words on both sides that speak for it."""

from __future__ import annotations

from collections.abc import Iterator

from sesbank.cli.tables import indented
from sesbank.domain.demands import DemandCover, Standing, StoryCover
from sesbank.domain.evidence import Reason, ReasonKind, StoryMatch
from sesbank.domain.text import shorten

OFFERED = 3
"""Stories printed for a requirement or a question where nobody says how many."""

SHOWN = 3
"""Reasons shown for a story; JSON has them all."""

_QUOTE, _NOTE = 50, 40
"""Characters of a quote and of a competency's name that are shown."""

_KINDS = {
    ReasonKind.WORDS: "same words",
    ReasonKind.STEM: "same word, other form",
    ReasonKind.SYNONYM: "both show the same competency",
    ReasonKind.MEANING: "close in meaning",
}


def offered_lines(match: StoryMatch, number: int, columns: int) -> Iterator[str]:
    """Yield a story on offer: its rank, verdict and title, then why."""
    pinned = " (pinned)" if match.pinned else ""
    yield from indented(f"{match.title}{pinned}", columns, first=f"  {number} {match.verdict:<6} ")
    for reason in match.reasons[:SHOWN]:
        yield from indented(_line(reason), columns, first="      ")


def _line(reason: Reason) -> str:
    said = shorten(reason.said, _QUOTE)
    if reason.kind is ReasonKind.MAPPING:
        return f"you mapped it to {said}" if reason.note else said
    kind = _KINDS[reason.kind]
    if reason.note:
        verb = "both show" if reason.note[0].isupper() else "both speak of"
        kind = f"{verb} {shorten(reason.note, _NOTE)}"
    more = f" and {len(reason.also)} more" if reason.also else ""
    return f"“{shorten(reason.asked, _QUOTE)}” <-> “{said}” in {reason.part}{more} ({kind})"


def demand_lines(cover: StoryCover | None, columns: int) -> Iterator[str]:
    """Yield how many demands the story meets, and each that stays open with where it is met."""
    if cover is None or len(cover.demands) < 2:
        return
    yield from indented(cover.summary, columns, first="      ")
    for demand in cover.demands:
        if demand.standing is not Standing.SAID:
            yield from indented(_open(demand), columns, first="        open: ")


def _open(demand: DemandCover) -> str:
    words = f"“{shorten(demand.part.text, _QUOTE)}”"
    if demand.standing is Standing.MISSING:
        return f"{words} - missing"
    return f"{words} - true of you but not said here: {shorten(demand.where, _QUOTE)}"
