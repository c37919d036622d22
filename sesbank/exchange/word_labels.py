"""Word labels: bold or underlined words that name a part, and lines that stand out as titles."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from sesbank.exchange.ccar_text import can_be_title, opens_story, part_of

_OPEN_END = re.compile(r"[:.)–—-]\s*$")
_OPEN_START = re.compile(r"\s*[:–—-]")
_SENTENCE_END = re.compile(r"[.!?;:”\"’)]\s*$|\n[ \t]*$")
_LEVELS = ("##", "#")
"""Signs of a title's heading and of its chapter's."""
_CAPITAL = re.compile(r"\s*[A-Z0-9“\"$]")


class Piece(NamedTuple):
    """Letters of one run, or the blocks of a text box that hangs in it."""

    text: str
    strong: bool = False
    box: ET.Element | None = None


class StandingOut(str):
    """A line all in bold, underlined or in capitals, and no sentence."""

    __slots__ = ()


def stands_out(pieces: list[Piece], text: str) -> bool:
    """Whether a paragraph is a line that stands out and names no part."""
    strong = all(piece.strong for piece in pieces if piece.text.strip()) or text.isupper()
    return strong and "\n" not in text and can_be_title(text) and not part_of(text)


def with_titles(blocks: list[str]) -> list[str]:
    """Return blocks in which the lines that stand out before a story are headings.

    The one before its first part is its title, and one more before that its chapter. A document
    with headings of its own is left as it is.
    """
    if any(block.startswith("#") for block in blocks):
        return blocks
    told, levels = list(blocks), 0
    for at in range(len(blocks) - 2, -1, -1):
        heads = isinstance(blocks[at], StandingOut) and levels < len(_LEVELS)
        if heads and (levels or opens_story(blocks[at + 1])):
            told[at] = f"{_LEVELS[levels]} {blocks[at]}"
            levels += 1
        else:
            levels = 0
    return told


def labelled(pieces: list[Piece]) -> str:
    """Return the text of runs, with every strong label that runs into its text as a label.

    One at the start gets the colon it lacks; one behind the end of a sentence begins a line too.
    """
    texts = [(strong, "".join(p.text for p in group)) for strong, group in _by_strength(pieces)]
    told = ""
    for place, (strong, text) in enumerate(texts):
        after = "".join(later for _, later in texts[place + 1 :])
        if not strong or not part_of(text) or not after.strip():
            told += text
        elif not told.strip():
            marked = _is_marked(text, after) and not text.rstrip().endswith(".")
            told += text if marked else f"{text.rstrip(' .')}: "
        elif _SENTENCE_END.search(told) and (_is_marked(text, after) or _CAPITAL.match(after)):
            told = f"{told.rstrip()}\n\n{_OPEN_END.sub('', text).strip(' .')}: "
            texts[place + 1] = (False, _OPEN_START.sub("", texts[place + 1][1], count=1))
        else:
            told += text
    return told


def _by_strength(pieces: list[Piece]) -> Iterator[tuple[bool, Iterator[Piece]]]:
    """Yield neighbours of one strength; white space has the strength of what is before it."""
    strengths: list[bool] = []
    for piece in pieces:
        blank = not piece.text.strip()
        strengths.append(strengths[-1] if blank and strengths else piece.strong)
    pairs = zip(strengths, pieces, strict=True)
    for strong, group in groupby(pairs, key=lambda pair: pair[0]):
        yield strong, (piece for _, piece in group)


def _is_marked(label: str, after: str) -> bool:
    """Whether a label ends with a sign, or what is behind it begins with one."""
    return bool(_OPEN_END.search(label) or _OPEN_START.match(after))
