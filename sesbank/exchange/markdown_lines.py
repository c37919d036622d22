"""Markdown lines: which lines of a text open something, and how other lines are kept from it."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?")
_STORY_LINE = re.compile(
    # "ECQ 1: Leading Change", "**Story 2**", "Example 3 - The audit": alone on their line.
    r"[*_]{0,3}(?P<word>ECQ|Executive Core Qualification|Story|Example|Narrative)[ \t]?"
    r"#?\d{1,2}[*_]{0,3}[ \t]{0,3}(?:[:–—-].{0,100})?",
    re.IGNORECASE,
)
_TOLD_UNDER = frozenset({"story", "example", "narrative"})
"""Words that number a story; the others number an ECQ, which may hold several."""

_NUMBERED = re.compile(
    r"(?:story|example|narrative)\b[ \t]{0,3}(?:#?\d{1,2})?[ \t]{0,3}(?:[:–—-]|$)",
    re.IGNORECASE,
)
_UNDERLINED = re.compile(r"^([^\n#>-][^\n]{0,200})\n(=|-){3,}[ \t]*$", re.MULTILINE)


class Opening(NamedTuple):
    """A line that opens a story, a chapter or a part."""

    level: int
    text: str


def opening(line: str) -> Opening | None:
    """Return what a line opens, or None for a line of text."""
    if found := _HEADING.fullmatch(line):
        text, level = (found[2] or "").strip(), len(found[1])
        closed = text.rstrip("#")  # "## Result ##"; a title may end with the sign.
        return Opening(level, closed.rstrip() if level > 1 and closed.endswith(" ") else text)
    bare = line.strip()
    if (story := _STORY_LINE.fullmatch(bare)) and not bare.endswith((".", "?", "!", ";")):
        return Opening(2 if story["word"].casefold() in _TOLD_UNDER else 1, bare.strip("*_ "))
    return None


def escaped(text: str) -> str:
    """Return a text of which no line opens anything."""
    return "\n".join(f"\\{line}" if _opens(line) else line for line in text.split("\n"))


def without_signs(text: str) -> str:
    """Return a text whose signs are no headings; numbered stories and ECQs still open."""
    lines = text.split("\n")
    return "\n".join(
        f"\\{line}" if _HEADING.fullmatch(line.lstrip("\\")) else line for line in lines
    )


def unescaped(line: str) -> str:
    """Return a line as it was before `escaped`."""
    return line[1:] if line.startswith("\\") and _opens(line) else line


def _opens(line: str) -> bool:
    return opening(line.lstrip("\\")) is not None


def with_signs(text: str) -> str:
    """Return a text with its underlined headings written with signs, if it has no others."""
    if any(_HEADING.fullmatch(line) for line in text.split("\n")):
        return text
    return _UNDERLINED.sub(lambda m: f"{'#' if m[2] == '=' else '##'} {m[1]}", text)


def title_of(heading: str) -> str:
    """Return the title a heading gives, without "Story 2:" before it."""
    if found := _NUMBERED.match(heading):
        return heading[found.end() :].strip()
    bare = heading.strip(" *_")
    found = _NUMBERED.match(bare)
    return bare[found.end() :].strip() if found else bare


def heading_of(title: str) -> str:
    """Return the heading under which `title_of` finds a title again."""
    return f"Story: {title}"
