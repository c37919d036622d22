"""History: the earlier states of a story, what changed since, and the way back."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from sesbank.domain.story import TOLD_PARTS, Version
from sesbank.domain.text import counted, word_count
from sesbank.session import Session
from sesbank.session.history import difference, restore_version, versions
from sesbank.tui.actions import bindings_at
from sesbank.tui.layout import Column, row
from sesbank.tui.plain import joined, plain_line, together
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.views.difference import difference_body
from sesbank.tui.views.moments import moment
from sesbank.tui.views.story import heading, told_body
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.pane import Pane
from sesbank.tui.widgets.rows import RowList


class Earlier(NamedTuple):
    """An earlier state and its place among the story's versions."""

    place: int
    version: Version


class HistoryScreen(Dialog):
    """States left, latest first; right what was changed since, and the state whole."""

    PLACES = ("history",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("history")

    def __init__(self, session: Session, story_id: str) -> None:
        super().__init__(session)
        self._story_id = story_id

    def compose(self) -> ComposeResult:
        """Lay out the states beside the difference."""
        with Vertical(classes="box large"):
            with Horizontal(classes="panes"):
                yield RowList(_paint, lambda earlier: str(earlier.place), id="states")
                yield Pane(id="state")
            yield KeyBar()

    def on_mount(self) -> None:
        """Start at the latest state."""
        self.rows.border_title = Content(" Earlier states ")
        self.rows.empty = "Nothing was changed yet: every state you save over is kept here."
        self.rows.focus()

    @property
    def rows(self) -> RowList[Earlier]:
        """The states."""
        return self.query_one("#states", RowList)

    def reload(self) -> None:
        """Show the history as it now is; without the story there is none."""
        story = self.session.bank.stories.get(self._story_id)
        if story is None:
            self.leave_gone()
            return
        title = together(Content("History of "), plain_line(story.title, "bold"))
        self.query_one(".box").border_title = title
        kept = versions(self.session, self._story_id)
        self.rows.show([Earlier(n, kept[n]) for n in reversed(range(len(kept)))])

    @on(RowList.Moved)
    def _show(self) -> None:
        here, pane = self.rows.current, self.query_one(Pane)
        story = self.session.bank.stories.get(self._story_id)
        if here is None or story is None:
            pane.show(Content(""), Content(""))
            return
        changed = difference(here.version, story)
        whole = joined([heading("As it was then"), told_body(here.version)])
        body = joined([difference_body(changed, "was there then", "came since"), whole], "\n\n")
        pane.show(Content("Changed since"), body)
        self.refresh_bars()

    @on(RowList.Chosen)
    async def _chosen(self) -> None:
        await self.action_act("history.restore")

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id == "history.restore" and self.rows.current is None:
            return "There is no earlier state of this story."
        return super().why_not(action_id)

    def do_history_restore(self) -> None:
        """Bring the state at hand back; what stands there now becomes a state in turn."""
        here = self.rows.current
        if here is not None:
            restore_version(self.session, self._story_id, here.place)
            when = moment(here.version.saved)
            self.tell(f"The words of {when} are back. {self.undo_key} takes it back.")
            self.reload()


def _paint(earlier: Earlier, width: int) -> Content:
    version = earlier.version
    words = sum(word_count(getattr(version, name)) for name in TOLD_PARTS)
    return row(
        width,
        Column(plain_line(moment(version.saved)), 16),
        Column(plain_line(version.reason, "$muted")),
        Column(Content(counted(words, "word")).stylize("$muted"), 9, right=True),
    )
