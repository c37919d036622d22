"""Coverage inside a requirement: its demands one by one, and which of them a story meets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sesbank.domain.evidence import Reason


class Standing(StrEnum):
    """How a story stands to one demand."""

    SAID = "said"
    """The story says it."""
    ELSEWHERE = "elsewhere"
    """True of the person, but not said here: another story or a figure has it."""
    MISSING = "missing"
    """Nothing in the bank has it."""


@dataclass(frozen=True, slots=True)
class DemandPart:
    """One of the things a requirement demands, verbatim."""

    text: str
    start: int
    """Offset in the requirement's text."""
    end: int


@dataclass(frozen=True, slots=True)
class DemandCover:
    """One demand with how a story stands to it."""

    part: DemandPart
    standing: Standing
    score: float = 0.0
    """What the evidence for this demand alone is worth, 0 to 1; of the other story if elsewhere."""
    reasons: tuple[Reason, ...] = ()
    """The words of the story, or of the other one; offsets asked count in the requirement."""
    other: str = ""
    """Where it is said elsewhere: the id of the other story, or of this one for a figure."""
    where: str = ""
    """The other story's title, or the figure as said."""


@dataclass(frozen=True, slots=True)
class StoryCover:
    """A requirement's demands as one story meets them."""

    requirement: str
    story: str
    demands: tuple[DemandCover, ...]

    @property
    def said(self) -> int:
        """How many demands the story meets."""
        return sum(demand.standing is Standing.SAID for demand in self.demands)

    @property
    def summary(self) -> str:
        """In words: "3 of 4 demands met"."""
        count = len(self.demands)
        return f"{self.said} of {count} {'demand' if count == 1 else 'demands'} met"

    def of(self, standing: Standing) -> tuple[DemandCover, ...]:
        """Return the demands of a standing in the requirement's order."""
        return tuple(demand for demand in self.demands if demand.standing is standing)
