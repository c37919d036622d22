"""CCAR text: one text with CCAR or STAR headings, cut into its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PART_OF = {
    "challenge": "challenge",
    "problem": "challenge",
    "task": "challenge",
    "context": "context",
    "situation": "context",
    "background": "context",
    "action": "action",
    "result": "result",
    "outcome": "result",
    "impact": "result",
    "lesson": "lesson",
}
_WORD = "(?:" + "|".join(_PART_OF) + r")(?:s|\(s\))?"
_AND = r"\ {0,2}(?:/|&|and|,)\ {0,2}"
_NAME = rf"(?P<name>{_WORD})(?:{_AND}{_WORD})?(?:\ (?:taken|achieved|learned|learnt))?"
_ON_A_LINE = re.compile(
    # "Challenge: …", "**Actions taken** – …", "(Result) …", "RESULTS" alone on its line.
    rf"^[ \t]{{0,8}}(?:[#>*_•(-]{{1,6}}[ \t]?)?(?:\d[.)]\ )?{_NAME}[*_)]{{0,3}}[ \t]?"
    r"(?:[:–—][*_]{0,3}|-(?=\s)|(?<=\))(?<!\(s\))|(?=[ \t]{0,8}$))[ \t]{0,8}",
    re.IGNORECASE | re.MULTILINE,
)
_IN_A_LINE = re.compile(
    # "… by June. Result: …" inside a paragraph: capital, colon, after the end of a sentence.
    rf"(?<![^\s(*_])(?<![^.!?;:”\"’)*_|\s]\s)(?=[A-Z*_]){_NAME.replace('?P<name>', '?P<inner>')}"
    r"[*_]{0,3}:[*_]{0,3}[ \t]{0,8}",
    re.IGNORECASE,
)
_SINGLE_HEADING = 2
"""So many different parts have to be headed before a text counts as cut by its writer."""


class CutText(NamedTuple):
    """A text cut at its headings."""

    before: str
    """What stands before the first heading."""
    parts: dict[str, str]
    """By name; a part headed twice holds both passages."""


class _Heading(NamedTuple):
    part: str
    start: int
    end: int


def cut(text: str) -> CutText | None:
    """Return the parts of a text with CCAR or STAR headings, or None when it is not cut by them.

    Also None when the headings start over, as where several stories stand in one text.
    """
    headings = list(_headings(text))
    found = {heading.part for heading in headings}
    if len(found) < _SINGLE_HEADING or not found & {"action", "result"} or _starts_over(headings):
        return None
    parts: dict[str, str] = {}
    ends = [heading.start for heading in headings[1:]] + [len(text)]
    for heading, end in zip(headings, ends, strict=True):
        passage = text[heading.end : end].strip()
        parts[heading.part] = "\n\n".join(p for p in (parts.get(heading.part), passage) if p)
    return CutText(text[: headings[0].start].strip(), parts)


def _headings(text: str) -> Iterator[_Heading]:
    found = [_Heading(_part(m["name"]), *m.span()) for m in _ON_A_LINE.finditer(text)]
    found += [
        _Heading(_part(m["inner"]), *m.span())
        for m in _IN_A_LINE.finditer(text)
        if m["inner"][:1].isupper()
    ]
    end = 0
    for heading in sorted(found, key=lambda heading: (heading.start, -heading.end)):
        if heading.start >= end:
            yield heading
            end = heading.end


def _part(name: str) -> str:
    word = name.casefold().removesuffix("(s)")
    return _PART_OF.get(word) or _PART_OF[word.removesuffix("s")]


def _starts_over(headings: list[_Heading]) -> bool:
    after_result = False
    for heading in headings:
        if after_result and heading.part in ("challenge", "context", "action"):
            return True
        after_result = after_result or heading.part == "result"
    return False
