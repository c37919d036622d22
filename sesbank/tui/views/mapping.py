"""Mapping on the screen: a row for each ECQ and competency, with what speaks for it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from sesbank.domain.crosswalk import Suggestion
from sesbank.domain.evidence import EcqGuess
from sesbank.domain.facts import fact
from sesbank.domain.framework import ECQ, Competency, Framework
from sesbank.domain.mapping import Mapping
from sesbank.domain.story import Story
from sesbank.tui.layout import Column, row
from sesbank.tui.plain import plain_line, together
from sesbank.tui.views.names import STRENGTH_NAMES, STRENGTH_SIGNS
from sesbank.tui.views.rail import cue_line

_GAPS = 4
"""Cells between the columns, and for the strength."""

_LEAST_CUE = 12
"""Cells below which a cue says nothing."""


@fact
class MapRow:
    """An ECQ, or one competency of it."""

    ecq: ECQ
    competency: Competency | None
    mapping: Mapping | None
    guess: EcqGuess | None
    """What the story's words suggest."""
    carried: Suggestion | None
    """What a mapping in the older framework suggests."""

    @property
    def code(self) -> str:
        """Tells the row from all others."""
        return f"{self.ecq.code}/{self.competency.code if self.competency else ''}"

    @property
    def name(self) -> str:
        """The official name."""
        return self.competency.name if self.competency else self.ecq.name

    @property
    def meaning(self) -> str:
        """What it means, in plain words."""
        return self.competency.meaning if self.competency else self.ecq.meaning

    @property
    def suggested(self) -> bool:
        """Whether anything speaks for it and it is not mapped yet."""
        return self.mapping is None and bool(self.guess or self.carried)


def map_rows(
    framework: Framework,
    story: Story,
    guesses: Sequence[EcqGuess],
    carried: Sequence[Suggestion],
) -> tuple[MapRow, ...]:
    """Return the rows of a framework: each ECQ, then its competencies."""
    mapped = {(m.ecq, m.competency): m for m in story.mapped_in(framework.id)}
    guessed = {guess.code: guess for guess in guesses}
    walked = {(s[0].ecq, s[0].competency): s for s in carried}
    rows: list[MapRow] = []
    for ecq in framework.ecqs:
        for each in (None, *ecq.competencies):
            place = (ecq.code, each.code if each else "")
            guess = guessed.get(ecq.code) if each is None else None
            rows.append(MapRow(ecq, each, mapped.get(place), guess, walked.get(place)))
    return tuple(rows)


def paint_map_row(map_row: MapRow, width: int) -> Content:
    """Return a row: sign, name, what speaks for it, how strong it is."""
    mapping = map_row.mapping
    sign = Content(STRENGTH_SIGNS[mapping.strength] if mapping else "·")
    sign = sign.stylize("bold $primary" if mapping else "$muted")
    strength = Content(STRENGTH_NAMES[mapping.strength] if mapping else "").stylize("$primary")
    before = Content("   ") if map_row.competency else Content("")
    name = plain_line(map_row.name, "" if map_row.competency else "bold")
    columns = [Column(together(before, sign, Content(" "), name))]
    # The name comes first: what speaks for it gets the room that is left, and stands below too.
    speaks, left = _speaks(map_row), width - columns[0].content.cell_length - 2 * _GAPS
    if speaks.plain and left >= _LEAST_CUE:
        columns.append(Column(speaks, min(speaks.cell_length, left)))
    elif speaks.plain:
        columns.append(Column(Content("+").stylize("$key"), 1))
    return row(width, *columns, Column(strength, 4))


def _speaks(map_row: MapRow) -> Content:
    if map_row.mapping is not None:
        return Content("")
    if map_row.carried is not None:
        how = map_row.carried[1].strength.value
        return Content(f"+ crosswalk: {how}").stylize("italic $muted")
    return cue_line(map_row.guess.cues, "+ ") if map_row.guess else Content("")
