"""A table of two columns pasted cell by cell: what is required beside what is nice to have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.openings import opens_credential, opens_statement
from sesbank.posting.page import Page
from sesbank.posting.series import opens_deed
from sesbank.posting.stock import is_stock
from sesbank.posting.table_heads import HEAD

_EMPTY = re.compile(r"(?i)(?:-|none|n/?a)\.?\Z")
_LONGEST_TOPIC = 5
"""Words of the first cell of a row that says what the row is about."""
_LONGEST_CELL = 80
_MOST_ROWS = 12


def find_columns(page: Page) -> Iterator[Anchor]:
    """Yield a label for each cell below two headings that stand one below the other.

    Nothing but the place in its row tells what a cell is, so that they are guesses.
    """
    for head in HEAD.finditer(page.text):
        yield Anchor(Mark.SECTION, head.end() - 1, head.end())
        place, counted = head.end(), 0
        while counted < _MOST_ROWS and (row := _row(page.text, place)):
            counted += 1
            yield from _cells(page.text, row, counted)
            place = row[-1][1] + 1
        if counted:
            yield Anchor(Mark.SECTION, place - 1, place)


def _row(text: str, place: int) -> list[tuple[int, int]]:
    """Return the cells of a row with those for its topic, or nothing where the table has ended."""
    cells: list[tuple[int, int]] = []
    first = text[place : text.find("\n", place) + 1 or len(text)]
    topic = len(first.split()) <= _LONGEST_TOPIC and not opens_statement(text, place)
    for _ in range(2 + topic):
        end = text.find("\n", place)
        end = len(text) if end < 0 else end
        if end <= place or len(text[place:end].split()) > _LONGEST_CELL:
            return []
        cells.append((place, end))
        place = end + 1
    must, nice = cells[-2:]
    asks = opens_statement(text, must[0]) or opens_deed(text, must[0])
    asks = asks or opens_credential(text, must[0])
    return cells if asks and not is_stock(text, *nice) else []


def _cells(text: str, row: list[tuple[int, int]], number: int) -> Iterator[Anchor]:
    for start, _ in row[:-2]:
        yield Anchor(Mark.SECTION, start - 1, start)
    for name, (start, end) in zip(("TQ", "DQ"), row[-2:], strict=True):
        if _EMPTY.match(text, start, end):
            yield Anchor(Mark.SECTION, start - 1, start)
            continue
        wished = name == "DQ"
        yield Anchor(
            Mark.LABEL,
            start - 1,
            start,
            abbreviation=name,
            number=str(number),
            desirable=wished,
            sure=False,
        )
