"""Jump: a letter over everything that can be gone to; pressing it goes there."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.widgets import Static

from sesbank.session import Session
from sesbank.tui.actions import bindings_at, key_name
from sesbank.tui.screens.acting import Acting, Dialog
from sesbank.tui.widgets.bars import TabBar
from sesbank.tui.widgets.rows import RowList

LETTERS = "asdfghjklqwertyuiopzxcvbnm" + string.ascii_uppercase + string.digits
"""The letters, those under the fingers first."""


class Target(NamedTuple):
    """Something that can be gone to."""

    area: Region
    """Where it stands on the screen; its letter stands at the beginning."""
    go: Callable[[], object]


class Letter(Static, can_focus=True):
    """One letter over its target."""

    DEFAULT_CSS = """
    Letter {
        position: absolute; width: 3; height: 1; text-style: bold;
        background: $warning; color: $background;
    }
    """

    def __init__(self, letter: str, target: Target) -> None:
        super().__init__(Content(f" {letter} "))
        self.place(target)

    def place(self, target: Target) -> None:
        """Stand over a target."""
        self.styles.offset = target.area.offset


class JumpScreen(Dialog):
    """Shows the letters over the screen behind; gives back nothing, the target is gone to."""

    PLACES = ("jump",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("jump")

    def __init__(self, session: Session, behind: Screen[object]) -> None:
        super().__init__(session)
        self._behind = behind
        self._targets = _lettered(behind)

    def compose(self) -> ComposeResult:
        """Lay the letters over their targets."""
        yield from (Letter(letter, target) for letter, target in self._targets.items())

    def on_mount(self) -> None:
        """Take the keys, and follow the screen behind: at another size its places are others."""
        self.query(Letter).first().focus()
        self._behind.screen_layout_refresh_signal.subscribe(self, self._laid_out)

    async def _laid_out(self, _screen: Screen[object]) -> None:
        targets = _lettered(self._behind)
        if not self.is_current or _places(targets) == _places(self._targets):
            return
        self._targets = targets
        if not targets:
            self.dismiss(None)
            return
        first, *others = self.query(Letter)
        # The first one stays: it has the focus, without which no key would come here.
        first.place(next(iter(self._targets.values())))
        await self.remove_children(others)
        await self.mount_all(Letter(*each) for each in list(self._targets.items())[1:])

    def on_key(self, event: events.Key) -> None:
        """Go to the target of a letter; any other key but Esc waits for one."""
        target = self._targets.get(event.character or "")
        if target is not None and self.is_current:
            event.stop()
            self._take(target)

    def on_click(self, event: events.Click) -> None:
        """Go to what stands there, as without the letters; a click beside all of it leaves."""
        here = [
            each for each in self._targets.values() if each.area.contains_point(event.screen_offset)
        ]
        # A row lies in front of nothing else, and a pane may lie around a field.
        self._take(min(here, key=lambda target: target.area.area, default=None))

    def _take(self, target: Target | None) -> None:
        self.dismiss(None)
        if target is not None:
            self.app.call_later(target.go)

    def said_to_idle(self, key: events.Key) -> str:
        """Say that a letter leads nowhere."""
        return f"No {key_name(key.key)} stands here: press one of the letters shown, or Esc."


def _lettered(screen: Screen[object]) -> dict[str, Target]:
    return dict(zip(LETTERS, targets_on(screen), strict=False))


def _places(targets: Mapping[str, Target]) -> list[Offset]:
    return [target.area.offset for target in targets.values()]


def targets_on(screen: Screen[object]) -> tuple[Target, ...]:
    """Return what can be gone to: tabs, rows in sight, panes and fields, from the top."""
    found = [*_tabs(screen), *_widgets(screen)]
    return tuple(sorted(found, key=lambda target: (target.area.y, target.area.x)))


def _tabs(screen: Screen[object]) -> Iterator[Target]:
    for bar in screen.query(TabBar):
        for start, end, name in bar.places:
            x, y = bar.region.offset
            yield Target(Region(x + start, y, end - start, 1), _tab(screen, name))


def _tab(screen: Screen[object], name: str) -> Callable[[], object]:
    return lambda: screen.go(name) if isinstance(screen, Acting) else None


def _widgets(screen: Screen[object]) -> Iterator[Target]:
    seen = screen.region
    for widget in screen.focus_chain:
        x, y, width, _ = area = widget.region
        if isinstance(widget, RowList) and widget.rows:
            for index, row_y in widget.in_sight:
                yield Target(Region(x, row_y, width, 1), _row(widget, index))
        elif area and seen.contains(x, y):
            yield Target(area, widget.focus)


def _row(rows: RowList[object], index: int) -> Callable[[], object]:
    def go() -> None:
        rows.focus()
        rows.cursor = index

    return go
