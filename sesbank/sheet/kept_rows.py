"""Kept rows: a table row filled and measured once, while one page is tried in many ways."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from sesbank.sheet.blocks import Row
from sesbank.sheet.placeholders import tag_runs
from sesbank.sheet.values import Scope
from sesbank.sheet.wordml import TC, Element, value, w

KEPT = "kept"
"""Attribute of a filled row: under which number it is kept."""


class KeptRows:
    """The rows of one layout of one template, by what they are filled with."""

    def __init__(self) -> None:
        self._filled: dict[tuple[int, int], tuple[Scope, Element]] = {}
        self._alone: dict[int, bool] = {}
        self._measured: dict[tuple[str, tuple[str | None, ...]], Row] = {}

    def filled(
        self, at: int, prototype: Element, scope: Scope, fill: Callable[[], Element]
    ) -> Element:
        """Return the prototype row number `at` filled; `fill` does it the first time.

        A row that also holds values of the whole page is filled every time.
        """
        if at not in self._alone:
            self._alone[at] = all(name.startswith("row.") for _, name in tag_runs(prototype))
        if not self._alone[at]:
            return fill()
        key = (at, id(scope))
        if key not in self._filled:
            row = fill()
            row.set(KEPT, str(len(self._filled)))
            self._filled[key] = (scope, row)  # the scope is held so that its id stays its own
        return deepcopy(self._filled[key][1])

    def measured(self, row: Element, measure: Callable[[], Row]) -> Row:
        """Return the measures of a row; `measure` takes them the first time."""
        kept = row.get(KEPT)
        if kept is None:
            return measure()
        widths = tuple(value(cell.find(w("tcPr")), "tcW", "w") for cell in row.iterchildren(TC))
        if (kept, widths) not in self._measured:
            self._measured[kept, widths] = measure()
        return self._measured[kept, widths]
