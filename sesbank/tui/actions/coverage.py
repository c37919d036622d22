"""Actions of coverage."""

from __future__ import annotations

from sesbank.tui.actions.action import Action, act

ACTIONS: tuple[Action, ...] = (
    act(
        "coverage.open",
        "Show the stories of this row, or fill the gap",
        "enter",
        "coverage",
        "Open",
        "A gap offers the older stories that the crosswalk suggests, or starts a new one",
    ),
    act("coverage.new", "Start a story for this row", "n", "coverage", "New story"),
    act(
        "coverage.checks",
        "Check all stories together, and what you chose for vacancies",
        "C",
        "coverage",
        "Checks",
        "Gaps, one story for two ECQs, a technical qualification without a story; Enter goes there",
    ),
    act(
        "coverage.columns",
        "Show stories, counts, years or strength",
        "o",
        "coverage",
        "Columns",
    ),
    act("standing.go", "Go to what it is about", "enter", "standing", "Go there"),
    act("gap.take", "Take this offer", "enter", "gap", "Take it"),
    act("coverage.framework", "Show another framework", "f", "coverage", "Framework"),
)
