"""Letter widths: how wide a text is in a font, from tables, so that no font is needed."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

UNIT = 1000
"""Widths are in thousandths of the font size."""

FALLBACK = "DejaVu Sans"
"""The largest table: what a font itself has no width for."""
_WIDEST = "widest"
"""Unknown fonts are measured with this table, so that a line is never thought too short."""

_TWINS = {
    "calibri": "Carlito",
    "carlito": "Carlito",
    "calibri light": "Carlito",
    "cambria": "Caladea",
    "caladea": "Caladea",
    "arial": "Liberation Sans",
    "helvetica": "Liberation Sans",
    "liberation sans": "Liberation Sans",
    "times new roman": "Liberation Serif",
    "times": "Liberation Serif",
    "liberation serif": "Liberation Serif",
    "dejavu sans": "DejaVu Sans",
    "verdana": "DejaVu Sans",
}
_MONOSPACED = frozenset(
    {"courier", "courier new", "consolas", "lucida console", "liberation mono", "dejavu sans mono"}
)
_MONO = 603
"""Width of every letter in the widest of these."""
_METRICS = Path(__file__).with_name("metrics.json")
_IDEOGRAPH, _EMOJI, _UNKNOWN = 1000, 1380, 1000


@dataclass(frozen=True, slots=True)
class Face:
    """A font in one of its four cuts."""

    font: str
    bold: bool = False
    italic: bool = False


def known(font: str) -> bool:
    """Whether the widths of a font, or of its metric twin, are at hand."""
    return font.strip().casefold() in _TWINS


def line_height(font: str) -> int:
    """Return the height of a single-spaced line in thousandths of the font size."""
    return int(_faces()[_twin(font)]["line"])


def width(text: str, face: Face) -> int:
    """Return the width of a text in thousandths of the font size, unkerned and unligated."""
    return sum(map(_widths(face).__getitem__, text))


class _Widths(dict[str, int]):
    """Widths by letter; letters of no table get the width of their kind."""

    def __missing__(self, letter: str) -> int:
        self[letter] = found = _by_kind(letter)
        return found


@cache
def _widths(face: Face) -> _Widths:
    cut = "b" * face.bold + "i" * face.italic
    widths = _Widths(_table(FALLBACK, cut))
    if face.font.strip().casefold() in _MONOSPACED:
        widths.update((letter, max(wide, _MONO)) for letter, wide in widths.items())
    else:
        widths.update(_table(_twin(face.font), cut))
    return widths


def _by_kind(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    if ord(letter) >= 0x1F000:
        return _EMOJI if ord(letter) < 0x20000 else _IDEOGRAPH
    return _IDEOGRAPH if unicodedata.east_asian_width(letter) in "WF" else _UNKNOWN


@cache
def _table(font: str, cut: str) -> dict[str, int]:
    stretches: dict[str, list[int]] = _faces()[font]["widths"][cut]
    return {
        chr(int(start, 16) + offset): wide
        for start, stretch in stretches.items()
        for offset, wide in enumerate(stretch)
    }


@cache
def _faces() -> dict[str, Any]:
    faces: dict[str, Any] = json.loads(_METRICS.read_text(encoding="utf-8"))["faces"]
    return faces


def _twin(font: str) -> str:
    return _TWINS.get(font.strip().casefold(), _WIDEST)
