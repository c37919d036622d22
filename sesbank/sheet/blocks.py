"""Blocks: paragraphs and tables of a page as measures, so that a scale is tried without Word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from sesbank.sheet.breaking import Text, count_broken, count_lines
from sesbank.sheet.looks import Setting
from sesbank.sheet.scale import Scale


class Block(Protocol):
    """Something with a height."""

    def height(self, wide: float, scale: Scale) -> int:
        """Return the height in twips in a column of `wide` twips."""
        ...

    def broken(self, wide: float, scale: Scale) -> int:
        """Return how many words are wider than their column and so cut in two."""
        ...


@dataclass(slots=True)
class Paragraph:
    """A paragraph with exact line height."""

    text: Text
    setting: Setting
    picture: int = 0
    """Height of the tallest picture in it, in twips; such a paragraph has no exact lines."""
    counted: dict[tuple[float, float], int] = field(default_factory=dict)
    """Lines by column width and size of letters: space between things does not change them."""

    def height(self, wide: float, scale: Scale) -> int:
        """Return the height, with the space around it, which is never thought to collapse."""
        key = (wide, scale.letters)
        if key not in self.counted:
            self.counted[key] = count_lines(self.text, self.setting, wide, scale)
        lines = self.counted[key]
        around = scale.gap(self.setting.before) + scale.gap(self.setting.after)
        inside = lines * scale.line(self.setting.line) + self.picture
        return inside + around + self.setting.borders

    def broken(self, wide: float, scale: Scale) -> int:
        """Return how many words are cut in two."""
        return count_broken(self.text, self.setting, wide, scale)


@dataclass(slots=True)
class Cell:
    """A table cell."""

    wide: float
    """Width of the text in it, in twips."""
    blocks: list[Block]
    margins: tuple[int, int] = (0, 0)
    """Above and below, in twips."""

    def height(self, scale: Scale) -> int:
        """Return the height its text needs."""
        above, below = self.margins
        inside = sum(block.height(self.wide, scale) for block in self.blocks)
        return inside + scale.gap(above) + scale.gap(below)

    def broken(self, scale: Scale) -> int:
        """Return how many words are cut in two."""
        return sum(block.broken(self.wide, scale) for block in self.blocks)


@dataclass(slots=True)
class Row:
    """A table row."""

    cells: list[Cell]
    least: int = 0
    """Height it has at least, in twips."""
    exact: bool = False


@dataclass(slots=True)
class Table:
    """A table with fixed column widths."""

    rows: list[Row]
    border: int = 10
    """Height of a horizontal border, in twips; Word adds it to every row."""

    def height(self, wide: float, scale: Scale) -> int:
        """Return the height of all rows; cells know their own width, `wide` is not asked."""
        del wide
        return sum(self.row_heights(scale)) + self.border

    def row_heights(self, scale: Scale) -> list[int]:
        """Return the height of each row, its border included."""
        return [self._row(row, scale) for row in self.rows]

    def broken(self, wide: float, scale: Scale) -> int:
        """Return how many words are cut in two; `wide` is not asked, as for the height."""
        del wide
        return sum(cell.broken(scale) for row in self.rows for cell in row.cells)

    def _row(self, row: Row, scale: Scale) -> int:
        tallest = max((cell.height(scale) for cell in row.cells), default=0)
        return (row.least if row.exact else max(tallest, row.least)) + self.border


@dataclass(slots=True)
class Page:
    """A page with everything on it."""

    wide: int
    """Width between the margins, in twips."""
    high: int
    """Height of the sheet, in twips."""
    margins: tuple[int, int]
    """Above and below the text, in twips."""
    blocks: list[Block]
    header: list[Block] = field(default_factory=list)
    footer: list[Block] = field(default_factory=list)
    edges: tuple[int, int] = (0, 0)
    """Distance of header and footer from the edge, in twips."""

    def room(self, scale: Scale) -> int:
        """Return the height there is for the text: tall headers and footers take from it."""
        above = max(self.margins[0], self._edge(0, self.header, scale))
        below = max(self.margins[1], self._edge(1, self.footer, scale))
        return self.high - above - below

    def used(self, scale: Scale) -> int:
        """Return the height the text takes."""
        return sum(block.height(self.wide, scale) for block in self.blocks)

    def broken(self, scale: Scale) -> int:
        """Return how many words are wider than their column and so cut in two."""
        return sum(block.broken(self.wide, scale) for block in self.blocks)

    def _edge(self, side: int, blocks: list[Block], scale: Scale) -> int:
        if not blocks:
            return 0
        return self.edges[side] + sum(block.height(self.wide, scale) for block in blocks)
