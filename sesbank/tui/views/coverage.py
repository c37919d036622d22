"""Coverage on the screen: a row for each ECQ and competency, gaps in words and sign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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
from sesbank.tui.layout import Column, counted, row
from sesbank.tui.plain import joined, plain, plain_line, together
from sesbank.tui.views.story import heading

_MOST_SIGNS = 10
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
    def search(self) -> str:
        """The search line that finds these stories in the bank."""
        if self.competency is not None:
            return f"comp:{self.competency.competency.code}"
        return f"ecq:{self.ecq.ecq.code}"


def cover_rows(grid: Coverage) -> Iterator[CoverRow]:
    """Yield the rows of the grid: each ECQ, then its competencies."""
    for ecq in grid.ecqs:
        yield CoverRow(ecq)
        for competency in ecq.competencies:
            yield CoverRow(ecq, competency)


def paint_row(cover: CoverRow, width: int) -> Content:
    """Return a row: name, a sign for each story, and how it stands in a word."""
    if cover.competency is not None:
        count = len(cover.stories)
        name = together(Content("   "), plain_line(cover.name))
        signs = Content("·" * min(count, _MOST_SIGNS)).stylize("$primary")
        note = Content(str(count) if count else "none").stylize("$muted" if count else "$warning")
    else:
        name = plain_line(cover.name, "bold")
        signs = _signs(cover.ecq)
        note = _standing(cover.ecq)
    return row(width, Column(name), Column(signs, _MOST_SIGNS), Column(note, 8, right=True))


def _signs(ecq: EcqCover) -> Content:
    aged = set(ecq.aged)
    signs = ["◌" if key in aged else "●" for key in ecq.primary]
    signs += ["◌" if key in aged else "○" for key in ecq.supporting]
    return Content("".join(signs[:_MOST_SIGNS])).stylize("$primary")


def legend() -> Content:
    """Return what the signs of the grid mean, on one line."""
    signs = (
        ("●", "main story"),
        ("○", "side story"),
        ("◌", f"ended over {RECENT_YEARS:.0f} years ago"),
        ("·", "competency"),
    )
    return joined(
        [
            together(Content(f"{sign} ").stylize("$primary"), Content(name).stylize("$muted"))
            for sign, name in signs
        ],
        "   ",
    )


def _standing(ecq: EcqCover) -> Content:
    if ecq.ecq.fundamental:
        return Content("cross-cut").stylize("$muted")
    return Content(_SIGNS[ecq.standing]).stylize(_STYLES[ecq.standing])


def cover_body(cover: CoverRow, stories: Mapping[str, Story]) -> Content:
    """Return what a row means and the stories that show it."""
    lines = [plain(cover.meaning, "$muted"), Content(""), heading(_count(cover))]
    aged = set(cover.ecq.aged)
    for key in cover.stories:
        story = stories.get(key)
        if story is None:
            continue
        main = key in cover.ecq.primary
        sign = "◌" if key in aged else ("●" if main else "○")
        years = story.ended or story.started or "no date"
        lines.append(
            together(
                Content(f"{sign} ").stylize("$primary"),
                plain_line(story.title),
                Content("  "),
                plain_line(years + (" · aged" if key in aged else ""), "$muted"),
            ),
        )
    return joined([*lines, Content(""), *_advice(cover)])


def _count(cover: CoverRow) -> str:
    return counted(len(cover.stories), "story", "stories")


def _advice(cover: CoverRow) -> Iterator[Content]:
    if cover.competency is not None or cover.ecq.ecq.fundamental:
        if not cover.stories:
            yield Content("No story names this competency. n starts one.").stylize("$warning")
        return
    fresh = len({*cover.stories} - {*cover.ecq.aged})
    if fresh < WANTED_PER_ECQ:
        yield Content(
            f"{WANTED_PER_ECQ} stories are wanted for each ECQ; {fresh} recent enough. "
            "n starts one.",
        ).stylize("$warning")
    if cover.ecq.aged:
        yield Content(
            f"◌ ended more than {RECENT_YEARS:.0f} years ago: boards set such examples aside.",
        ).stylize("$muted")
