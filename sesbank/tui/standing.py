"""Standing: how the bank stands on the disk, as the bars say it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, cast

from textual.app import App
from textual.content import Content

from sesbank.domain.bank import Bank
from sesbank.domain.text import counted
from sesbank.errors import NotSavedError, SesbankError
from sesbank.session import Session
from sesbank.tui.plain import NOTHING, named
from sesbank.tui.veil import VEIL

_READ_ONLY = "is read-only"
"""What a note of the session says of a bank that takes no changes."""


class Standing:
    """What is known of the bank's files: whether all is saved, and what the person should know."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._unsaved_since: Bank | None = None
        self._told: set[str] = set()
        self.trouble = ""
        """Why the bank cannot be followed any more; empty while it can."""

    def failed(self, error: Exception) -> None:
        """Remember that a change could not be saved, until the next one is."""
        if isinstance(error, NotSavedError):
            self._unsaved_since = self._session.bank

    def refresh(self) -> bool:
        """Take in what another program saved; a bank that cannot be read is told in the banner."""
        try:
            changed = self._session.refresh()
        except SesbankError as error:
            self.trouble = str(error)
            return False
        self.trouble = ""
        return changed

    @property
    def read_only(self) -> str:
        """Why nothing can be saved at all, empty when it can."""
        return next((note for note in self._session.notes if _READ_ONLY in note), "")

    def new_notes(self) -> tuple[str, ...]:
        """Return what the session has to tell and was not asked for yet."""
        new = [note for note in self._session.notes if note not in self._told]
        self._told.update(new)
        return tuple(note for note in new if note != self.read_only)

    @property
    def status(self) -> tuple[Content, ...]:
        """What stands at the right end of the tabs, in pieces, what must be seen last.

        A bank object of its own is a saved bank.
        """
        stories = counted(len(self._session.bank.stories), "story", "stories")
        said = [(f"{stories} · ", "$muted")]
        hidden = [("text ", "bold $warning"), ("hidden", "bold $warning")] if VEIL.drawn else []
        if self._unsaved_since is self._session.bank:
            state = [("last change ", "bold $error"), ("NOT saved", "bold $error")]
        elif self.trouble or self.read_only:
            state = [("read-only", "bold $warning")]
        else:
            saved = ("saved · " if hidden else "saved", "$muted")
            return _pieces([*said, saved, *hidden])
        return _pieces([*said, *hidden, *([(" · ", "$muted")] if hidden else []), *state])

    @property
    def banner(self) -> Content:
        """What stands below the tabs when something is wrong, else nothing."""
        if self.trouble:
            return named(f"! {self.trouble}", "bold $error")
        if self.read_only:
            text = f"! {self.read_only}. Reading, searching and matching go on."
            return named(text, "bold $warning")
        return NOTHING


def _pieces(said: Sequence[tuple[str, str]]) -> tuple[Content, ...]:
    return tuple(Content(text).stylize(style) for text, style in said)


class _HasStanding(Protocol):
    standing: Standing


def standing_of(app: App[object]) -> Standing:
    """Return how the bank of an app stands."""
    return cast(_HasStanding, app).standing
