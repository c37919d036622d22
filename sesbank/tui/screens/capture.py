"""Capture: a line, a number and a date into the inbox, from wherever the person is."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sesbank.errors import SesbankError
from sesbank.session import stories
from sesbank.session.form_drafts import Form, FormDraft, changed
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import sentence
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.screens.keeping import Keeping
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.fields import Line

_FIELDS = (
    ("line", "What happened", "one line you will know it by"),
    ("number", "A number", "$2M, 40 people, 12 percent; or empty"),
    ("day", "When", "2024 or 2024-05; or empty"),
)


class CaptureDialog(Dialog, Keeping):
    """Keeps a line in the inbox; gives back the story as saved, or None."""

    PLACES = ("capture",)
    FORM = Form.CAPTURE
    NOT_SAVED = "This is not in the inbox yet."
    SAVE = "Keep it in the inbox"
    SAVED_BY = "capture.keep"
    ENTER = "capture.keep"
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("capture")

    def compose(self) -> ComposeResult:
        """Lay out three lines."""
        with Vertical(classes="box small"):
            yield Static(
                Content("Into the inbox: write it now, polish it later"), classes="question"
            )
            begun = self.taken_up.typed if self.taken_up else {}
            for name, label, prompt in _FIELDS:
                with Horizontal(classes="field"):
                    yield Static(Content(label), classes="label")
                    yield Line(begun.get(name, ""), prompt=prompt, id=f"capture-{name}")
            yield Static(Content(""), id="path-problem")
            yield KeyBar()

    def on_mount(self) -> None:
        """Start in the line."""
        self.query_one(".box").border_title = Content("Capture")
        self.query_one("#capture-line").focus()
        self.take_up({})

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.do_capture_keep()

    @property
    def unsaved(self) -> bool:
        """Whether something was written that is not in the inbox yet."""
        return self.is_mounted and any(self._written)

    @property
    def _written(self) -> tuple[str, str, str]:
        """The line, the number and the date as they stand."""
        line, number, day = (self.query_one(f"#capture-{name}", Line).value for name, *_ in _FIELDS)
        return line.strip(), number.strip(), day.strip()

    def form_draft(self) -> FormDraft:
        """Return the three lines, as far as something stands in them."""
        names = (name for name, *_ in _FIELDS)
        written = dict(zip(names, self._written, strict=True))
        return changed(FormDraft(self.FORM, {}), written, {})

    def do_capture_keep(self) -> None:
        """Keep it; what cannot be kept says why and stays on the screen."""
        line, number, day = self._written
        try:
            story = stories.capture(self.session, line, number=number, day=day)
        except SesbankError as error:
            self.query_one("#path-problem", Static).update(sentence(str(error), "$error"))
            return
        self.drop_draft()
        inbox = self.key_of("story.inbox")
        self.tell(f"In the inbox: “{story.title}”. {inbox} in the bank shows what waits there.")
        self.dismiss(story)
