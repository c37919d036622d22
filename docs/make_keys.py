"""Write docs/guide/keys.md from the table of actions: `python docs/make_keys.py`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from sesbank.tui.actions import ACTIONS, MOVES, Action, actions_at, key_name

PAGE = Path(__file__).resolve().parent / "guide" / "keys.md"
PLACES = {
    "tabs": "On every tab",
    "bank": "Bank",
    "coverage": "Coverage",
    "standing": "Checks of all stories together",
    "vacancies": "Vacancies",
    "read": "A vacancy: its posting",
    "match": "A vacancy: its stories",
    "ask": "Ask",
    "rehearse": "Rehearse",
    "drill": "Rehearse: the drill",
    "editor": "Editor",
    "map": "Mapping a story",
    "ecqs": "Mapping many stories",
    "sheet": "Sheet",
    "history": "History of a story",
    "trash": "Trash",
    "learned": "What was learned",
    "searches": "Searches kept",
    "capture": "Capture",
    "paste": "Pasting a posting",
}
"""The places of the table with their headings, in the order of the page; the rest follow."""

_HEAD = """# Keys

Every key of the app, from the table the app itself uses. `?` shows those that work where you are,
`F1` does so inside a text field, and `^p` finds any action by name. `^` is the control key.

Give an action keys of your own in `settings.toml` (`sesbank where` tells its place), by the id in
the last column. A key that does not exist or is taken there is named at the start, and left out.

```toml
[keys]
"story.new" = "a"
"edit.undo" = ["u", "ctrl+z"]
```
"""
_FIELDS = """
## In a text field

Letters are typed there; the keys with `^`, `F1` and `Esc` work. `Esc` leaves the field, `Tab` and
`Shift+Tab` go to the next one and back, arrows and `Home` `End` move in the text, `^w` deletes the
word before.

## With the mouse

A click goes to a row, a tab or a field; a double click opens; a click on a key in the bottom line
presses it, and so does one on what a frame says of `Esc`; the wheel scrolls. In the bank `Ctrl`
and a click marks a story, `Shift` and a click a whole stretch.
"""


def page() -> str:
    """Return the page as it should be."""
    every = (place for action in ACTIONS for place in (*action.where, *action.front))
    places = dict.fromkeys([*PLACES, *every])
    parts = [_HEAD, "\n## Moving about\n", *_table(_moves())]
    for place in places:
        rows = [_row(action) for action in actions_at([place]) if action.keys]
        name = PLACES.get(place, place.capitalize())
        parts += [f"\n## {name}\n", *_table(rows)]
    return "\n".join(parts) + "\n" + _FIELDS


def _moves() -> Iterator[tuple[str, str, str]]:
    for move in MOVES:
        yield _keys(move.keys), f"{move.title} ({move.widget})", f"`{move.id}`"


def _row(action: Action) -> tuple[str, str, str]:
    about = f"{action.title}. {action.help}" if action.help else action.title
    return _keys(action.keys), about.replace("|", "/"), f"`{action.id}`"


def _keys(keys: Iterable[str]) -> str:
    return " ".join(f"`{key_name(key)}`" for key in keys)


def _table(rows: Iterable[tuple[str, str, str]]) -> list[str]:
    return ["| Keys | What | Id |", "|---|---|---|", *(f"| {k} | {w} | {i} |" for k, w, i in rows)]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")
