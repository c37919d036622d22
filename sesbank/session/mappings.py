"""Mappings: what a story's mappings in another framework suggest, and the TQs it may answer."""

from __future__ import annotations

from typing import NamedTuple

from sesbank.domain.crosswalk import Suggestion, suggest_mappings
from sesbank.domain.story import Story
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy
from sesbank.session import vacancies
from sesbank.session.opened import Session


class TQ(NamedTuple):
    """A technical qualification of a kept vacancy, and whether a story is pinned to it."""

    vacancy: Vacancy
    requirement: Requirement
    pinned: bool


def carried_over(session: Session, story: Story, framework: str) -> tuple[Suggestion, ...]:
    """Return what the crosswalks into a framework suggest for a story, strong ones first."""
    return tuple(
        suggestion
        for crosswalk in session.frameworks.crosswalks
        if crosswalk.target == framework
        for suggestion in suggest_mappings(story.mappings, crosswalk, session.frameworks)
    )


def tqs(session: Session, story_id: str) -> tuple[TQ, ...]:
    """Return the technical qualifications of every kept vacancy, the vacancies in their order."""
    return tuple(
        TQ(vacancy, requirement, any(
            pin.requirement == requirement.id and pin.story == story_id for pin in vacancy.pins
        ))
        for vacancy in vacancies.listed(session)
        for requirement in vacancy.requirements
        if requirement.kind in (RequirementKind.TQ, RequirementKind.DESIRABLE)
    )  # fmt: skip


def turn_pin(session: Session, tq: TQ, story_id: str) -> Vacancy:
    """Pin a story to a TQ, or let go of it where it is pinned."""
    if tq.pinned:
        return vacancies.unpin(session, tq.vacancy, tq.requirement.id)
    return vacancies.pin(session, tq.vacancy, tq.requirement.id, story_id)
