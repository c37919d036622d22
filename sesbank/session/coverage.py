"""Coverage: what the bank shows, where it has gaps, and which older stories may fill them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Set
from typing import NamedTuple

from sesbank.domain.coverage import Coverage, cover
from sesbank.domain.evidence import EcqGuess
from sesbank.domain.mapping import MappedBy
from sesbank.domain.offers import Offer, offers
from sesbank.domain.story import Story
from sesbank.session import stories
from sesbank.session.mappings import carried_over
from sesbank.session.opened import Session

_MOST_READ = 60
"""Stories whose words are looked at for a gap: a quarter of a second."""


def grid(session: Session, framework: str | None = None) -> Coverage:
    """Return the grid of a framework, by default the person's, over the whole bank."""
    chosen = session.framework_named(framework) if framework else session.framework
    stories = [session.bank.stories[key] for key in sorted(session.bank.stories)]
    return cover(chosen, stories, session.today)


class Candidate(NamedTuple):
    """A story that may fill a gap, and what speaks for it."""

    story: Story
    offer: Offer


def fillers(session: Session, grid: Coverage) -> dict[tuple[str, str], tuple[Candidate, ...]]:
    """Return by ECQ and competency the stories that may fill what the grid shows as empty.

    The competency is empty for the gap of an ECQ; places for which nothing is suggested are left
    out.
    """
    empty = {(row.ecq.code, "") for row in grid.gaps} | {
        (row.ecq.code, cover.competency.code)
        for row in grid.ecqs
        for cover in row.competencies
        if not cover.stories
    }
    return dict(sorted(_suggested(session, grid.framework.id, empty, deep=False).items()))


def candidates(
    session: Session, framework: str, ecq: str, competency: str = ""
) -> tuple[Candidate, ...]:
    """Return the stories that may fill an ECQ, or a competency of it, the likeliest first.

    Their older mappings suggest it along the crosswalk, or their own words do; each story once.
    Retired ones and notes are left out, and those that have no room for one more ECQ.
    """
    place = (ecq, competency)
    return _suggested(session, framework, {place}).get(place, ())


def look_ahead(session: Session, framework: str) -> None:
    """Read what the words of the stories suggest, so that `candidates` need not be waited for."""
    for story in _read(session, framework):
        session.matcher.suggest(story, framework)


def _suggested(
    session: Session, framework: str, wanted: Set[tuple[str, str]], *, deep: bool = True
) -> dict[tuple[str, str], tuple[Candidate, ...]]:
    """Return by place the stories suggested for it, each by its first suggestion.

    Words are read where an ECQ is wanted; `deep` looks for those of a competency as well.
    """
    found: dict[tuple[str, str], list[Candidate]] = {}
    ecqs = any(not competency for _, competency in wanted)
    read = {story.id for story in _read(session, framework)} if deep or ecqs else set()
    for story in _asked(session):
        carried = carried_over(session, story, framework)
        words = stories.suggestions(session, story, framework) if story.id in read else ()
        offered = offers(story.mappings, carried, words, framework)
        if deep and story.id in read and any(competency for _, competency in wanted):
            offered = (*offered, *_by_competency(session, story, framework, offered))
        places: dict[tuple[str, str], Offer] = {}
        for offer in offered:
            for place in ((offer.mapping.ecq, ""), (offer.mapping.ecq, offer.mapping.competency)):
                if place in wanted:
                    places.setdefault(place, offer)
        for place, offer in places.items():
            found.setdefault(place, []).append(Candidate(story, offer))
    return {
        place: tuple(sorted(each, key=lambda candidate: -candidate.offer.score))
        for place, each in found.items()
    }


def _by_competency(
    session: Session, story: Story, framework: str, offered: tuple[Offer, ...]
) -> Iterator[Offer]:
    """Yield competencies that the words speak of clearly, of ECQs the story shows or may show."""
    known = session.framework_named(framework)
    said = session.matcher.competencies_said(story, framework)
    places = {(mapping.ecq, mapping.competency) for mapping in story.mapped_in(framework)}
    by_ecq = {offer.mapping.ecq: offer for offer in reversed(offered)}
    for held in story.mapped_in(framework):
        guess = EcqGuess(held.ecq, known.ecq(held.ecq).name, 0.0, ())
        by_ecq.setdefault(held.ecq, Offer(held, None, guess, 0.0))
    for code, cues in said.items():
        competency = known.competency(code)
        offer = by_ecq.get(competency.ecq)
        if offer is not None and (competency.ecq, code) not in places:
            place = dataclasses.replace(offer.mapping, competency=code, by=MappedBy.SUGGESTION)
            guess = EcqGuess(competency.ecq, competency.name, offer.score, cues)
            yield Offer(place, None, guess, offer.score)


def _read(session: Session, framework: str) -> tuple[Story, ...]:
    """Return the stories whose words are looked at: those without a place first, not thousands."""
    asked = sorted(_asked(session), key=lambda story: len(story.mapped_in(framework)))
    return tuple(asked[:_MOST_READ])


def _asked(session: Session) -> Iterator[Story]:
    """Yield the stories that may fill a gap, in the order of their ids."""
    for key in sorted(session.bank.stories):
        story = session.bank.stories[key]
        if story.counts:
            yield story
