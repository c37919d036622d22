"""Bringing: stories from files, looked at before they are kept."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sesbank.domain.file_kinds import STORIES_READ, by_ending
from sesbank.domain.story import Story
from sesbank.domain.text import counted
from sesbank.errors import SesbankError
from sesbank.session import Session, exchange
from sesbank.session.exchange import Found
from sesbank.session.paths import located
from sesbank.tui.actions import bindings_at
from sesbank.tui.layout import Column, clock, row
from sesbank.tui.plain import NOTHING, joined, plain_line
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.screens.completing import CompletingPath
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.completions import Completions
from sesbank.tui.widgets.fields import Line
from sesbank.tui.widgets.rows import RowList

_LEAST_NOTES = 3
_OTHER_LINES = 8
"""What else stands on the screen: path, frame, keys, and some air."""
_EMPTY = (
    "Name a file above, or a folder, and press Enter; Tab completes names.\n"
    "Word narratives (.docx), Markdown, plain text, CSV and JSON are read; nothing is kept before "
    "you say so."
)


class BringDialog(Dialog, CompletingPath):
    """Gives back the stories as kept, or None."""

    PLACES = ("bringing",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("bringing")
    ENTER = "bring.read"
    KINDS = by_ending(STORIES_READ)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._found: tuple[Story, ...] = ()
        self._left_out: tuple[Story, ...] = ()
        self._with_front = False

    def compose(self) -> ComposeResult:
        """Lay out the path over what it holds."""
        with Vertical(classes="box"):
            yield Line(prompt="path of a file or a folder, then Enter", id="bring-path")
            yield Completions(names=38, arrows=True)
            yield RowList(self._paint, lambda story: story.id, empty=_EMPTY, id="brought")
            yield Static(NOTHING, id="bring-notes")
            yield KeyBar()

    def _paint(self, story: Story, width: int) -> Content:
        time = clock(story.seconds_to_tell(self.session.settings.words_a_minute))
        missing = ", ".join(story.missing_parts)
        note = plain_line(f"without {missing}", "$warning")
        # A column of no width would take what room is left: a whole story has none for a note.
        notes = [Column(note, min(note.cell_length, width // 3))] if missing else []
        clocked = Column(Content(time).stylize("$muted"), 5, right=True)
        return row(width, Column(plain_line(story.title)), *notes, clocked)

    def on_mount(self) -> None:
        """Start in the path."""
        self.query_one(".box").border_title = Content("Bring in stories")
        self.query_one("#bring-path").focus()

    @on(Input.Submitted)
    def do_bring_read(self) -> None:
        """Read what is named and show what is found there."""
        named = self.line.value
        self.offered.offer([])
        if not named.strip():
            self._notes(["name a file or a folder first"])
            return
        self.work("bring", lambda: exchange.read_all(self.session, located(named)), self._show)

    def go_below(self) -> None:
        """Go to the stories found, where there are any."""
        if self._found:
            self.query_one("#brought").focus()

    def work_failed(self, group: str, error: SesbankError) -> None:  # noqa: ARG002 - one group
        """Say why nothing could be read."""
        self._notes([str(error)])

    def _show(self, found: Found) -> None:
        self._found, self._left_out = found.stories, found.left_out
        self._with_front = False
        self._notes(found.notes)
        self._list()

    @property
    def _meant(self) -> tuple[Story, ...]:
        """The stories that are kept, in the order of the file."""
        return (*self._left_out, *self._found) if self._with_front else self._found

    def _list(self) -> None:
        rows, meant = self.query_one("#brought", RowList), self._meant
        rows.show(meant)
        if meant:
            rows.focus()
            title = f"{counted(len(meant), 'story', 'stories')} found: Enter keeps them"
            self.query_one(".box").border_title = Content(title)
        self.refresh_bars()

    def do_bring_front(self) -> None:
        """Keep what stands before the stories as well, or not."""
        self._with_front = not self._with_front
        self._list()

    def _notes(self, notes: list[str] | tuple[str, ...]) -> None:
        most = max(self.size.height - len(self._found) - _OTHER_LINES, _LEAST_NOTES)
        lines = [plain_line(f"! {note}", "$warning") for note in notes[:most]]
        if len(notes) > most:
            lines.append(Content(f"{len(notes) - most} more").stylize("$muted"))
        self.query_one("#bring-notes", Static).update(joined(lines))

    @on(RowList.Chosen, "#brought")
    async def _chosen(self) -> None:
        await self.action_act("bring.keep")

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id == "bring.keep" and not self._found:
            return "Nothing is found yet: name a file and press Enter."
        if action_id == "bring.front" and not self._left_out:
            return "Nothing of the file is left out."
        return super().why_not(action_id)

    def do_bring_keep(self) -> None:
        """Keep all that was found, in one act that one undo takes back."""
        kept = exchange.accept(self.session, self._meant).kept
        self.tell(f"Kept {counted(len(kept), 'story', 'stories')}. {self.undo_key} takes it back.")
        self.dismiss(kept)
