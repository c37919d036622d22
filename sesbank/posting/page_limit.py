"""How many pages a resume may have."""

from __future__ import annotations

import re

_COUNTS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_COUNT = (
    r"(?P<count>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?:[ -]?\((?:\d{1,2}|[a-z]{3,5})\))?"
)
_LIMITS = (
    re.compile(rf"(?i)\bresume: {_COUNT}[ -]pages?\b"),
    re.compile(
        rf"(?i)\b{_COUNT}[ -]*\(?pages?\)?[ -](?:maximum |limit(?:ed)? |standard "
        rf"|federal |chronological |executive |ses |or less |narrative )*(?:resume"
        rf"|r[eé]sum[eé]|curriculum|cv\b)"
    ),
    re.compile(
        rf"(?i)(?:resumes?|r[eé]sum[eé]s?)\b[^.;]{{0,90}}?(?:exceed(?:ing|s)?"
        rf"|limit(?:ed)? (?:of|to|is)|longer than|more than|maximum (?:of|is)|beyond"
        rf"|up to|within|over)[^.;0-9]{{0,20}}?\b{_COUNT}[ -]pages?"
    ),
    re.compile(
        rf"(?i)(?:information|anything|material|pages?) (?:in excess of|beyond|over"
        rf"|exceeding|past)"
        rf"(?: the)?(?: first)? {_COUNT}[ -]pages?[^.;]{{0,20}} not be (?:considered"
        rf"|reviewed|read|accepted)"
    ),
    re.compile(rf"(?i)only the first {_COUNT} pages of (?:your|the|each) resumes?"),
)
_PAGE = re.compile(r"(?i)page")
"""Without the word there is no limit, and no need to look long for one."""


def find_page_limit(text: str) -> int | None:
    """Return the limit for a resume; one for narratives is none."""
    if _PAGE.search(text) is None:
        return None
    for pattern in _LIMITS:
        found = pattern.search(text)
        if found:
            count = found["count"].lower()
            return _COUNTS.get(count) or int(count) or None
    return None
