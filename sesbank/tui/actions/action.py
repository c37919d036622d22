"""Action: something a person can do in the app, with its keys and the places that have it."""

from __future__ import annotations

from dataclasses import dataclass


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


@dataclass(frozen=True, slots=True)
class Move:
    """A way of moving about inside a list, a pane or a field; the widget itself does it."""

    id: str
    title: str
    keys: tuple[str, ...]
    widget: str
    """The kind of widget: list, pane or choice."""
    call: str
    """The Textual action of the widget that does it."""


def act(
    action_id: str, title: str, keys: str, where: str, short: str = "", about: str = ""
) -> Action:
    """Return an action; keys and places stand with spaces between them."""
    return Action(action_id, title, tuple(keys.split()), tuple(where.split()), short, about)
