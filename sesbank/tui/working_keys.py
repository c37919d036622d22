"""Working keys: what can be pressed right now, given the screen, the focus and the key map."""

from __future__ import annotations

from collections.abc import Mapping

from textual.screen import Screen
from textual.widgets import Input

from sesbank.tui.actions import BY_ID, MOVES, action_of, actions_at, is_typed

IN_LISTS = ("edit.undo", "edit.redo")
"""The actions of the bank that a field has no part in."""

_MOVES = {move.id: move for move in MOVES}


def _writes_lines(focused: object) -> bool:
    # A field of several lines says so itself: its kind is not loaded before there is one.
    return getattr(focused, "takes_letters", False) is True


def is_writing(screen: Screen[object]) -> bool:
    """Return whether a field has the focus, so that letters are typed."""
    focused = screen.focused
    return isinstance(focused, Input) or _writes_lines(focused)


def working_keys(screen: Screen[object]) -> Mapping[str, tuple[str, ...]]:
    """Return the keys that do something now by action id, in the order of the table."""
    found: dict[str, list[str]] = {}
    bindings = screen.active_bindings
    writing, lines = is_writing(screen), _writes_lines(screen.focused)
    for key, active in bindings.items():
        action_id = action_of(active.binding.id)
        written = writing and (is_typed(key) or action_id in IN_LISTS)
        if action_id in BY_ID and not (written or (lines and key == "enter")):
            found.setdefault(action_id, []).append(key)
    field = getattr(screen, "ENTER", "") if isinstance(screen.focused, Input) else ""
    for action in actions_at(getattr(screen, "PLACES", ())):
        # A list takes Enter for itself and tells the screen, which does what the table says; so
        # does a field of one line.
        if action.id == field or ("enter" in action.keys and _of_a_list(bindings)):
            found.setdefault(action.id, []).append("enter")
    return {action_id: tuple(found[action_id]) for action_id in BY_ID if action_id in found}


def working_moves(screen: Screen[object]) -> Mapping[str, tuple[str, ...]]:
    """Return the keys that move about in what has the focus, by the id of the move."""
    found: dict[str, list[str]] = {}
    for key, active in screen.active_bindings.items():
        if (active.binding.id or "") in _MOVES:
            found.setdefault(active.binding.id or "", []).append(key)
    return {move: tuple(found[move]) for move in _MOVES if move in found}


def _of_a_list(bindings: Mapping[str, object]) -> bool:
    binding = getattr(bindings.get("enter"), "binding", None)
    return getattr(binding, "id", "") == "list.choose"
