"""Actions of what a person makes of the app: colors, settings, first steps."""

from __future__ import annotations

from sesbank.tui.actions.action import Action, act

ACTIONS: tuple[Action, ...] = (
    act(
        "app.theme",
        "Change the colors",
        "",
        "tabs editor read match",
        "",
        "The theme: dark, light, high contrast; seen before it is kept",
    ),
    act("theme.keep", "Wear this theme", "enter", "theme", "Keep"),
    act(
        "app.settings",
        "Change the settings",
        "comma",
        "tabs read match",
        "",
        "Framework, pace, colors, template, paper, your name",
    ),
    act(
        "app.bring",
        "Bring in stories from files",
        "b",
        "tabs",
        "",
        "Imports Word, Markdown, CSV, JSON",
    ),
    act(
        "app.backup",
        "Make a backup now",
        "",
        "tabs",
        "",
        "They are made by themselves too; it says how to restore one",
    ),
    act("app.tour", "Take the tour", "", "tabs", "", "Five steps, left at any time"),
    act("app.example", "Look at the example bank", "", "tabs", "", "Nothing of yours is touched"),
    act("app.welcome", "Show the first steps", "", "tabs"),
    act("bring.read", "Read the file or folder named", "", "bringing", "Read it", "Enter does it"),
    act("bring.keep", "Keep what is found", "enter", "bringing", "Keep"),
    act(
        "bring.front",
        "Bring what is left out as well, or leave it out",
        "a",
        "bringing",
        "Left out too",
        "A title page or a name before the stories is none of them",
    ),
    act("tour.next", "The next step", "enter right l", "tour", "Next"),
    act("tour.previous", "The step before", "left h", "tour", "Before"),
)
