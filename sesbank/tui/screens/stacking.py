"""Stacking: on a narrow screen the second pane under the first, where there are lines for both."""

from __future__ import annotations

from sesbank.tui.screens.acting import Acting

_STACKED = 20
"""Lines from which there are enough."""


class Stacking(Acting):
    """A screen of two panes that stand one over the other where they cannot stand abreast."""

    def on_resize(self) -> None:
        """Use the room there is."""
        self.set_class(self.size.height >= _STACKED, "-stacked")
