"""Session: one opened bank, the frameworks at hand, the acts done, and the tools kept warm."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sesbank import locations
from sesbank.domain.bank import Act, Bank, Change, ConflictError
from sesbank.domain.framework import Framework, FrameworkSet
from sesbank.domain.history import History
from sesbank.errors import NotFoundError, NotSavedError
from sesbank.settings import Settings, load_settings
from sesbank.storage import BankStore

if TYPE_CHECKING:
    from sesbank.finding import Finder
    from sesbank.matching import Matcher


class Session:
    """An open bank. Use cases take it first; nothing else holds state between them."""

    def __init__(
        self,
        store: BankStore,
        path: Path,
        settings: Settings,
        *,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self._store = store
        self._history = History()
        self.path = path
        """The bank file."""
        self.settings = settings
        self.now: Callable[[], datetime] = now or (lambda: datetime.now(UTC))
        """The clock, in UTC; a test may give its own."""

    @classmethod
    def open(
        cls,
        bank: Path | None = None,
        *,
        settings: Settings | None = None,
        now: Callable[[], datetime] | None = None,
    ) -> Self:
        """Open a bank, by default the person's own; where there is none, a new one begins.

        Raises BankError when the file cannot be read (it is left untouched), InputError when
        the settings cannot.
        """
        path = (bank or locations.bank_path()).expanduser()
        chosen = settings or load_settings(locations.settings_path())
        return cls(BankStore.open(path), path, chosen, now=now)

    def close(self) -> None:
        """Let go of the bank. Everything said to be saved is saved already."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def bank(self) -> Bank:
        """The bank as last saved or seen on disk."""
        return self._store.bank

    def refresh(self) -> bool:
        """Take in what another program saved; return whether there was anything."""
        return self._store.refresh()

    def act(self, label: str, changes: Iterable[Change]) -> None:
        """Carry out changes together: durable when this returns, and undone together.

        Raises NotSavedError when they could not be made durable, or when a record changed
        since it was read; then neither memory nor disk has changed.
        """
        act = Act(label, tuple(change for change in changes if change.before != change.after))
        if act.changes:
            self._save(act)
            self._history = self._history.after(act)

    def undo(self) -> Act | None:
        """Take back the latest act and return it, or None when there is none."""
        if not self._history.done:
            return None
        act = self._history.done[-1]
        self._save(act.reversed)
        self._history = self._history.after_undo()
        return act

    def redo(self) -> Act | None:
        """Do the act undone last again and return it, or None when there is none."""
        if not self._history.undone:
            return None
        act = self._history.undone[-1]
        self._save(act)
        self._history = self._history.after_redo()
        return act

    @property
    def can_undo(self) -> str:
        """What undo would take back, empty when nothing."""
        return self._history.done[-1].label if self._history.done else ""

    @property
    def can_redo(self) -> str:
        """What redo would do again, empty when nothing."""
        return self._history.undone[-1].label if self._history.undone else ""

    def _save(self, act: Act) -> None:
        try:
            self._store.save(act)
        except ConflictError as conflict:
            raise NotSavedError(
                f"not saved: {conflict.record} was changed meanwhile by another program; "
                "look at it again and repeat the change",
            ) from None

    @cached_property
    def frameworks(self) -> FrameworkSet:
        """The ECQ frameworks at hand, shipped and one's own."""
        from sesbank.frameworks import load_frameworks

        return load_frameworks(locations.own_folder("frameworks"))

    @property
    def framework(self) -> Framework:
        """The framework used where nothing else says which.

        Raises NotFoundError when the settings name one that does not exist.
        """
        return self.framework_named(self.settings.framework)

    def framework_named(self, framework_id: str) -> Framework:
        """Return a framework by its id.

        Raises NotFoundError with the ids there are.
        """
        try:
            return self.frameworks.get(framework_id)
        except KeyError:
            known = ", ".join(self.frameworks.ids)
            raise NotFoundError(f"no framework {framework_id!r}: there are {known}") from None

    @cached_property
    def matcher(self) -> Matcher:
        """What scores stories, kept with its index of them."""
        from sesbank.matching import Matcher

        return Matcher(self.frameworks, meaning=self.settings.meaning)

    @cached_property
    def finder(self) -> Finder:
        """What searches as you type, kept with its index."""
        from sesbank.finding import Finder

        return Finder()
