"""A difference on the screen: what went and what came, marked by signs as well as colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from sesbank.session.history import Fate, PartDifference, Stretch
from sesbank.tui.plain import joined, plain, together
from sesbank.tui.views.story import heading
from sesbank.tui.views.story_names import PART_NAMES

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
        _marked(Fate.GONE, before),
        Content("   "),
        _marked(Fate.NEW, after),
    )


def _told(part: PartDifference) -> Content:
    pieces: list[Content] = []
    for same, gone, new in _runs(part.stretches):
        pieces += [plain(same), *_changed(gone, new)]
    return together(*pieces)


def _runs(stretches: Sequence[Stretch]) -> Iterator[tuple[str, str, str]]:
    """Yield what stays, then what went and what came there, with neighbours taken together.

    Word by word, "a b" for "c d" would read a c b d: white space alone parts no change.
    """
    same = gone = new = ""
    for place, stretch in enumerate(stretches):
        if stretch.fate is Fate.GONE:
            gone += stretch.text
        elif stretch.fate is Fate.NEW:
            new += stretch.text
        elif not stretch.text.strip() and (gone or new) and place + 1 < len(stretches):
            gone, new = gone + stretch.text, new + stretch.text
        else:
            yield same, gone, new
            same, gone, new = stretch.text, "", ""
    yield same, gone, new


def _changed(gone: str, new: str) -> Iterator[Content]:
    """Yield both sides of a change; white space at the ends stays outside of the marks."""
    first = gone if gone.strip() else new
    yield plain(first[: len(first) - len(first.lstrip())])
    if gone.strip():
        yield _marked(Fate.GONE, gone.strip())
    if gone.strip() and new.strip():
        yield Content(" ")
    if new.strip():
        yield _marked(Fate.NEW, new.strip())
    last = new or gone
    yield plain(last[len(last.rstrip()) :])


def _marked(fate: Fate, text: str) -> Content:
    opens, closes, style = _MARKS[fate]
    return together(Content(opens), plain(text), Content(closes)).stylize(style)
