"""Coverage: which ECQs and competencies of a framework the bank's stories show, and the gaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sesbank.domain.days import years_before
from sesbank.domain.framework import ECQ, Competency, Framework
from sesbank.domain.mapping import Strength
from sesbank.domain.story import Status, Story

WANTED_PER_ECQ = 2
"""Coaches advise two stories an ECQ, ten in all."""

RECENT_YEARS = 10.0
"""Boards set aside examples older than this."""


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

    @property
    def standing(self) -> Standing:
        """Covered with two stories that are recent enough, thin with one, else a gap."""
        fresh = len({*self.primary, *self.supporting} - {*self.aged})
        if fresh >= WANTED_PER_ECQ:
            return Standing.COVERED
        return Standing.THIN if fresh else Standing.GAP


@dataclass(frozen=True, slots=True)
class Coverage:
    """The grid for one framework."""

    framework: Framework
    ecqs: tuple[EcqCover, ...]
    unmapped: tuple[str, ...]
    """Ids of stories that map to nothing in this framework."""

    @property
    def gaps(self) -> tuple[EcqCover, ...]:
        """The ECQs that no recent story shows; fundamental competencies need none."""
        return tuple(
            row for row in self.ecqs if row.standing is Standing.GAP and not row.ecq.fundamental
        )


def cover(framework: Framework, stories: Iterable[Story], today: date) -> Coverage:
    """Return the grid of a framework over stories; retired and inbox ones do not count."""
    counted = [s for s in stories if s.status not in (Status.RETIRED, Status.INBOX)]
    return Coverage(
        framework=framework,
        ecqs=tuple(_row(framework, ecq, counted, today) for ecq in framework.ecqs),
        unmapped=tuple(s.id for s in counted if not s.mapped_in(framework.id)),
    )


def _row(framework: Framework, ecq: ECQ, stories: list[Story], today: date) -> EcqCover:
    by_strength: dict[Strength, list[str]] = {strength: [] for strength in Strength}
    aged: list[str] = []
    for story in stories:
        mine = [m for m in story.mapped_in(framework.id) if m.ecq == ecq.code]
        if not mine:
            continue
        by_strength[mine[0].strength].append(story.id)
        age = years_before(story.ended or story.started, today)
        if age is not None and age > RECENT_YEARS:
            aged.append(story.id)
    return EcqCover(
        ecq=ecq,
        primary=tuple(by_strength[Strength.PRIMARY]),
        supporting=tuple(by_strength[Strength.SUPPORTING]),
        aged=tuple(aged),
        competencies=tuple(
            CompetencyCover(competency, _showing(framework.id, competency, stories))
            for competency in ecq.competencies
        ),
    )


def _showing(framework: str, competency: Competency, stories: list[Story]) -> tuple[str, ...]:
    ranked = [
        (mapping.strength.value, story.id)
        for story in stories
        for mapping in story.mapped_in(framework)
        if mapping.competency == competency.code and mapping.ecq == competency.ecq
    ]
    return tuple(dict.fromkeys(story for _, story in sorted(ranked)))
