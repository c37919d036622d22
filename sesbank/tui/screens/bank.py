"""Bank: the home screen; every story, found as you type, read beside the list."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from sesbank.domain.bank import Act
from sesbank.domain.story import Status, Story
from sesbank.domain.trash import DAYS
from sesbank.errors import SesbankError
from sesbank.session import Session, stories
from sesbank.tui.actions import TABS, bindings_at
from sesbank.tui.plain import NOTHING
from sesbank.tui.screens.bank_marks import MarkingBank
from sesbank.tui.views.story import story_note, story_title
from sesbank.tui.views.whole import whole_story
from sesbank.tui.widgets.banner import Banner
from sesbank.tui.widgets.bars import KeyBar, TabBar
from sesbank.tui.widgets.pane import Pane
from sesbank.tui.widgets.rows import RowList

_ABOUT_ONE = ("story.edit", "story.history", "story.checks", "story.lengths")
"""Actions that need a story at hand."""


class BankScreen(MarkingBank):
    """List left, story right, search line above."""

    PLACES = (TABS, "bank")
    CSS_PATH = None  # All it looks like is in the look of the app, which is read anyway.
    AUTO_FOCUS = "#stories"
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(TABS, "bank")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._shown = ""
        self._to_show = False
        self._state: tuple[bool, int, bool] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield TabBar("bank")
        yield Banner()
        yield from self.search_bar()
        with Horizontal(classes="panes"):
            yield self.story_list()
            yield Pane(id="story", classes="second", whole_title=True)
        yield KeyBar()

    @on(RowList.Moved, "#stories")
    def _moved(self) -> None:
        self.say_where(len(self.rows.rows))
        if self._state != self._what_keys_go_by():
            self._state = self._what_keys_go_by()
            self.query_one(KeyBar).refresh()
        if not self._to_show:
            self._to_show = True
            # As the app opens the list is drawn first; afterwards both are drawn in one go.
            later = self.call_later if self._shown else self.call_after_refresh
            later(self._show_story_beside)

    def _what_keys_go_by(self) -> tuple[bool, int, bool]:
        return self.story is None, min(len(self.rows.marked), 2), bool(self.line.value.strip())

    def refresh_bars(self) -> None:
        """Draw tabs and keys as things now are."""
        self._state = self._what_keys_go_by()
        super().refresh_bars()

    async def _show_story_beside(self) -> None:
        with self.app.batch_update():
            self._show_story()
            # List and pane say in their own turn what they drew: with that, all is painted at once.
            await asyncio.sleep(0)

    def _show_story(self) -> None:
        self._to_show = False
        found = self.rows.current
        pane = self.query_one(Pane)
        if found is None:
            pane.show(NOTHING, NOTHING)
        else:
            pace = self.session.settings.words_a_minute
            pane.show(
                story_title(found.story, found.spans),
                whole_story(
                    found.story,
                    found.spans,
                    self.session.names,
                    pace=pace,
                    framework=self.session.framework_id,
                ),
                note=story_note(found.story, pace),
                stay=found.story.id == self._shown,
            )
        self._shown = found.story.id if found else ""

    def show_texts(self) -> None:
        """Put the texts anew."""
        self._show_story()

    @on(RowList.Chosen, "#stories")
    def _open_story(self) -> None:
        self.add_class("-detail")
        self.query_one(Pane).focus()

    def _back_to_list(self) -> None:
        # Before the focus goes, so that no frame shows the story without it.
        self.remove_class("-detail")
        self.rows.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On a narrow screen show the pane that has the focus."""
        self.set_class(event.widget.id == "story", "-detail")

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id in _ABOUT_ONE and self.story is None:
            return self.none_here
        return super().why_not(action_id)

    def do_view_back(self) -> None:
        """Leave what is offered, the story, the marks, then the search."""
        if self.offered.display:
            self.offered.offer([])
        elif self.focused is self.query_one(Pane):
            self._back_to_list()
        elif self.rows.marked and self.focused is self.rows:
            self.rows.unmark()
        elif self.line.value:
            self.line.value = ""
            self.rows.focus()
        else:
            self.rows.focus()

    def do_story_new(self) -> None:
        """Open the editor for a new story."""
        self._edit(None)

    def do_story_edit(self) -> None:
        """Open the editor for the story at hand, with what was not saved where that is wanted."""
        self._edit_at("")

    def do_story_checks(self) -> None:
        """Open the editor at what is to be mended in the story at hand."""
        self._edit_at("editor.checks")

    def do_story_lengths(self) -> None:
        """Open the editor at the story's other lengths."""
        self._edit_at("editor.lengths")

    def _edit_at(self, action_id: str) -> None:
        story = self.story
        if story is not None:
            from sesbank.tui.offering import Offering

            Offering(self.app, self.session).of_story(story, lambda: self._edit(story, action_id))

    def _edit(self, story: Story | None, opening: str = "") -> None:
        from sesbank.tui.screens.editor import EditorScreen

        self.app.push_screen(EditorScreen(self.session, story, opening=opening), self._edited)

    def _edited(self, saved: Story | None) -> None:
        if saved is not None:
            self.seek(saved.id)

    def seek(self, story_id: str) -> None:
        """Go to a story, dropping a search that hides it."""
        if all(found.story.id != story_id for found in stories.find(self.session, self.line.value)):
            self.line.value = ""
        self.search(at=story_id)
        self.rows.focus()

    def do_story_map(self) -> None:
        """Open the map dialog for the story meant, or for several that are marked."""
        from sesbank.tui.screens.mapping import MapDialog

        if len(self.marked) > 1:
            self.map_marked()
        elif self.meant:
            self.app.push_screen(MapDialog(self.session, self.meant[0].id))

    def do_papers_show(self) -> None:
        """Show the papers of the whole bank."""
        from sesbank.tui.screens.papers import PapersDialog

        self.app.push_screen(PapersDialog(self.session))

    def do_story_history(self) -> None:
        """Show the earlier states of the story at hand."""
        from sesbank.tui.screens.history import HistoryScreen

        if self.story is not None:
            self.app.push_screen(HistoryScreen(self.session, self.story.id))

    def do_story_remove(self) -> None:
        """Remove the story at hand, after a question that names it."""
        from sesbank.tui.screens.confirm import Answer, Confirm

        story = self.story
        if self.rows.marked:
            self.remove_marked()
            return
        if story is None:
            return

        def answered(answer: str | None) -> None:
            if answer == "remove":
                self._remove(story)

        removing = (Answer("n", "keep", "No, keep it"), Answer("r", "remove", "Remove it"))
        question = f"Remove “{story.title}”? It stays in the trash for {DAYS} days."
        self.app.push_screen(Confirm(self.session, question, removing, title="Remove"), answered)

    def _remove(self, story: Story) -> None:
        try:
            stories.remove(self.session, story.id)
        except SesbankError as error:
            self.tell_error(error)
            return
        ways = f"{self.undo_key} brings it back, {self.key_of('app.trash')} shows the trash."
        self.tell(f"Removed: “{story.title}”. {ways}")
        self.search(going=partial(self.place.near, {story.id}))

    def do_story_retire(self) -> None:
        """Retire the story at hand, or offer it again; of those marked all are retired."""
        story = self.story
        if self.rows.marked:
            self.retire_marked()
            return
        if story is None:
            return
        if story.status is Status.RETIRED:
            stories.reinstate(self.session, story.id)
            self.tell(f"Offered again: “{story.title}”")
        else:
            stories.retire(self.session, story.id)
            self.tell(f"Retired: “{story.title}”. {self.undo_key} takes it back.")
        self.search(going=partial(self.place.near, {story.id}))

    def show_after(self, done: str, act: Act) -> None:
        """Say what was taken back or done again, and go to what it brought back or changed."""
        self.tell(f"{done}: {act.label}")
        self.reload(partial(self.place.after, act))
