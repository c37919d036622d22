"""Pins: a story the person fixed to a requirement is listed first, whatever its evidence."""

from __future__ import annotations

from dataclasses import replace

from sesbank.domain.evidence import Reason, ReasonKind, StoryMatch
from sesbank.domain.story import Story
from sesbank.domain.text import shorten
from sesbank.matching.demands import Demand
from sesbank.matching.verdicts import verdict

PIN_POINTS = 0.01
"""What a pin alone is worth: enough to be listed, never enough to look like evidence."""


def pinned_match(demand: Demand, story: Story, found: StoryMatch | None) -> StoryMatch:
    """Return a match marked as pinned; without other evidence the pin itself is the reason."""
    if found is not None:
        return replace(found, pinned=True)
    asked = shorten(demand.read.text, 60).removesuffix("…")
    start = max(demand.read.text.find(asked), 0)
    end = start + len(asked) if demand.read.text[start : start + len(asked)] == asked else start
    reason = Reason(
        ReasonKind.MAPPING, demand.read.text[start:end], "pinned by you", "mapping", 0, 0,
        PIN_POINTS, start, end,
    )  # fmt: skip
    return StoryMatch(
        story.id, story.title, PIN_POINTS, verdict(PIN_POINTS), (reason,), pinned=True
    )
