"""Names of agencies, for a page that labels none."""

from __future__ import annotations

import re
from collections import Counter

from sesbank.posting.agency_names import AGENCY_NAMES

_BYSTANDERS = frozenset(
    (
        "Equal Employment Opportunity Commission",
        "Merit Systems Protection Board",
        "Office of Government Ethics",
        "Office of Personnel Management",
        "Office of Special Counsel",
        "Selective Service System",
    )
)
"""Agencies whose rules every posting names, whoever wrote it."""
_LONGEST_FIRST = sorted(AGENCY_NAMES, key=len, reverse=True)
"""So that a name is not read as a shorter one that it begins with."""
_WRITTEN = "|".join(re.escape(name).replace(r"\ ", r"[ \n]") for name in _LONGEST_FIRST)
_NAMED = re.compile(rf"\b(?:{_WRITTEN})\b")
_SMALL = re.compile(r"(?<=\\ )(?:of|the|and|for|on)(?=\\ )")
_PRINTED = re.compile(
    "|".join(
        f"{_SMALL.sub(lambda word: f'(?i:{word.group()})', name)}|{name.upper()}"
        for name in map(re.escape, _LONGEST_FIRST)
    )
)
"""The same in capitals, or with all its words so: "Department Of Energy"."""
_KNOWN = frozenset(name.casefold() for name in AGENCY_NAMES)
_COUNTRY = re.compile(r"(?:the )?(?:U\.?S\.?|United States) ")
_HEAD = 400
_SEEKS = re.compile(
    r"(?:,? \([A-Z]{2,8}\))?(?:,[^.\n]{3,120},)?"
    r" (?:is (?:now |currently |actively )?(?:seeking"
    r"(?! (?:public|comments?|bids|proposals|input|information|quotes|feedback)\b)"
    r"|recruiting|hiring|looking for|searching for"
    r"|accepting (?:applications|resumes))|seeks|invites|announces|has (?:an|a) (?:opening|vacancy"
    r"|opportunity))\b"
)
"""What follows the name of an agency that speaks of its own vacancy."""
_WITHIN = re.compile(
    r"\b(?:located (?:in|within|at)|within|part of|component of|organization (?:in|of)"
    r"|mission of|staff of|(?:job|post|position|opening|vacancy|role|seat)s? (?:in|at|with|within))"
    r" the"
    r" (?:U\.?S\.? |United States )?$"
)
"""What stands before the name of the agency that a post belongs to."""
_FOR = re.compile(
    r"\b(?:[Jj]oin|[Ww]ork(?:ing)? (?:for|at)|[Cc]areers? (?:at|with)) the"
    r" (?:U\.?S\.? |United States )?$"
)
"""Before the name of the agency that the reader is to work for."""
_AT = re.compile(r"\bAt the (?:U\.?S\.? |United States )?$")
_YOU = re.compile(r"(?: \([A-Z]{2,8}\))?,? (?:you|we|our)\b")
"""Around the name of the agency that speaks to the reader: "At the …, you will lead"."""
_PRESENTED = re.compile(
    r"(?: \([A-Z]{2,8}\))? (?:is (?:the|an?|one of)|leads|oversees|regulates|protects|safeguards"
    r"|administers|manages)\b"
)
"""Behind the name of an agency that a text presents: "The … (ABC) is the only …"."""
_OPENS = re.compile(r"(?:\A|[.\n] ?)(?:The )?(?:U\.?S\.? |United States )?$")
"""Before the name of an agency that a sentence or line begins with."""


def is_known(name: str) -> bool:
    """Whether a line is the name of an agency at hand, and nothing else."""
    bare = _COUNTRY.sub("", name, count=1)
    return not _KNOWN.isdisjoint((name.casefold(), bare.casefold()))


def without_country(name: str) -> str:
    """Return an agency's name without the country before it."""
    return _COUNTRY.sub("", name, count=1) if _COUNTRY.match(name) else name


def first_agency(text: str) -> tuple[int, int] | None:
    """Return the place of the first agency a text names."""
    found = _PRINTED.search(text)
    return found.span() if found else None


def named_agency(text: str) -> str:
    """Return the agency that a text says is hiring, or else the one it names most, or nothing.

    An agency counts that is named twice and more often than any other, or alone and in the first
    lines. Those whose rules are named in passing count only where they speak of themselves.
    """
    places = list(_NAMED.finditer(text))
    seeking = {_name(place) for place in places if _hires(text, place)}
    if len(seeking) == 1:
        return seeking.pop()
    own = seeking | {_name(place) for place in places if _holds_post(text, place)}
    everyone = {_name(place) for place in places}
    if len(everyone) == 1 and everyone <= _BYSTANDERS and _opens_head(text, places[0]):
        own |= everyone
    counts = Counter(name for p in places if (name := _name(p)) not in _BYSTANDERS or name in own)
    (first, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if most == 1 and len(counts) == 1:
        return first if first in own or first_agency(text[:_HEAD]) else ""
    return first if most > 1 and most > second else ""


def _name(place: re.Match[str]) -> str:
    return " ".join(place.group().split())


def _hires(text: str, place: re.Match[str]) -> bool:
    """Whether a text says of an agency that it is hiring, or speaks to the reader for it."""
    before = text[max(place.start() - 60, 0) : place.start()]
    at = _AT.search(before) and _YOU.match(text, place.end())
    return bool(_SEEKS.match(text, place.end()) or at or _FOR.search(before))


def _holds_post(text: str, place: re.Match[str]) -> bool:
    """Whether a text says of an agency that the post is part of it, or presents the agency."""
    before = text[max(place.start() - 60, 0) : place.start()]
    if _WITHIN.search(before):
        return True
    presented = _OPENS.search(before) and _PRESENTED.match(text, place.end())
    return bool(presented) and _name(place) not in _BYSTANDERS


def _opens_head(text: str, place: re.Match[str]) -> bool:
    """Whether an agency's name begins a line or a sentence of a text's first lines."""
    before = text[max(place.start() - 30, 0) : place.start()]
    return place.start() < _HEAD and _OPENS.search(before) is not None
