"""Statements that are built alike though they name no ability: "Leading …", "You have led …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sesbank.posting.openings import IRREGULAR

_TOPIC = r"(?:[A-Z][\w'/&-]{1,24}(?:,? [\w'/&-]{1,24}){0,7} ?(?::|[-–]) ?)?"
_DEEDS = tuple(
    re.compile(rf"(?:[•*-] ?)?{_TOPIC}(?:{form})")
    for form in (
        r"(?!(?:During|According|Including|Following|Regarding|Pending|Nothing|Anything)\b)"
        r"[A-Z][a-z]{2,14}ing\b(?: and [a-z]+ing)?,? (?!is\b|are\b|will\b|must\b|may\b)",
        r"(?:(?<=: )|(?<= - )|(?<=\n- )|(?<=\n[*•])|(?<=\n\([a-z\d]\) )"
        r"|(?<=\n[a-z\d][.)] ))[ ]?[a-z]{3,14}ing\b"
        r"(?! (?:is|are|will|must|may)\b)",
        r"(?:(?:You|Who) )?(?:[Hh]ave|[Hh]as|You've) (?!(?:read|attached|reviewed|submitted"
        r"|completed|included|provided|addressed|uploaded|received"
        r"|a current|the (?:right|option))\b)"
        rf"(?:\w+ly )?(?:\w+ed|{IRREGULAR}|been|an?|deep|strong|broad|extensive"
        r"|in-depth|experience|knowledge|expertise|the)\b|You (?:are|can|know|understand|work|bring"
        r"|lead|think|see|show|hold|read|speak|write|turn|make|build|care|want)\b"
        r"(?! (?:an? (?:current|former|U\.S\.|citizen)|eligible|required|encouraged|not"
        r"|responsible))",
        r"(?!(?:Need|Required|Preferred|Desired|Limited|Selected|Located)\b)(?:[A-Z][a-z]{2,14}ed"
        r"|Led|Built|Ran|Oversaw|Wrote|Taught|Won|Held) (?!(?:by|that|who|which)\b)[a-z]",
        r"(?:Able|Skilled|Experienced|Adept|Versed|Comfortable|Fluent|Known|Recognized|Trained"
        r"|Expert) (?:in|to|at|with|for|as|by)\b",
    )
)
_DEED = re.compile("|".join(form.pattern for form in _DEEDS))
_LEAST = 2
_MOSTLY = 0.65
"""The share of a list's items that must open as statements of ability do."""


def opens_deed(text: str, offset: int) -> bool:
    """Whether something a person does or has done begins at an offset, behind its topic or not."""
    return _DEED.match(text, offset) is not None


def is_series(text: str, places: Iterable[int]) -> bool:
    """Whether at least two statements all open with a deed in one and the same form."""
    starts = list(places)
    if len(starts) < _LEAST:
        return False
    return any(all(form.match(text, start) for start in starts) for form in _DEEDS)


def mostly(opening: Sequence[bool], *, first: bool = True) -> bool:
    """Whether most items of a list, with `first` the first among them, open as they should."""
    return (opening[0] or not first) and sum(opening) >= _MOSTLY * len(opening)
