"""Drawn: what a list has drawn, and what of it holds when other rows are shown."""

from __future__ import annotations

from typing import TypeAlias

from textual.strip import Strip

Looks: TypeAlias = tuple[int, int, str]
"""How a line is drawn: index of the row, width and mark."""

Facts: TypeAlias = tuple[object, ...]
"""All that a row is drawn from: equal for two that look the same."""


class Drawn:
    """Lines that were drawn, by how they look, and rows by their key, where that is known."""

    def __init__(self) -> None:
        self.lines: dict[Looks, Strip] = {}
        self._rows: dict[str, tuple[int, Facts]] = {}

    def note(self, key: str, index: int, facts: Facts) -> None:
        """Note where a row stands and from what it is drawn."""
        self._rows[key] = (index, facts)

    def line_of(self, key: str, facts: Facts, looks: Looks) -> Strip | None:
        """Return the line of a row that looks as when it was drawn, wherever it stood then."""
        index, was = self._rows.get(key, (0, ()))
        return self.lines.get((index, *looks[1:])) if was == facts else None

    def has_other_width(self, width: int) -> bool:
        """Return whether lines were drawn for another width."""
        return any(drawn_for != width for _, drawn_for, _ in self.lines)
