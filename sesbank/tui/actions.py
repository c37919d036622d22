"""Actions: the one table of what a person can do, from which keys, footer, palette and help come.

An action's id is the binding's id, so a key map can name it, and the name of the method that
does it: `story.new` is done by `do_story_new` of the screen that has it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType

TABS = "tabs"
"""The place that stands for the four tabs together."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do."""

    id: str
    title: str
    """What it does, for palette and help."""
    keys: tuple[str, ...]
    """Textual key names; none for what only the palette offers."""
    where: tuple[str, ...]
    """The places that have it."""
    short: str = ""
    """The word in the footer; empty keeps it out of there."""
    help: str = ""
    """What is good to know about it, for the help."""

    @property
    def handler(self) -> str:
        """The name of the method that does it."""
        return "do_" + self.id.replace(".", "_").replace("-", "_")


def _act(
    action_id: str, title: str, keys: str, where: str, short: str = "", about: str = ""
) -> Action:
    return Action(action_id, title, tuple(keys.split()), tuple(where.split()), short, about)


_TABBED = "tabs read match"
"""Where the keys of the tabs work."""

_CHANGING = "tabs read match map history trash"
"""Where something changes at once, so that undo belongs there."""

_LEFT = "editor map paste sheet confirm help path history trash difference elsewhere"
"""What stands in front of a tab and is left with Esc."""

ACTIONS: tuple[Action, ...] = (
    # Bank
    _act("story.new", "Write a new story", "n", "bank", "New"),
    _act("story.edit", "Edit this story", "e", "bank", "Edit"),
    _act("story.map", "Map this story to ECQs", "m", "bank", "Map"),
    _act(
        "story.find",
        "Find stories",
        "slash",
        "bank",
        "Find",
        "Words in any order, or ecq:AR tag: org: has:number after:2020",
    ),
    _act(
        "story.retire",
        "Retire this story, or offer it again",
        "r",
        "bank",
        "Retire",
        "A retired story is kept and no longer proposed",
    ),
    _act(
        "story.remove",
        "Remove this story",
        "D delete",
        "bank",
        "",
        "Into the trash, after a question; u brings it back",
    ),
    # Editor
    _act("editor.save", "Save the story", "ctrl+s", "editor", "Save"),
    _act(
        "editor.elsewhere",
        "Write the text into a file",
        "ctrl+o",
        "editor",
        "To a file",
        "For when the bank cannot be saved: the text here stays as it is",
    ),
    _act("elsewhere.write", "Write the file", "enter", "elsewhere", "Write"),
    _act("elsewhere.copy", "Copy the text instead", "ctrl+y", "elsewhere", "Copy instead"),
    _act(
        "editor.accept",
        "Accept the first suggested ECQ",
        "ctrl+t",
        "editor",
        "Accept ECQ",
        "Maps the story to it when you save",
    ),
    # History and trash
    _act("history.restore", "Bring this state back", "r enter", "history", "Bring back"),
    _act("trash.restore", "Put this back into the bank", "r enter", "trash", "Put back"),
    # Map dialog
    _act("map.primary", "Map as main ECQ", "p enter", "map", "Main"),
    _act("map.supporting", "Map as side ECQ", "s", "map", "Side"),
    _act("map.remove", "Take the mapping away", "x delete", "map", "Remove"),
    _act("map.accept", "Accept the suggestion", "a", "map", "Accept"),
    _act("map.framework", "Show another framework", "f", "map", "Framework"),
    # Coverage
    _act("coverage.open", "Show the stories of this row", "enter", "coverage", "Stories"),
    _act("coverage.new", "Start a story for this row", "n", "coverage", "New story"),
    _act("coverage.framework", "Show another framework", "f", "coverage", "Framework"),
    # Vacancies
    _act("vacancy.open", "Open this vacancy", "enter", "vacancies", "Open"),
    _act("vacancy.paste", "Paste a posting", "n", "vacancies", "Paste"),
    _act("vacancy.file", "Read a posting from a file", "o", "vacancies", "File"),
    _act("vacancy.remove", "Remove this vacancy", "d", "vacancies", "Remove"),
    _act("paste.read", "Read this posting", "ctrl+s", "paste", "Read it"),
    # One vacancy: read
    _act("vacancy.match", "Match stories to the requirements", "M", "read", "Match"),
    _act("requirement.drop", "Drop this requirement", "d", "read", "Drop"),
    _act("requirement.kind", "Change the kind: TQ, ECQ, desirable, duty", "t", "read", "Kind"),
    # One vacancy: match
    _act("match.pin", "Pin this story to the requirement, or let go", "p", "match", "Pin"),
    _act("match.ban", "Rule this story out here, or offer it again", "x", "match", "Rule out"),
    _act(
        "match.propose",
        "Accept the proposed stories",
        "O o",
        "match",
        "Accept all",
        "The proposal becomes your choice for this vacancy and goes on the sheet",
    ),
    _act("vacancy.sheet", "Make the one-page sheet", "S s", "match read", "Sheet"),
    _act("vacancy.read", "Back to the posting", "R", "match", "Posting"),
    _act("vacancy.framework", "Read it in another framework", "f", "read match", "Framework"),
    _act("sheet.write", "Write the sheet", "ctrl+s", "sheet", "Write"),
    # Ask
    _act("ask.write", "Write another question", "slash i", "ask", "Question"),
    _act("ask.next", "Show the next best story", "ctrl+n n", "ask", "Next story"),
    _act("ask.previous", "Show the story before", "ctrl+b p", "ask", "Before"),
    _act("ask.framework", "Read it in another framework", "f", "ask", "Framework"),
    # Tabs and everywhere
    _act("edit.undo", "Undo", "u ctrl+z", _CHANGING, "Undo"),
    _act("edit.redo", "Redo", "U ctrl+y", _CHANGING, "", "Does again what was undone"),
    _act(
        "story.history",
        "Show the history of this story",
        "h",
        "bank",
        "History",
        "Every state you saved over, what changed since, and the way back",
    ),
    _act("view.back", "Back, or leave", "escape", "tabs read match"),
    _act("dialog.leave", "Leave", "escape", _LEFT, "Leave"),
    _act("go.bank", "Go to the bank", "1", _TABBED),
    _act("go.coverage", "Go to coverage", "2", _TABBED),
    _act("go.vacancies", "Go to vacancies", "3", _TABBED),
    _act("go.ask", "Go to ask", "4 ctrl+k", _TABBED, "", "Type or paste what the panel asked"),
    _act(
        "app.trash",
        "Show the trash",
        "T",
        "tabs",
        "",
        "What you removed, for 30 days",
    ),
    _act("app.drafts", "Show texts that were not saved", "", "tabs"),
    _act("app.theme", "Change the colors", "", "tabs editor read match"),
    _act("app.quit", "Quit", "q", "tabs read match", "Quit"),
    _act(
        "app.help",
        "Show the keys that work here",
        "question_mark f1",
        "tabs editor map read match paste sheet history trash",
        "Keys",
    ),
    _act("app.palette", "Find any action by name", "ctrl+p", "tabs editor read match", "All"),
)
"""Every action there is, in the order footer and help show them."""

