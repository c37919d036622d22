"""Toggles: several things on a line, each on or off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from sesbank.tui.actions import move_bindings
from sesbank.tui.plain import plain_line, together

_PLACE = "place"
"""What each is drawn with, so that it is known which one was clicked on wherever lines break."""


class Toggles(Widget, can_focus=True):
    """Arrows move along, space or a click turns one on or off."""

    DEFAULT_CSS = """
    Toggles { height: auto; width: 1fr; padding: 0 1; background: $panel; }
    Toggles:focus { background: $cursor-background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = move_bindings("toggles")

    place: reactive[int] = reactive(0)
    """Which one the keys act on."""

    class Changed(Message):
        """One was turned on or off."""

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        off: Iterable[str] = (),
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._options = options
        self.off: tuple[str, ...] = tuple(off)
        """The values turned off."""

    def action_move(self, step: int) -> None:
        """Go along the line."""
        self.place = (self.place + step) % len(self._options)

    def action_turn(self) -> None:
        """Turn the one at hand on or off."""
        value = self._options[self.place][0]
        others = tuple(found for found in self.off if found != value)
        self.off = others if value in self.off else (*others, value)
        self.refresh()
        self.post_message(self.Changed())

    def on_click(self, event: events.Click) -> None:
        """Turn the one clicked on, on or off."""
        at = event.style.meta.get(_PLACE)
        if at is not None:
            self.place = at
            self.action_turn()

    def render(self) -> Content:
        """Draw all of them, told apart by sign and not by colour alone."""
        parts = []
        for at, (value, name) in enumerate(self._options):
            sign = "·" if value in self.off else "×"
            here = "reverse" if self.has_focus and at == self.place else ""
            look = f"{here} $muted" if value in self.off else here
            named = plain_line(f"[{sign}]{name.replace(' ', '-')}", look.strip())
            parts.append(named.stylize(Style.from_meta({_PLACE: at})))
            parts.append(Content(" "))
        return together(*parts)
