"""Ways: where an action that is not at hand is done, and what leads there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sesbank.tui.actions import BY_ID
from sesbank.tui.actions.action import TABS, Action
from sesbank.tui.actions.places import FIVE, PLACES


class Way(NamedTuple):
    """The way to an action that is not done where the person is."""

    place: str
    """Where it is done, as people know the place."""
    tab: str
    """The tab it begins at; empty where it begins at hand."""
    steps: tuple[str, ...]
    """The ids of the actions to do from there, the one meant last."""


def way_from(places: Iterable[str], action: Action) -> Way | None:
    """Return the way to an action from where it is not done, None where it comes up by itself."""
    here, home = set(places), _home(action.where)
    if not home:
        return None
    steps, at = [action.id], home
    while at not in here and at not in (*FIVE, TABS):
        opening = BY_ID[PLACES[at].by]
        steps.append(opening.id)
        near = [place for place in opening.where if place in here]
        at = near[0] if near else _home(opening.where)
    tab = "" if at in here else "bank" if at == TABS else at
    return Way(PLACES[home].name, tab, tuple(reversed(steps)))


def _home(places: Sequence[str]) -> str:
    """Return the place of several that is named: a tab before others; empty for none."""
    there = [place for place in places if place in PLACES]
    return next((place for place in there if place in (*FIVE, TABS)), next(iter(there), ""))
