"""Conflicts: one story edited in two places, and the ways out of it."""

from __future__ import annotations

from sesbank.domain.meanwhile import Joined, joined
from sesbank.domain.story import Story
from sesbank.domain.text import shorten
from sesbank.errors import NotSavedError


class EditConflictError(NotSavedError):
    """A story changed while it was edited. Both states are at hand and nothing was saved.

    `stories.keep_both` keeps the edited one beside the other, `stories.overwrite` puts it in
    its place, `history.difference` shows how they differ.
    """

    def __init__(self, present: Story | None, mine: Story, found: Joined | None = None) -> None:
        title = shorten(mine.title, 40)
        done = "changed" if present else "removed"
        super().__init__(
            f"not saved: “{title}” was {done} meanwhile; keep both, overwrite, or look at both",
        )
        self.present = present
        """The story as the bank has it now; None when it was removed."""
        self.mine = mine
        """The story as it was to be saved."""
        self.both = found.both if found else ()
        """The fields that both changed, where that is known."""
        self.over = found.story if found else mine
        """The story as the bank has it now, with `mine` over all that was changed here."""


def with_theirs(base: Story | None, mine: Story, present: Story) -> Story:
    """Return `mine` with what was changed in the bank meanwhile.

    Raises EditConflictError where both changed the same.
    """
    found = joined(base, mine, present)
    if found.both:
        raise EditConflictError(present, mine, found)
    return found.story
