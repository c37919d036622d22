"""Veil: the text of stories and postings hidden while others see the screen.

There is one for the whole program, because there is one screen. Text from people comes to the
screen through `plain` and through the fields, and both ask here; so nothing is forgotten.
"""

from __future__ import annotations

import re

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

SIGN = "░"
"""Stands for a cell of hidden text."""

_QUOTED = re.compile("“[^”]*”")
_INK = re.compile(r"\S+")


class Veil:
    """Whether text is hidden, and what stands in its place."""

    def __init__(self) -> None:
        self.drawn = False
        """Whether text is hidden now."""

    def over(self, text: str) -> str:
        """Return a text as it may be shown: as wide as it is, spaces and lines where they are."""
        return _INK.sub(_signs, text) if self.drawn else text

    def over_quotes(self, text: str) -> str:
        """Return a message as it may be shown: what it quotes is hidden."""
        return _QUOTED.sub(lambda q: f"“{self.over(q.group()[1:-1])}”", text)

    def over_strip(self, strip: Strip) -> Strip:
        """Return a drawn line of a field as it may be shown."""
        if not self.drawn:
            return strip
        segments = [Segment(self.over(s.text), s.style, s.control) for s in strip]
        return Strip(segments, strip.cell_length)


def _signs(found: re.Match[str]) -> str:
    return SIGN * cell_len(found.group())


VEIL = Veil()
"""The one there is."""
