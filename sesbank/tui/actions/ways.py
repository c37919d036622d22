"""Ways: where an action that is not at hand is done, and what leads there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from sesbank.tui.actions.action import Action
from sesbank.tui.actions.places import FIVE, PLACES, TABS


class Way(NamedTuple):
    """The way to an action that is not done where the person is."""

    place: str
    """Where it is done, as people know the place."""
    tab: str
    """The tab it begins at; empty where it begins at hand."""
    steps: tuple[str, ...]
    """The ids of the actions to do from there, the one meant last."""


def way_to(action: Action, here: Collection[str], known: Mapping[str, Action]) -> Way | None:
    """Return the way to an action from the places at hand, None where it comes up by itself.

    `known` are all actions by id.
    """
    home = _home(action.where)
    if not home:
        return None
    steps, at = [action.id], home
    while at not in here and at not in (*FIVE, TABS):
        opening = known[PLACES[at].by]
        steps.append(opening.id)
        near = [place for place in opening.where if place in here]
        at = near[0] if near else _home(opening.where)
    tab = "" if at in here else "bank" if at == TABS else at
    return Way(PLACES[home].name, tab, tuple(reversed(steps)))


def _home(places: Sequence[str]) -> str:
    """Return the place of several that is named: a tab before others; empty for none."""
    there = [place for place in places if place in PLACES]
    return next((place for place in there if place in (*FIVE, TABS)), next(iter(there), ""))
