"""Tables and wrapped paragraphs in plain text, measured in terminal cells; times as a clock."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from sesbank.domain.text import clean_line

GAP = 2
"""Blanks between columns."""

NARROWEST_COLUMN = 10
"""Cells a column that gives way keeps."""


def cells(text: str) -> int:
    """Return how many terminal cells a text takes: two for wide characters, none for marks."""
    if text.isascii():
        return len(text)
    return sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def clock(seconds: int) -> str:
    """Return a stretch of time as minutes and seconds, 2:05."""
    return f"{seconds // 60}:{seconds % 60:02}"


def wrap(text: str, width: int) -> list[str]:
    """Return a text as lines of at most `width` cells; an empty text gives one empty line."""
    line = clean_line(text)
    if cells(line) <= width:
        return [line]
    lines = [""]
    for word in line.split(" "):
        for piece in _pieces(word, max(width, 1)):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if cells(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def indented(text: str, width: int, *, first: str = "", rest: str | None = None) -> list[str]:
    """Return a wrapped text with `first` before its first line and `rest` before the others."""
    hanging = " " * cells(first) if rest is None else rest
    body = wrap(text, width - max(cells(first), cells(hanging)))
    return [(hanging if number else first) + line for number, line in enumerate(body)]


def table(rows: Sequence[Sequence[str]], width: int, *, heads: Sequence[str] = ()) -> list[str]:
    """Return rows in columns; the widest give way and are wrapped where the line is full."""
    cleaned = [[clean_line(cell) for cell in row] for row in ([heads] if heads else []) + [*rows]]
    if not cleaned:
        return []
    widths = [max(map(cells, column)) for column in zip(*cleaned, strict=True)]
    room = width - GAP * (len(widths) - 1)
    while sum(widths) > room and max(widths) > NARROWEST_COLUMN:
        widths[widths.index(max(widths))] -= 1
    lines: list[str] = []
    for row in cleaned:
        lines += _row(row, widths)
    if heads:
        lines.insert(len(_row(cleaned[0], widths)), "-" * (sum(widths) + GAP * (len(widths) - 1)))
    return lines


def _row(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    columns = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    height = max(map(len, columns))
    return [
        (" " * GAP)
        .join(
            _padded(column[number] if number < len(column) else "", width)
            for column, width in zip(columns, widths, strict=True)
        )
        .rstrip()
        for number in range(height)
    ]


def _padded(text: str, width: int) -> str:
    return text + " " * max(width - cells(text), 0)


def _pieces(word: str, width: int) -> list[str]:
    """Cut a word that is wider than a line."""
    if cells(word) <= width:
        return [word]
    pieces = [""]
    for character in word:
        if cells(pieces[-1] + character) > width and pieces[-1]:
            pieces.append("")
        pieces[-1] += character
    return pieces
