"""Glyphs: how signs that terminals draw in different widths are shown, so that all lines up.

How many cells a family joined of four people, a flag or a heart with a color takes is one number
in one terminal and another in the next, and what stands behind it on the line moves with it. So
each sign is shown by itself: joined people stand side by side, a flag is its two letters, a sign
that has a colored form keeps the plain one, a hand has one color. All terminals agree on those.
The text itself stays as it is: only what is drawn differs, character for character as long.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rich.cells import get_character_cell_size, split_graphemes

_JOINER, _COLORED, _HYPHEN = "\u200d", "\ufe0f", "\u00ad"
# Selectors that no font and no script uses: nothing is drawn for them, and they take no cell.
_STAND_INS = {_JOINER: "\U000e01ee", _COLORED: "\U000e01ef", _HYPHEN: "\U000e01ed"}

_FIRST_FLAG, _LAST_FLAG = "\U0001f1e6", "\U0001f1ff"
_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u20e3\u3164\uffa0"
"""Letters that are drawn as nothing, and the frame around a key."""

_WIDE = ((0x2E80, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFFEF))
"""Where the characters are of which every terminal knows that they take two cells."""

_EVERYWHERE = 0x900
"""Below are the letters and marks of which every terminal knows how wide they are."""


def apart(text: str) -> str:
    """Return a text whose signs stand by themselves, each as wide as it is alone."""
    if not text.isascii():
        for sign, stand_in in _STAND_INS.items():
            text = text.replace(sign, stand_in)
    return text


def whole(text: str) -> str:
    """Return the text of which `apart` was given."""
    if not text.isascii():
        for sign, stand_in in _STAND_INS.items():
            text = text.replace(stand_in, sign)
    return text


def is_part_of_sign(character: str) -> bool:
    """Return whether a character takes no cell of its own, so that a cursor on it is not seen."""
    return bool(character) and get_character_cell_size(apart(character)) == 0


class Glyph(NamedTuple):
    """What a terminal is sent for a character, and how many cells are kept for it."""

    sent: str
    """Empty for what is not drawn."""
    cells: int
    """0 for a mark, which stands with the character before."""


@lru_cache(maxsize=8192)
def glyph(character: str) -> Glyph:
    """Return what is sent for a character."""
    cells, kind = get_character_cell_size(character), unicodedata.category(character)
    if kind == "Cs":  # Half a character: no terminal can be sent it.
        return Glyph("\N{REPLACEMENT CHARACTER}" * (cells > 0), cells)
    if kind == "Zs" or character in _FILLERS:
        return Glyph(" " * cells, cells)
    if _FIRST_FLAG <= character <= _LAST_FLAG:
        return Glyph(chr(ord("A") + ord(character) - ord(_FIRST_FLAG)), cells)
    if cells == 0 and not _is_mark(character, kind):
        return Glyph("", 0)
    return Glyph(character, cells)


def glyphs(text: str) -> Iterator[Glyph]:
    """Yield what is sent for a text; its cells are as many as were counted for all of it."""
    if _JOINER not in text and _COLORED not in text:
        yield from map(glyph, text)
        return
    # One that came past `apart`: of what counts as one sign, the first is sent.
    for start, _, cells in split_graphemes(text)[0]:
        yield Glyph(glyph(text[start]).sent if cells else "", cells)


@lru_cache(maxsize=8192)
def is_sure(sent: str) -> bool:
    """Return whether all terminals take as many cells for a sign with its marks as are kept."""
    if len(sent) != 1:
        return sent.isspace() or all(ord(c) < _EVERYWHERE for c in sent)
    code = ord(sent)
    if get_character_cell_size(sent) == 2:
        return any(first <= code <= last for first, last in _WIDE)
    # Beyond are scripts and pictures of which old terminals do not know how wide they are.
    return code < _EVERYWHERE or 0x1E00 <= code < 0x2600 or code == ord("✓")


def _is_mark(character: str, kind: str) -> bool:
    if kind in ("Mn", "Me"):
        return "VARIATION SELECTOR" not in unicodedata.name(character, "VARIATION SELECTOR")
    return kind in ("Mc", "Lo")
