"""Meanwhile: a story edited in one place while it changed in another, brought together.

Three states tell what to do: the one both began with, and each side's own. What only one side
changed, or both alike, is no question; what both changed differently is the person's to decide.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from sesbank.domain.days import in_order
from sesbank.domain.ecq_limits import why_no_room
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.domain.text import clean

_ALONE = ("title", *TOLD_PARTS, "role", "organisation", "grade_at_time", "outcome", "status")
"""The fields that are one thing each."""

_KEYS: dict[str, Callable[[Any], Hashable]] = {
    "mappings": lambda mapping: (mapping.framework, mapping.ecq, mapping.competency),
    "figures": lambda figure: (figure.kind, figure.value),
    "retellings": lambda retelling: retelling.length,
    "tags": lambda tag: tag,
    "waived": lambda check: check,
}
"""The fields that hold several things, and what each of these is known by."""

_DATES = ("started", "ended")

_FIELDS = (*_ALONE, *_DATES, *_KEYS)


@dataclass(frozen=True, slots=True)
class Joined:
    """Two states of a story brought together."""

    story: Story
    """The present story with what was changed here; where both were changed, as it is here."""
    both: tuple[str, ...] = ()
    """The fields that both sides changed differently, in the order of a story."""
    theirs: tuple[str, ...] = ()
    """The fields that were changed on the other side alone."""


def joined(base: Story | None, mine: Story, present: Story) -> Joined:
    """Bring `mine` together with `present`, both of them edited from `base`.

    What a person does not write is as in `present`: tellings, versions, revision. Without a
    `base` it is not known who changed what: whatever differs was changed on both sides.
    """
    changes: dict[str, Any] = {"unsplit": mine.unsplit and present.unsplit}
    both: set[str] = set()
    for name in _FIELDS:
        held = [_get(story, name) for story in (base, mine, present)]
        key = _KEYS.get(name)
        changes[name], clash = _several(*held, key=key) if key else _one(*held)
        both |= {name} if clash else set()
    story = present.edit(**changes)
    for names, rule in _RULES.items():
        both |= {*names} if _breaks(rule, story, mine, present) else set()
    theirs = (n for n in _FIELDS if n not in both and not _same(_get(mine, n), changes[n]))
    return Joined(story, tuple(name for name in _FIELDS if name in both), tuple(theirs))


_NOTHING = object()
"""Stands for what is not there, or not known."""


def _get(story: Story | None, name: str) -> Any:
    return _NOTHING if story is None else getattr(story, name)


def _same(one: Any, other: Any) -> bool:
    """Return whether two values say the same; white space around a text says nothing."""
    if isinstance(one, str) and isinstance(other, str):
        return one == other or clean(one).strip() == clean(other).strip()
    return bool(one == other)


def _one(base: Any, mine: Any, present: Any) -> tuple[Any, bool]:
    """Return what one thing becomes, and whether both sides changed it differently."""
    if _same(mine, present) or _same(mine, base):
        return present, False
    return mine, not _same(present, base)


def _several(
    base: Any, mine: Any, present: Any, *, key: Callable[[Any], Hashable]
) -> tuple[tuple[Any, ...], bool]:
    """Return what several things become, each looked at by itself, in the order of `present`."""
    if _same(present, base):
        return mine, False
    if base is _NOTHING or any(len({*map(key, s)}) < len(s) for s in (base, mine, present)):
        return _one(base, mine, present)
    sides = [{key(item): item for item in items} for items in (base, mine, present)]
    clashed = False
    found = []
    for name in dict.fromkeys((*sides[2], *sides[1])):
        item, clashes = _one(*(side.get(name, _NOTHING) for side in sides))
        clashed = clashed or clashes
        found += [] if item is _NOTHING else [item]
    return tuple(found), clashed


def _breaks(rule: Callable[[Story], bool], story: Story, mine: Story, present: Story) -> bool:
    """Return whether a story breaks a rule that each side by itself keeps."""
    return not rule(story) and rule(mine) and rule(present)


def _has_room(story: Story) -> bool:
    return not any(why_no_room(story.mappings, mapping) for mapping in story.mappings)


def _is_in_order(story: Story) -> bool:
    return in_order(story.started, story.ended)


_RULES: dict[tuple[str, ...], Callable[[Story], bool]] = {
    ("mappings",): _has_room,
    _DATES: _is_in_order,
}
"""What holds of several fields, or several things, together."""
