"""Fitting: the widest setting of a content that stays on one page, and what had to go for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce
from itertools import groupby
from typing import NamedTuple

from sesbank.domain.sheet import SheetContent
from sesbank.errors import SheetError
from sesbank.sheet.filled import Draft, Drafter
from sesbank.sheet.layouts import Layout
from sesbank.sheet.scale import Scale
from sesbank.sheet.template import Template
from sesbank.sheet.trimming import Trim, light_trims, trims

_LARGE_PRINT, _LARGE_STEP = 24, 4
"""From which size of its cues a template is large print, and how much smaller they may get."""
_SPACES = tuple(0.6 + 0.05 * step for step in range(25))
"""Factors for the space between things, from close to wide."""
_CLOSEST = 0.6
_MOST_TRIED = 12
"""Rows whose backup story is tried again; each costs a page drawn."""
_NOTES_LEAST, _NOTES_MOST = 2, 24
_LINE_TO_WRITE_ON = 240
"""Twips under which no hand can write between two rules."""


class Sizes(NamedTuple):
    """Sizes of cues in half-points."""

    largest: int
    """No larger."""
    comfortable: int
    """Wished for: nothing is trimmed for a larger one."""
    least: int
    """Never under."""


USUAL = Sizes(largest=24, comfortable=19, least=17)
"""12, 9.5 and 8.5 points."""


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
    """Return the content on one page: set smaller first, then trimmed, then widened again.

    At 9.5 points or more before anything smaller: the whole content in the template's own
    layout; without some backup stories and key words beyond three; drawn together; both. The
    same at 9 and at 8.5 points. Only then is more trimmed, in the order of `trims`. A page read
    at a glance is worth more in the room than a second story's title.

    A template in large print keeps to its size, or two points under it, and trims more instead.

    Raises SheetError when a template leaves no room even for the barest sheet.
    """
    drafter = Drafter(template, content)
    for sizes in _sizes(template.cue_half_points):
        fitted = _lightly(drafter, sizes) or _widest(drafter, _trimmed(drafter, sizes), sizes)
        if fitted is not None:
            return _with_notes(drafter, fitted)
    raise SheetError(
        f"the template {template.path.name} leaves no room for a sheet: make its margins, "
        "pictures or fixed texts smaller"
    )


def _sizes(designed: int) -> list[Sizes]:
    """Return the sizes to keep to; large print falls back to usual ones before it gives up."""
    usual = USUAL._replace(largest=max(USUAL.largest, designed))
    if designed < _LARGE_PRINT:
        return [usual]
    return [Sizes(designed, designed, designed - _LARGE_STEP), usual]


def _ladder(sizes: Sizes) -> list[Rung]:
    """Return the settings to try, the most comfortable first."""
    rungs = [Rung(Layout.OPEN, size) for size in range(sizes.largest, sizes.comfortable, -1)]
    smaller = range(sizes.comfortable, sizes.least - 1, -1)
    return rungs + [Rung(layout, size) for size in smaller for layout in Layout]


def _lightly(drafter: Drafter, sizes: Sizes) -> Fitted | None:
    """Return the content with nothing but light trims in the largest setting it fits, or None."""
    wished = drafter.wished
    steps = list(light_trims(wished))
    lightest = _after(wished, steps)
    if not _fits(drafter, lightest, Rung(Layout.TIGHT, sizes.least)):
        return None
    for rung, trimmed in _offers(sizes):
        if _fits(drafter, lightest if trimmed else wished, rung):
            count = _fewest(drafter, steps, rung) if trimmed else 0
            shown = _with_backups(drafter, _after(wished, steps[:count]), rung)
            return _roomy(drafter, shown, _with_whole_words(drafter, shown, rung, sizes))
    return None


def _with_whole_words(drafter: Drafter, shown: SheetContent, rung: Rung, sizes: Sizes) -> Rung:
    """Return the largest comfortable size that cuts the fewest words in two.

    A long word in a narrow column is read faster whole and smaller.
    """
    smaller = range(rung.half_points, sizes.comfortable - 1, -1) or [rung.half_points]
    page = drafter.draft(shown, rung.layout).page
    scales = {size: _scale(drafter.template, size, _CLOSEST) for size in smaller}
    best = min(scales, key=lambda size: (page.broken(scales[size]), -size))
    return rung._replace(half_points=best)


def _with_backups(drafter: Drafter, shown: SheetContent, rung: Rung) -> SheetContent:
    """Return the content with the backup stories back that take no room beside their row."""
    for at, row in list(enumerate(drafter.wished.rows))[:_MOST_TRIED]:
        if row.backup and not shown.rows[at].backup:
            rows = list(shown.rows)
            rows[at] = replace(rows[at], backup=row.backup)
            fuller = replace(shown, rows=tuple(rows))
            shown = fuller if _fits(drafter, fuller, rung) else shown
    return shown


def _offers(sizes: Sizes) -> Iterator[tuple[Rung, bool]]:
    """Yield the settings in the order of `fit`, each with whether light trims are allowed."""
    for size, rungs in groupby(_ladder(sizes), key=lambda rung: rung.half_points):
        opened, *closer = rungs
        yield opened, False
        if size <= sizes.comfortable:
            yield opened, True
        yield from ((rung, trimmed) for trimmed in (False, True) for rung in closer)


def _fits(drafter: Drafter, shown: SheetContent, rung: Rung) -> bool:
    scale = _scale(drafter.template, rung.half_points, _CLOSEST)
    return drafter.draft(shown, rung.layout).fits(scale)


def _fewest(drafter: Drafter, steps: list[Trim], rung: Rung) -> int:
    """Return how many of the steps it takes at least, by halving, until a rung fits."""
    low, high = 0, len(steps)
    while low < high:
        middle = (low + high) // 2
        fits = _fits(drafter, _after(drafter.wished, steps[:middle]), rung)
        low, high = (low, middle) if fits else (middle + 1, high)
    return low


def _widest(drafter: Drafter, shown: SheetContent, sizes: Sizes) -> Fitted | None:
    """Return the first setting of the ladder that fits a trimmed content."""
    for rung in _ladder(sizes):
        if rung.half_points <= sizes.comfortable and _fits(drafter, shown, rung):
            return _roomy(drafter, shown, rung)
    return None


def _roomy(drafter: Drafter, shown: SheetContent, rung: Rung) -> Fitted:
    """Return a content on a rung that it fits, with as much space between things as there is."""
    draft = drafter.draft(shown, rung.layout)
    scales = [_scale(drafter.template, rung.half_points, space) for space in _SPACES]
    return Fitted(draft, _last_fitting(draft, scales), rung.half_points)


def _last_fitting(draft: Draft, scales: list[Scale]) -> Scale:
    low, high = 0, len(scales) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if draft.fits(scales[middle]) else (low, middle - 1)
    return scales[low]


def _scale(template: Template, half_points: int, space: float) -> Scale:
    return Scale(letters=half_points / template.cue_half_points, space=space)


def _trimmed(drafter: Drafter, sizes: Sizes) -> SheetContent:
    """Return the content with as few trims as let it stay on a page in the closest setting."""
    steps = list(trims(drafter.wished))
    rung = Rung(Layout.TIGHT, sizes.least)
    for count in range(_fewest(drafter, steps, rung), len(steps)):
        # a trim may lengthen the notice and so fit no more
        shown = _after(drafter.wished, steps[:count])
        if _fits(drafter, shown, rung):
            return shown
    return _after(drafter.wished, steps)


def _after(content: SheetContent, steps: list[Trim]) -> SheetContent:
    return reduce(lambda found, step: step(found), steps, content)


def _with_notes(drafter: Drafter, fitted: Fitted) -> Fitted:
    """Rule the rest of the page with lines to write on, when two or more fit."""
    least = _NOTES_LEAST * fitted.scale.line(_LINE_TO_WRITE_ON)
    if not drafter.wished.notes:
        return fitted
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
