"""Mappings: what a story's mappings in another framework suggest, and the TQs it may answer."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as MappingOf
from typing import NamedTuple

from sesbank.domain.crosswalk import Suggestion, suggest_mappings
from sesbank.domain.mapping import Mapping
from sesbank.domain.offers import Offer, offers
from sesbank.domain.story import Story
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy
from sesbank.session import stories, vacancies
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


def offered(session: Session, story: Story, framework: str) -> tuple[Offer, ...]:
    """Return where a story may belong in a framework, the likeliest first; nothing is mapped."""
    guesses = stories.suggestions(session, story, framework)
    return offers(story.mappings, carried_over(session, story, framework), guesses, framework)


def homeless(session: Session, framework: str) -> tuple[Story, ...]:
    """Return the stories that count and are mapped elsewhere, but to nothing in a framework."""
    known = session.bank.stories
    return tuple(
        story
        for story in (known[key] for key in sorted(known))
        if story.counts and story.mappings and not story.mapped_in(framework)
    )


class Home(NamedTuple):
    """A story, and where it may belong: the likeliest place first."""

    story: Story
    offers: tuple[Offer, ...]


def homes(session: Session, found: Iterable[Story], framework: str) -> tuple[Home, ...]:
    """Return the stories for which anything is suggested in a framework, with what is."""
    every = (Home(story, offered(session, story, framework)) for story in found)
    return tuple(home for home in every if home.offers)


def confirm(session: Session, wanted: MappingOf[str, Mapping]) -> str:
    """Map each story to the place meant for it, in one act; return the names of those changed.

    Raises NotFoundError and InputError as `bulk.map_all` does, and maps none then.
    """
    from sesbank.session import bulk

    for mapping in wanted.values():
        stories.check_mapping(session, mapping)
    return bulk.each(session, "confirm ECQs", wanted, lambda s: stories.mapped(s, wanted[s.id]))


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
