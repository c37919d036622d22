"""Anchors: the places in a posting where something begins, whatever became of its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum


class Mark(StrEnum):
    """What begins at an anchor."""

    TECHNICAL = "technical"
    """A heading over technical qualifications."""
    DESIRABLE = "desirable"
    """A heading over what is wished for."""
    WISH = "wish"
    """A sentence that wishes for something: "It is desirable that candidates have"."""
    CORE = "core"
    """A heading over ECQs."""
    LEADERSHIP = "leadership"
    """A heading over an agency's own leadership requirements."""
    LABEL = "label"
    """The label of one requirement: "MTQ 1"."""
    NAME = "name"
    """An ECQ's name that opens its statement, with its label."""
    DUTIES = "duties"
    DENIAL = "denial"
    """A sentence that says that no technical qualification is asked for."""
    SECTION = "section"
    """Any other heading."""
    ANSWER = "answer"
    """An answer option of a questionnaire."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place where something begins."""

    mark: Mark
    start: int
    """Offset in the stream."""
    end: int
    """Offset behind the heading or label, where its text begins."""
    firm: bool = True
    """False for a running mention that may introduce a list."""
    abbreviation: str = ""
    """"MTQ", as the heading gives or implies it."""
    number: str = ""
    """Of a label."""
    desirable: bool = False
    """For a label of something that is wished for."""
    sure: bool = True
    """False for a heading that names no technical qualification in so many words."""


_MARKER = re.compile(r"(?<![\w.])(?:[A-Z]|\d{1,2}|[IVX]{1,4})[.)][ \n]?$")


def with_marker(text: str, heading: Anchor) -> Anchor:
    """Return a heading that begins at the letter or number before it: "C. Required Documents"."""
    found = _MARKER.search(text[max(heading.start - 6, 0) : heading.start])
    if not heading.firm or found is None:
        return heading
    return replace(heading, start=heading.start - len(found.group()))
