"""Session: one opened bank, the frameworks at hand, the acts done, and the tools kept warm."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sesbank import locations
from sesbank.domain.bank import Act, Bank, Change, ConflictError
from sesbank.domain.history import History
from sesbank.domain.trash import DAYS
from sesbank.errors import ChangedMeanwhileError, NotFoundError, NotSavedError
from sesbank.settings import Settings, load_settings
from sesbank.storage import BankStore
from sesbank.storage.undo_log import DO, REDO, UNDO, UndoLog

if TYPE_CHECKING:
    from sesbank.domain.framework import Framework, FrameworkSet
    from sesbank.domain.framework_names import Names
    from sesbank.finding import Finder
    from sesbank.matching import Matcher
    from sesbank.session.keeper import Keeper


class Session:
    """An open bank. Use cases take it first; nothing else holds state between them."""

    def __init__(
        self,
        store: BankStore | None,
        path: Path,
        settings: Settings,
        *,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self._store = store
        self._told: list[str] = [
            f"the settings have “{name}”, which is no setting; it is left alone"
            for name in settings.unknown
        ]
        self.path = path
        """The bank file."""
        self.settings = settings
        self.now: Callable[[], datetime] = now or (lambda: datetime.now(UTC))
        """The clock, in UTC; a test may give its own. What people call today is `today`."""
        self.has_saved = False
        """Whether this run changed the bank."""

    @classmethod
    def open(
        cls,
        bank: Path | None = None,
        *,
        settings: Settings | None = None,
        now: Callable[[], datetime] | None = None,
        meanwhile: Callable[[str], object] | None = None,
    ) -> Self:
        """Open a bank, by default the person's own; where there is none, a new one begins.

        `meanwhile` is told in a few words what is going on while it lasts. Raises BankError when
        the file cannot be read (it is left untouched), InputError when the settings cannot.
        """
        path = locations.expanded(bank or locations.bank_path())
        chosen = settings or load_settings(locations.settings_path())
        return cls(BankStore.open(path, meanwhile=meanwhile), path, chosen, now=now)

    @classmethod
    def without_bank(cls, *, settings: Settings | None = None) -> Self:
        """Return a session for reading texts only: its bank is empty and takes no changes.

        So a posting can be read where the bank cannot. Raises InputError for broken settings.
        """
        chosen = settings or load_settings(locations.settings_path())
        return cls(None, locations.bank_path(), chosen)

    def close(self) -> None:
        """Let go of the bank. Everything said to be saved is saved already."""
        if self._store is None:
            return
        if "keeper" in self.__dict__:
            self.keeper.finish()
        self._done.close()
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
    def today(self) -> date:
        """The day it is where the person is."""
        return self.now().astimezone().date()

    @property
    def bank(self) -> Bank:
        """The bank as last saved or seen on disk."""
        return self._store.bank if self._store is not None else Bank()

    def refresh(self) -> bool:
        """Take in what another program saved; return whether there was anything."""
        return self._store is not None and self._store.refresh()

    @property
    def store(self) -> BankStore:
        """The bank on the disk, for use cases of its care.

        Raises NotSavedError in a session without a bank.
        """
        if self._store is None:
            raise NotSavedError("not saved: no bank is open; name one with --bank")
        return self._store

    @property
    def notes(self) -> tuple[str, ...]:
        """What the person should know about the files, a line each: put right, or not backed up."""
        if self._store is None:
            return ()
        remote = (self._store.remote,) if self._store.remote else ()
        return (*remote, *self._store.notes, *self._done.notes, *self._told)

    def tell(self, note: str) -> None:
        """Add something the person should know to the notes, once."""
        if note not in self._told:
            self._told.append(note)

    def act(self, label: str, changes: Iterable[Change], *, backup: str = "") -> None:
        """Carry out changes together: durable when this returns, and undone together.

        With a word as `backup` the bank is backed up for that reason first. What is taken out
        of the bank goes to the trash.

        Raises NotSavedError when they could not be made durable, or when a record changed
        since it was read; then neither memory nor disk has changed.
        """
        act = Act(label, tuple(change for change in changes if change.before != change.after))
        if act.changes:
            act = self.store.with_trashed(act)
            self._save(act, backup=backup)
            self._done.add(DO, act)

    def undo(self) -> Act | None:
        """Take back the latest act, also one of an earlier run; None when there is none.

        Raises NotSavedError; an act that cannot be taken back any more is left out then, and
        the one before it is next.
        """
        history = self._done.readable() if self.can_undo else History()
        if not history.done:
            return None
        act = history.done[-1]
        try:
            self._save(act.reversed, to_trash=False)
        except ChangedMeanwhileError as error:
            self._done.keep(History(history.done[:-1], ()))
            raise ChangedMeanwhileError(f"{error}; the step before it is next") from None
        self._done.add(UNDO)
        return act

    def redo(self) -> Act | None:
        """Do the act undone last again and return it, or None when there is none.

        Raises NotSavedError, as `undo` does.
        """
        history = self._done.readable() if self.can_redo else History()
        if not history.undone:
            return None
        act = history.undone[-1]
        try:
            self._save(act)
        except ChangedMeanwhileError:
            self._done.keep(History(history.done, ()))
            raise
        self._done.add(REDO)
        return act

    @property
    def can_undo(self) -> str:
        """What undo would take back, empty when nothing."""
        done = self._done.history.done if self._store is not None else ()
        return done[-1].label if done else ""

    @property
    def can_redo(self) -> str:
        """What redo would do again, empty when nothing."""
        undone = self._done.history.undone if self._store is not None else ()
        return undone[-1].label if undone else ""

    def forget_acts(self, story_id: str) -> int:
        """Leave out of what can be undone every act that mentions a story; return how many."""
        history = self._done.readable(whole=True)
        kept = history.without(story_id)
        self._done.keep(kept)
        return len(history.done) - len(kept.done) + len(history.undone) - len(kept.undone)

    @cached_property
    def keeper(self) -> Keeper:
        """What makes the backups."""
        from sesbank.session.keeper import Keeper

        return Keeper(self.store, self.now, self._told.append)

    @cached_property
    def _done(self) -> UndoLog:
        return self.store.undo_log()

    def _save(self, act: Act, *, to_trash: bool = True, backup: str = "") -> None:
        self.keeper.before_save(backup or ("bulk" if len(act.changes) > 1 else ""))
        removed = self.now().isoformat(timespec="seconds") if to_trash else ""
        try:
            self.store.save(act, removed=removed)
        except ConflictError as conflict:
            raise ChangedMeanwhileError(
                f"not saved: {conflict.record} was changed meanwhile by another program; "
                "look at it again and repeat the change",
            ) from None
        self._tidy_once()
        self.keeper.after_save()

    def _tidy_once(self) -> None:
        """Empty the trash of what is too old, after the first save of the run."""
        if self.has_saved:
            return
        self.has_saved = True
        last = (self.now() - timedelta(days=DAYS)).isoformat(timespec="seconds")
        old = {item.entry.id for item in self.store.trash if item.removed < last}
        if old:
            with contextlib.suppress(NotSavedError):
                self.store.empty_trash(old)

    @cached_property
    def frameworks(self) -> FrameworkSet:
        """The ECQ frameworks at hand, shipped and one's own."""
        from sesbank.session.own_frameworks import usable

        return usable(self.tell)

    @cached_property
    def names(self) -> Names:
        """What frameworks and what is in them are called, long before they are read."""
        from sesbank.frameworks.naming import names_in, shipped_names

        if any(locations.own_folder("frameworks").glob("*.toml")):
            return names_in(self.frameworks)
        return shipped_names()

    @property
    def framework(self) -> Framework:
        """The framework used where nothing else says which."""
        from sesbank.session.own_frameworks import preferred

        return preferred(self.frameworks, self.settings.framework, self.tell)

    @property
    def framework_id(self) -> str:
        """The id of that framework, known long before any is read."""
        wanted = self.settings.framework
        return wanted if self.names.knows(wanted) else self.names.default

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

    def forget_matcher(self) -> None:
        """Let the matcher be made anew: what it depends on was changed."""
        self.__dict__.pop("matcher", None)

    @cached_property
    def finder(self) -> Finder:
        """What searches as you type, kept with its index."""
        from sesbank.finding import Finder

        return Finder()
