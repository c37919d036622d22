"""Rehearse: what is due towards each interview, and the ways into the drill."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content

from sesbank.session import Session, mock, rehearsing
from sesbank.session.preparing import coming
from sesbank.session.rehearsing import Due
from sesbank.tui.actions import TABS, bindings_at
from sesbank.tui.plain import named, together
from sesbank.tui.screens.acting import Acting
from sesbank.tui.views.rehearse import (
    Beside,
    ahead_line,
    beside_in,
    due_body,
    due_row,
    list_note,
)
from sesbank.tui.widgets.banner import Banner
from sesbank.tui.widgets.bars import KeyBar, TabBar
from sesbank.tui.widgets.pane import Pane
from sesbank.tui.widgets.rows import RowList


class Listing(StrEnum):
    """What the list shows."""

    ALL = "all"
    DUE = "due and new"
    STORIES = "stories"
    QUESTIONS = "questions"


class RehearseScreen(Acting):
    """What is due left, how it went so far right."""

    PLACES = (TABS, "rehearse")
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(TABS, "rehearse")
    foremost: ClassVar[tuple[str, ...]] = ("rehearse.drill", "rehearse.mock", "rehearse.listing")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._chosen = ""
        self._listing = Listing.ALL
        self._today = session.today
        self._beside = Beside()
        self._left_at: int | None = None
        """The row from which a drill was begun, until the list is shown again."""

    @property
    def _framework(self) -> str:
        """The framework asked in: the one chosen here, else that of the soonest interview."""
        return self._chosen or mock.framework_ahead(self.session)

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield TabBar("rehearse")
        yield Banner()
        with Horizontal(classes="panes"):
            yield RowList(self._paint, _key, id="due", classes="first")
            yield Pane(id="due-about", classes="second")
        yield KeyBar()

    def _paint(self, due: Due, width: int) -> Content:
        story = self.session.bank.stories.get(due.story)
        return due_row(due, story, self._today, width, self._beside)

    def on_mount(self) -> None:
        """Start in the list."""
        self.rows.focus()

    @property
    def rows(self) -> RowList[Due]:
        """What is to be rehearsed."""
        return self.query_one("#due", RowList)

    def reload(self) -> None:
        """Show what is due as the bank now is."""
        self._today = self.session.today
        ahead = next(iter(coming(self.session)), None)
        framework = self.session.framework_named(self._framework).name
        self.rows.border_title = together(
            Content(f"{self._listing.value.capitalize()} · "), ahead_line(ahead, self._today)
        )
        found = self._found()
        self._beside = beside_in(found)
        self.rows.border_subtitle = together(
            list_note(found, self._today), Content(" · "), named(framework)
        )
        lists = self.key_of("rehearse.listing")
        self.rows.empty = f"Nothing is due: {lists} lists all there is."
        self.rows.redraw()
        # What was rehearsed goes to the end: the next one stands where it stood.
        place, self._left_at = self._left_at, None
        at = "" if place is None or not found else _key(found[min(place, len(found) - 1)])
        self.rows.show(found, at=at)

    def _found(self) -> tuple[Due, ...]:
        session, listing = self.session, self._listing
        found: tuple[Due, ...] = ()
        if listing is not Listing.QUESTIONS:
            found += rehearsing.stories_due(session)
        if listing is not Listing.STORIES:
            found += rehearsing.due(session, framework=self._framework)
        if listing is Listing.DUE:
            found = tuple(d for d in found if rehearsing.when_due(d, self._today) < 2)
        return rehearsing.in_order(found, self._today)

    @on(RowList.Moved)
    def _show(self) -> None:
        here = self.rows.current
        if here is None:
            self.query_one(Pane).show(Content(""), Content(""))
            return
        past = rehearsing.history(self.session, here)
        story = self.session.bank.stories.get(here.story)
        title = Content(f"{self.key_of('rehearse.drill')} begins the drill here")
        self.query_one(Pane).show(title, due_body(here, story, past, self._today))

    @on(RowList.Chosen)
    async def _open(self) -> None:
        await self.action_act("rehearse.drill")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On a narrow screen show the pane that has the focus."""
        self.set_class(event.widget.id == "due-about", "-detail")

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id == "rehearse.drill" and self.rows.current is None:
            return f"Nothing is listed: {self.key_of('rehearse.listing')} lists all there is."
        return super().why_not(action_id)

    def do_view_back(self) -> None:
        """Leave the pane."""
        self.rows.focus()

    def do_rehearse_drill(self) -> None:
        """Rehearse from the row at hand on."""
        self._drill(tuple(self.rows.rows[self.rows.cursor :]))

    def do_rehearse_mock(self) -> None:
        """Hold a mock interview."""
        self._drill(mock.mock(self.session, self._framework), minutes=mock.MINUTES)

    def _drill(self, asked: tuple[Due, ...], *, minutes: int = 0) -> None:
        from sesbank.tui.screens.drill import DrillScreen

        self._left_at = self.rows.cursor
        self.app.push_screen(
            DrillScreen(self.session, asked, framework=self._framework, minutes=minutes)
        )

    def do_rehearse_listing(self) -> None:
        """List all, what is due, stories or questions."""
        every = tuple(Listing)
        self._listing = every[(every.index(self._listing) + 1) % len(every)]
        self.reload()

    def do_rehearse_framework(self) -> None:
        """Ask in the next framework."""
        ids = self.session.frameworks.ids
        self._chosen = ids[(ids.index(self._framework) + 1) % len(ids)]
        self.reload()


def _key(due: Due) -> str:
    return due.story or due.question
