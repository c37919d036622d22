"""Actions of coverage."""

from __future__ import annotations

from sesbank.tui.actions.action import Action, act

ACTIONS: tuple[Action, ...] = (
    act("coverage.open", "Show the stories of this row", "enter", "coverage", "Stories"),
    act("coverage.new", "Start a story for this row", "n", "coverage", "New story"),
    act("coverage.framework", "Show another framework", "f", "coverage", "Framework"),
)
