"""Competencies with a name and a sentence, a line each: "Market Analysis: Advise on markets …"."""

from __future__ import annotations

import re

from sesbank.posting.items import Item, finish
from sesbank.posting.page import Page
from sesbank.posting.sentences import cut_sentences

_NAMED_LINE = re.compile(
    r"(?:[•*-] ?)?(?P<text>[A-Z][\w'-]*(?:(?: ?[/&,-] ?| )[\w'-]+){0,8}: ?[A-Z][^\n]{20,})"
)
_NAME = re.compile(r"(?:[•*-] ?)?[A-Z][\w'-]*(?:(?: ?[/&,-] ?| )[\w'-]+){0,8}: ?(?=[A-Z])")
_ASKING = re.compile(r"[?:]\s*$")


def asks_for_names(text: str, offset: int) -> bool:
    """Whether a question or colon stands before an offset, so that a list answers it."""
    return _ASKING.search(text, max(offset - 3, 0), offset) is not None


def is_named(text: str, offset: int) -> bool:
    """Whether a name with its sentence begins at an offset."""
    return _NAMED_LINE.match(text, offset) is not None


def named_lines(page: Page, start: int, end: int) -> list[Item]:
    """Return the named competencies that stand right behind a question or colon.

    Each goes from its name on to the next, on lines of their own or in one; a line that begins
    behind a full stop and has no name ends them.
    """
    if not asks_for_names(page.text, start):
        return []
    spans: list[tuple[int, int]] = []
    for first, last in cut_sentences(page.starts, start, end):
        if _NAME.match(page.text, first, end):
            spans.append((first, last))
        elif not spans or _is_apart(page.text, first):
            break
        else:
            spans[-1] = (spans[-1][0], last)
    found = (finish(page, first, last, "") for first, last in spans)
    return [item for item in found if item]


def _is_apart(text: str, first: int) -> bool:
    """Whether a sentence begins a line of its own and carries none on."""
    return text[first - 1] == "\n" and text[first - 2] in ".;?!"
