"""Sparing: only the cells that changed go to the terminal, so that the app is quick over ssh.

Textual sends every widget that was drawn anew as a whole. Here what the terminal shows is
remembered, and of a new picture only the stretches that differ are sent, style by style; lines
that only moved the terminal moves itself. After a change of the window's size, and when sesbank
comes back to the front, everything is sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.screen import Screen

from sesbank.tui.cells import (
    BLANK,
    Cell,
    astray_in,
    cells_of,
    end_of,
    split,
    stretches,
    style_of,
)
from sesbank.tui.shifting import Shift, shift_of, with_parts
from sesbank.tui.terminal_codes import change_of_style, of_blank, way

SHORT = 3
"""Cells of a run that is sent column by column: frames, bars and signs stand below each other."""

BACK = "\b"
MORE = "…"
"""Stands for a sign that has no sure room at the right edge."""


class Run(NamedTuple):
    """Cells sent in one style that stand in a row: line, column and what they hold."""

    y: int
    x: int
    cells: list[Cell]


Groups: TypeAlias = dict[str, list[Run]]
"""Runs by the style they are sent in."""

Piece: TypeAlias = tuple[int, int, Iterable[Segment]]
"""A line of a picture, or a part of one: line, column and what stands there."""


class Placed(NamedTuple):
    """A piece in cells, and in which of them stands what terminals draw in different widths."""

    y: int
    x: int
    cells: list[Cell]
    astray: set[int]


class Picture:
    """What the terminal shows, as far as it was sent."""

    def __init__(self, width: int = 0) -> None:
        """`width` is how many columns the terminal has; 0 where that is not known."""
        self.width = width
        self._rows: dict[int, list[Cell | None]] = {}
        self._codes: dict[Style | None, str] = {}

    def forget(self) -> None:
        """Know nothing: the next picture is sent whole."""
        self._rows.clear()

    def sent(self, pieces: Iterable[Piece], system: ColorSystem | None) -> str:
        """Return what to send for a new picture's pieces, and remember them.

        Text of one style is sent together, wherever it stands: to go to a place takes a fifth
        of what naming a style does.
        """
        placed = [self._placed(*piece, system) for piece in pieces]
        moved = shift_of(self._rows, [each[:3] for each in placed])
        if moved is None:
            return self._drawn(placed)
        before = {y: list(line) for y, line in self._rows.items()}
        stays, then = self._drawn(placed), self._rows
        self._rows = before
        shifted = moved.code + self._drawn(self._shifted(moved, placed))
        if len(stays) <= len(shifted):
            self._rows = then
            return stays
        return shifted

    def _placed(self, y: int, x: int, segments: Iterable[Segment], system: Any) -> Placed:
        texts = ((s.text, self._code(s.style, system)) for s in segments if not s.control)
        return Placed(y, x, *cells_of(texts))

    def _shifted(self, moved: Shift, placed: Sequence[Placed]) -> list[Placed]:
        """Note that lines were moved; return what to draw, those lines in their full width."""
        lines = range(moved.first, moved.last + 1)
        wanted = with_parts(self._rows, (each[:3] for each in placed), lines)
        old = {y: self._rows.get(y, []) for y in lines}
        for y in lines:
            source = moved.source(y)
            self._rows[y] = [] if source is None else old[source]
        whole = {y: [cell for cell in line if cell is not None] for y, line in wanted.items()}
        return [
            *(each for each in placed if each.y not in lines),
            *(Placed(y, 0, cells, astray_in(cells)) for y, cells in whole.items()),
        ]

    def _drawn(self, placed: Iterable[Placed]) -> str:
        """Return what to send for all that differs, style by style."""
        astray, runs = self._grouped(placed)
        parts, worn = [], ""
        # What may be drawn too wide goes first: what stands beside it is drawn over it.
        for groups, put in ((astray, self._held), (runs, self._written)):
            for code, alike in groups.items():
                parts += [change_of_style(worn, code), put(alike)]
                worn = code
        return f"{''.join(parts)}\x1b[0m" if parts else ""

    def _grouped(self, placed: Iterable[Placed]) -> tuple[Groups, Groups]:
        """Return what differs by its style: signs that may be drawn too wide, and all else."""
        astray: Groups = {}
        runs: Groups = {}
        beside: list[Run] = []
        for y, x, cells, places in placed:
            for run in self._changed(y, x, cells, places):
                if not run.cells:
                    beside.append(run)
                    continue
                group = astray if run.x - x in places else runs
                group.setdefault(style_of(run.cells), []).append(run)
        # What stands beside a sign is known once all is: it may be of another piece.
        for y, x, _ in beside:
            if (cell := self._rows[y][x]) and cell.text:
                runs.setdefault(cell.code, []).append(Run(y, x, [cell]))
        _ground(runs)
        return astray, runs

    def _held(self, runs: list[Run]) -> str:
        """Return signs of one style, of which terminals differ in how wide they draw them.

        The cells kept for each are emptied first, in case it takes fewer; none may take more at
        the right edge, where it would go on in the next line.
        """
        parts = []
        for y, x, cells in runs:
            kept = len(cells)
            place = way(None, (y, x))
            back, text = BACK * kept, cells[0].text
            if self.width and x + kept >= self.width:
                # Terminals differ in where the last column leaves them: no step back from there.
                back, text = place, MORE
            parts.append(f"{place}{' ' * kept}{back}{text}")
        return "".join(parts)

    def _written(self, runs: list[Run]) -> str:
        """Return the text of one style, each run at its place; short ones column by column."""
        runs = sorted(
            runs, key=lambda run: (1, run.y, run.x) if len(run.cells) > SHORT else (0, run.x, run.y)
        )
        parts: list[str] = []
        reached = None
        for y, x, cells in runs:
            parts.append(way(reached, (y, x)))
            parts += [cell.text for cell in cells]
            end = x + len(cells)
            # Terminals differ in where the last column leaves them.
            reached = (y, end) if end < self.width else None
        return "".join(parts)

    def _changed(self, y: int, x: int, cells: list[Cell], astray: set[int]) -> Iterator[Run]:
        """Yield what to send of a piece; a run without cells is what stands there in the end."""
        row = self._rows.setdefault(y, [])
        row.extend([None] * (x + len(cells) - len(row)))
        old = row[x : x + len(cells)]
        if old == cells:
            return
        beside = 0
        for place in sorted(astray):
            if old[place] != cells[place]:
                # It may be drawn over what stands beside it, which has to be sent as well.
                beside = end_of(cells, place)
                old[beside : beside + 1] = [None] * len(old[beside : beside + 1])
        for start, end in stretches(old, cells):
            for first, last in split(cells, (start, end), astray):
                yield Run(y, x + first, cells[first:last])
        row[x : x + len(cells)] = cells
        if beside == len(cells) and x + beside < len(row):
            yield Run(y, x + beside, [])

    def _code(self, style: Style | None, system: ColorSystem | None) -> str:
        if style not in self._codes:
            plain = style is None or system is None
            self._codes[style] = "" if plain else style._make_ansi_codes(system)  # type: ignore[union-attr,arg-type]
        return self._codes[style]


def _ground(runs: Groups) -> None:
    """Send blanks with text on the same ground: that is a style less to name."""
    for code, alike in list(runs.items()):
        kin = next((style for style in runs if style != code and of_blank(style) == code), None)
        if kin is not None and all(cell.text == BLANK for run in alike for cell in run.cells):
            runs[kin] += runs.pop(code)


class SparingUpdate(CompositorUpdate):
    """An update of Textual's that sends only what differs from the picture."""

    def __init__(self, update: LayoutUpdate | ChopsUpdate, picture: Picture) -> None:
        self._update = update
        self._picture = picture

    def __rich_console__(self, console: Any, options: Any) -> Any:
        """Draw as Textual does."""
        return self._update.__rich_console__(console, options)

    def render_segments(self, console: Console) -> str:
        """Return what to send to the terminal."""
        system = console._color_system
        return self._picture.sent(_placed(self._update), system)


class SparingApp(App[int]):
    """An app whose pictures reach the terminal as differences."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = Picture()
        self._drawn_for: Any = None

    def send_whole(self) -> None:
        """Send the next picture whole: what the terminal shows is not known."""
        self._picture.forget()

    def on_load(self) -> None:
        """Send everything after another program had the terminal."""
        self.app_resume_signal.subscribe(self, lambda _: self.send_whole(), immediate=True)

    def redraw(self) -> None:
        """Send the whole screen anew: another program may have written over it."""
        self.send_whole()
        self.screen.refresh()

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        if self.size != self._drawn_for:
            self._drawn_for = self.size
            self._picture.width = self.size.width
            self.send_whole()
        if isinstance(renderable, LayoutUpdate | ChopsUpdate):
            renderable = SparingUpdate(renderable, self._picture)
        super()._display(screen, renderable)


def _placed(update: LayoutUpdate | ChopsUpdate) -> Iterator[Piece]:
    """Yield row, column and segments of every piece of an update."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            yield y, update.region.x, [segment for strip in line for segment in strip]
        return
    for y, start, end in update.spans:
        for stop, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x < end and stop > start:
                yield y, x, strip
