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
    "read": ("the posting as read", "vacancy.read"),
    "match": ("the matched stories", "vacancy.match"),
    "sheet": ("the sheet", "vacancy.sheet"),
    TABS: ("the tabs", ""),
    "bank": ("the bank", "go.bank"),
    "coverage": ("coverage", "go.coverage"),
    "vacancies": ("the list of vacancies", "go.vacancies"),
    "ask": ("Ask", "go.ask"),
    "rehearse": ("Rehearse", "go.rehearse"),
}
"""The places whose keys a person may look for elsewhere: their names, and what leads there."""

_OF_A_VACANCY = ("read", "match", "sheet")
"""Those that lie behind the list of vacancies; seen from one of them they are the nearest."""

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
    in_vacancy = bool(here & set(_OF_A_VACANCY))
    belongs = list(_belongs(key, app, in_vacancy=in_vacancy).items())[:_MOST] if told else []
    if belongs:
        places = "; to ".join(
            f"{_named(place, app, in_vacancy=in_vacancy)}: {title}" for title, place in belongs
        )
        return f"{said}. It belongs to {places}."
    helped = working_keys(screen).get("app.help", ())
    return f"{said}: {key_name(helped[0])} shows the keys that work." if helped else f"{said}."


def _named(place: str, app: App[object], *, in_vacancy: bool) -> str:
    """Return what a place is called, with the key that leads there: "the bank (1)"."""
    name, way = _PLACES[place]
    far = place in _OF_A_VACANCY and not in_vacancy
    keys = key_map_of(app).of(BY_ID["go.vacancies" if far else way]) if way else ()
    return f"{name} ({'of a vacancy, ' if far else ''}{key_name(keys[0])})" if keys else name


def _belongs(key: str, app: App[object], *, in_vacancy: bool) -> Mapping[str, str]:
    """Return what a key does elsewhere, with the nearest place that has it, nearest first."""
    keys = key_map_of(app)
    found: dict[str, str] = {}
    for place in sorted(_PLACES, key=lambda each: (each in _OF_A_VACANCY) is not in_vacancy):
        for action in ACTIONS:
            if place in action.where and key in keys.of(action):
                found.setdefault(action.title, place)
    return found
