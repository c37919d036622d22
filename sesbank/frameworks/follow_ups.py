"""Follow-ups: what panels go on to ask once a story is told, shipped for the mock interview."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parent / "data" / "follow_ups.txt"


class FollowUps(NamedTuple):
    """The shipped follow-up questions; each of them has several ways to be asked."""

    lacks: dict[str, tuple[str, ...]]
    """By what a story lacks, what a panel misses most first."""
    competencies: dict[str, tuple[str, ...]]
    """By the code of a competency, of any framework."""
    always: tuple[str, ...]
    """What any story can be asked."""


@cache
def follow_ups() -> FollowUps:
    """Return what is shipped, in file order."""
    found: dict[str, dict[str, tuple[str, ...]]] = {"lack": {}, "competency": {}, "any": {}}
    kind, name = "any", ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind, _, name = line.strip("[]").partition(" ")
        elif line and not line.startswith("#"):
            found[kind][name] = (*found[kind].get(name, ()), line)
    return FollowUps(found["lack"], found["competency"], found["any"][""])
