"""Actions of what a person makes of the app: colors and settings."""

from __future__ import annotations

from sesbank.tui.actions.action import Action, act

ACTIONS: tuple[Action, ...] = (
    act("app.theme", "Change the colors", "", "tabs editor read match"),
    act("theme.keep", "Wear this theme", "enter", "theme", "Keep"),
    act(
        "app.settings",
        "Change the settings",
        "comma",
        "tabs read match",
        "",
        "Framework, pace, colors, template, paper, your name",
    ),
)
