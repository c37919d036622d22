"""Chapters: headings that name an ECQ, the titles under them, and what stands before all stories.

Old narratives stand under "ECQ 1: Leading Change"; that says which ECQ they are for, and is the
title of none of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from sesbank.domain.story import TOLD_PARTS
from sesbank.domain.text import word_count, words
from sesbank.exchange.ccar_text import can_be_title, cut, opens_part, opens_story

TitleIn: TypeAlias = Callable[[str], str | None]
"""Returns the title that a heading gives beside the ECQ it names, mostly "", or None where it
names no ECQ."""

_BETWEEN = " / "
"""Stands between the chapters that a story is found under."""

_MOST_TITLE_WORDS = 16
_MOST_FRONT_WORDS = 60
_TELLING = frozenset({"i", "we", "my", "our", "me", "us"})
"""Words without one of which a sentence tells no story of the person."""

_SENTENCE = re.compile(r"[.!?](?:\s|$)")


def no_ecqs(heading: str) -> None:
    """Tell that a heading names no ECQ, where no frameworks are at hand."""


def chapters_marked(text: str, title_in: TitleIn) -> str:
    """Return a text in which lines that name an ECQ right before a story are headings.

    A line for the title may stand between the two.
    """
    lines = text.split("\n")
    shown = [place for place, line in enumerate(lines) if line.strip()]
    for at, place in enumerate(shown[:-1]):
        line, below = lines[place].strip(), [lines[p] for p in shown[at + 1 : at + 3]]
        titled = len(below) > 1 and _is_title(below[0]) and opens_story(below[1])
        if (opens_story(below[0]) or titled) and not line.startswith("#"):
            bare = line.strip("*_ ")
            if can_be_title(bare) and not opens_part(bare) and title_in(bare) is not None:
                lines[place] = f"# {bare}"
    return "\n".join(lines)


def title_and_rest(lines: Sequence[str]) -> tuple[str, list[str]]:
    """Return the line at the beginning that can be a title, without its signs, and the others."""
    for place, line in enumerate(lines):
        if line.strip():
            if _is_title(line):
                return line.strip("#*_ \t"), list(lines[place + 1 :])
            break
    return "", list(lines)


def title_at_end(lines: list[str]) -> str:
    """Take the line off the end of a part that can be the title of the story behind it."""
    shown = [place for place, line in enumerate(lines) if line.strip()]
    if len(shown) < 2 or not _is_title(lines[shown[-1]]):
        return ""
    line = lines[shown[-1]]
    del lines[shown[-1] :]
    return line.strip("#*_ \t")


def joined_chapters(*names: str) -> str:
    """Return the chapters that a story stands under as one text, the outermost first."""
    return _BETWEEN.join(filter(None, names))


def split_front(
    records: Sequence[Mapping[str, Any]],
) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]]:
    """Return what of the records of a file is front matter, and the others.

    Front matter stands before the first story that is told in parts, is short, and says nothing
    of what somebody did: a document's title, a name, an address.
    """
    told = next((place for place, record in enumerate(records) if _is_told(record)), 0)
    front = [record for record in records[:told] if _is_front(record)]
    return front, [record for record in records if not any(record is each for each in front)]


def _is_title(line: str) -> bool:
    bare = line.strip("#*_ \t")
    return can_be_title(bare) and word_count(bare) <= _MOST_TITLE_WORDS and not opens_part(line)


def _is_told(record: Mapping[str, Any]) -> bool:
    return any(part in record for part in TOLD_PARTS) or cut(record.get("text", "")) is not None


def _is_front(record: Mapping[str, Any]) -> bool:
    text = record.get("text", "")
    if record.keys() - {"text", "title", "chapter"} or word_count(text) > _MOST_FRONT_WORDS:
        return False
    said = {word.text.casefold() for word in words(text)}
    return not (_SENTENCE.search(text) and said & _TELLING)
