"""Speaking: before which panel one speaks, known or named."""

from __future__ import annotations

from sesbank.session import telling
from sesbank.tui.screens.acting import Acting

_GONE_ROUND = 2
"""Panels that one key goes round; more of them are listed."""


class Speaking(Acting):
    """A screen on which one speaks before a panel."""

    named_panel: str | None = None
    """The panel that was named here, empty for none; None while nobody said."""

    @property
    def panel(self) -> str:
        """The panel spoken before: the one named, else that of the only vacancy prepared for."""
        named = self.named_panel
        return telling.panel_ahead(self.session) if named is None else named

    def do_ask_panel(self) -> None:
        """Choose the panel: of the vacancies, those told before, today's, none.

        Where there are two at most, go on to the next.
        """
        known = telling.panels(self.session)
        if len(known) > _GONE_ROUND:
            from sesbank.tui.screens.panels import PanelDialog

            dialog = PanelDialog(self.session, ("", *known), self.panel)
            self.app.push_screen(dialog, self.guarded(self._speak_before))
            return
        ways = ("", *known)
        place = ways.index(self.panel) if self.panel in ways else 0
        self._speak_before(ways[(place + 1) % len(ways)])

    def _speak_before(self, panel: str | None) -> None:
        if panel is None or panel == self.panel:
            return
        self.named_panel = panel
        self.speaks_before_others()

    def speaks_before_others(self) -> None:
        """Show what is told before another panel."""
        raise NotImplementedError
