"""Coverage: what the bank shows, where it has gaps, and which older stories may fill them."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from sesbank.domain.coverage import Coverage, cover
from sesbank.domain.crosswalk import Suggestion
from sesbank.domain.story import Story
from sesbank.session.mappings import carried_over
from sesbank.session.opened import Session


def grid(session: Session, framework: str | None = None) -> Coverage:
    """Return the grid of a framework, by default the person's, over the whole bank."""
    chosen = session.framework_named(framework) if framework else session.framework
    stories = [session.bank.stories[key] for key in sorted(session.bank.stories)]
    return cover(chosen, stories, session.today)


class Candidate(NamedTuple):
    """A story that the crosswalk suggests for a gap."""

    story: Story
    suggestion: Suggestion


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
    return dict(sorted(_suggested(session, grid.framework.id, empty).items()))


def candidates(
    session: Session, framework: str, ecq: str, competency: str = ""
) -> tuple[Candidate, ...]:
    """Return the stories whose older mappings suggest this ECQ, or this competency of it.

    Each story once, by its strongest suggestion; retired ones and notes are left out.
    """
    place = (ecq, competency)
    return _suggested(session, framework, {place}).get(place, ())


def _suggested(
    session: Session, framework: str, wanted: Container[tuple[str, str]]
) -> dict[tuple[str, str], tuple[Candidate, ...]]:
    """Return by place the stories suggested for it, each by its first suggestion."""
    found: dict[tuple[str, str], list[Candidate]] = {}
    for story in _asked(session):
        places: dict[tuple[str, str], Suggestion] = {}
        for suggestion in carried_over(session, story, framework):
            mapping = suggestion[0]
            for place in ((mapping.ecq, ""), (mapping.ecq, mapping.competency)):
                if place in wanted:
                    places.setdefault(place, suggestion)
        for place, suggestion in places.items():
            found.setdefault(place, []).append(Candidate(story, suggestion))
    return {place: tuple(offered) for place, offered in found.items()}


def _asked(session: Session) -> Iterator[Story]:
    """Yield the stories that may fill a gap, in the order of their ids."""
    for key in sorted(session.bank.stories):
        story = session.bank.stories[key]
        if story.counts:
            yield story
