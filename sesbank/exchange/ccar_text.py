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
_IN_A_HEADING = re.compile(
    rf"(?:\d{{1,2}}[.)]\ {{0,2}})?[(]?{_NAME}[)]?[ \t]?[:.–—-]?",
    re.IGNORECASE,
)
_TITLE_LENGTH = 120
"""A last line of at most so many characters before a story starts over is its title."""

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


def cut_apart(text: str) -> tuple[str, ...]:
    """Return the texts of the stories that stand in one text, each with its headings.

    A story ends where, after a result, a challenge or context is headed again. A short line
    before that heading goes with it, as the title. Whole where any piece would not be cut.
    """
    headings = list(_headings(text))
    starts, end, after_result = [0], 0, False
    for heading in headings:
        if after_result and heading.part in ("challenge", "context"):
            starts.append(_with_title(text, end, heading.start))
            after_result = False
        after_result = after_result or heading.part == "result"
        end = heading.end
    ends = [*starts[1:], len(text)]
    pieces = tuple(text[start:end].strip() for start, end in zip(starts, ends, strict=True))
    return pieces if len(pieces) == 1 or all(cut(piece) for piece in pieces) else (text.strip(),)


def part_of(heading: str) -> str:
    """Return the part that a line made a heading names, empty when it names none."""
    found = _IN_A_HEADING.fullmatch(heading.strip("*_ \t"))
    return _part(found["name"]) if found else ""


def opens_part(text: str) -> bool:
    """Whether a text begins with a heading or label of any part."""
    return _ON_A_LINE.match(text) is not None


def opens_story(text: str) -> bool:
    """Whether a text begins with a heading of the part that stories begin with."""
    found = _ON_A_LINE.match(text)
    return found is not None and _part(found["name"]) in ("challenge", "context")


def can_be_title(line: str) -> bool:
    """Whether a line is as short as a title, and ends as none that is a sentence."""
    return 0 < len(line) <= _TITLE_LENGTH and not line.endswith((".", "!", "?", ";", ","))


def _with_title(text: str, after: int, start: int) -> int:
    """Return where the line before a heading starts if it can be a title, else `start`."""
    before = text[after:start].rstrip()
    line = before.rpartition("\n")[2]
    if "\n" not in before or not can_be_title(line):
        return start
    return after + len(before) - len(line)


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
