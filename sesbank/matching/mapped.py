"""Mappings: what it counts that the person mapped a story to the ECQ that is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from sesbank.domain.evidence import Reason, ReasonKind
from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.story import Story
from sesbank.matching.demands import Demand

MAPPED = {Strength.PRIMARY: 1.0, Strength.SUPPORTING: 0.5}
"""How much of the share of mappings each strength is worth."""


def mapping_worth(demand: Demand, story: Story) -> float:
    """Return how much of the share of mappings a story has, 0 to 1."""
    own = [m for m in story.mappings if m.framework == demand.framework and m.ecq == demand.ecq]
    return max((MAPPED[m.strength] for m in own), default=0.0)


def mapping_reasons(demand: Demand, story: Story, *, places: int) -> Iterator[Reason]:
    """Yield the person's own word that a story shows the ECQ that is asked for."""
    own = [m for m in story.mapped_in(demand.framework) if m.ecq == demand.ecq]
    if own and demand.shares.mapping:
        yield _reason(demand, max(own, key=lambda m: MAPPED[m.strength]), places)


def _reason(demand: Demand, mapping: Mapping, places: int) -> Reason:
    whole = next(p for p in demand.probes if not p.home.competency)
    named = [p for p in demand.probes if p.home.competency == mapping.competency]
    return Reason(
        kind=ReasonKind.MAPPING,
        asked=whole.asked,
        said=(named[0] if named else whole).name,
        part="mapping",
        start=0,
        end=0,
        points=round(demand.shares.mapping * MAPPED[mapping.strength], places),
        asked_start=whole.start,
        asked_end=whole.end,
        note=whole.name,
    )
