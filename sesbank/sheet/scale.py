"""Scale: letters and spacing of a whole document made larger or smaller by one rule.

The same rule measures a page and rewrites its styles, so what was measured is what is written.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from sesbank.sheet.wordml import RPR, VAL, Element, number, w

SMALLEST = 14
"""Half-points no text goes below by scaling, unless the template itself sets it smaller."""
_HEADLINE = 28
"""Half-points from which text is a headline, which grows more slowly than the rest."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Factors against the template as it is: 1 leaves it alone."""

    letters: float = 1.0
    """Sizes of letters, exact line heights, indents and tab stops."""
    space: float = 1.0
    """Space before and after paragraphs, above and below in cells."""

    def half_points(self, size: int) -> int:
        """Return a letter size, in half-points, as it will be set."""
        return _half_points(size, self.letters)

    def line(self, height: int) -> int:
        """Return an exact line height, in twips."""
        return math.ceil(height * self.letters)

    def gap(self, space: int) -> int:
        """Return a space between things, in twips."""
        return round(space * self.space)

    def indent(self, distance: int) -> int:
        """Return an indent or tab stop, in twips."""
        return round(distance * self.letters)


@cache
def _half_points(size: int, factor: float) -> int:
    if factor > 1 and size >= _HEADLINE:
        factor = 1 + (factor - 1) * 0.4
    return max(min(size, SMALLEST), math.floor(size * factor + 0.5))


def apply_scale(root: Element, scale: Scale) -> None:
    """Rewrite every size and space under `root`, direct ones and those of styles alike."""
    for size in root.iter(w("sz"), w("szCs")):
        if size.getparent().tag == RPR:
            size.set(VAL, str(scale.half_points(number(size.get(VAL), 20))))
    for spacing in root.iter(w("spacing")):
        _scale_spacing(spacing, scale)
    for indent in root.iter(w("ind")):
        for side in ("left", "right", "start", "end", "hanging", "firstLine"):
            _rewrite(indent, side, scale.indent)
    for tabs in root.iter(w("tabs")):
        for tab in tabs.findall(w("tab")):
            _rewrite(tab, "pos", scale.indent)
    for margins in root.iter(w("tcMar"), w("tblCellMar")):
        for side in margins.iterchildren(w("top"), w("bottom")):
            _rewrite(side, "w", scale.gap)


def _scale_spacing(spacing: Element, scale: Scale) -> None:
    for side in ("before", "after"):
        _rewrite(spacing, side, scale.gap)
    if spacing.get(w("lineRule")) == "exact":
        _rewrite(spacing, "line", scale.line)


def _rewrite(element: Element, attribute: str, rule: object) -> None:
    text = element.get(w(attribute))
    if text is not None and callable(rule):
        element.set(w(attribute), str(rule(number(text))))
