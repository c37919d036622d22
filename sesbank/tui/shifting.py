"""Shifting: lines that only stand higher or lower than before are moved, not sent again.

A list that scrolls by a row, or loses one, shows the lines it showed, each a line higher. The
terminal moves them itself (scroll region, insert and delete line: ECMA-48 and DEC STD 070, in
every terminal since the VT102). It moves lines in full width; what stands beside the list, and was
moved with it, is then sent where it differs. So a move is made only where it saves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from operator import ne
from typing import NamedTuple, TypeAlias

from sesbank.tui.cells import Cell

Line: TypeAlias = Sequence[Cell | None]
"""What stands in a line; None where that is not known."""

Part: TypeAlias = tuple[int, int, Sequence[Cell]]
"""A part of a new picture: line, column and what stands there."""

FEW = 4
"""Lines that have to have moved: fewer are sent as fast."""

_COST = 40
"""Bytes that a move takes."""

_PLACE = 8
"""Bytes that it takes to go to a line which differs."""


class Shift(NamedTuple):
    """Lines of the terminal, the first and the last of them, and how far all move up."""

    first: int
    last: int
    up: int
    """Negative where they move down."""

    @property
    def code(self) -> str:
        """What has a terminal move them; the lines that come free are empty then."""
        ways = f"{self.up}M" if self.up > 0 else f"{-self.up}L"
        within = f"\x1b[{self.first + 1};{self.last + 1}r\x1b[{self.first + 1};1H"
        return f"{within}\x1b[{ways}\x1b[r"

    def source(self, y: int) -> int | None:
        """Return which line stands in line `y` after the move, None for an empty one."""
        place = y + self.up
        return place if self.first <= place <= self.last else None


def shift_of(rows: Mapping[int, Line], parts: Sequence[Part]) -> Shift | None:
    """Return the move after which the least has to be sent, None where none saves anything."""
    changed = [part for part in parts if _differs(rows, part)]
    if len(changed) <= FEW:
        return None
    shift = _most_seen(rows, changed)
    if shift is None:
        return None
    lines = range(shift.first, shift.last + 1)
    wanted = with_parts(rows, parts, lines)
    if any(None in line for line in wanted.values()):
        return None
    stays = sum(_cost(rows.get(y, ()), wanted[y]) for y in lines)
    moved = sum(
        _cost(() if source is None else rows.get(source, ()), wanted[y])
        for y, source in ((y, shift.source(y)) for y in lines)
    )
    return shift if moved + _COST < stays else None


def with_parts(
    rows: Mapping[int, Line], parts: Iterable[Part], lines: Iterable[int]
) -> dict[int, list[Cell | None]]:
    """Return lines in full width as they are with the parts of a new picture."""
    wanted = {y: list(rows.get(y, ())) for y in lines}
    for y, x, cells in parts:
        if y in wanted:
            line = wanted[y]
            line.extend([None] * (x + len(cells) - len(line)))
            line[x : x + len(cells)] = cells
    return wanted


def _differs(rows: Mapping[int, Line], part: Part) -> bool:
    y, x, cells = part
    return list(rows.get(y, ())[x : x + len(cells)]) != cells


def _most_seen(rows: Mapping[int, Line], changed: Sequence[Part]) -> Shift | None:
    """Return the move that most of what changed has made."""
    spots = {(x, len(cells)) for _, x, cells in changed}
    stood: dict[tuple[int, Line], list[int]] = {}
    for y, line in rows.items():
        for x, length in spots:
            stood.setdefault((x, tuple(line[x : x + length])), []).append(y)
    made: Counter[int] = Counter()
    ends: dict[int, list[int]] = {}
    for y, x, cells in changed:
        # What stands in many lines, as empty ones do, tells nothing.
        places = stood.get((x, tuple(cells)), ())
        if len(places) == 1:
            up = places[0] - y
            made[up] += 1
            ends.setdefault(up, []).extend((y, places[0]))
    if not made:
        return None
    up, times = made.most_common(1)[0]
    return Shift(min(ends[up]), max(ends[up]), up) if times >= FEW and up else None


def _cost(old: Line, new: Line) -> int:
    """Return about how many bytes it takes to make a line into another."""
    differing = sum(map(ne, old, new)) if len(old) == len(new) else _uneven(old, new)
    return differing + _PLACE if differing else 0


def _uneven(old: Line, new: Line) -> int:
    return sum(one != other for one, other in zip_longest(old, new))
