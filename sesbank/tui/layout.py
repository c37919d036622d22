"""Layout: fitting text into cells, counted as the terminal counts them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size
from textual.content import Content

GAP = 2
"""Cells between two columns."""

NO_BREAK = "\ufdd0"
"""Stands for a space at which no line may end: Textual breaks at U+00A0 as well.

Unicode keeps it from ever being a character, so that a text of people loses nothing by it.
"""


DOT = "\ufdd1"
"""Stands for a dot between two facts; where a line ends between them there is none."""

_SIGNED = re.compile(rf"(?:!!|[●○◌◦✓✗✂☐☑›+!~·-]|\d{{1,3}}%(?={NO_BREAK}))[ {NO_BREAK}]+(?=\S)")
"""A sign or a share that a line begins with, and what parts it from its text."""


class Column(NamedTuple):
    """A cell of a row: what it says and how wide it is; width 0 takes what is left."""

    content: Content
    width: int = 0
    right: bool = False


def fit(content: Content, width: int, *, right: bool = False) -> Content:
    """Return content in exactly `width` cells, cut with an ellipsis or padded."""
    if width <= 0:
        return Content("")
    if content.cell_length == width:
        return content
    cut = fitted(content, width)
    room = max(width - cut.cell_length, 0)
    return cut.pad_left(room) if right else cut.pad_right(room)


def fitted(content: Content, width: int) -> Content:
    """Return content in at most `width` cells, cut with an ellipsis."""
    return content.truncate(max(width, 0), ellipsis=True)


def row(width: int, *columns: Column) -> Content:
    """Return columns side by side in `width` cells; from the right, what has no room goes."""
    shown = list(columns)
    while len(shown) > 1 and _fixed(shown) + 8 > width:
        shown.pop()
    rest = max(width - _fixed(shown), 0)
    cells = [fit(c.content, c.width or rest, right=c.right) for c in shown]
    return fit(Content(" " * GAP).join(cells), width)


def wrapped(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each line of `text` when wrapped at `width` cells.

    Lines break at spaces where they can, else inside the word. No character is lost: what lies
    between two lines is white space only.
    """
    start = 0
    for paragraph in text.split("\n"):
        yield from _paragraph(text, start, start + len(paragraph), max(width, 1))
        start += len(paragraph) + 1


def lines_of(content: Content, width: int) -> Iterator[Content]:
    """Yield the lines of a content that is wrapped at `width` cells."""
    for line in content.wrap(width):
        yield _as_shown(line) if NO_BREAK in line.plain or DOT in line.plain else line


def dotted(facts: Iterable[Content], style: str = "") -> Content:
    """Return facts with a dot between each two, which none of them begins or ends a line with."""
    dot = Content(f" {DOT} ")
    return (dot.stylize(style) if style else dot).join([fact for fact in facts if fact.plain])


def unbroken(content: Content) -> Content:
    """Return content in which no line ends."""
    return Content(content.plain.replace(" ", NO_BREAK), list(content.spans))


def hung(content: Content, width: int, column: int = 0) -> Content:
    """Return content whose lines are wrapped at `width` cells under their text.

    A labelled line has at least two spaces before `column`, where its text begins; a signed one
    begins with a sign. What goes on below it begins there as well, and not at the margin.
    """
    texts = content.plain.split("\n")
    if not any(_text_begins(text, width, column) for text in texts):
        return content  # Most texts are so, and to take one apart costs more than to wrap it.
    lines = content.split("\n", allow_blank=True)
    begins = (_text_begins(line.plain, width, column) for line in lines)
    return Content("\n").join(
        [_hung(line, width, at) if at else line for line, at in zip(lines, begins, strict=True)]
    )


def clock(seconds: int) -> str:
    """Return seconds as minutes and seconds: 2:05."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def _as_shown(line: Content) -> Content:
    """Return a line with what its own characters stand for; no dot begins or ends it."""
    if line.plain.endswith(DOT):
        line = line[: -len(DOT)].rstrip()
    if line.plain.lstrip().startswith(f"{DOT} "):
        at = line.plain.index(DOT)
        line = line[:at] + line[at + 2 :]
    return Content(line.plain.replace(NO_BREAK, " ").replace(DOT, "·"), list(line.spans))


def _text_begins(text: str, width: int, column: int) -> int:
    """Return where a line that has to be wrapped begins after its label or sign; 0 without one."""
    if len(text) <= width // 2 or cell_len(text) <= width:
        return 0
    if column and text[column - 2 : column] == "  " and text[column : column + 1].strip():
        return column if 2 * column <= width else 0
    sign = _SIGNED.match(text)
    return sign.end() if sign is not None and 4 * sign.end() <= width else 0


def _hung(line: Content, width: int, column: int) -> Content:
    label, text = line[:column], line[column:]
    parts = [text[start:end] for start, end in wrapped(text.plain, width - label.cell_length)]
    return label + Content("\n" + " " * label.cell_length).join(parts)


def _fixed(columns: list[Column]) -> int:
    return sum(column.width for column in columns) + GAP * (len(columns) - 1)


def _paragraph(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    while (limit := _reach(text, start, end, width)) < end:
        space = text.rfind(" ", start + 1, limit + 1)
        cut = space if space > start else limit
        yield start, cut
        start = cut + 1 if cut < end and text[cut] == " " else cut
    yield start, end


def _reach(text: str, start: int, end: int, width: int) -> int:
    """Return how far `width` cells reach from `start`: at least one character."""
    used = 0
    for place in range(start, end):
        used += get_character_cell_size(text[place])
        if used > width:
            return max(place, start + 1)
    return end
