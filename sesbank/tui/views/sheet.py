"""Views of the sheet: the page as it will stand, with what was left out marked in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from sesbank.domain.papers import PaperFile
from sesbank.domain.sheet import CueLine, Cut, SheetContent, SheetFile, SheetRow
from sesbank.domain.text import clean_line
from sesbank.tui.layout import dotted
from sesbank.tui.plain import NOTHING, joined, plain, plain_line, together
from sesbank.tui.views.story import heading
from sesbank.tui.views.story_names import PART_NAMES

_SHORT = ", shortened"
LABEL = 11
"""Cells a label takes."""


def sheet_text(sheet: SheetFile) -> Content:
    """Return the page in reading order; what was cut follows the place it is missing from."""
    lines = [plain_line(f"! {warning}", "$warning") for warning in sheet.warnings]
    if sheet.shown is not None:
        lines += _page(sheet.shown, sheet.cuts)
    return joined(lines)


def paper_text(paper: PaperFile) -> Content:
    """Return the text of another paper, after what was left out and what to look at."""
    lines = [plain_line(f"! {warning}", "$warning") for warning in paper.warnings]
    lines += _marks(paper.cuts)
    said = (plain(line, "bold" * (at in paper.bold)) for at, line in enumerate(paper.lines))
    return joined([*lines, *said])


def _page(shown: SheetContent, cuts: Sequence[Cut]) -> Iterator[Content]:
    yield plain_line(shown.position, "bold $primary")
    for line in (_dotted(shown.agency, shown.announcement), _dotted(shown.when, shown.place)):
        if line.plain:
            yield line
    if shown.panel:
        yield _labelled("Panel", _dotted(*shown.panel))
    if shown.opening:
        yield _labelled("Open with", plain_line(shown.opening))
    known = {"top of the page", "panel", "questions", "facts", "reminders"}
    yield from _marks([cut for cut in cuts if cut.where in {"top of the page", "panel"}])
    for row in shown.rows:
        where = clean_line(row.label) or clean_line(row.name)
        known.add(where)
        yield from _row(row, [cut for cut in cuts if cut.where == where])
    yield from _marks([cut for cut in cuts if cut.where not in known])
    yield from _lists(shown, cuts)


def _row(row: SheetRow, cuts: Sequence[Cut]) -> Iterator[Content]:
    yield Content("")
    yield together(
        plain_line(row.label, "bold $secondary"), Content("  "), plain_line(row.name, "bold")
    )
    if row.title:
        yield plain_line(row.title, "bold $primary")
    if row.gap:
        yield plain_line(row.gap, "$warning")
    for cue in row.cues:
        yield together(_labelled(PART_NAMES[cue.part], plain_line(cue.text)), _unsure(cue))
    if row.keywords:
        yield _labelled("Weave in", _dotted(*row.keywords))
    if row.backup:
        yield _labelled("Backup", plain_line(row.backup))
    yield from _marks(cuts)


def _unsure(cue: CueLine) -> Content:
    if not cue.unconfirmed:
        return NOTHING
    numbers = plain_line("(?) " + ", ".join(cue.unconfirmed), "$warning")
    return together(Content("  "), numbers)


def _lists(shown: SheetContent, cuts: Sequence[Cut]) -> Iterator[Content]:
    facts = tuple(_dotted(fact.text, fact.source, fact.day) for fact in shown.facts)
    lists = (
        ("Questions to ask the panel", "questions", tuple(map(plain_line, shown.questions))),
        ("About the agency", "facts", facts),
        ("Remember", "reminders", tuple(map(plain_line, shown.reminders))),
    )
    for title, where, texts in lists:
        gone = [cut for cut in cuts if cut.where == where]
        if texts or gone:
            yield Content("")
            yield heading(title)
            yield from (together(Content("- "), text) for text in texts)
            yield from _marks(gone)
    if shown.thanks:
        yield Content("")
        yield _labelled("Thank-you", plain_line(shown.thanks))


def _marks(cuts: Sequence[Cut]) -> Iterator[Content]:
    """Yield a line for each thing left out, told by its sign and its words, not by colour alone."""
    for cut in cuts:
        verb = "shortened" if cut.what.endswith(_SHORT) else "left out"
        yield together(
            plain_line(f"✂ {verb}, {cut.what.removesuffix(_SHORT)}:", "$warning"),
            Content(" "),
            plain_line(cut.text, "$muted"),
        )


def _labelled(label: str, text: Content) -> Content:
    space = Content(" " * max(LABEL - len(label), 1))
    return together(plain_line(label, "$muted"), space, text)


def _dotted(*texts: str) -> Content:
    return dotted(map(plain_line, texts))
