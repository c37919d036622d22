"""Actions that work on many screens: tabs, undo, leaving, help."""

from __future__ import annotations

from sesbank.tui.actions.action import Action, act

_TABBED = "tabs read match"
"""Where the keys of the tabs work."""

_CHANGING = "tabs read match map tqs history trash"
"""Where something changes at once, so that undo belongs there."""

_NEAR = "tabs editor read match"
"""Where a person works: capture, jump and privacy are at hand there."""

_LEFT = "editor map paste sheet confirm help path history trash difference elsewhere line"
_LEFT += " capture searches ecqs jump theme settings facts"
_LEFT += " figures retellings checks tqs filling papers"
_LEFT += " gap tour bringing"
"""What stands in front of a tab and is left with Esc."""

ACTIONS: tuple[Action, ...] = (
    act("edit.undo", "Undo", "u ctrl+z", _CHANGING, "Undo"),
    act("edit.redo", "Redo", "U ctrl+y", _CHANGING, "", "Does again what was undone"),
    act("view.left", "To the list on the left", "h left", _TABBED),
    act("view.right", "To the pane on the right", "l right", _TABBED),
    act("view.back", "Back, or leave", "escape", "tabs read match"),
    act("dialog.leave", "Leave", "escape", _LEFT, "Leave"),
    act("go.bank", "Go to the bank", "1", _TABBED),
    act("go.coverage", "Go to coverage", "2", _TABBED),
    act("go.vacancies", "Go to vacancies", "3", _TABBED),
    act("go.ask", "Go to ask", "4 ctrl+k", _TABBED, "", "Type or paste what the panel asked"),
    act(
        "app.trash",
        "Show the trash",
        "T",
        "tabs",
        "",
        "What you removed, for 30 days",
    ),
    act(
        "app.capture",
        "Keep a line in the inbox",
        "c ctrl+l",
        _NEAR,
        "",
        "One line, a number, a date: from anywhere, ^l inside a field",
    ),
    act(
        "app.jump",
        "Jump: letters over what can be gone to",
        "apostrophe ctrl+g",
        _NEAR,
        "",
        "Then a letter goes there; ^g inside a field",
    ),
    act(
        "app.privacy",
        "Hide the text of stories, or show it again",
        "B f9",
        _NEAR,
        "",
        "For when others see your screen",
    ),
    act(
        "app.redraw",
        "Draw the screen anew",
        "f12",
        _NEAR,
        "",
        "When another program has written over it",
    ),
    act("app.drafts", "Show texts that were not saved", "", "tabs"),
    act("app.quit", "Quit", "q", "tabs read match", "Quit"),
    act(
        "app.help",
        "Show the keys that work here",
        "question_mark f1",
        "tabs editor map read match paste sheet history trash filling papers",
        "Keys",
    ),
    act("app.palette", "Find any action by name", "ctrl+p", "tabs editor read match", "All"),
)
