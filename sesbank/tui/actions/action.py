"""Action: something a person can do in the app, with its keys and the places that have it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from sesbank.tui.actions.key_names import is_typed

TABS = "tabs"
"""The place that stands for the five tabs together."""


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
    front: tuple[str, ...] = ()
    """Places in front of the tabs, with fields or keys of their own: of its keys only those work
    there that write no character."""

    @property
    def in_front(self) -> Action:
        """The action as it stands in those places."""
        keys = tuple(key for key in self.keys if not is_typed(key))
        return dataclasses.replace(self, keys=keys, where=self.front, front=())

    @property
    def handler(self) -> str:
        """The name of the method that does it."""
        return "do_" + self.id.replace(".", "_").replace("-", "_")


@dataclass(frozen=True, slots=True)
class Move:
    """A way of moving about inside a list, a pane or a field; the widget itself does it."""

    id: str
    title: str
    keys: tuple[str, ...]
    widget: str
    """The kind of widget: list, pane, source, choice or toggles."""
    call: str
    """The Textual action of the widget that does it."""


def act(
    action_id: str, title: str, keys: str, where: str, short: str = "", about: str = ""
) -> Action:
    """Return an action; keys and places stand with spaces between them."""
    return Action(action_id, title, tuple(keys.split()), tuple(where.split()), short, about)


def also(action: Action, front: str) -> Action:
    """Return an action that works in places in front of the tabs as well."""
    return dataclasses.replace(action, front=tuple(front.split()))
