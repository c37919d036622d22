"""Cells: a line of the screen as the terminal keeps it, and which of it differs from before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sesbank.tui.glyphs import glyphs, is_sure
from sesbank.tui.terminal_codes import of_blank

BLANK = " "

GAP = 4
"""Unchanged cells between two changed ones that are sent rather than stepped over."""


class Cell(NamedTuple):
    """A cell of the terminal; what takes several stands in the first, the others are empty."""

    text: str
    code: str
    """What a terminal is sent for the style; many styles differ in what it never sees.

    Of a blank this is only what is seen of it, so that blanks are equal that look the same.
    """

    def wears(self, code: str) -> bool:
        """Return whether it looks right when it is sent in a style."""
        return self.code == (of_blank(code) if self.text == BLANK else code)


def cells_of(texts: Iterable[tuple[str, str]]) -> tuple[list[Cell], set[int]]:
    """Return the cells of texts and their codes, a character in each; marks stand with theirs.

    The set says in which of them stands what terminals draw in different widths.
    """
    cells: list[Cell] = []
    astray: set[int] = set()
    for text, code in texts:
        blank = Cell(BLANK, of_blank(code))
        if text.isascii() and text.isprintable():
            cells += [blank if each == BLANK else Cell(each, code) for each in text]
            continue
        for sent, width in glyphs(text):
            place = len(cells)
            if sent == BLANK:
                cells.append(blank)
            elif width:
                cells.append(Cell(sent, code))
                cells += [Cell("", code)] * (width - 1)
            elif sent:
                place = _add_mark(cells, sent)
            if sent and place >= 0 and not is_sure(cells[place].text):
                astray.add(place)
    return cells, astray


def _add_mark(cells: list[Cell], mark: str) -> int:
    """Put a mark on the last sign and return its place.

    A mark that stands by itself has no cell, is not drawn and has the place -1.
    """
    place = len(cells) - 1
    while place >= 0 and not cells[place].text:
        place -= 1
    if place < 0 or cells[place].text.isspace():
        return -1
    cells[place] = Cell(cells[place].text + mark, cells[place].code)
    return place


def astray_in(cells: Sequence[Cell]) -> set[int]:
    """Return in which cells stands what terminals draw in different widths."""
    return {
        place
        for place, cell in enumerate(cells)
        if cell.text and not cell.text.isascii() and not is_sure(cell.text)
    }


def end_of(cells: Sequence[Cell], place: int) -> int:
    """Return where the sign ends that begins at a place."""
    end = place + 1
    while end < len(cells) and not cells[end].text:
        end += 1
    return end


def split(
    cells: Sequence[Cell], stretch: tuple[int, int], astray: set[int]
) -> Iterator[tuple[int, int]]:
    """Yield the parts of a stretch: each sign that may go astray by itself, the rest between."""
    start, end = stretch
    for place in sorted(place for place in astray if start <= place < end):
        if start < place:
            yield start, place
        start = end_of(cells, place)
        yield place, start
    if start < end:
        yield start, end


def style_of(cells: Sequence[Cell]) -> str:
    """Return the style that a stretch is sent in: blanks go with what is written beside them."""
    return _lead(cells).code


def stretches(old: Sequence[Cell | None], new: Sequence[Cell]) -> list[tuple[int, int]]:
    """Return the stretches of cells to send: those that differ, near ones of a style joined.

    Each can be sent in one style. What takes several cells is sent whole or not at all.
    """
    found: list[tuple[int, int]] = []
    lead: Cell | None = None
    for place, cell in enumerate(new):
        if place < len(old) and old[place] == cell:
            continue
        start = place
        while start and not new[start].text:
            start -= 1
        end = end_of(new, place)
        first, reached = found[-1] if found else (0, 0)
        if end <= reached:
            continue
        lead = _joined(lead, new[reached:end]) if lead and start - reached <= GAP else None
        if lead is None:
            first = max(start, reached)
            lead = _lead(new[first:end])
            found.append((first, end))
        else:
            found[-1] = (first, end)
    return found


def _lead(cells: Sequence[Cell]) -> Cell:
    return next((cell for cell in cells if cell.text != BLANK), cells[0])


def _joined(lead: Cell, more: Sequence[Cell]) -> Cell | None:
    """Return the cell in whose style all can be sent, None where there is none."""
    if lead.text == BLANK:
        written = _lead(more)
        if not lead.wears(written.code):
            return None
        lead = written
    return lead if all(cell.code == lead.code or cell.wears(lead.code) for cell in more) else None
