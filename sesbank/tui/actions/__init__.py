"""Actions: the one table of what a person can do: keys, footer, palette, help, docs use it.

An action's id is the binding's id, so a key map can name it, and the name of the method that
does it: `story.new` is done by `do_story_new` of the screen that has it. Each part of the table
has a file of its own; the moves inside lists and panes stand in `moves`.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from sesbank.tui.actions import (
    ask,
    bank,
    coverage,
    dialogs,
    editor,
    everywhere,
    personal,
    rehearse,
    sheet,
    vacancy,
)
from sesbank.tui.actions.action import TABS, Action, Move
from sesbank.tui.actions.key_names import is_typed, key_name, key_names, read_key
from sesbank.tui.actions.moves import MOVES, move_bindings, moves_of

__all__ = [
    "ACTIONS",
    "BY_ID",
    "MOVES",
    "TABS",
    "Action",
    "Move",
    "action_of",
    "actions_at",
    "bindings_at",
    "front_of",
    "is_typed",
    "key_name",
    "key_names",
    "move_bindings",
    "moves_of",
    "read_key",
]

ACTIONS: tuple[Action, ...] = (
    *coverage.ACTIONS,
    *vacancy.ACTIONS,
    *bank.ACTIONS,
    *editor.ACTIONS,
    *dialogs.ACTIONS,
    *sheet.ACTIONS,
    *ask.ACTIONS,
    *rehearse.ACTIONS,
    *personal.ACTIONS,
    *everywhere.ACTIONS,
)
"""Every action there is, in the order footer and help show them."""

BY_ID = {action.id: action for action in ACTIONS}


_FRONT = ":front"
"""Ends the id of a binding in a place in front of the tabs, where fewer keys work."""


def action_of(binding_id: str | None) -> str:
    """Return the id of the action that a binding is for."""
    return (binding_id or "").removesuffix(_FRONT)


def front_of(action_id: str) -> str:
    """Return the id of an action's bindings in the places in front of the tabs."""
    return action_id + _FRONT


def actions_at(places: Iterable[str]) -> tuple[Action, ...]:
    """Return the actions that any of these places has, in table order, with their keys there."""
    wanted = set(places)
    return tuple(
        action if wanted & set(action.where) else action.in_front
        for action in ACTIONS
        if wanted & {*action.where, *action.front}
    )


def bindings_at(*places: str) -> list[BindingType]:
    """Return the bindings of these places; each carries its action's id."""
    return [
        Binding(
            ",".join(action.keys),
            f"act('{action.id}')",
            action.short or action.title,
            show=bool(action.short),
            id=action.id if action is BY_ID[action.id] else front_of(action.id),
        )
        for action in actions_at(places)
        if action.keys
    ]
