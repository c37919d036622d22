"""The app: themes, tabs and leaving; everything else is on the screens."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.binding import Binding, BindingType
from textual.notifications import SeverityLevel
from textual.screen import Screen

from sesbank.collecting import leave_what_is_there
from sesbank.domain.text import clean, shorten
from sesbank.session import Session
from sesbank.session.drafts import any_kept
from sesbank.settings import Settings
from sesbank.tui.at_hand import AtHandApp
from sesbank.tui.crash import farewell, write_log
from sesbank.tui.glyphs import apart
from sesbank.tui.hanging_up import on_hang_up
from sesbank.tui.key_map import read_key_map
from sesbank.tui.personal import PersonalApp
from sesbank.tui.screens.acting import Acting
from sesbank.tui.showing import ShowingApp
from sesbank.tui.standing import Standing
from sesbank.tui.tabs import tabs
from sesbank.tui.textual_inside import end_with, error_of, notices_of, put_away, stacks_of
from sesbank.tui.veil import VEIL

BEAT = 1.5
"""Seconds between two beats: what is typed is on the disk in time, and others are followed."""


MOST_LINES = 4
"""Problems that one notice names."""

LONGEST_LINE = 200
"""Characters of each."""


class SesbankApp(PersonalApp, AtHandApp, ShowingApp):
    """The story bank, full screen."""

    TITLE = "sesbank"
    CSS_PATH = "look.tcss"
    DEFAULT_MODE = "bank"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="app.quit-now"),
    ]

    def __init__(
        self, session: Session, *, beating: bool = True, greeting: bool | None = None
    ) -> None:
        """Open on a session; without `beating` nothing happens by the clock, only by `beat`.

        `greeting` offers the first steps where the bank is empty; a beating app does.
        """
        super().__init__(session)
        # What a key asks for is there with the key, on a slow line as well.
        self.animation_level = "none"
        VEIL.drawn = False
        self.standing = Standing(session)
        self.beating = beating
        """Whether things happen by the clock."""
        self._greeting = beating if greeting is None else greeting
        self._stop_listening: Callable[[], None] = lambda: None
        self.key_map = read_key_map(session.settings.keys)

    def get_default_screen(self) -> Screen[object]:
        """Open at the bank: no empty screen is laid out and drawn before it."""
        screen = tabs(self.session)[self.DEFAULT_MODE]()
        if isinstance(screen, Acting):
            screen.expect(self.size)
        return screen

    def on_mount(self) -> None:
        """Say what could not be loaded, offer what was not saved."""
        for name, screen in tabs(self.session).items():
            self.add_mode(name, screen)
        if self.key_map.own:
            self.set_keymap(self.key_map.for_textual)
        self._tell_problems()
        self._tell_notes()
        if self.beating:
            self.set_interval(BEAT, self.beat, name="beat")
            self._stop_listening = on_hang_up(self.hang_up)
        self.call_later(self.offer_drafts)
        if self._greeting:
            self.call_later(self.greet)

    def _tell_problems(self) -> None:
        """Say in one notice what of the person's own files could not be used."""
        lines = _some(self.problems)
        if self.key_map.problems:
            lines += ["Keys in the settings that were left out:", *_some(self.key_map.problems)]
        if lines:
            self.notify("\n".join(lines), severity="warning", timeout=12)

    def on_key(self, event: events.Key) -> None:
        """Esc puts notices away as well, but for those that say something went wrong."""
        if event.key == "escape":
            for notice in notices_of(self):
                if notice.severity != "error":
                    put_away(self, notice)

    def key_is_idle(self, key: events.Key) -> None:
        """Say that a key does nothing here, and where it would."""
        if isinstance(self.screen, Acting):
            said = self.screen.said_to_idle(key)
            if said:
                self.notify(said, severity="warning", timeout=4)

    def on_unmount(self) -> None:
        """Let the signals be what they were."""
        self._stop_listening()

    def beat(self) -> None:
        """Keep what is being written, follow other programs, pass on what the session tells."""
        self.keep_drafts()
        if isinstance(self.screen, Acting):
            self.screen.follow()
        self._tell_notes()

    def keep_drafts(self) -> None:
        """Put on the disk what stands unsaved on any screen."""
        for screen in self._front_first():
            screen.keep_draft()

    def _front_first(self) -> Iterator[Acting]:
        """Yield the screens: what is written in front may belong to one behind it."""
        yield from (screen for _, screen in reversed([*self._acting()]))

    def _acting(self) -> Iterator[tuple[str, Acting]]:
        for mode, stack in stacks_of(self):
            yield from ((mode, screen) for screen in stack if isinstance(screen, Acting))

    def _tell_notes(self) -> None:
        notes = [f"{note[:1].upper()}{note[1:]}." for note in self.standing.new_notes()]
        if notes:
            self.notify("\n".join(notes), severity="warning", timeout=12)

    def offer_drafts(self) -> bool:
        """Offer what was not saved; return whether there is anything."""
        if not any_kept(self.session):
            return False
        from sesbank.tui.offering import Offering

        return Offering(self, self.session).begin()

    def hang_up(self, code: int) -> None:
        """Leave at once, with everything unsaved kept as drafts."""
        self.keep_drafts()
        self.exit(code, return_code=code)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002 - never: a message may name what a person wrote
    ) -> None:
        """Say something in a corner, as plain text whatever it holds.

        It takes the place of what was said before, so that fast keys pile nothing up; errors
        stay until they were read.
        """
        for notice in notices_of(self):
            if notice.severity != "error" or notice.message == message:
                put_away(self, notice, drawing=False)
        super().notify(
            VEIL.over_quotes(apart(clean(message))),
            title=apart(clean(title)),
            severity=severity,
            timeout=timeout,
            markup=False,
        )

    @on(Acting.HelpWanted)
    def _show_help(self) -> None:
        from sesbank.tui.screens.help import HelpScreen, working_on

        left_out = (*self.problems, *self.key_map.problems)
        self.push_screen(HelpScreen(self.session, working_on(self.screen), left_out))

    @on(Acting.PaletteWanted)
    def _show_palette(self) -> None:
        from sesbank.tui.palette import palette

        self.push_screen(palette())

    @on(Acting.TrashWanted)
    def _show_trash(self) -> None:
        from sesbank.tui.screens.trash import TrashScreen

        self.push_screen(TrashScreen(self.session))

    @on(Acting.DraftsWanted)
    def _show_drafts(self) -> None:
        if not self.offer_drafts():
            self.notify("Nothing unsaved is waiting: all you wrote is saved.")

    async def action_quit(self) -> None:
        """Quit; where something is not saved, go there and ask first."""
        for mode, screen in self._acting():
            if screen.unsaved:
                if mode != self.current_mode:
                    await self.switch_mode(mode)
                if self._left_down_to(screen):
                    screen.do_dialog_leave()
                return
        self.exit(0)

    def _left_down_to(self, screen: Acting) -> bool:
        """Leave what is in front of a screen; return whether nothing stayed, as a question does."""
        from sesbank.tui.screens.confirm import Confirm

        while isinstance(front := self.screen, Acting) and front is not screen:
            if not isinstance(front, Confirm):
                front.do_dialog_leave()
            if self.screen is front:
                return False
        return True

    def action_help_quit(self) -> None:
        """Say how to quit; in many programs ctrl+c does."""
        self.notify("q quits, ^q from anywhere.")

    def _fatal_error(self) -> None:
        for screen in self._front_first():
            with contextlib.suppress(Exception):  # one that fails must not cost another's text
                screen.keep_draft()
        # Textual would print a traceback with the values of local variables: story text.
        error = error_of(self) or sys.exc_info()[1] or RuntimeError()
        log = write_log(error, self.session.path.parent)
        end_with(self, Text(farewell(error, log)))


def _some(problems: Sequence[str]) -> list[str]:
    """Return the first few problems, each short enough that what matters stays in sight."""
    lines = [shorten(problem, LONGEST_LINE) for problem in problems[:MOST_LINES]]
    more = len(problems) - len(lines)
    return [*lines, f"and {more} more: ? lists them, at its end"] if more else lines


def run(session: Session) -> int:
    """Run the app until the person leaves; return the exit code, not 0 after a crash.

    Who leaves for the example bank comes back to the own one from there.
    """
    while True:
        app = SesbankApp(session)
        leave_what_is_there()
        app.run()
        if not app.wants_example:
            return app.return_code or 0
        code = _run_example(session.settings)
        if code:
            return code


def _run_example(settings: Settings) -> int:
    from sesbank.session import examples

    with examples.opened(settings) as session:
        app = SesbankApp(session)
        app.call_later(app.notify, "The example bank: nothing here is yours. q brings you back.")
        app.run()
        return app.return_code or 0
