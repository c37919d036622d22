"""Completions: what the word being typed may go on as, in a small list below its line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content

from sesbank.tui.layout import Column, row
from sesbank.tui.plain import plain_line
from sesbank.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from sesbank.domain.completion import Completion

FRAME = 2
"""Lines of the frame, which tells the list from the rows it stands over."""


class Completions(RowList["Completion"], can_focus=False):
    """Takes no focus: the keys go to the line, which asks for what is at hand."""

    DEFAULT_CSS = """
    Completions {
        overlay: screen; display: none; width: 60; max-width: 100%; height: auto; max-height: 10;
        margin: 0 0 0 2; background: $panel; border: round $primary;
        border-subtitle-color: $muted;
    }
    Completions > .rows--cursor { background: $cursor-background; color: $cursor; }
    """

    def __init__(self, *, names: int = 26, arrows: bool = False) -> None:
        """`names` has so many cells; with `arrows` they choose also where the word goes on."""
        super().__init__(self._painted, lambda completion: completion.text, id="completions")
        self._names = names
        self._arrows = arrows

    def _painted(self, completion: Completion, width: int) -> Content:
        text = plain_line(completion.text.removesuffix(", "))
        note = plain_line(completion.note, "$muted")
        return row(width, Column(text, self._names), Column(note))

    def offer(self, found: Sequence[Completion]) -> None:
        """Offer these, or go away when there are none."""
        if not found and not self.display:
            return
        self.show(found, first=True)
        self.styles.height = max(len(found), 1) + FRAME
        self.display = bool(found)
        choose = self.for_values and len(found) > 1
        self.border_subtitle = Content("Tab takes it · ↑ ↓ choose" if choose else "Tab takes it")

    @property
    def for_values(self) -> bool:
        """Whether it offers the values of a field, so that the arrows choose among them."""
        here = self.current
        return bool(self.display and here and (self._arrows or _is_value(here)))

    def on_click(self, event: events.Click) -> None:
        """Take what was clicked on, once: behind it others are offered, which nobody clicked on."""
        event.prevent_default()  # Else the list goes on to take a double click for one that opens.
        index = self.line_at(event)
        if event.chain == 1 and 0 <= index < len(self.rows):
            self.cursor = index
            self.action_choose()


def _is_value(completion: Completion) -> bool:
    return completion.text.endswith(" ")
