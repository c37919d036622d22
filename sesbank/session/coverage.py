"""Coverage: what the bank shows, where it has gaps, and which older stories may fill them."""

from __future__ import annotations

from typing import NamedTuple

from sesbank.domain.coverage import Coverage, cover
from sesbank.domain.crosswalk import Suggestion
from sesbank.domain.story import Status, Story
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


def candidates(
    session: Session, framework: str, ecq: str, competency: str = ""
) -> tuple[Candidate, ...]:
    """Return the stories whose older mappings suggest an ECQ, or one competency of it.

    Each story once, by its strongest suggestion; retired ones and notes are left out.
    """
    found: list[Candidate] = []
    for key in sorted(session.bank.stories):
        story = session.bank.stories[key]
        if story.status in (Status.RETIRED, Status.INBOX):
            continue
        for suggestion in carried_over(session, story, framework):
            mapping = suggestion[0]
            if mapping.ecq == ecq and competency in ("", mapping.competency):
                found.append(Candidate(story, suggestion))
                break
    return tuple(found)
