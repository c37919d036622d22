"""Actions that work on many screens: tabs, undo, leaving, help."""

from __future__ import annotations

from sesbank.tui.actions.action import Action, act, also

_TABBED = "tabs read match"
"""Where the keys of the tabs work."""

_CHANGING = "tabs read match map ecqs tqs history trash learned drill"
"""Where something changes at once, so that undo belongs there."""

_NEAR = "tabs editor read match"
"""Where a person works: capture, jump and privacy are at hand there."""

_LISTS = (
    "map confirm help history trash learned difference searches ecqs theme figures checks"
    " standing tqs gap homes tour drill panel"
)
"""What stands in front of a tab and has lists alone, so that letters are keys there."""

_FIELDS = "paste sheet path elsewhere line settings facts retellings filling papers bringing"
"""What stands in front of a tab and has fields, so that letters are written there."""

_OWN = "capture jump"
"""What takes all keys for itself but a few."""

ACTIONS: tuple[Action, ...] = (
    act("edit.undo", "Undo", "u ctrl+z", _CHANGING, "Undo"),
    act("edit.redo", "Redo", "U ctrl+y", _CHANGING, "", "Does again what was undone"),
    act("view.left", "To the list on the left", "h left", _TABBED),
    act("view.right", "To the pane on the right", "l right", _TABBED),
    act("view.back", "Back, or leave", "escape", "tabs read match"),
    also(act("dialog.leave", "Leave", "escape q", _LISTS, "Leave"), f"editor {_FIELDS} {_OWN}"),
    act("go.bank", "Go to the bank", "1", _TABBED),
    act("go.coverage", "Go to coverage", "2", _TABBED),
    act("go.vacancies", "Go to vacancies", "3", _TABBED),
    act("go.ask", "Go to ask", "4 ctrl+k", _TABBED, "", "Type or paste what the panel asked"),
    act("go.rehearse", "Go to rehearse", "5", _TABBED),
    act(
        "app.trash",
        "Show the trash",
        "T",
        "tabs",
        "",
        "What you removed, for 30 days",
    ),
    also(
        act(
            "app.capture",
            "Keep a line in the inbox",
            "c ctrl+l",
            _NEAR,
            "Capture",
            "One line, a number, a date: from anywhere, ^l inside a field",
        ),
        f"{_LISTS} {_FIELDS}",
    ),
    also(
        act(
            "app.jump",
            "Jump: letters over what can be gone to",
            "apostrophe ctrl+g",
            _NEAR,
            "",
            "Then a letter goes there; ^g inside a field",
        ),
        f"{_LISTS} {_FIELDS} capture",
    ),
    also(
        act(
            "app.privacy",
            "Hide the text of stories, or show it again",
            "B f9",
            _NEAR,
            "",
            "Privacy for when others see your screen",
        ),
        f"{_LISTS} {_FIELDS} capture",
    ),
    also(
        act(
            "app.redraw",
            "Draw the screen anew",
            "f12",
            _NEAR,
            "",
            "When another program has written over it",
        ),
        f"{_LISTS} {_FIELDS} capture",
    ),
    act("app.drafts", "Show texts that were not saved", "", "tabs"),
    act("app.quit", "Quit", "q", "tabs read match", "Quit"),
    also(
        act(
            "app.help",
            "Show the keys that work here",
            "question_mark f1",
            f"{_NEAR} map paste sheet history trash learned filling papers searches ecqs theme"
            " checks standing tqs gap homes confirm difference tour drill figures retellings"
            " settings panel",
            "Keys",
        ),
        "path elsewhere line facts bringing capture",
    ),
    also(
        act(
            "app.palette",
            "Find any action by name",
            "ctrl+p",
            _NEAR,
            "All",
            "What is done elsewhere stands below, with its place, and is gone to from there",
        ),
        f"{_LISTS} {_FIELDS} capture",
    ),
)
