"""Retellings: the story in thirty seconds, two and four minutes, and as a resume bullet."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import TextArea

from sesbank.domain.retellings import LENGTH_NAMES, LENGTHS, Length
from sesbank.domain.story import Story
from sesbank.session import Session, retellings
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import plain_line, together
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.views.difference import difference_body
from sesbank.tui.views.retellings import length_row
from sesbank.tui.views.story import told_body
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.pane import Pane
from sesbank.tui.widgets.prose import Prose
from sesbank.tui.widgets.rows import RowList

Changed = Callable[[Story], None]
"""Takes the story with its retellings at every change."""

_PROMPTS = {
    Length.HALF_MINUTE: "What you did, for whom, and the one number that came of it.",
    Length.TWO_MINUTES: "Challenge in two sentences, three actions that were yours, the result.",
    Length.FOUR_MINUTES: "The whole story as you would tell it, with a pause between its parts.",
    Length.BULLET: "Begin with a verb: action, scope, result. No “I”, one number at least.",
}


class RetellingsDialog(Dialog):
    """Four lengths of one story. What is written goes back at every key; nothing can be lost."""

    PLACES = ("retellings",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("retellings")

    def __init__(
        self, session: Session, story: Story, changed: Changed, at: Length = Length.HALF_MINUTE
    ) -> None:
        super().__init__(session)
        self._story = story
        self._tell = changed
        self._length = at

    def compose(self) -> ComposeResult:
        """Lay out the lengths over the text, the story beside it."""
        with Vertical(classes="box large", id="retellings-box"):
            yield RowList(self._paint, lambda length: length.value, id="lengths")
            with Horizontal(classes="panes"):
                yield Prose(id="retelling")
                yield Pane(id="source-story", classes="second")
            yield KeyBar(lines=2)

    def _paint(self, length: Length, width: int) -> Content:
        pace = self.session.settings.words_a_minute
        return length_row(self._story, length, pace, width)

    def on_mount(self) -> None:
        """Start at the length asked for."""
        self.rows.show(LENGTHS, at=self._length.value)
        self.rows.focus()
        self._show()

    @property
    def rows(self) -> RowList[Length]:
        """The lengths."""
        return self.query_one("#lengths", RowList)

    @property
    def field(self) -> Prose:
        """The text of the length at hand."""
        return self.query_one("#retelling", Prose)

    @on(RowList.Moved)
    def _moved(self) -> None:
        if self.rows.current is not None and self.rows.current is not self._length:
            self._length = self.rows.current
            self._show()

    @on(RowList.Chosen)
    def do_retelling_write(self) -> None:
        """Go to the text of the length at hand."""
        self.field.focus()

    def _show(self) -> None:
        told = self._story.retelling(self._length)
        with self.prevent(TextArea.Changed):
            self.field.text = told.text if told else ""
        self.field.placeholder = Content(_PROMPTS[self._length])
        self.field.border_title = Content(LENGTH_NAMES[self._length])
        self._show_story()

    def show_texts(self) -> None:
        """Put the texts anew."""
        self._show_story()

    def _show_story(self) -> None:
        title = together(Content("In other lengths: "), plain_line(self._story.title, "bold"))
        self.query_one("#retellings-box").border_title = title
        told = self._story.retelling(self._length)
        pane = self.query_one("#source-story", Pane)
        if told is not None and self._moved_on:
            parts = retellings.moved_on(self.session, self._story, told)
            if parts:
                title = Content("What changed in the story since")
                pane.show(title, difference_body(parts, "no longer said", "new"))
                return
        pane.show(Content("The story"), told_body(self._story))

    def keep_draft(self) -> None:
        """Give the letters typed last to who keeps the story, before the message of them comes."""
        told = self._story.retelling(self._length)
        if self.is_mounted and self.field.text.strip() != (told.text.strip() if told else ""):
            self._written()

    @on(TextArea.Changed)
    def _written(self) -> None:
        self._take(
            retellings.retold(self.session, self._story, self._length, self.field.text),
        )

    def _take(self, story: Story) -> None:
        self._story = story
        self.rows.redraw()
        self.refresh_bars()
        self._tell(story)

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id == "retelling.in-step" and not self._moved_on:
            return "It is in step with the story."
        if action_id == "retelling.begin" and self.field.text.strip():
            return "There is a text already: take it away first."
        return super().why_not(action_id)

    def do_retelling_in_step(self) -> None:
        """Say that the text at hand says what the story now says."""
        text = self.field.text
        self._take(
            retellings.retold(self.session, self._story, self._length, text, in_step=True),
        )
        self._show_story()

    def do_retelling_begin(self) -> None:
        """Begin with the story's own words, to be cut."""
        parts = (self._story.part(name).strip() for name in ("challenge", "action", "result"))
        begun = "\n".join(part for part in parts if part)
        # One edit, so that the field's own undo takes it back.
        self.field.replace(begun, (0, 0), self.field.document.end)
        self.field.focus()

    def do_retelling_story(self) -> None:
        """Go to the story, or to what changed in it since, or back to the text."""
        pane = self.query_one("#source-story", Pane)
        self.set_class(not pane.has_focus, "-detail")
        (self.field if pane.has_focus else pane).focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On a narrow screen show the story while it has the focus."""
        self.set_class(event.widget.id == "source-story", "-detail")
        self.refresh_bars()

    def called(self, action_id: str) -> str:
        """Return what the bottom line calls an action here, empty for its usual word."""
        if action_id != "retelling.story":
            return ""
        if self.has_class("-detail"):
            return "Text"
        return "Changes" if self._moved_on else ""

    @property
    def _moved_on(self) -> bool:
        told = self._story.retelling(self._length)
        return told is not None and self._story.moved_on_from(told)

    def do_dialog_leave(self) -> None:
        """Leave the text or the story, then the dialog."""
        if self.focused is not self.rows:
            self.rows.focus()
        else:
            self.dismiss(None)
