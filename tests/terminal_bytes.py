"""What a program sent to its terminal: told apart into what is drawn and what steers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_STEERING = re.compile(
    # In the order of ECMA-48: sequences with parameters, strings up to their end, short ones.
    r"""
      \x1b\[(?P<parameters>[0-?]*)(?P<between>[ -/]*)(?P<end>[@-~])
    | \x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?
    | \x1b[ -/]*[0-~]?
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"\d+")

_DRAWN = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Signs that Unicode counts as format characters and every font draws: marks of numbers."""

PART_OF_TEXT = frozenset(
    map(
        repr,
        "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064"
        + "".join(map(chr, range(0xE0020, 0xE0080))),
    )
)
"""Characters that join, part and direct words and signs: they are text, and steer nothing."""


def drawn(output: str) -> str:
    """Return what is drawn of an output, without what steers the terminal."""
    return _STEERING.sub("", output)


def steering(output: bytes, size: tuple[int, int]) -> set[str]:
    """Return the kinds of all that steers a terminal of so many columns and lines.

    Places on the screen, lines moved and colors are one kind each, whatever their numbers; all
    else is a kind of its own, number for number. Bytes that are no UTF-8, control characters and
    characters that turn the order of text are kinds as well.
    """
    text = output.decode("utf-8", "surrogateescape")
    kinds: set[str] = set()
    end = 0
    for found in _STEERING.finditer(text):
        kinds.update(map(repr, _unseen(text[end : found.start()])))
        kinds.update(_kinds(found, size))
        end = found.end()
    kinds.update(map(repr, _unseen(text[end:])))
    return kinds


def _unseen(text: str) -> Iterator[str]:
    """Yield the characters that are no drawn text."""
    for character in set(text):
        kind = unicodedata.category(character)
        if kind in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in _DRAWN:
            yield character


def _kinds(found: re.Match[str], size: tuple[int, int]) -> Iterator[str]:
    end, numbers = found["end"], [int(n) for n in _NUMBER.findall(found["parameters"] or "")]
    plain = not found["between"] and re.fullmatch(r"[\d;]*", found["parameters"] or "")
    if end == "m" and plain:
        yield from _looks(numbers)
    elif end == "H" and plain and len(numbers) == 2 and _inside(numbers, size):
        yield "a place on the screen"
    elif end == "C" and plain and len(numbers) == 1 and 0 < numbers[0] < size[0]:
        yield "some cells on"
    elif plain and _moves_lines(end, numbers, size):
        yield "lines moved"
    else:
        yield repr(found.group())


def _moves_lines(end: str, numbers: list[int], size: tuple[int, int]) -> bool:
    """Return whether lines move within some of the screen's, which are named before and let go."""
    if end == "r":
        return not numbers or (len(numbers) == 2 and 0 < numbers[0] < numbers[1] <= size[1])
    return end in ("L", "M") and len(numbers) == 1 and 0 < numbers[0] < size[1]


def _inside(place: list[int], size: tuple[int, int]) -> bool:
    return 0 < place[0] <= size[1] and 0 < place[1] <= size[0]


def _looks(numbers: list[int]) -> Iterator[str]:
    """Yield what a change of style names: a color by its kind, or another trait by its number."""
    rest = iter(numbers)
    for number in rest:
        if number in (38, 48, 58):
            kind = next(rest, 0)
            given = [next(rest, -1) for _ in range(3 if kind == 2 else 1)]
            known = kind == 2 and all(0 <= part < 256 for part in given)
            yield f"color {number}" if known else f"color {number};{kind};{given}"
        else:
            yield f"style {number}"
