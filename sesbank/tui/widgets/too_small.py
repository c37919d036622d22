"""TooSmall: says in plain words that the window has no room, over everything else."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

LEAST = Size(60, 16)
"""Columns and rows from which the app can be used as it is meant."""

COVERED = Size(36, 9)
"""Below this many columns or rows nothing useful can be shown at all."""


class TooSmall(Static):
    """Covers the screen; the keys work on below it."""

    DEFAULT_CSS = """
    TooSmall {
        position: absolute; overlay: screen; width: 100vw; height: 100vh; padding: 0 1;
        background: $surface; color: $foreground;
    }
    """

    def fit_to(self, size: Size) -> None:
        """Say how large the window is and how large it should be."""
        self.update(
            Content(
                f"This window is too small: {size.width} by {size.height}. Make it "
                f"{LEAST.width} by {LEAST.height} or larger. Nothing is lost."
            )
        )


def covers(size: Size) -> bool:
    """Return whether a window is so small that it is covered."""
    return size.width < COVERED.width or size.height < COVERED.height


def is_small(size: Size) -> bool:
    """Return whether a window is smaller than the app is meant for."""
    return size.width < LEAST.width or size.height < LEAST.height
