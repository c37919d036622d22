"""Mappings: what it counts that the person mapped a story to the ECQ that is asked for.

Of the same kind is how the person says a story ended: who is asked for a failure wants to be
reminded of the story marked as one, which seldom says "failure" itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from sesbank.domain.evidence import Reason, ReasonKind
from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.story import Outcome, Story
from sesbank.matching.demands import Demand

MAPPED = {Strength.PRIMARY: 1.0, Strength.SUPPORTING: 0.5}
"""How much of the share of mappings each strength is worth."""

FAILURE = "failure"
"""The concept that is asked for where a story that went wrong is wanted."""

ENDED = {Outcome.SETBACK: (1.0, "a setback"), Outcome.MIXED: (0.5, "a mixed result")}
"""What it is worth, beside another word for "failure", that a story ended so, and its name."""


def counts(demand: Demand) -> bool:
    """Return whether the person's own word on a story can bear on a demand."""
    return bool(demand.ecq) or (demand.question and FAILURE in demand.concepts)


def own_worth(demand: Demand, story: Story) -> float:
    """Return what the person's own word on a story adds to its score for a demand."""
    if demand.ecq:
        return demand.shares.mapping * _mapping_worth(demand, story)
    if counts(demand) and story.outcome in ENDED:
        return demand.shares.words * demand.concepts[FAILURE][0] * ENDED[story.outcome][0]
    return 0.0


def own_reasons(demand: Demand, story: Story, *, room: float, places: int) -> Iterator[Reason]:
    """Yield the person's own word on a story where it bears on what is asked.

    `room` is what the score may still grow by.
    """
    points = round(min(own_worth(demand, story), room), places)
    if points <= 0:
        return
    if demand.ecq:
        own = [m for m in story.mapped_in(demand.framework) if m.ecq == demand.ecq]
        yield _mapped(demand, max(own, key=lambda m: MAPPED[m.strength]), points)
    else:
        _, first, last = demand.concepts[FAILURE]
        asked, start, end = demand.read.quote(first, last)
        said = f"marked by you as {ENDED[story.outcome][1]}"
        yield Reason(ReasonKind.MAPPING, asked, said, "mapping", 0, 0, points, start, end)


def _mapping_worth(demand: Demand, story: Story) -> float:
    """Return how much of the share of mappings a story has, 0 to 1."""
    own = [m for m in story.mapped_in(demand.framework) if m.ecq == demand.ecq]
    return max((MAPPED[m.strength] for m in own), default=0.0)


def _mapped(demand: Demand, mapping: Mapping, points: float) -> Reason:
    whole = next(p for p in demand.probes if not p.home.competency)
    named = [p for p in demand.probes if p.home.competency == mapping.competency]
    return Reason(
        kind=ReasonKind.MAPPING,
        asked=whole.asked,
        said=(named[0] if named else whole).name,
        part="mapping",
        start=0,
        end=0,
        points=points,
        asked_start=whole.start,
        asked_end=whole.end,
        note=whole.name,
    )
