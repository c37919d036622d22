"""Coverage: which ECQs and competencies of a framework the bank's stories show, and the gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from sesbank.domain.days import ages_out, years_before
from sesbank.domain.ecq_limits import MOST_SIDES
from sesbank.domain.framework import ECQ, Competency, Framework
from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.story import Story

WANTED_PER_ECQ = 2
"""Coaches advise two stories an ECQ, ten in all."""

RECENT_YEARS = 10.0
"""Boards set aside examples older than this."""

AGING_DAYS = 365
"""Days before that from which on a story is said to age out."""

MOST_ECQS = 1 + MOST_SIDES
"""ECQs one story may carry: one main and its side ones."""

OFTEN_TOLD = 3
"""Tellings from which on the same panels may have heard a story."""

Mapped: TypeAlias = Sequence[tuple[Story, Sequence[Mapping]]]
"""Stories with their mappings in the framework at hand."""


class Standing(StrEnum):
    """How well an ECQ is covered, in a word."""

    COVERED = "covered"
    THIN = "thin"
    """One story where two are wanted."""
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class CompetencyCover:
    """The stories that show one competency."""

    competency: Competency
    stories: tuple[str, ...]
    """Ids; those mapped to it as primary first."""
    main: int = 0
    """How many of them show it first."""
    years: tuple[str, ...] = ()
    """The years the stories ended in, oldest first."""


@dataclass(frozen=True, slots=True)
class EcqCover:
    """The stories that show one ECQ."""

    ecq: ECQ
    primary: tuple[str, ...]
    """Ids of stories mapped to it first."""
    supporting: tuple[str, ...]
    aged: tuple[str, ...]
    """Ids among both that ended more than ten years ago."""
    competencies: tuple[CompetencyCover, ...]
    aging: tuple[str, ...] = ()
    """Ids among both that will be ten years old within the next."""
    years: tuple[str, ...] = ()
    """The years the stories ended in, oldest first."""

    @property
    def standing(self) -> Standing:
        """Covered with two stories that are recent enough, thin with one, else a gap."""
        fresh = len({*self.primary, *self.supporting} - {*self.aged})
        if fresh >= WANTED_PER_ECQ:
            return Standing.COVERED
        return Standing.THIN if fresh else Standing.GAP


@dataclass(frozen=True, slots=True)
class Overuse:
    """A story that carries more than one story should."""

    story: str
    """Its id."""
    ecqs: int
    """How many ECQs of the framework it is mapped to."""
    told: int
    """How often it was told."""

    @property
    def reason(self) -> str:
        """What is too much, in words."""
        reasons = []
        if self.ecqs > MOST_ECQS:
            reasons.append(f"carries {self.ecqs} ECQs")
        if self.told >= OFTEN_TOLD:
            reasons.append(f"told {self.told} times")
        return ", ".join(reasons)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The grid for one framework."""

    framework: Framework
    ecqs: tuple[EcqCover, ...]
    unmapped: tuple[str, ...]
    """Ids of stories that map to nothing in this framework."""
    overused: tuple[Overuse, ...] = ()
    """Stories that carry too many ECQs or were told too often."""

    @property
    def gaps(self) -> tuple[EcqCover, ...]:
        """The ECQs that no recent story shows; fundamental competencies need none."""
        return self._at(Standing.GAP)

    @property
    def thin(self) -> tuple[EcqCover, ...]:
        """The ECQs that too few recent stories show; fundamental competencies need none."""
        return self._at(Standing.THIN)

    def _at(self, standing: Standing) -> tuple[EcqCover, ...]:
        return tuple(
            row for row in self.ecqs if row.standing is standing and not row.ecq.fundamental
        )


def cover(framework: Framework, stories: Iterable[Story], today: date) -> Coverage:
    """Return the grid of a framework over stories; retired and inbox ones do not count."""
    counted = [s for s in stories if s.counts]
    # Each story is asked once for its mappings: sixty rows look through ten thousand of them.
    mapped = [(story, story.mapped_in(framework.id)) for story in counted]
    return Coverage(
        framework=framework,
        ecqs=tuple(_row(ecq, mapped, today) for ecq in framework.ecqs),
        unmapped=tuple(story.id for story, mappings in mapped if not mappings),
        overused=tuple(use for use in (_use(*each) for each in mapped) if use.reason),
    )


def _use(story: Story, mappings: Sequence[Mapping]) -> Overuse:
    return Overuse(story.id, len({m.ecq for m in mappings}), len(story.told))


def _row(ecq: ECQ, mapped: Mapped, today: date) -> EcqCover:
    by_strength: dict[Strength, list[str]] = {strength: [] for strength in Strength}
    here = [(story, [m for m in mappings if m.ecq == ecq.code]) for story, mappings in mapped]
    shown = [(story, mine) for story, mine in here if mine]
    for story, mine in shown:
        by_strength[mine[0].strength].append(story.id)
    aged = {story.id for story, _ in shown if _is_aged(story, today)}
    return EcqCover(
        ecq=ecq,
        primary=tuple(by_strength[Strength.PRIMARY]),
        supporting=tuple(by_strength[Strength.SUPPORTING]),
        aged=tuple(story.id for story, _ in shown if story.id in aged),
        competencies=tuple(_competency(competency, shown) for competency in ecq.competencies),
        aging=tuple(s.id for s, _ in shown if s.id not in aged and _is_aging(s, today)),
        years=_years(story for story, _ in shown),
    )


def _is_aged(story: Story, today: date) -> bool:
    age = years_before(story.ended or story.started, today)
    return age is not None and age > RECENT_YEARS


def _is_aging(story: Story, today: date) -> bool:
    last = ages_out(story.ended or story.started, int(RECENT_YEARS))
    return last is not None and 0 <= (last - today).days <= AGING_DAYS


def _years(stories: Iterable[Story]) -> tuple[str, ...]:
    return tuple(sorted({(s.ended or s.started)[:4] for s in stories} - {""}))


def _competency(competency: Competency, shown: Mapped) -> CompetencyCover:
    """Return who shows a competency, of those who show its ECQ: the strongest first."""
    here = [
        (story, [m.strength for m in mappings if m.competency == competency.code])
        for story, mappings in shown
    ]
    mine = [(story, strengths) for story, strengths in here if strengths]
    ranked = sorted((min(s.value for s in strengths), story.id) for story, strengths in mine)
    main = sum(Strength.PRIMARY in strengths for _, strengths in mine)
    ids = tuple(story for _, story in ranked)
    return CompetencyCover(competency, ids, main, _years(story for story, _ in mine))
