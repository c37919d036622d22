"""Patience: what is typed ahead belongs to the screen and the field that it was meant for.

A key travels from the list that has the focus up to the app, and meets there the bindings of
whichever screen is in front by then. Without this, a question typed right after the key that
opens Ask would run as commands: `u` would undo something. In the same way the text typed right
after `Tab` would go to the field before, and words typed right after `/` to the list.
"""

from __future__ import annotations

from typing import Any
from weakref import WeakSet

from textual import events
from textual.app import App
from textual.events import Event
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer, TimerCallback
from textual.widget import Widget
from textual.widgets import Input

from sesbank.tui.textual_inside import has_screen, keys_of, never_pass_over

LOOK_AGAIN = 0.01
"""Seconds between two looks at whether the new screen takes keys."""

MOST_LOOKS = 200
"""Looks after which the keys go on whatever the screen does."""


class Turn(Message):
    """Follows a key along the way it takes, and so arrives when the key has done its work."""

    def __init__(self, again: bool) -> None:
        super().__init__()
        self.again = again
        """Whether it goes once more, behind what the key led to on its way."""


class PatientApp(App[int]):
    """Holds keys and pasted text until the screen they are meant for can take them."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[Event] = []
        self._up: WeakSet[Screen[Any]] = WeakSet()
        self._changed_at = 0.0
        self._looks = 0
        self._expecting = False
        self._turn_of: Widget | None = None

    def set_timer(
        self,
        delay: float,
        callback: TimerCallback | None = None,
        *,
        name: str | None = None,
        pause: bool = False,
    ) -> Timer:
        """Call something once after a delay, however busy the machine is.

        Textual passes over a turn of a timer that comes too late, also where it is the only one:
        a program that had to wait for its turn just then would never take up the new size of its
        window, nor let go of the keys held here.
        """
        timer = super().set_timer(delay, callback, name=name, pause=pause)
        never_pass_over(timer)
        return timer

    def expect_screen(self) -> None:
        """Hold what is typed from now on: the app was asked for a screen and will show it."""
        self._expecting = True
        self._changed_at = events.Key("none", None).time

    def on_load(self) -> None:
        """Notice each change of the screen in front."""
        self.screen_change_signal.subscribe(self, self._screen_changed, immediate=True)

    def _screen_changed(self, _screen: Screen[Any]) -> None:
        self._expecting = False
        # An event bears the moment it was made, by the same clock.
        self._changed_at = events.Key("none", None).time

    def on_descendant_focus(self) -> None:
        """Notice that the screen in front has come up."""
        self._up.add(self.screen)

    async def on_event(self, event: Event) -> None:
        """Hold what is typed while the screen in front is not ready."""
        typed = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if typed and has_screen(self) and (self._held or not self._takes_keys):
            self._hold(event)
            return
        focused = self.focused if typed and has_screen(self) else None
        await super().on_event(event)
        if focused is not None and isinstance(event, events.Key) and _leads_away(focused, event):
            self._turn_of = focused
            focused.post_message(Turn(again=True))

    def on_turn(self, turn: Turn) -> None:
        """Go on once a key has done its work, and what it led to as well."""
        focused = self._turn_of
        if turn.again and focused is not None:
            focused.post_message(Turn(again=False))
        else:
            # Behind the change of focus that the key may have asked for.
            self.call_later(self._turn_is_over)

    def _turn_is_over(self) -> None:
        self._turn_of = None

    def on_key(self, event: events.Key) -> None:
        """Hold a key that was on its way through the screen before."""
        if event.time < self._changed_at:
            event.prevent_default()
            self._hold(event)
        elif has_screen(self) and event.key not in self.screen.active_bindings:
            self.key_is_idle(event)

    def key_is_idle(self, key: events.Key) -> None:
        """Do what remains with a key that nothing on the screen in front takes."""

    @property
    def _takes_keys(self) -> bool:
        """Whether the screen in front has come up: it knew where keys go once."""
        if self._expecting or (self._turn_of is not None and self._turn_of.is_running):
            return False
        if self.screen.is_mounted and self.screen.focused is not None:
            self._up.add(self.screen)
        return self.screen in self._up

    def _hold(self, event: Event) -> None:
        self._held.append(event)
        if len(self._held) == 1:
            self._looks = 0
            self.set_timer(LOOK_AGAIN, self._let_go)

    async def _let_go(self) -> None:
        self._looks += 1
        if not self._takes_keys and self._looks < MOST_LOOKS:
            self.set_timer(LOOK_AGAIN, self._let_go)
            return
        self._expecting, self._turn_of = False, None
        self._up.add(self.screen)
        held, self._held = sorted(self._held, key=lambda event: event.time), []
        while held and self._takes_keys:
            # Not posted: what was typed since waits in the queue and must stay behind these.
            await self.on_event(_anew(held.pop(0)))
        if held:
            self._held = held + self._held
            self._looks = 0
            self.set_timer(LOOK_AGAIN, self._let_go)


def _leads_away(focused: Widget, key: events.Key) -> bool:
    """Return whether a key may give the focus to something else: not one that moves or writes."""
    writes = isinstance(focused, Input) or getattr(focused, "takes_letters", False)
    if writes and key.is_printable:
        return False
    return key.key == "enter" or key.key not in keys_of(focused)


def _anew(event: Event) -> Event:
    """Return the same key or text as an event that was not sent anywhere yet."""
    if isinstance(event, events.Key):
        return events.Key(event.key, event.character)
    return events.Paste(event.text) if isinstance(event, events.Paste) else event
