"""Coverage on the screen: a row for each ECQ and competency, gaps in words and sign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from textual.content import Content

from sesbank.domain.coverage import (
    RECENT_YEARS,
    WANTED_PER_ECQ,
    CompetencyCover,
    Coverage,
    EcqCover,
    Standing,
)
from sesbank.domain.story import Story
from sesbank.domain.text import counted
from sesbank.tui.layout import Column, dotted, row, unbroken
from sesbank.tui.plain import joined, plain, plain_line, together
from sesbank.tui.views.story import heading

_MOST_SIGNS = 10
_NOTE = 7
"""Cells for how a row stands, in a word."""
_COLUMNS_FROM = 96
"""Cells from which the longest official name leaves room for a column to itself."""
_MOST_STORIES = 100
"""Stories named beside a row; the bank lists more than anyone reads here."""
_STYLES = {Standing.COVERED: "$success", Standing.THIN: "$warning", Standing.GAP: "bold $error"}
_SIGNS = {Standing.COVERED: "covered", Standing.THIN: "thin !", Standing.GAP: "gap !!"}


@dataclass(frozen=True, slots=True)
class CoverRow:
    """An ECQ, or one competency of it, with the stories that show it."""

    ecq: EcqCover
    competency: CompetencyCover | None = None

    @property
    def code(self) -> str:
        """Tells the row from all others."""
        return f"{self.ecq.ecq.code}/{self.competency.competency.code if self.competency else ''}"

    @property
    def name(self) -> str:
        """The official name."""
        return self.competency.competency.name if self.competency else self.ecq.ecq.name

    @property
    def meaning(self) -> str:
        """What it means, in plain words."""
        return self.competency.competency.meaning if self.competency else self.ecq.ecq.meaning

    @property
    def stories(self) -> tuple[str, ...]:
        """Ids of the stories that show it, main ones first."""
        if self.competency is not None:
            return self.competency.stories
        return (*self.ecq.primary, *self.ecq.supporting)

    @property
    def competency_code(self) -> str:
        """The competency's code, empty for the row of an ECQ."""
        return self.competency.competency.code if self.competency else ""

    @property
    def is_gap(self) -> bool:
        """Whether no recent enough story shows it."""
        return not {*self.stories} - {*self.ecq.aged}

    def search(self, framework: str) -> str:
        """Return the search line that finds these stories in the bank, and no others."""
        field = f"comp:{framework}/{self.competency_code}"
        if self.competency is None:
            field = f"ecq:{framework}/{self.ecq.ecq.code}"
        return f"{field} -status:retired -status:inbox"


def cover_rows(grid: Coverage) -> Iterator[CoverRow]:
    """Yield the rows of the grid: each ECQ, then its competencies."""
    for ecq in grid.ecqs:
        yield CoverRow(ecq)
        for competency in ecq.competencies:
            yield CoverRow(ecq, competency)


class Columns(StrEnum):
    """What the grid shows of each row."""

    STORIES = "stories"
    COUNT = "count"
    YEARS = "years"
    STRENGTH = "strength"


def paint_row(cover: CoverRow, width: int, shows: Columns = Columns.STORIES) -> Content:
    """Return a row: name, what the column shows, and how it stands in a word."""
    value = _VALUES[shows](cover)
    if cover.competency is not None:
        count = len(cover.stories)
        name = together(Content("   "), plain_line(cover.name))
        note = Content(str(count) if count else "none").stylize("$muted" if count else "$warning")
    else:
        name = plain_line(cover.name, "bold")
        note = _standing(cover.ecq)
    if width < _COLUMNS_FROM:
        # Side by side at the right end, so that the official name has all the other room.
        note = note.pad_left(max(_NOTE - note.cell_length, 0))
        end = joined([value, note], "  ") if value.plain else note
        return row(width, Column(name), Column(end, end.cell_length))
    return row(width, Column(name), Column(value, _MOST_SIGNS), Column(note, 9, right=True))


def _signs(cover: CoverRow) -> Content:
    if cover.competency is not None:
        return Content("·" * min(len(cover.stories), _MOST_SIGNS)).stylize("$primary")
    ecq, aged = cover.ecq, set(cover.ecq.aged)
    signs = ["◌" if key in aged else "●" for key in ecq.primary]
    signs += ["◌" if key in aged else "○" for key in ecq.supporting]
    return Content("".join(signs[:_MOST_SIGNS])).stylize("$primary")


