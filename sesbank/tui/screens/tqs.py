"""TQs: the technical qualifications of the vacancies at hand that a story may answer."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from sesbank.session import Session, mappings
from sesbank.session.mappings import TQ
from sesbank.tui.actions import bindings_at
from sesbank.tui.layout import Column, row
from sesbank.tui.plain import NOTHING, joined, plain_line, together
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.rows import RowList
from sesbank.tui.widgets.said import Said

_NONE = (
    "No vacancy with technical qualifications is kept yet.\n3 shows the vacancies, n pastes one."
)


class TqsDialog(Dialog):
    """Enter pins the story to a TQ of a vacancy, or lets go; each is saved and can be undone."""

    PLACES = ("tqs",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("tqs")

    def __init__(self, session: Session, story_id: str) -> None:
        super().__init__(session)
        self._story_id = story_id

    def compose(self) -> ComposeResult:
        """Lay out the TQs over the text of the one at hand."""
        with Vertical(classes="box"):
            yield RowList(_paint, _key, empty=_NONE, id="tqs")
            yield Said(id="tq-text")
            yield KeyBar()

    def on_mount(self) -> None:
        """Start in the list."""
        self.reload()
        self.rows.focus()

    @property
    def rows(self) -> RowList[TQ]:
        """The list."""
        return self.query_one("#tqs", RowList)

    def reload(self) -> None:
        """Show the pins as they are now."""
        story = self.session.bank.stories.get(self._story_id)
        if story is None:
            self.leave_gone()
            return
        title = together(Content("Technical qualifications for "), plain_line(story.title, "bold"))
        self.query_one(".box").border_title = title
        self.rows.show(mappings.tqs(self.session, self._story_id))

    @on(RowList.Moved)
    def _show_text(self) -> None:
        here = self.rows.current
        text = NOTHING
        if here is not None:
            vacancy = plain_line(here.vacancy.title, "bold $muted")
            text = joined([vacancy, plain_line(here.requirement.text, "$muted")])
        self.query_one(Said).say(text)
        self.refresh_bars()

    @on(RowList.Chosen)
    async def _chosen(self) -> None:
        await self.action_act("tq.pin")

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id == "tq.pin" and self.rows.current is None:
            return "There is no technical qualification here."
        return super().why_not(action_id)

    def do_tq_pin(self) -> None:
        """Pin the story to the TQ at hand, or let go of it."""
        if self.rows.current is not None:
            mappings.turn_pin(self.session, self.rows.current, self._story_id)
            self.reload()


def _key(tq: TQ) -> str:
    return f"{tq.vacancy.id} {tq.requirement.id}"


def _paint(tq: TQ, width: int) -> Content:
    sign = Content("◆ " if tq.pinned else "· ").stylize("bold $primary" if tq.pinned else "$muted")
    name = together(
        sign,
        plain_line(tq.requirement.label or "TQ", "bold"),
        Content("  "),
        plain_line(tq.requirement.text),
    )
    pinned = Content("pinned · " if tq.pinned else "").stylize("$primary")
    where = together(pinned, plain_line(tq.vacancy.title, "$muted"))
    return row(width, Column(name), Column(where, width // 3))
