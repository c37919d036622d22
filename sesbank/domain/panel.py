"""Panel: whom a line of the panel names, and what it says of that person."""

from __future__ import annotations

import re
from typing import NamedTuple

_AFTER_NAMES = frozenset(
    {
        *("jr", "sr", "ii", "iii", "iv", "phd", "md", "do", "jd"),
        *("esq", "cpa", "cfa", "cissp", "pmp", "mba", "mpa", "mph", "msw"),
        *("rn", "pe", "pa", "dds", "dvm", "edd", "scd", "ret", "usa"),
        *("usn", "usmc", "usaf", "uscg", "ussf"),
    }
)
"""What stands behind a comma and belongs to the name, without its points."""

_ROLE_IN_BRACKETS = re.compile(r"(?P<name>.*\S)(?P<rest>\s*\([^()]*\))", re.DOTALL)
_DASH = re.compile(r"\s+[-–—]+\s+")


class Member(NamedTuple):
    """One line of the panel, in two: together they are the line."""

    name: str
    rest: str
    """What follows the name, with the sign between: " (chair)", ", Chief of Staff"; or empty."""

    @property
    def role(self) -> str:
        """What the person is, without the sign."""
        return self.rest.strip(" (),-–—")


def member(line: str) -> Member:
    """Return a line of the panel as its name and what it says of the person.

    A role stands in brackets at the end, behind a dash or behind a comma; "Jr." and "Ph.D." belong
    to the name, and so does a first name behind a single last name.
    """
    in_brackets = _ROLE_IN_BRACKETS.fullmatch(line)
    if in_brackets:
        return Member(in_brackets["name"], in_brackets["rest"])
    dash = _DASH.search(line)
    cut = dash.start() if dash else _comma_of_role(line)
    return Member(line[:cut], line[cut:])


def _comma_of_role(line: str) -> int:
    name, *others = line.split(",")
    at = len(name)
    if len(name.split()) < 2:
        return len(line)
    for said in others:
        if said.replace(".", "").strip().casefold() not in _AFTER_NAMES:
            return at if said.strip() else len(line)
        at += 1 + len(said)
    return len(line)
