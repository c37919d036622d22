"""Map dialog: which ECQs and competencies a story shows, both frameworks side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from sesbank.domain.crosswalk import Suggestion
from sesbank.domain.ecq_limits import next_strength
from sesbank.domain.evidence import EcqGuess
from sesbank.domain.framework import Framework
from sesbank.domain.mapping import MappedBy, Mapping, Strength
from sesbank.domain.offers import offers
from sesbank.domain.story import Story
from sesbank.session import Session, mappings, stories
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import named, plain_line, together
from sesbank.tui.screens.beside import SIDES, BesideDialog
from sesbank.tui.screens.tqs import TqsDialog
from sesbank.tui.views.mapping import MapRow, map_rows, paint_map_row
from sesbank.tui.views.rail import cue_line
from sesbank.tui.widgets.rows import RowList

Speaks = tuple[tuple[EcqGuess, ...], tuple[Suggestion, ...]]
"""What the story's words suggest, and what its older mappings do."""


class MapDialog(BesideDialog[MapRow]):
    """Every key is saved at once and can be undone."""

    PLACES = ("map",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("map")

    def __init__(self, session: Session, story_id: str) -> None:
        super().__init__(session)
        self._story_id = story_id
        self._speaks: dict[str, Speaks] = {}
        self._went = False
        """Whether the person went to a row: what it suggests is meant then."""

    def paint(self, row: MapRow, width: int) -> Content:
        """Draw a row."""
        return paint_map_row(row, width)

    def on_mount(self) -> None:
        """Show the mappings, then what is suggested."""
        self._work_out()

    @property
    def story(self) -> Story:
        """The story as it is now."""
        return stories.get(self.session, self._story_id)

    def reload(self) -> None:
        """Show the mappings as they are now; without the story there is nothing to map."""
        if self._story_id not in self.session.bank.stories:
            self.leave_gone()
            return
        story = self.story
        title = together(Content("Map "), plain_line(story.title, "bold"))
        self.query_one("#map-box").border_title = title
        for name, framework_id in zip(SIDES, self._shown, strict=True):
            framework = self.session.framework_named(framework_id)
            rows, (guesses, carried) = self.query_one(f"#{name}", RowList), self._spoken(framework)
            title = named(framework.name).pad(1, 1)
            rows.border_title = title
            rows.show(map_rows(framework, story, guesses, carried))

    def _spoken(self, framework: Framework) -> Speaks:
        return self._speaks.get(framework.id, ((), ()))

    def _work_out(self) -> None:
        story, shown = self.story, tuple(dict.fromkeys(self._shown))

        def look() -> dict[str, Speaks]:
            return {
                each: (
                    stories.suggestions(self.session, story, each),
                    mappings.carried_over(self.session, story, each),
                )
                for each in shown
            }

        self.work("suggest", look, self._suggested)

    def _suggested(self, speaks: dict[str, Speaks]) -> None:
        self._speaks = speaks
        self.reload()
        self._show_meaning()
        self.refresh_bars()

    def meaning(self, row: MapRow) -> list[Content]:
        """Return what a row means, and what speaks for it."""
        lines = [plain_line(row.meaning, "$muted")]
        likely = self._suggested_row()
        if likely is not None and likely.code != row.code:
            lines.append(plain_line(f"a accepts {likely.name}", "$muted"))
            return lines
        if likely is None and not row.suggested:
            return lines
        if row.carried and not row.mapping:
            note = row.carried[1].note or "the crosswalk leads here from an older mapping"
            lines.append(plain_line(f"a accepts: {note}", "$muted"))
        elif row.guess and not row.mapping:
            lines.append(cue_line(row.guess.cues, "a accepts, for the words "))
        return lines

    @on(RowList.Moved)
    def _go(self, event: RowList.Moved) -> None:
        self._went = self._went or event.rows.cursor > 0

    @on(RowList.Chosen)
    async def _map_here(self) -> None:
        await self.action_act("map.primary")

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        here = self.rows.current
        if action_id == "map.remove" and (here is None or here.mapping is None):
            return "The story is not mapped to this row."
        if action_id == "map.accept" and self._suggested_row() is None:
            return "Nothing clearly suggests another ECQ: go to a row with words to accept it."
        return super().why_not(action_id)

    def _suggested_row(self) -> MapRow | None:
        """Return the suggestion that one went to, else the likeliest one, if it is clear."""
        here, rows = self.rows.current, self.rows.rows
        mapped = {r.ecq.code for r in rows if r.mapping}
        is_open = {
            (r.ecq.code, r.competency.code if r.competency else ""): r
            for r in rows
            if r.suggested and (r.carried or r.ecq.code not in mapped)
        }
        if self._went and here in is_open.values():
            return here
        guesses, carried = self._spoken(self.framework)
        likely = offers(self.story.mappings, carried, guesses, self.framework.id)
        places = ((o.mapping.ecq, o.mapping.competency) for o in likely if o.clear)
        return next((is_open[place] for place in places if place in is_open), None)

    def do_map_primary(self) -> None:
        """Map to the row at hand as main."""
        self._map(self.rows.current, Strength.PRIMARY, MappedBy.PERSON)

    def do_map_supporting(self) -> None:
        """Map to the row at hand as side."""
        self._map(self.rows.current, Strength.SUPPORTING, MappedBy.PERSON)

    def do_map_accept(self) -> None:
        """Map to what is suggested: as main when there is no main ECQ yet."""
        target = self._suggested_row()
        if target is None:
            return
        code = target.ecq.code
        strength = next_strength(self.story.mappings, self.framework.id, ecq=code)
        if target.carried and strength is Strength.PRIMARY:
            strength = target.carried[0].strength
        self._map(target, strength, MappedBy.SUGGESTION)

    def _map(self, target: MapRow | None, strength: Strength, by: MappedBy) -> None:
        if target is None:
            return
        competency = target.competency.code if target.competency else ""
        mapping = Mapping(self.framework.id, target.ecq.code, competency, strength, by)
        self._changed(lambda: stories.map_to(self.session, self._story_id, mapping))

    def do_map_remove(self) -> None:
        """Take the mapping of the row at hand away."""
        here = self.rows.current
        if here is not None and here.mapping is not None:
            story = self.story
            kept = tuple(m for m in story.mappings if m != here.mapping)
            changed = story.edit(mappings=kept)
            self._changed(lambda: stories.save(self.session, changed, "unmapped"))

    def _changed(self, change: Callable[[], Story]) -> None:
        change()
        self.reload()
        # What is mapped in the older framework speaks for the newer one.
        self._work_out()

    def do_map_framework(self) -> None:
        """Go to the list beside; where there are more than two frameworks, show the next there."""
        if self.turn():
            self._work_out()

    def do_map_tqs(self) -> None:
        """Pin the story to technical qualifications of a vacancy."""
        self.app.push_screen(TqsDialog(self.session, self._story_id))
