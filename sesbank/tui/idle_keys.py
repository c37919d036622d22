"""Idle keys: what to say to a key that does nothing where the person is, and where it would."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import App
from textual.screen import Screen

from sesbank.tui.actions import ACTIONS, BY_ID, TABS, key_name
from sesbank.tui.key_map import key_map_of
from sesbank.tui.working_keys import IN_LISTS, is_writing, working_keys

_QUIET = {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab"}
"""Keys that move about: where there is nowhere to go, everybody sees it."""

_EVERYWHERE = {"enter", "escape", "space"}
"""Keys that mean something else at each place."""

_PLACES = {
    "read": "the posting as read",
    "match": "the matched stories",
    TABS: "the tabs",
    "bank": "the bank",
    "coverage": "coverage",
    "vacancies": "the list of vacancies",
    "ask": "Ask",
}
"""The places whose keys a person may look for elsewhere, by name; the nearest come first."""

_MOST = 2
"""Places that are named."""


def said_to(key: str, app: App[object], screen: Screen[object]) -> str:
    """Return what to say to a key that does nothing on a screen; empty for one that moves about."""
    if key.split("+")[-1] in _QUIET:
        return ""
    if is_writing(screen) and any(key in key_map_of(app).of(BY_ID[each]) for each in IN_LISTS):
        return "There is nothing to undo or to do again in this field."
    said = f"{key_name(key)} does nothing here"
    here = set(getattr(screen, "PLACES", ()))
    told = here & set(_PLACES) and key not in _EVERYWHERE
    belongs = list(_belongs(key, app).items())[:_MOST] if told else []
    if belongs:
        places = "; to ".join(f"{_PLACES[place]}: {title}" for title, place in belongs)
        return f"{said}. It belongs to {places}."
    helped = working_keys(screen).get("app.help", ())
    return f"{said}: {key_name(helped[0])} shows the keys that work." if helped else f"{said}."


def _belongs(key: str, app: App[object]) -> Mapping[str, str]:
    """Return what a key does elsewhere, with the nearest place that has it."""
    keys = key_map_of(app)
    found: dict[str, str] = {}
    for place in _PLACES:
        for action in ACTIONS:
            if place in action.where and key in keys.of(action):
                found.setdefault(action.title, place)
    return found
