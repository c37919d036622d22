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
        "A gap offers the stories that older mappings or their words suggest, or starts a new one",
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
    act(
        "coverage.homes",
        "Say where stories of older frameworks belong",
        "a",
        "coverage",
        "Old ones",
        "Shows what is suggested for all that are mapped elsewhere only; one key confirms them",
    ),
    act("homes.confirm", "Map all that are taken in", "enter a", "homes", "Map them"),
    act("homes.leave", "Leave this one as it is, or take it in", "space", "homes", "Leave out"),
    act("homes.other", "Show another place for this one", "o", "homes", "Another place"),
    act("gap.take", "Take this offer", "enter", "gap", "Take it"),
    act("coverage.framework", "Show another framework", "f", "coverage", "Framework"),
)
