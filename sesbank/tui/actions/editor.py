"""Actions of writing a story."""

from __future__ import annotations

from sesbank.tui.actions.action import Action, act

ACTIONS: tuple[Action, ...] = (
    act("editor.save", "Save the story", "ctrl+s", "editor", "Save"),
    act(
        "editor.elsewhere",
        "Write the text into a file",
        "ctrl+o",
        "editor",
        "To a file",
        "For when the bank cannot be saved: the text here stays as it is",
    ),
    act("elsewhere.write", "Write the file", "enter", "elsewhere", "Write"),
    act("elsewhere.copy", "Copy the text instead", "ctrl+y", "elsewhere", "Copy instead"),
    act(
        "editor.accept",
        "Accept the first suggested ECQ",
        "ctrl+t",
        "editor",
        "Accept ECQ",
        "Maps the story to it when you save",
    ),
)
