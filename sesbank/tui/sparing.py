"""Sparing: only the cells that changed go to the terminal, so that the app is quick over ssh.

Textual sends every widget that was drawn anew as a whole. Here what the terminal shows is
remembered, and of a new picture only the stretches that differ are sent. After a change of the
window's size, and when sesbank comes back to the front, everything is sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from rich.cells import cell_len, get_character_cell_size
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.screen import Screen

GAP = 6
"""Unchanged cells between two changed ones that are sent rather than stepped over."""


class Cell(NamedTuple):
    """A cell of the terminal; what takes several stands in the first, the others are empty."""

    text: str
    style: Style | None


class Picture:
    """What the terminal shows, as far as it was sent."""

    def __init__(self) -> None:
        self._rows: dict[int, list[Cell | None]] = {}
        self._codes: dict[Style | None, str] = {}

    def forget(self) -> None:
        """Know nothing: the next picture is sent whole."""
        self._rows.clear()

    def sent_for(
        self, y: int, x: int, segments: Iterable[Segment], system: ColorSystem | None
    ) -> str:
        """Return what to send for segments that stand at a place, and remember them."""
        cells = list(_cells(segments))
        row = self._rows.setdefault(y, [])
        row.extend([None] * (x + len(cells) - len(row)))
        if row[x : x + len(cells)] == cells:
            return ""
        sent = [
            f"\x1b[{y + 1};{x + start + 1}H{self._written(cells[start:end], system)}"
            for start, end in _stretches(row[x : x + len(cells)], cells)
        ]
        row[x : x + len(cells)] = cells
        return "".join(sent)

    def _written(self, cells: Sequence[Cell], system: ColorSystem | None) -> str:
        """Return cells as text, with a code only where the style changes."""
        parts: list[str] = []
        last: Style | None = None
        for cell in cells:
            if not parts or cell.style != last:
                parts.append(f"\x1b[0;{self._code(cell.style, system)}m".replace(";m", "m"))
                last = cell.style
            parts.append(cell.text)
        parts.append("\x1b[0m")
        return "".join(parts)

    def _code(self, style: Style | None, system: ColorSystem | None) -> str:
        if style not in self._codes:
            plain = style is None or system is None
            self._codes[style] = "" if plain else style._make_ansi_codes(system)  # type: ignore[union-attr,arg-type]
        return self._codes[style]


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
        return "".join(
            self._picture.sent_for(y, x, segments, system)
            for y, x, segments in _placed(self._update)
        )


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
            self.send_whole()
        if isinstance(renderable, LayoutUpdate | ChopsUpdate):
            renderable = SparingUpdate(renderable, self._picture)
        super()._display(screen, renderable)


def _placed(update: LayoutUpdate | ChopsUpdate) -> Iterator[tuple[int, int, Iterable[Segment]]]:
    """Yield row, column and segments of every piece of an update."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            yield y, update.region.x, [segment for strip in line for segment in strip]
        return
    for y, start, end in update.spans:
        for stop, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x < end and stop > start:
                yield y, x, strip


def _cells(segments: Iterable[Segment]) -> Iterator[Cell]:
    """Yield the cells of segments; text that is not one cell a character stays together."""
    for text, style, control in segments:
        if control:
            continue
        if text.isascii() or all(get_character_cell_size(c) == 1 for c in text):
            for character in text:
                yield Cell(character, style)
        else:
            yield Cell(text, style)
            for _ in range(cell_len(text) - 1):
                yield Cell("", style)


def _stretches(old: Sequence[Cell | None], new: Sequence[Cell]) -> list[tuple[int, int]]:
    """Return the stretches of cells to send: those that differ, near ones joined.

    What takes several cells is sent whole or not at all.
    """
    found: list[tuple[int, int]] = []
    for place, cell in enumerate(new):
        if place < len(old) and old[place] == cell:
            continue
        start, end = place, place + 1
        while start and not new[start].text:
            start -= 1
        while end < len(new) and not new[end].text:
            end += 1
        if found and start - found[-1][1] <= GAP:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
