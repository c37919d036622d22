"""Map dialog: which ECQs and competencies a story shows, with what its own words suggest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sesbank.domain.evidence import EcqGuess
from sesbank.domain.framework import ECQ, Competency, Framework
from sesbank.domain.mapping import MappedBy, Mapping, Strength
from sesbank.domain.story import Story
from sesbank.session import Session, stories
from sesbank.tui.actions import bindings_at
from sesbank.tui.layout import Column, row
from sesbank.tui.plain import NOTHING, plain_line, together
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.views.names import STRENGTH_NAMES, STRENGTH_SIGNS
from sesbank.tui.views.rail import cue_line
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.rows import RowList


@dataclass(frozen=True, slots=True)
class MapRow:
    """An ECQ, or one competency of it."""

    ecq: ECQ
    competency: Competency | None
    mapping: Mapping | None
    guess: EcqGuess | None

    @property
    def code(self) -> str:
        """Tells the row from all others."""
        return f"{self.ecq.code}/{self.competency.code if self.competency else ''}"


class MapDialog(Dialog):
    """Every key is saved at once and can be undone."""

    PLACES = ("map",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("map")

    def __init__(self, session: Session, story_id: str) -> None:
        super().__init__(session)
        self._story_id = story_id
        self._framework = session.framework
        self._guesses: tuple[EcqGuess, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(classes="box"):
            yield RowList(_paint, lambda map_row: map_row.code, id="map")
            yield Static(NOTHING, id="map-meaning")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the mappings, then what is suggested."""
        self.rows.focus()
        self._work_out()

    @property
    def rows(self) -> RowList[MapRow]:
        """The list."""
        return self.query_one("#map", RowList)

    @property
    def story(self) -> Story:
        """The story as it is now."""
        return stories.get(self.session, self._story_id)

    def reload(self) -> None:
        """Show the mappings as they are now; without the story there is nothing to map."""
        if self._story_id not in self.session.bank.stories:
            self.dismiss(None)
            return
        story = self.story
        title = together(
            Content("Map "),
            plain_line(story.title, "bold"),
            Content(" · "),
            plain_line(self._framework.name),
        )
        self.query_one(".box").border_title = title
        self.rows.show(map_rows(self._framework, story, self._guesses))

    def _work_out(self) -> None:
        story, framework = self.story, self._framework.id
        self.work(
            "suggest",
            lambda: stories.suggestions(self.session, story, framework),
            self._suggested,
        )

    def _suggested(self, guesses: tuple[EcqGuess, ...]) -> None:
        self._guesses = guesses
        self.reload()
        self.refresh_bars()

    @on(RowList.Moved)
    def _show_meaning(self) -> None:
        here = self.rows.current
        if here is not None:
            meaning = here.competency.meaning if here.competency else here.ecq.meaning
            self.query_one("#map-meaning", Static).update(plain_line(meaning, "$muted"))
        self.refresh_bars()

    @on(RowList.Chosen)
    def _map_here(self) -> None:
        self.do_map_primary()

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        here = self.rows.current
        if action_id == "map.remove" and (here is None or here.mapping is None):
            return "The story is not mapped to this row."
        if action_id == "map.accept" and self._suggested_row() is None:
            return "No words of the story suggest an ECQ that it is not mapped to."
        return super().why_not(action_id)

    def _suggested_row(self) -> MapRow | None:
        """Return the suggestion at hand, else the best one that is open."""
        here = self.rows.current
        mapped = {r.ecq.code for r in self.rows.rows if r.mapping}
        is_open = [r for r in self.rows.rows if r.guess and r.ecq.code not in mapped]
        if here in is_open:
            return here
        return max(is_open, key=lambda r: r.guess.score if r.guess else 0, default=None)

    def do_map_primary(self) -> None:
        """Map to the row at hand as main."""
        self._map(self.rows.current, Strength.PRIMARY, MappedBy.PERSON)

    def do_map_supporting(self) -> None:
        """Map to the row at hand as side."""
        self._map(self.rows.current, Strength.SUPPORTING, MappedBy.PERSON)

    def do_map_accept(self) -> None:
        """Map to what is suggested: as main when there is no main ECQ yet."""
        taken = any(
            m.strength is Strength.PRIMARY for m in self.story.mapped_in(self._framework.id)
        )
        strength = Strength.SUPPORTING if taken else Strength.PRIMARY
        self._map(self._suggested_row(), strength, MappedBy.SUGGESTION)

    def _map(self, target: MapRow | None, strength: Strength, by: MappedBy) -> None:
        if target is None:
            return
        competency = target.competency.code if target.competency else ""
        mapping = Mapping(self._framework.id, target.ecq.code, competency, strength, by)
        stories.map_to(self.session, self._story_id, mapping)
        self.reload()

    def do_map_remove(self) -> None:
        """Take the mapping of the row at hand away."""
        here = self.rows.current
        if here is None or here.mapping is None:
            return
        story = self.story
        kept = tuple(m for m in story.mappings if m != here.mapping)
        stories.save(self.session, story.edit(mappings=kept), "unmapped")
        self.reload()

    def do_map_framework(self) -> None:
        """Show the next framework."""
        ids = self.session.frameworks.ids
        place = (ids.index(self._framework.id) + 1) % len(ids)
        self._framework = self.session.framework_named(ids[place])
        self._guesses = ()
        self.reload()
        self._work_out()


def map_rows(framework: Framework, story: Story, guesses: Sequence[EcqGuess]) -> tuple[MapRow, ...]:
    """Return the rows of a framework: each ECQ, then its competencies."""
    mapped = {(m.ecq, m.competency): m for m in story.mapped_in(framework.id)}
    guessed = {guess.code: guess for guess in guesses}
    rows: list[MapRow] = []
    for ecq in framework.ecqs:
        rows.append(MapRow(ecq, None, mapped.get((ecq.code, "")), guessed.get(ecq.code)))
        rows += [MapRow(ecq, c, mapped.get((ecq.code, c.code)), None) for c in ecq.competencies]
    return tuple(rows)


def _paint(map_row: MapRow, width: int) -> Content:
    mapping = map_row.mapping
    sign = Content(STRENGTH_SIGNS[mapping.strength] if mapping else "·")
    sign = sign.stylize("bold $primary" if mapping else "$rule")
    strength = Content(STRENGTH_NAMES[mapping.strength] if mapping else "").stylize("$primary")
    if map_row.competency is not None:
        name = together(Content("   "), sign, Content(" "), plain_line(map_row.competency.name))
        return row(width, Column(name), Column(strength, 5))
    name = together(sign, Content(" "), plain_line(map_row.ecq.name, "bold"))
    cues = cue_line(map_row.guess.cues, "+ ") if map_row.guess else Content("")
    return row(width, Column(name), Column(cues, width * 2 // 5), Column(strength, 5))
