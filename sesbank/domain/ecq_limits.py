"""ECQ limits: how many ECQs one story may stand for: one main and two side ones in a framework.

A story that shows everything shows nothing; coaches advise one main ECQ, and panels hear each
story once.
"""

from __future__ import annotations

from collections.abc import Iterable

from sesbank.domain.mapping import Mapping, Strength

MOST_SIDES = 2
"""Side ECQs of a story in one framework."""


def main_ecqs(mappings: Iterable[Mapping], framework: str) -> tuple[str, ...]:
    """Return the codes of the ECQs a story shows first, in one framework; rightly one."""
    found = (m.ecq for m in mappings if m.framework == framework and m.strength is Strength.PRIMARY)
    return tuple(dict.fromkeys(found))


def side_ecqs(mappings: Iterable[Mapping], framework: str) -> tuple[str, ...]:
    """Return the codes of the ECQs it shows beside those."""
    held = tuple(mappings)
    mains = main_ecqs(held, framework)
    found = (m.ecq for m in held if m.framework == framework and m.ecq not in mains)
    return tuple(dict.fromkeys(found))


def next_strength(mappings: Iterable[Mapping], framework: str, *, ecq: str = "") -> Strength:
    """Return how a story shows one more ECQ: first where it has no other main one yet."""
    others = set(main_ecqs(mappings, framework)) - {ecq}
    return Strength.SUPPORTING if others else Strength.PRIMARY


def why_no_room(mappings: Iterable[Mapping], wanted: Mapping) -> str:
    """Return why a mapping has no place among those of a story, empty when it has.

    A competency of an ECQ that the story shows already takes no further place. What was
    mapped before the rule stays; only what makes it worse is refused.
    """
    place = (wanted.framework, wanted.ecq, wanted.competency)
    held = [m for m in mappings if (m.framework, m.ecq, m.competency) != place]
    mains, sides = main_ecqs(held, wanted.framework), side_ecqs(held, wanted.framework)
    if wanted.strength is Strength.PRIMARY:
        others = [code for code in mains if code != wanted.ecq]
        if others:
            return f"it has its main ECQ already: {', '.join(others)}. Make that a side one first"
        return ""
    if wanted.ecq in (*mains, *sides) or len(sides) < MOST_SIDES:
        return ""
    return f"it has its two side ECQs already: {', '.join(sides)}. Take one away first"