def _counted(cover: CoverRow) -> Content:
    main = cover.competency.main if cover.competency else len(cover.ecq.primary)
    total = len(cover.stories)
    return Content(f"{main} + {total - main}" if total else "–").stylize("$primary")


def _years(cover: CoverRow) -> Content:
    years = cover.competency.years if cover.competency else cover.ecq.years
    if not years:
        return Content("no date" if cover.stories else "–").stylize("$muted")
    span = years[-1] if len(years) == 1 else f"{years[0]}–{years[-1]}"
    return Content(span).stylize("$primary")


def _strength(cover: CoverRow) -> Content:
    main = cover.competency.main if cover.competency else len(cover.ecq.primary)
    word = "main" if main else ("side only" if cover.stories else "–")
    return Content(word).stylize("$primary" if main else "$warning" if cover.stories else "$muted")


_VALUES = {
    Columns.STORIES: _signs,
    Columns.COUNT: _counted,
    Columns.YEARS: _years,
    Columns.STRENGTH: _strength,
}


_MEANINGS = {
    Columns.STORIES: (
        ("●", "main story"),
        ("○", "side story"),
        ("◌", f"ended over {RECENT_YEARS:.0f} years ago"),
        ("·", "competency"),
    ),
    Columns.COUNT: (("1 + 2", "one main story and two side stories"),),
    Columns.YEARS: (("2019–2024", "when the first and the last of the stories ended"),),
    Columns.STRENGTH: (
        ("main", "a story has it as its main ECQ"),
        ("side only", "stories show it beside another"),
    ),
}
"""What stands in the column, and what it means."""


def legend(shows: Columns = Columns.STORIES) -> Content:
    """Return what the column of the grid shows, on one line."""
    return joined(
        [
            together(Content(f"{sign} ").stylize("$primary"), Content(name).stylize("$muted"))
            for sign, name in _MEANINGS[shows]
        ],
        "   ",
    )


def _standing(ecq: EcqCover) -> Content:
    if ecq.ecq.fundamental:
        return Content("cross-cut").stylize("$muted")
    return Content(_SIGNS[ecq.standing]).stylize(_STYLES[ecq.standing])


def cover_body(
    cover: CoverRow, stories: Mapping[str, Story], overused: Mapping[str, str]
) -> Content:
    """Return what a row means and the stories that show it; `overused` says why by id."""
    lines = [plain(cover.meaning, "$muted"), Content(""), heading(_count(cover))]
    aged = set(cover.ecq.aged)
    for key in cover.stories[:_MOST_STORIES]:
        story = stories.get(key)
        if story is None:
            continue
        main = key in cover.ecq.primary
        sign = "◌" if key in aged else ("●" if main else "○")
        notes = [story.ended or story.started or "no date"]
        notes += ["aged"] * (key in aged) + ["ages out within a year"] * (key in cover.ecq.aging)
        notes += [f"! {overused[key]}"] if key in overused else []
        lines.append(
            together(
                Content(f"{sign} ").stylize("$primary"),
                plain_line(story.title),
                Content("  "),
                dotted(unbroken(plain_line(note)) for note in notes).stylize("$muted"),
            ),
        )
    if len(cover.stories) > _MOST_STORIES:
        more = len(cover.stories) - _MOST_STORIES
        lines.append(Content(f"and {more:,} more: Enter lists them").stylize("$muted"))
    return joined([*lines, Content(""), *_advice(cover)])


def _count(cover: CoverRow) -> str:
    return counted(len(cover.stories), "story", "stories")


def _advice(cover: CoverRow) -> Iterator[Content]:
    if cover.competency is not None or cover.ecq.ecq.fundamental:
        if not cover.stories:
            yield Content("No story names this competency. Enter helps.").stylize("$warning")
        return
    fresh = len({*cover.stories} - {*cover.ecq.aged})
    if fresh < WANTED_PER_ECQ:
        wanted = f"{WANTED_PER_ECQ} stories are wanted for each ECQ; {fresh} recent enough."
        ways = "Enter helps, n starts one." if cover.is_gap else "n starts another one."
        yield Content(f"{wanted} {ways}").stylize("$warning")
    if cover.ecq.aged:
        yield Content(
            f"◌ ended more than {RECENT_YEARS:.0f} years ago: boards set such examples aside.",
        ).stylize("$muted")
