"""Going: what every screen shares about places: tabs, the panes side by side, room to show them."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.errors import NoWidget
from textual.geometry import Offset, Size
from textual.widget import Widget

from sesbank.tui.key_map import key_map_of
from sesbank.tui.screens.working import Working
from sesbank.tui.textual_inside import classes_for, says_under_frame, size_known
from sesbank.tui.widgets.bars import KeyBar, TabBar
from sesbank.tui.widgets.too_small import TooSmall, covers

_ESC = re.compile(r"(?:^|· )(Esc .*)$")
"""What a frame says of the way out stands last in it."""

_CORNER = 3
"""Cells behind the words under a frame: two blanks and the corner."""


def says_esc_at(widget: Widget, place: Offset) -> bool:
    """Return whether the frame of a widget says at a place of the screen what Esc does."""
    said = _ESC.search(says_under_frame(widget))
    stop = widget.region.right - _CORNER
    if said is None or place.y != widget.region.bottom - 1:
        return False
    return stop - cell_len(said[1]) <= place.x < stop


class Going(Working):
    """A screen from which others and its own panes are gone to."""

    ENTER: ClassVar[str] = ""
    """The action that Enter in a field of one line does."""

    _way_named = ""
    """The way back, as the bottom line names it."""

    def key_of(self, action_id: str) -> str:
        """Return the key to name for an action in what is said to a person: it may be their own."""
        return key_map_of(self.app).first(action_id)

    @property
    def undo_key(self) -> str:
        """The key that takes back what was done."""
        return self.key_of("edit.undo")

    def expect(self, size: Size) -> None:
        """Be laid out for a size from the start, not for another one and then anew."""
        wanted = classes_for(self, size.width, size.height)
        # What is not there yet gets its styles when it comes.
        self.update_classes(dict.fromkeys(wanted, True), update=self.is_attached)

    @on(events.Mount)
    def _lay_out_at_once(self) -> None:
        """Know the room before the first frame, so that no other layout flashes up."""
        self.expect(self.app.size)

    def _screen_resized(self, size: Size) -> None:
        """Be laid out once for a size: as the app opens, Textual tells the same one three times."""
        if size != size_known(self):
            super()._screen_resized(size)

    @on(events.Resize)
    def _keep_to_size(self, event: events.Resize) -> None:
        """Say so where the window is too small to show anything useful."""
        small = [*self.query(TooSmall)]
        if covers(event.size):
            cover = small[0] if small else TooSmall()
            if not small:
                self.mount(cover)
            cover.fit_to(event.size)
        else:
            for cover in small:
                cover.remove()

    def on_click(self, event: events.Click) -> None:
        """Press Esc where a frame says what it does and was clicked on there.

        Once for a double click: behind the first one the frame may say another thing of it.
        """
        with suppress(NoWidget):
            widget, _ = self.get_widget_at(*event.screen_offset)
            if event.chain == 1 and says_esc_at(widget, event.screen_offset):
                # By the app: a key that a screen sends does not get back to that screen.
                self.app.call_later(self.app.simulate_key, "escape")

    def on_tab_bar_pressed(self, event: TabBar.Pressed) -> None:
        """Go to the tab clicked on."""
        self.go(event.tab)

    def go(self, tab: str) -> None:
        """Bring a tab to the front."""
        self.app.switch_mode(tab)

    @property
    def way_back(self) -> str:
        """What the bottom line calls Esc outside of fields; empty where it is not named there."""
        return "List" if self.has_class("-narrow") and self.has_class("-detail") else ""

    @on(events.DescendantFocus)
    @on(events.Resize)
    def _name_way_back(self) -> None:
        """Name it in the bottom line once the list has made room, and no longer once it is back."""
        named, self._way_named = self._way_named, self.way_back
        if named != self._way_named:
            for keys in self.query(KeyBar):
                keys.renew()

    def do_go_bank(self) -> None:
        """Go to the bank."""
        self.go("bank")

    def do_go_coverage(self) -> None:
        """Go to coverage."""
        self.go("coverage")

    def do_go_vacancies(self) -> None:
        """Go to the vacancies."""
        self.go("vacancies")

    def do_go_ask(self) -> None:
        """Go to ask."""
        self.go("ask")

    def do_go_rehearse(self) -> None:
        """Go to what is to be rehearsed."""
        self.go("rehearse")

    async def do_story_find(self) -> None:
        """Go to the search line of the bank."""
        await self.app.switch_mode("bank")
        bank = self.app.screen
        if isinstance(bank, Going) and bank is not self:
            await bank.do_story_find()

    def seek(self, story_id: str) -> None:
        """Go to a story; where no stories are listed one stays where one is."""

    def leave_gone(self) -> None:
        """Leave, because what is shown is gone; one behind another leaves when it comes up."""
        if self.is_active:  # Textual would take away whichever is in front.
            self.dismiss(None)

    def do_view_left(self) -> None:
        """Go to the list on the left."""
        self._go_to_side(0)

    def do_view_right(self) -> None:
        """Go to the pane on the right."""
        self._go_to_side(-1)

    def _go_to_side(self, side: int) -> None:
        panes = [pane for each in self.query(".panes") for pane in each.children]
        if not panes:
            return
        self.set_class(side == -1, "-detail")
        for widget in panes[side].walk_children(with_self=True):
            if isinstance(widget, Widget) and widget.focusable and widget.display:
                widget.focus()
                return

    def said_to_idle(self, key: events.Key) -> str:
        """Return what to say to a key that does nothing here, empty for nothing."""
        from sesbank.tui.idle_keys import said_to

        return said_to(key.key, self.app, self)
