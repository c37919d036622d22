"""The course of a telling: how far a story told aloud has come, and the seconds of each part."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from sesbank.domain.rehearsal import PartTime
from sesbank.domain.story import PARTS, Story
from sesbank.domain.text import word_count

WHOLE = "answer"
"""The one step of an answer that is not told in parts."""


@dataclass(frozen=True, slots=True)
class Course:
    """A telling that has begun. Moments are seconds on any clock that does not go back."""

    steps: tuple[str, ...]
    """The parts to tell, in order; at least one."""
    begun: float
    ends: tuple[float, ...] = ()
    """When each step told so far ended."""

    @property
    def over(self) -> bool:
        """Whether the last step was told."""
        return len(self.ends) == len(self.steps)

    @property
    def step(self) -> str:
        """The step being told; empty when all are."""
        return "" if self.over else self.steps[len(self.ends)]

    def on(self, now: float) -> Self:
        """Return the course with the present step ended."""
        last = self.ends[-1] if self.ends else self.begun
        return self if self.over else dataclasses.replace(self, ends=(*self.ends, max(now, last)))

    def seconds(self, now: float) -> int:
        """Return how long it took, or has taken until now."""
        return max(round((self.ends[-1] if self.over else now) - self.begun), 0)

    def parts(self, now: float) -> tuple[PartTime, ...]:
        """Return the seconds of each step so far, the present one until now; they add up."""
        ends = self.ends if self.over else (*self.ends, now)
        marks = [0, *(max(round(end - self.begun), 0) for end in ends)]
        return tuple(
            PartTime(step, max(marks[n + 1] - marks[n], 0))
            for n, step in enumerate(self.steps[: len(ends)])
        )


def steps_of(story: Story | None) -> tuple[str, ...]:
    """Return what there is to tell of a story: its parts that are written, or the whole."""
    written = [name for name in PARTS if story and story.part(name).strip()]
    return tuple(written) if len(written) > 1 else (WHOLE,)


def shares(story: Story) -> dict[str, int]:
    """Return the share of each part in percent that the words of a story suggest."""
    words = {name: word_count(story.part(name)) for name in PARTS}
    return _percent(words)


def shares_taken(parts: Sequence[PartTime]) -> dict[str, int]:
    """Return the share of each part in percent by the seconds it took."""
    return _percent({each.part: each.seconds for each in parts})


def _percent(amounts: dict[str, int]) -> dict[str, int]:
    total = sum(amounts.values())
    return {name: round(100 * amount / total) if total else 0 for name, amount in amounts.items()}
