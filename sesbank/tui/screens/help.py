"""Help: the keys that work where the person is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen

from sesbank.session import Session
from sesbank.tui.actions import BY_ID, MOVES, Action, bindings_at, key_names
from sesbank.tui.plain import joined, sentence, together
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.views.story import heading
from sesbank.tui.widgets.pane import Pane
from sesbank.tui.working_keys import is_writing, working_keys, working_moves

_KEYS = 13
"""Cells for the keys."""

_MARKS = (
    ("!", "a part is empty"),
    ("…", "a draft"),
    ("inbox", "in the inbox, to be written"),
    ("retired", "kept and not proposed"),
    ("● ○", "mapped as main or side ECQ"),
    ("✓", "marked, or done"),
)


_IN_FIELDS = (
    ("Tab", "To the next field; Shift+Tab to the one before"),
    ("^a ^e", "To the start and the end of the line; arrows as usual"),
    ("^w ^u ^k", "Delete the word before, the line before, the line behind"),
    ("^c ^x ^v", "Copy, cut, paste what is marked with Shift and arrows"),
)
"""What fields do by themselves."""


class Working(NamedTuple):
    """What can be pressed on a screen at a moment."""

    actions: Mapping[str, tuple[str, ...]]
    """Keys by action id."""
    moves: Mapping[str, tuple[str, ...]]
    """Keys by the id of a move."""
    writing: bool
    """Whether a field has the focus."""


def working_on(screen: Screen[Any]) -> Working:
    """Return what can be pressed on a screen now."""
    return Working(working_keys(screen), working_moves(screen), is_writing(screen))


class HelpScreen(Dialog):
    """The keys, from the table of actions."""

    PLACES = ("help",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("help")

    def __init__(self, session: Session, working: Working, left_out: Sequence[str] = ()) -> None:
        """Tell the keys that work, and what of the person's own files was left out."""
        super().__init__(session)
        self._working = working
        self._left_out = tuple(left_out)

    def compose(self) -> ComposeResult:
        """Lay out the keys."""
        with Vertical(classes="box"):
            yield Pane(id="help", label=_KEYS)

    def on_mount(self) -> None:
        """Show the keys."""
        pane = self.query_one(Pane)
        self.query_one(".box").border_title = Content("Keys that work here")
        self.query_one(".box").border_subtitle = Content("Esc leaves")
        blocks = [help_text(self._working), bank_text(self.session.path, self.session.notes)]
        if self._left_out:
            blocks.append(left_out_text(self._left_out))
        pane.show(Content(""), joined(blocks, "\n\n"))
        pane.focus()


def help_text(working: Working) -> Content:
    """Return the keys that work, then those for moving about and what signs mean."""
    title = "What you can do while you write" if working.writing else "What you can do"
    lines = [heading(title)]
    lines += [_line(BY_ID[action_id], keys) for action_id, keys in working.actions.items()]
    lines += [Content(""), heading("Moving about")]
    if working.writing:
        lines += [_pair(keys, what) for keys, what in _IN_FIELDS]
    else:
        titles = {move.id: move.title for move in MOVES}
        lines += [_pair(key_names(keys), titles[move]) for move, keys in working.moves.items()]
        lines += [_pair("Tab", "To the next list, pane or field")]
    lines += [Content(""), heading("Signs")]
    lines += [_pair(sign, what) for sign, what in _MARKS]
    return joined(lines)


def bank_text(path: Path, notes: Sequence[str]) -> Content:
    """Return where the bank is and what the person should know about its files."""
    lines = [heading("Your bank"), sentence(str(path))]
    return joined([*lines, *(sentence(f"! {note}", "$warning") for note in notes)])


def left_out_text(problems: Sequence[str]) -> Content:
    """Return what of the person's own settings and files could not be used, and why."""
    lines = [sentence(f"! {problem}", "$warning") for problem in problems]
    return joined([heading("Left out of your settings and files"), *lines])


def _line(action: Action, keys: Sequence[str]) -> Content:
    line = _pair(key_names(keys), action.title)
    if not action.help:
        return line
    return together(line, Content(f"\n{' ' * _KEYS}{action.help}").stylize("$muted"))


def _pair(keys: str, what: str) -> Content:
    return together(Content(keys.ljust(_KEYS)).stylize("bold $key"), Content(what))
