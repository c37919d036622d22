"""A difference on the screen: what went and what came, marked by signs as well as colours."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from sesbank.session.history import Fate, PartDifference, Stretch
from sesbank.tui.plain import joined, plain, together
from sesbank.tui.views.names import PART_NAMES
from sesbank.tui.views.story import heading

_MARKS = {Fate.GONE: ("[−", "−]", "strike $error"), Fate.NEW: ("[+", "+]", "bold $success")}


def difference_body(parts: Sequence[PartDifference], before: str, after: str) -> Content:
    """Return what differs, part by part, with a line that says what the marks mean."""
    if not parts:
        return Content("The words are the same.").stylize("$muted")
    blocks = [_legend(before, after)]
    blocks += [joined([heading(PART_NAMES[part.part]), _told(part)]) for part in parts]
    return joined(blocks, "\n\n")


def _legend(before: str, after: str) -> Content:
    return together(
        _marked(Stretch(Fate.GONE, before)),
        Content("   "),
        _marked(Stretch(Fate.NEW, after)),
    )


def _told(part: PartDifference) -> Content:
    return together(*map(_marked, part.stretches))


def _marked(stretch: Stretch) -> Content:
    if stretch.fate not in _MARKS:
        return plain(stretch.text)
    # White space at the ends stays outside of the marks, so that words stand as they stood.
    bare = stretch.text.strip()
    if not bare:
        return plain(stretch.text) if stretch.fate is Fate.NEW else Content("")
    start = stretch.text.index(bare)
    opens, closes, style = _MARKS[stretch.fate]
    marked = together(Content(opens), plain(bare), Content(closes)).stylize(style)
    end = stretch.text[start + len(bare) :]
    return together(plain(stretch.text[:start]), marked, plain(end))
