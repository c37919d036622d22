"""Colorless: what reaches a terminal that wants no color: bold, underline and reverse only."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

GROUNDS = ("cursor-background", "lit-background", "tab-background")
"""The places of a theme that mark something; they are shown in reverse."""


class Colorless(LineFilter):
    """Sends no color code at all, as https://no-color.org asks; marked grounds are reversed."""

    def __init__(self, marked: Iterable[str]) -> None:
        """Reverse what stands on these grounds, given as #rrggbb."""
        super().__init__()
        self._marked = frozenset(Color.parse(ground).rgb for ground in marked)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return the segments of a line without color."""
        return [
            Segment(text, _without_color(style, self._is_marked(style.bgcolor)), None)
            if style is not None and control is None
            else Segment(text, style, control)
            for text, style, control in segments
        ]

    def _is_marked(self, ground: RichColor | None) -> bool:
        return (
            ground is not None
            and ground.triplet is not None
            and (tuple(ground.triplet) in self._marked)
        )


@lru_cache(1024)
def _without_color(style: Style, marked: bool) -> Style:
    return Style(
        bold=style.bold,
        italic=style.italic,
        underline=style.underline,
        strike=style.strike,
        reverse=True if marked else style.reverse,
        meta=style.meta or None,
    )
