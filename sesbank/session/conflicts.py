"""Conflicts: one story edited in two places, and the ways out of it."""

from __future__ import annotations

from sesbank.domain.story import Story
from sesbank.domain.text import shorten
from sesbank.errors import NotSavedError


class EditConflictError(NotSavedError):
    """A story changed while it was edited. Both states are at hand and nothing was saved.

    `stories.keep_both` keeps the edited one beside the other, `stories.overwrite` puts it in
    its place, `history.difference` shows how they differ.
    """

    def __init__(self, present: Story | None, mine: Story) -> None:
        title = shorten(mine.title, 40)
        done = "changed" if present else "removed"
        super().__init__(
            f"not saved: “{title}” was {done} meanwhile; keep both, overwrite, or look at both",
        )
        self.present = present
        """The story as the bank has it now; None when it was removed."""
        self.mine = mine
        """The story as it was to be saved."""
