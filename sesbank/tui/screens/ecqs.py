"""Ecqs: the ECQs and competencies of many stories at once, both frameworks side by side."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from sesbank.domain.mapping import MappedBy, Mapping, Strength
from sesbank.domain.story import Story
from sesbank.session import Session, bulk
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import named, plain_line, sentence
from sesbank.tui.screens.beside import SIDES, BesideDialog
from sesbank.tui.views.mapping import ManyRow, many_rows, paint_many_row
from sesbank.tui.views.story_names import STRENGTH_NAMES
from sesbank.tui.widgets.rows import RowList


class EcqsDialog(BesideDialog[ManyRow]):
    """Every key maps all the stories in one act, or none of them; it is saved at once."""

    PLACES = ("ecqs",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("ecqs")

    def __init__(self, session: Session, ids: Sequence[str]) -> None:
        super().__init__(session)
        self._ids = tuple(ids)

    @property
    def stories(self) -> list[Story]:
        """The stories that are mapped, as they are now."""
        known = self.session.bank.stories
        return [known[each] for each in self._ids if each in known]

    def paint(self, row: ManyRow, width: int) -> Content:
        """Draw a row."""
        return paint_many_row(row, width)

    def meaning(self, row: ManyRow) -> list[Content]:
        """Return what a row means, and which of the stories are mapped to it."""
        held = ((Strength.PRIMARY, row.main), (Strength.SUPPORTING, row.side))
        said = [f"{STRENGTH_NAMES[each]} for {bulk.named(found)}" for each, found in held if found]
        line = "; ".join(said)
        return [
            plain_line(row.meaning, "$muted"),
            sentence(f"{line[:1].upper()}{line[1:]}", "$muted"),
        ]

    def reload(self) -> None:
        """Show the mappings as they are now; without the stories there is nothing to map."""
        meant = self.stories
        if not meant:
            self.leave_gone()
            return
        self.query_one("#map-box").border_title = sentence(f"Map {bulk.named(meant)}")
        for name, framework_id in zip(SIDES, self._shown, strict=True):
            framework = self.session.framework_named(framework_id)
            rows = self.query_one(f"#{name}", RowList)
            title = named(framework.name).pad(1, 1)
            rows.border_title = title
            rows.show(many_rows(framework, meant))

    @on(RowList.Chosen)
    async def _chosen(self) -> None:
        await self.action_act("ecqs.main")

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        here = self.rows.current
        if action_id == "ecqs.remove" and (here is None or not (here.main or here.side)):
            return "None of the stories is mapped to this row."
        return super().why_not(action_id)

    def do_ecqs_main(self) -> None:
        """Map all of them to the row at hand as main."""
        self._map(Strength.PRIMARY)

    def do_ecqs_side(self) -> None:
        """Map all of them to the row at hand as side."""
        self._map(Strength.SUPPORTING)

    def _map(self, strength: Strength) -> None:
        here = self.rows.current
        if here is not None:
            ids = [story.id for story in self.stories]
            names = bulk.map_all(self.session, ids, self._mapping(here, strength))
            said = f"Mapped to {here.name} ({STRENGTH_NAMES[strength]}): {names}"
            self._done(said if names else "")

    def _mapping(self, row: ManyRow, strength: Strength) -> Mapping:
        competency = row.competency.code if row.competency else ""
        return Mapping(self.framework.id, row.ecq.code, competency, strength)

    def do_ecqs_remove(self) -> None:
        """Take the mapping of the row at hand away from all that have it."""
        here = self.rows.current
        if here is None:
            return
        away = {self._mapping(here, strength) for strength in Strength}
        away |= {dataclasses.replace(each, by=MappedBy.SUGGESTION) for each in away}
        names = bulk.unmap_all(self.session, [story.id for story in self.stories], away)
        self._done(f"No longer mapped to {here.name}: {names}")

    def _done(self, said: str) -> None:
        self.tell(f"{said}. {self.undo_key} takes it back." if said else "Nothing had to change.")
        self.reload()

    def do_ecqs_framework(self) -> None:
        """Go to the other framework."""
        self.turn()
