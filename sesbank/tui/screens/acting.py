"""Acting: what every screen shares: actions with reasons, undo, work in the background."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isawaitable
from typing import ClassVar, TypeVar

from textual.widgets import Input

from sesbank.domain.bank import Act
from sesbank.errors import SesbankError
from sesbank.session import Session
from sesbank.tui.actions import BY_ID
from sesbank.tui.look import FURTHER
from sesbank.tui.screens.wanting import Wanting
from sesbank.tui.standing import Standing, standing_of
from sesbank.tui.widgets.banner import Banner
from sesbank.tui.widgets.bars import KeyBar, TabBar
from sesbank.tui.widgets.rows import RowList
from sesbank.tui.working_keys import IN_LISTS

Result = TypeVar("Result")

NARROW = 100
"""Columns below which one pane is shown at a time."""


class Acting(Wanting):
    """A screen whose keys come from the table of actions."""

    PLACES: ClassVar[tuple[str, ...]] = ()
    """The places of the action table it answers to."""

    CSS_PATH: ClassVar[str | None] = FURTHER
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012 - as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (14, "-tall")]  # noqa: RUF012

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    @property
    def standing(self) -> Standing:
        """How the bank stands on the disk."""
        return standing_of(self.app)

    async def action_act(self, action_id: str) -> None:
        """Do an action of the table, or say why it cannot be done now."""
        reason = self.why_not(action_id)
        if reason:
            self.app.notify(reason, severity="warning", timeout=4)
            return
        try:
            done = getattr(self, BY_ID[action_id].handler)()
            if isawaitable(done):
                await done
        except SesbankError as error:
            self.tell_error(error)
            self.follow()
        self.refresh_bars()

    def guarded(self, then: Callable[[Result], None]) -> Callable[[Result], None]:
        """Return what goes on with a dialog's answer and tells what goes wrong on the way."""

        def going_on(result: Result) -> None:
            try:
                then(result)
            except SesbankError as error:
                self.tell_error(error)
                self.follow()
            self.refresh_bars()

        return going_on

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now, empty when it can."""
        if action_id in IN_LISTS and isinstance(self.focused, Input):
            return "Undo and redo of the bank work outside of text fields: Esc leaves this one."
        if action_id == "edit.undo" and not self.session.can_undo:
            return "There is nothing to undo."
        if action_id == "edit.redo" and not self.session.can_redo:
            return "There is nothing to redo."
        return ""

    def reload(self) -> None:
        """Show the bank as it now is."""

    def show_texts(self) -> None:
        """Put anew what stands in frames, questions and panes and does not draw itself."""

    def show_anew(self) -> None:
        """Draw every text anew, because it is hidden now or shown again."""
        self.reload()
        self.show_texts()
        for rows in self.query(RowList):
            rows.redraw()
        for widget in self.walk_children():
            widget.refresh()
        self.refresh_bars()

    def tell(self, message: str) -> None:
        """Say what was done."""
        self.app.notify(message, timeout=4)

    def tell_error(self, error: Exception) -> None:
        """Say what went wrong and what to do; it stays long enough to be read."""
        self.standing.failed(error)
        self.app.notify(str(error), severity="error", timeout=12)

    def refresh_bars(self) -> None:
        """Draw tabs and keys as things now are."""
        self.refresh_standing()
        for keys in self.query(KeyBar):
            keys.renew()

    def refresh_standing(self) -> None:
        """Say how the bank stands on the disk."""
        for tabs in self.query(TabBar):
            tabs.status = self.standing.status
        for banner in self.query(Banner):
            banner.say(self.standing.banner)

    def on_screen_resume(self) -> None:
        """Show what changed while another screen was in front, or in another program."""
        self.take_in()
        self.reload()
        self.refresh_bars()

    def take_in(self) -> bool:
        """Take in what another program saved; return whether there was anything."""
        changed = self.standing.refresh()
        if changed:
            self.tell("Another program changed the bank: this is how it is now.")
        return changed

    def follow(self) -> None:
        """Show what another program saved in the meantime, staying where the person is."""
        if self.take_in():
            self.reload()
            self.refresh_bars()
        self.refresh_standing()

    def keep_draft(self) -> None:
        """Put on the disk what is being written here and not saved; most screens have nothing."""

    def do_edit_undo(self) -> None:
        """Take back the latest act."""
        if act := self.session.undo():
            self.show_after("Undone", act.reversed)

    def do_edit_redo(self) -> None:
        """Do again what was undone last."""
        if act := self.session.redo():
            self.show_after("Done again", act)

    def show_after(self, done: str, act: Act) -> None:
        """Say what was taken back or done again, and show the bank as it then is."""
        self.tell(f"{done}: {act.label}")
        self.reload()

    def do_view_back(self) -> None:
        """Leave what is transient; a tab has nothing to leave."""

    def do_dialog_leave(self) -> None:
        """Leave this dialog."""
        self.dismiss(None)

    async def do_app_quit(self) -> None:
        """Quit, asking first where something is not saved."""
        await self.app.action_quit()

    @property
    def unsaved(self) -> bool:
        """Whether leaving would lose something."""
        return False

    def work_failed(self, group: str, error: SesbankError) -> None:  # noqa: ARG002 - others look
        """Say why something could not be worked out."""
        self.tell_error(error)


class Dialog(Acting):
    """A screen in front of another one, which shows through."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    """

    @property
    def is_modal(self) -> bool:
        """Keys of the screen behind do not work."""
        return True
