"""Mapping on the screen: a row for each ECQ and competency, with what speaks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from sesbank.domain.crosswalk import Suggestion
from sesbank.domain.evidence import EcqGuess
from sesbank.domain.framework import ECQ, Competency, Framework
from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.story import Story
from sesbank.tui.layout import GAP, Column, row
from sesbank.tui.plain import plain_line, together
from sesbank.tui.views.rail import cue_line
from sesbank.tui.views.story_names import STRENGTH_NAMES, STRENGTH_SIGNS

_COUNTS, _FEW, _ROOMY = 18, 12, 64
"""Cells for "1 main 1 side of 3", for the start of it, and those of a row with room for all."""

_LEAST_CUE = 12
"""Cells below which a cue says nothing."""


@dataclass(frozen=True, slots=True)
class Place:
    """An ECQ, or one competency of it."""

    ecq: ECQ
    competency: Competency | None

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


def places(framework: Framework) -> Iterator[Place]:
    """Yield each ECQ of a framework, then its competencies."""
    for ecq in framework.ecqs:
        yield from (Place(ecq, each) for each in (None, *ecq.competencies))


@dataclass(frozen=True, slots=True)
class MapRow(Place):
    """A place, and what one story has or may have there."""

    mapping: Mapping | None
    guess: EcqGuess | None
    """What the story's words suggest."""
    carried: Suggestion | None
    """What a mapping in the older framework suggests."""

    @property
    def suggested(self) -> bool:
        """Whether anything speaks for it and it is not mapped yet."""
        return self.mapping is None and bool(self.guess or self.carried)


@dataclass(frozen=True, slots=True)
class ManyRow(Place):
    """A place, and which of many stories are mapped there."""

    main: tuple[Story, ...]
    side: tuple[Story, ...]
    of: int
    """How many stories there are."""


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
    for each in places(framework):
        place = (each.ecq.code, each.competency.code if each.competency else "")
        guess = guessed.get(each.ecq.code) if each.competency is None else None
        rows.append(MapRow(each.ecq, each.competency, mapped.get(place), guess, walked.get(place)))
    return tuple(rows)


def many_rows(framework: Framework, stories: Sequence[Story]) -> tuple[ManyRow, ...]:
    """Return the rows of a framework with the stories that are mapped to each."""
    found: dict[tuple[str, str, Strength], list[Story]] = {}
    for story in stories:
        for m in story.mapped_in(framework.id):
            found.setdefault((m.ecq, m.competency, m.strength), []).append(story)

    def those(place: Place, strength: Strength) -> tuple[Story, ...]:
        competency = place.competency.code if place.competency else ""
        return tuple(found.get((place.ecq.code, competency, strength), ()))

    return tuple(
        ManyRow(
            each.ecq,
            each.competency,
            those(each, Strength.PRIMARY),
            those(each, Strength.SUPPORTING),
            len(stories),
        )
        for each in places(framework)
    )


def paint_map_row(map_row: MapRow, width: int) -> Content:
    """Return a row: sign, name, what speaks for it, how strong it is."""
    mapping = map_row.mapping
    sign = Content(STRENGTH_SIGNS[mapping.strength] if mapping else "·")
    sign = sign.stylize("bold $primary" if mapping else "$muted")
    strength = Content(STRENGTH_NAMES[mapping.strength] if mapping else "").stylize("$primary")
    columns = [Column(_called(map_row, sign))]
    # The name comes first: what speaks for it gets the room that is left, and stands below too.
    speaks, left = _speaks(map_row), width - columns[0].content.cell_length - GAP
    if speaks.plain and left >= _LEAST_CUE:
        columns.append(Column(speaks, min(speaks.cell_length, left)))
    elif speaks.plain:
        columns.append(Column(Content("+").stylize("$key"), 1))
    if mapping is not None:
        columns.append(Column(strength, strength.cell_length))
    return row(width, *columns)


def paint_many_row(many: ManyRow, width: int) -> Content:
    """Return a row: sign, name, how many of the stories are mapped there as main and as side."""
    counts = {Strength.PRIMARY: len(many.main), Strength.SUPPORTING: len(many.side)}
    held = [strength for strength, count in counts.items() if count]
    sign = Content(STRENGTH_SIGNS[held[0]] if held else "·")
    sign = sign.stylize("bold $primary" if held else "$muted")
    said = " ".join(f"{counts[each]} {STRENGTH_NAMES[each]}" for each in held)
    name = Column(_called(many, sign))
    if not held:
        return row(width, name)
    told = Content(f"{said} of {many.of}").stylize("$primary")
    return row(width, name, Column(told, _COUNTS if width >= _ROOMY else _FEW))


def _called(place: Place, sign: Content) -> Content:
    before = Content("   ") if place.competency else Content("")
    name = plain_line(place.name, "" if place.competency else "bold")
    return together(before, sign, Content(" "), name)


def _speaks(map_row: MapRow) -> Content:
    if map_row.mapping is not None:
        return Content("")
    if map_row.carried is not None:
        how = map_row.carried[1].strength.value
        return Content(f"+ crosswalk: {how}").stylize("italic $muted")
    return cue_line(map_row.guess.cues, "+ ") if map_row.guess else Content("")
