"""Paging: how many pages a paper of any length takes, as measured."""

from __future__ import annotations

from collections.abc import Iterator

from sesbank.sheet.blocks import Block, Page, Paragraph, Table
from sesbank.sheet.scale import Scale

RESERVE = 0.01
"""Share of each page kept free, for lines that Word keeps together at its end."""


def count_pages(page: Page, scale: Scale) -> int:
    """Return how many pages the blocks of a page take one behind the other.

    Rows of a table move to the next page whole, paragraphs line by line.
    """
    room = page.room(scale) * (1 - RESERVE)
    pages, at = 1, 0.0
    for height, line, new_page in _pieces(page.blocks, page.wide, scale):
        if new_page and at:
            pages, at = pages + 1, 0.0
        rest = height
        while at + rest > room and rest > 0:
            fits = (room - at) // line * line if line and room - at >= line else 0.0
            if not fits and not at:
                break  # taller than a page: it is cut off there, and what follows goes on below
            rest, pages, at = rest - fits, pages + 1, 0.0
        at += rest
    return pages


def _pieces(blocks: list[Block], wide: int, scale: Scale) -> Iterator[tuple[float, int, bool]]:
    """Yield height, height of a line or 0 for what stays whole, and whether a page begins."""
    for block in blocks:
        if isinstance(block, Paragraph):
            line = scale.line(block.setting.line)
            yield block.height(wide, scale), line, block.setting.new_page
        elif isinstance(block, Table):
            yield from ((row, 0, False) for row in block.row_heights(scale))
        else:
            yield block.height(wide, scale), 0, False