BY_ID = {action.id: action for action in ACTIONS}

MOVES = (
    ("j k ↓ ↑", "down and up"),
    ("g G", "to the first and the last"),
    ("PgDn PgUp", "a page on and back"),
    ("Tab", "to the next list, pane or field"),
    ("Enter", "open what is marked"),
    ("Esc", "back, or leave"),
)
"""The keys that move about in every list and pane, for the help."""

_SHOWN = {
    "slash": "/",
    "question_mark": "?",
    "escape": "Esc",
    "enter": "Enter",
    "delete": "Del",
    "f1": "F1",
}


def key_name(key: str) -> str:
    """Return a key as it is shown to people: ^s, Esc, /."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    return _SHOWN.get(key, key)


def is_typed(key: str) -> bool:
    """Return whether a key writes a character in a field, so that it does nothing else there."""
    return len(key) == 1 or key in ("slash", "question_mark")


def actions_at(places: Iterable[str]) -> tuple[Action, ...]:
    """Return the actions that any of these places has, in table order."""
    wanted = set(places)
    return tuple(action for action in ACTIONS if wanted & set(action.where))


def bindings_at(*places: str) -> list[BindingType]:
    """Return the bindings of these places; each carries its action's id."""
    return [
        Binding(
            ",".join(action.keys),
            f"act('{action.id}')",
            action.short or action.title,
            show=bool(action.short),
            id=action.id,
        )
        for action in actions_at(places)
        if action.keys
    ]
