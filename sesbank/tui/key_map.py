"""Key map: a person's own keys for actions, from the settings, checked before they count."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, cast

from textual.app import App

from sesbank.tui.actions import (
    ACTIONS,
    BY_ID,
    MOVES,
    TABS,
    Action,
    Move,
    front_of,
    is_typed,
    key_name,
    read_key,
)

_TAB_PLACES = frozenset({"bank", "coverage", "vacancies", "ask"})
"""The places that are open together with the tabs."""

_WRITING = frozenset({"editor", "paste", "path", "elsewhere", "capture"})
"""The places where fields take every letter."""

_HOMES = {"source": {"read"}}
"""Widgets that stand in some places only."""

_FIXED = {
    "ctrl+q": "leaves sesbank",
    "ctrl+c": "copies",
    "tab": "goes to the next field",
    "shift+tab": "goes to the field before",
}
"""Keys that keep their meaning."""

_EVERY: tuple[Action | Move, ...] = (*ACTIONS, *MOVES)
_KNOWN = {each.id: each for each in _EVERY}


@dataclass(frozen=True, slots=True)
class KeyMap:
    """Which keys do what: the table's keys, with the person's own in their place."""

    own: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The person's own keys by action id."""
    problems: tuple[str, ...] = ()
    """What was left out and why, a line each."""

    def of(self, action: Action | Move) -> tuple[str, ...]:
        """Return the keys of an action, the one to show first."""
        return self.own.get(action.id, action.keys)

    def first(self, action_id: str) -> str:
        """Return the first key of an action or a move, as it is shown to people."""
        return key_name(self.of(_KNOWN[action_id])[0])

    @property
    def for_textual(self) -> dict[str, str]:
        """The same as Textual takes it."""
        wanted = {action_id: ",".join(keys) for action_id, keys in self.own.items()}
        for action_id, keys in self.own.items():
            apart = [key for key in keys if not is_typed(key)]
            if apart and action_id in BY_ID and BY_ID[action_id].front:
                wanted[front_of(action_id)] = ",".join(apart)
        return wanted


def read_key_map(wanted: Mapping[str, tuple[str, ...]]) -> KeyMap:
    """Return the key map that the settings ask for; what cannot be had keeps its own key.

    Never raises: an unknown action, an unknown key and a key that is taken already are named in
    `problems`.
    """
    own: dict[str, tuple[str, ...]] = {}
    problems: list[str] = []
    for action_id, written in wanted.items():
        try:
            own[action_id] = _keys(action_id, written)
        except ValueError as error:
            problems.append(f"{action_id}: {error}")
    while clash := next(_clashes(own), None):
        action_id, problem = clash
        del own[action_id]
        problems.append(f"{action_id}: {problem}")
    return KeyMap(own, tuple(problems))


class _HasKeyMap(Protocol):
    key_map: KeyMap


def key_map_of(app: App[Any]) -> KeyMap:
    """Return the key map of an app."""
    return cast(_HasKeyMap, app).key_map


def _keys(action_id: str, written: Iterable[str]) -> tuple[str, ...]:
    action = _KNOWN.get(action_id)
    if action is None:
        raise ValueError("there is no such action")
    keys = tuple(dict.fromkeys(map(read_key, written)))
    if not keys:
        raise ValueError("name at least one key")
    for key in keys:
        if key in _FIXED:
            raise ValueError(f"{key_name(key)} always {_FIXED[key]}")
        if isinstance(action, Action) and set(action.where) <= _WRITING and is_typed(key):
            raise ValueError(f"“{key_name(key)}” is typed in the fields there")
    return keys


def _clashes(own: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield each own key that another action has in the same place, with who has it."""
    for action_id, keys in own.items():
        for other in _KNOWN.values():
            if other.id == action_id:
                continue
            for key in _shared((_KNOWN[action_id], keys), (other, own.get(other.id, other.keys))):
                yield action_id, f"“{key_name(key)}” is the key of {other.id} there"


_WithKeys = tuple[Action | Move, tuple[str, ...]]


def _shared(one: _WithKeys, other: _WithKeys) -> Iterator[str]:
    """Yield the keys that two actions have at the same time."""
    for here in _standing(*one):
        for there in _standing(*other):
            if _meet(here, there):
                yield from sorted(set(here.keys) & set(there.keys))


def _standing(each: Action | Move, keys: tuple[str, ...]) -> Iterator[Action | Move]:
    """Yield an action with the keys it has, and as it stands in front of the tabs."""
    own = dataclasses.replace(each, keys=keys)
    yield own
    if isinstance(own, Action) and own.front:
        yield own.in_front


def _meet(one: Action | Move, other: Action | Move) -> bool:
    """Return whether two actions can be had at the same time."""
    if isinstance(one, Move) and isinstance(other, Move):
        return one.widget == other.widget
    if isinstance(one, Move) or isinstance(other, Move):
        move, action = (one, other) if isinstance(one, Move) else (other, one)
        # A list gives Enter on to its screen, and fields have no lists around them.
        return (
            isinstance(move, Move)
            and isinstance(action, Action)
            and move.widget not in ("choice", "toggles")
            and not _HOMES.get(move.widget, set(action.where)).isdisjoint(action.where)
            and move.id != "list.choose"
            and not set(action.where) <= _WRITING
        )
    here, there = set(one.where), set(other.where)
    return bool(
        here & there
        or (TABS in here and there & _TAB_PLACES)
        or (TABS in there and here & _TAB_PLACES)
    )
