"""Runs of a bank on the simulated disk, with what must be there afterwards."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field

from simulated_disk import FOLDER, Crash, SimulatedDisk

from sesbank.domain.bank import Act, Bank, Change
from sesbank.domain.story import Story
from sesbank.errors import BankError, NotSavedError
from sesbank.storage import BankStore

PATH = FOLDER / "bank.json"
LONG = "I led the change across three regions. " * 30

State = dict[str, Story]
Opener = Callable[[SimulatedDisk], BankStore]


def open_bank(disk: SimulatedDisk) -> BankStore:
    """Open as the product does."""
    return BankStore.open(PATH, disk=disk)


def _story(number: int) -> Story:
    return Story(id=f"s-{number:09d}-aaaa", title=f"Story {number}", action=LONG[: 200 * number])


def _add(*numbers: int) -> Callable[[State], Act]:
    return lambda state: Act("add", tuple(Change(None, _story(n)) for n in numbers))


def _edit(number: int, text: str) -> Callable[[State], Act]:
    def act(state: State) -> Act:
        before = state.get(_story(number).id)
        after = (before or _story(number)).edit(result=text)
        return Act("edit", (Change(before, after),))

    return act


def _remove(number: int) -> Callable[[State], Act]:
    def act(state: State) -> Act:
        before = state.get(_story(number).id)
        return Act("remove", (Change(before, None),) if before else ())

    return act


REOPEN, FOLD = "reopen", "fold"
STEPS: tuple[Callable[[State], Act] | str, ...] = (
    _add(1),
    _add(2, 3),
    _edit(1, "short"),
    REOPEN,
    _edit(2, LONG),
    _remove(3),
    FOLD,
    _edit(1, LONG * 3),
    _add(5),
    REOPEN,
    REOPEN,
    _edit(5, "x"),
    _edit(2, "y"),
)


@dataclass
class Run:
    """One program's life on one disk."""

    disk: SimulatedDisk
    opener: Opener = open_bank
    confirmed: State = field(default_factory=dict)
    """What a save was confirmed for."""
    asked: State | None = None
    """What a save was asked for that neither was confirmed nor refused."""
    doubtful: list[State] = field(default_factory=list)
    """What saves were refused for since; a disk may have refused to take one back as well."""
    refused: int = 0
    appeared: int = 0
    """How often a refused save was there after opening again."""
    wrong: list[str] = field(default_factory=list)
    opened: bool = False
    store: BankStore | None = None

    def go(self) -> None:
        """Open, save, close and open again; stops at a crash."""
        try:
            self._open()
            for step in STEPS:
                if step == REOPEN:
                    self._close()
                    self._open()
                elif isinstance(step, str):
                    self._fold()
                else:
                    self._save(step(self.confirmed))
            self._close()
        except Crash:
            self.store = None

    def _open(self) -> None:
        try:
            self.store = self.opener(self.disk)
            self.opened = True
        except BankError:
            self.store = None
            return
        found = _state(self.store.bank)
        if found != self.confirmed and found in self.doubtful:
            self.doubtful.append(self.confirmed)  # It may go again: nobody confirmed it.
            self.confirmed, self.appeared = found, self.appeared + 1
        if found != self.confirmed:
            self.wrong.append("opened with something else")
            self.confirmed = found

    def _close(self) -> None:
        if self.store:
            self.store.close()
        self.store = None

    def _fold(self) -> None:
        """Fold the journal in, with a save between the new file's writing and its taking place."""
        if self.store is not None:
            self.disk.meanwhile = lambda: self._save(_edit(1, "meanwhile")(self.confirmed))
            with contextlib.suppress(OSError):
                self.store.fold()
            self.disk.meanwhile = None

    def _save(self, act: Act) -> None:
        if self.store is None or not act.changes:
            return
        self.asked = _state(Bank(self.confirmed).after(act))
        try:
            self.store.save(act)
        except NotSavedError:
            self.doubtful.append(self.asked)
            self.asked, self.refused = None, self.refused + 1
        else:
            self.confirmed, self.asked, self.doubtful = self.asked, None, []
        if _state(self.store.bank) != self.confirmed:
            self.wrong.append("memory is not what was confirmed")


def check(run: Run, disk: SimulatedDisk) -> list[str]:
    """Return what is wrong with the bank that the next program finds on `disk`."""
    try:
        store = run.opener(disk)
    except BankError as error:
        return [f"does not open: {error}"]
    found = _state(store.bank)
    if found != run.confirmed and found in run.doubtful:
        run.appeared += 1
    elif found not in (run.confirmed, run.asked):
        lost = sorted(set(run.confirmed) - set(found))
        return [f"confirmed saves are gone or changed: {lost}"]
    return _goes_on(run.opener, disk, store, found)


def _goes_on(opener: Opener, disk: SimulatedDisk, store: BankStore, found: State) -> list[str]:
    """A bank that was found goes on: it saves, closes, opens, and leaves nothing lying about."""
    more = _story(9)
    store.save(Act("add", (Change(found.get(more.id), more.edit(result="after")),)))
    store.close()
    wrong = [f"left behind: {name}" for name in disk.files if name.endswith(".tmp")]
    # One bank on one disk never went two ways, whatever broke.
    wrong += [f"taken for another state: {name}" for name in disk.files if ".apart-" in name]
    again = _state(opener(disk).bank)
    if again != found | {more.id: more.edit(result="after")}:
        wrong.append("a save after the fault was lost")
    titles = {row["title"] for row in json.loads(disk.files["bank.json"])["stories"].values()}
    if titles != {story.title for story in again.values()}:
        wrong.append("the file alone does not hold the stories after closing")
    return wrong


def _state(bank: Bank) -> State:
    return dict(bank.stories)
