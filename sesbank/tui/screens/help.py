"""Help: the keys that work where the person is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from sesbank.session import Session
from sesbank.tui.actions import MOVES, Action, actions_at, bindings_at, key_name
from sesbank.tui.plain import joined, plain_line, together
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.views.story import heading
from sesbank.tui.widgets.pane import Pane

_KEYS = 12
"""Cells for the keys."""

_MARKS = (
    ("!", "a part is empty"),
    ("…", "a draft"),
    ("in", "in the inbox, to be written"),
    ("off", "retired: kept and not proposed"),
    ("● ○", "mapped as main or side ECQ"),
)


class HelpScreen(Dialog):
    """The keys, from the table of actions."""

    PLACES = ("help",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("help")

    def __init__(self, session: Session, places: Sequence[str]) -> None:
        super().__init__(session)
        self._places = tuple(places)

    def compose(self) -> ComposeResult:
        """Lay out the keys."""
        with Vertical(classes="box"):
            yield Pane(id="help")

    def on_mount(self) -> None:
        """Show the keys."""
        pane = self.query_one(Pane)
        self.query_one(".box").border_title = Content("Keys that work here")
        about = bank_text(self.session.path, self.session.notes)
        pane.show(Content(""), joined([help_text(self._places), Content(""), about]))
        pane.focus()


def help_text(places: Sequence[str]) -> Content:
    """Return the keys of some places, then those for moving about and what signs mean."""
    lines = [heading("What you can do")]
    lines += [_line(action) for action in actions_at(places) if action.keys]
    lines += [Content(""), heading("Moving about")]
    lines += [_pair(keys, what) for keys, what in MOVES]
    lines += [Content(""), heading("Signs")]
    lines += [_pair(sign, what) for sign, what in _MARKS]
    return joined(lines)


def bank_text(path: Path, notes: Sequence[str]) -> Content:
    """Return where the bank is and what the person should know about its files."""
    lines = [heading("Your bank"), plain_line(str(path))]
    return joined([*lines, *(plain_line(f"! {note}", "$warning") for note in notes)])


def _line(action: Action) -> Content:
    keys = " ".join(key_name(key) for key in action.keys)
    line = _pair(keys, action.title)
    if not action.help:
        return line
    return together(line, Content(f"\n{' ' * _KEYS}{action.help}").stylize("$muted"))


def _pair(keys: str, what: str) -> Content:
    return together(Content(keys.ljust(_KEYS)).stylize("bold $key"), Content(what))
