"""Coverage: what the bank shows and where it has gaps."""

from __future__ import annotations

from sesbank.domain.coverage import Coverage, cover
from sesbank.session.opened import Session


def grid(session: Session, framework: str | None = None) -> Coverage:
    """Return the grid of a framework, by default the person's, over the whole bank."""
    chosen = session.framework_named(framework) if framework else session.framework
    stories = [session.bank.stories[key] for key in sorted(session.bank.stories)]
    return cover(chosen, stories, session.now().date())
