"""Fitting: the widest setting of a content that stays on one page, and what had to go for it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple

from sesbank.domain.sheet import SheetContent
from sesbank.errors import SheetError
from sesbank.sheet.drafts import Draft, Drafter
from sesbank.sheet.layouts import Layout
from sesbank.sheet.scale import Scale
from sesbank.sheet.template import Template
from sesbank.sheet.trimming import Trim, light_trims, trims

LARGEST, COMFORTABLE, LEAST = 24, 19, 17
"""Sizes of cues in half-points: no larger, wished for, never under."""
_SPACES = tuple(0.6 + 0.05 * step for step in range(25))
"""Factors for the space between things, from close to wide."""
_CLOSEST = {Layout.OPEN: 0.8, Layout.RUN_IN: 0.8, Layout.TIGHT: 0.6}
_NOTES_LEAST, _NOTES_MOST = 2, 24
_LINE_TO_WRITE_ON = 240
"""Twips under which no hand can write between two rules."""


class Rung(NamedTuple):
    """A layout with a size of cues in half-points."""

    layout: Layout
    half_points: int


@dataclass(slots=True)
class Fitted:
    """A draft with the size and space it is set in."""

    draft: Draft
    scale: Scale
    half_points: int


def fit(template: Template, content: SheetContent) -> Fitted:
    """Return the content on one page: shrunk first, then trimmed, then widened again.

    Backup stories and key words beyond three go before the template's own layout is given up:
    a page read at a glance is worth more in the room than a second story's title.

    Raises SheetError when a template leaves no room even for the barest sheet.
    """
    drafter = Drafter(template, content)
    whole = _widest(drafter, content)
    fitted = _better(_open(drafter, whole), whole) or _widest(drafter, _trimmed(drafter))
    if fitted is None:
        raise SheetError(
            f"the template {template.path.name} leaves no room for a sheet: make its margins, "
            "pictures or fixed texts smaller"
        )
    return _with_notes(drafter, fitted)


def ladder(template: Template) -> list[Rung]:
    """Return the settings to try, the most comfortable first; cues keep 9.5 points if they can."""
    largest = max(LARGEST, template.cue_half_points)
    rungs = [Rung(Layout.OPEN, size) for size in range(largest, COMFORTABLE, -1)]
    sizes = range(COMFORTABLE, LEAST - 1, -1)
    return rungs + [Rung(layout, size) for size in sizes for layout in Layout]


def _better(opened: Fitted | None, whole: Fitted | None) -> Fitted | None:
    """Return the template's own layout unless the whole content can be set larger otherwise."""
    if opened is None or whole is None:
        return opened or whole
    return opened if opened.half_points >= whole.half_points else whole


def _open(drafter: Drafter, whole: Fitted | None) -> Fitted | None:
    """Return the content in the template's own layout, with as few light trims as it takes."""
    if whole is not None and whole.draft.layout is Layout.OPEN:
        return whole
    steps = list(light_trims(drafter.wished))
    lightest = drafter.draft(_after(drafter.wished, steps), Layout.OPEN)
    for half_points in range(COMFORTABLE, LEAST - 1, -1):
        scale = _scale(drafter.template, half_points, _CLOSEST[Layout.OPEN])
        if lightest.fits(scale):
            count = _fewest(drafter, steps, Rung(Layout.OPEN, half_points))
            shown = _after(drafter.wished, steps[:count])
            return _widest(drafter, shown, layouts=(Layout.OPEN,))
    return None


def _fewest(drafter: Drafter, steps: list[Trim], rung: Rung) -> int:
    """Return how many of the steps it takes at least, by halving, until a rung fits."""
    scale = _scale(drafter.template, rung.half_points, _CLOSEST[rung.layout])
    low, high = 0, len(steps)
    while low < high:
        middle = (low + high) // 2
        fits = drafter.draft(_after(drafter.wished, steps[:middle]), rung.layout).fits(scale)
        low, high = (low, middle) if fits else (middle + 1, high)
    return low


def _widest(
    drafter: Drafter, shown: SheetContent, layouts: Collection[Layout] = tuple(Layout)
) -> Fitted | None:
    """Return the first setting of the ladder that fits, with as much space as there is."""
    drafts: dict[Layout, Draft] = {}
    for rung in ladder(drafter.template):
        if rung.layout not in layouts:
            continue
        if rung.layout not in drafts:
            drafts[rung.layout] = drafter.draft(shown, rung.layout)
        scales = [
            _scale(drafter.template, rung.half_points, space)
            for space in _SPACES
            if space > _CLOSEST[rung.layout] - 0.01
        ]
        if drafts[rung.layout].fits(scales[0]):
            scale = _last_fitting(drafts[rung.layout], scales)
            return Fitted(drafts[rung.layout], scale, rung.half_points)
    return None


def _last_fitting(draft: Draft, scales: list[Scale]) -> Scale:
    low, high = 0, len(scales) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if draft.fits(scales[middle]) else (low, middle - 1)
    return scales[low]


def _scale(template: Template, half_points: int, space: float) -> Scale:
    return Scale(letters=half_points / template.cue_half_points, space=space)


def _trimmed(drafter: Drafter) -> SheetContent:
    """Return the content with as few trims as let it stay on a page in the closest setting."""
    steps = list(trims(drafter.wished))
    rung = Rung(Layout.TIGHT, LEAST)
    scale = _scale(drafter.template, LEAST, _CLOSEST[Layout.TIGHT])
    for count in range(
        _fewest(drafter, steps, rung), len(steps)
    ):  # a trim may lengthen the notice and so fit no more
        shown = _after(drafter.wished, steps[:count])
        if drafter.draft(shown, Layout.TIGHT).fits(scale):
            return shown
    return _after(drafter.wished, steps)


def _after(content: SheetContent, steps: list[Trim]) -> SheetContent:
    return reduce(lambda found, step: step(found), steps, content)


def _with_notes(drafter: Drafter, fitted: Fitted) -> Fitted:
    """Rule the rest of the page with lines to write on, when two or more fit."""
    least = _NOTES_LEAST * fitted.scale.line(_LINE_TO_WRITE_ON)
    if "notes" not in drafter.template.names or fitted.draft.free(fitted.scale) < least:
        return fitted
    shown, layout = fitted.draft.content, fitted.draft.layout
    free = [drafter.draft(shown, layout, n).free(fitted.scale) for n in (1, 2)]
    line = max(free[0] - free[1], 1)
    most = 2 + int(free[1] // line)
    for count in range(min(most, _NOTES_MOST), _NOTES_LEAST - 1, -1):
        draft = drafter.draft(shown, layout, count)
        if draft.fits(fitted.scale):
            return Fitted(draft, fitted.scale, fitted.half_points)
    return fitted
