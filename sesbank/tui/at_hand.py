"""At hand: what can be had from wherever a person works: capture, jump, privacy."""

from __future__ import annotations

from typing import Any

from textual import events, on

from sesbank.session import Session
from sesbank.tui.actions import BY_ID, key_name
from sesbank.tui.key_map import key_map_of
from sesbank.tui.patience import PatientApp
from sesbank.tui.screens.acting import Acting
from sesbank.tui.sparing import SparingApp
from sesbank.tui.textual_inside import notices_of, put_away
from sesbank.tui.veil import VEIL
from sesbank.tui.widgets.too_small import LEAST, covers, is_small

_SMALL = "This window is small,"


class AtHandApp(PatientApp, SparingApp):
    """Answers what screens want and cannot give themselves."""

    session: Session
    _is_small = False

    def on_resize(self, event: events.Resize) -> None:
        """Say once that a window has become small; one that shows nothing useful is covered."""
        small = is_small(event.size) and not covers(event.size)
        if small and not self._is_small:
            self.notify(
                f"{_SMALL} {event.size.width} by {event.size.height}: some lines are "
                f"cut. {LEAST.width} by {LEAST.height} has room for all.",
                timeout=6,
            )
        elif not small:
            for notice in notices_of(self):
                if notice.message.startswith(_SMALL):
                    put_away(self, notice)
        self._is_small = small

    @on(Acting.CaptureWanted)
    def _capture(self) -> None:
        from sesbank.tui.screens.capture import CaptureDialog

        self.push_screen(CaptureDialog(self.session))

    @on(Acting.JumpWanted)
    def _jump(self) -> None:
        from sesbank.tui.screens.jump import JumpScreen, targets_on

        if targets_on(self.screen):
            self.push_screen(JumpScreen(self.session, self.screen))

    @on(Acting.RedrawWanted)
    def _send_anew(self) -> None:
        self.redraw()

    @on(Acting.PrivacyWanted)
    def _hide_or_show(self) -> None:
        VEIL.drawn = not VEIL.drawn
        stack: list[Any] = self.screen_stack
        for screen in stack:
            # Those behind show through.
            if isinstance(screen, Acting):
                screen.show_anew()
        keys = " or ".join(map(key_name, key_map_of(self).of(BY_ID["app.privacy"])))
        said = f"hidden: {keys} shows it again" if VEIL.drawn else "shown again"
        self.notify(f"The text of stories is {said}.")
