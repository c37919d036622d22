"""Filling: a dialog of fields that is saved as a whole and never loses what was typed unasked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from sesbank.domain.text import clean_line
from sesbank.session import Session
from sesbank.session.drafts import Draft
from sesbank.session.form_drafts import FormDraft, changed
from sesbank.tui.actions import bindings_at
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.screens.keeping import Keeping
from sesbank.tui.screens.of_vacancy import OfVacancy
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.fields import Line
from sesbank.tui.widgets.prose import Prose


class Filling(Dialog, Keeping):
    """Fields under a title; gives back True when something was saved."""

    PLACES: ClassVar[tuple[str, ...]] = ("filling",)
    SAVED_BY = "filling.save"
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("filling")
    TITLE_LINE = ""
    """What the frame says."""

    def __init__(self, session: Session, *, draft: Draft | None = None) -> None:
        super().__init__(session, draft=draft)
        self._saved_as: Mapping[str, str] = {}
        self.saved = False
        """Whether something was saved since it was opened."""

    def compose(self) -> ComposeResult:
        """Lay out the fields."""
        with Vertical(classes="box large"):
            with VerticalScroll(id="form", can_focus=False):
                yield from self.compose_fields()
            yield from self.compose_below()
            yield KeyBar()

    def compose_fields(self) -> ComposeResult:
        """Lay out what is filled in."""
        raise NotImplementedError

    def compose_below(self) -> ComposeResult:
        """Lay out what stands below the fields; most dialogs have nothing there."""
        return ()

    def line(self, name: str, label: str, value: str, prompt: str = "") -> ComposeResult:
        """Lay out a field of one line behind its label."""
        with Horizontal(classes="field"):
            yield Static(Content(label), classes="label")
            yield Line(value, prompt=prompt, id=f"field-{name}")

    def on_mount(self) -> None:
        """Remember how it stands, to know later what is not saved; then put the draft over it."""
        self.query_one(".box").border_title = Content(self.TITLE_LINE)
        self._saved_as = self.values()
        if self.taken_up is not None:
            for name, text in self.taken_up.typed.items():
                if name in self._saved_as:
                    self.put(name, text)
            self.take_up(self._saved_as)

    def put(self, name: str, text: str) -> None:
        """Put a text into a field."""
        field = self.query_one(f"#field-{name}")
        if isinstance(field, Line):
            field.value = clean_line(text)
        elif isinstance(field, Prose):
            field.text = text

    @on(Input.Submitted)
    def _line_is_done(self) -> None:
        """Go on to the next field."""
        self.focus_next()

    def values(self) -> Mapping[str, str]:
        """Return what stands in the fields, by name."""
        raise NotImplementedError

    def save(self, values: Mapping[str, str]) -> None:
        """Save it; raises InputError for what cannot be saved as it is."""
        raise NotImplementedError

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.is_mounted and self.values() != self._saved_as

    def keep(self) -> None:
        """Save what stands here; a problem is raised and everything stays on screen."""
        values = self.values()
        if values != self._saved_as:
            self.save(values)
            self.saved = True
            self._saved_as = self.values()
        self.drop_draft()

    def do_filling_save(self) -> None:
        """Save and leave."""
        self.keep()
        self.dismiss(self.saved)

    @property
    def outcome(self) -> bool:
        """Whether something was saved."""
        return self.saved


class FillingOfVacancy(Filling, OfVacancy):
    """Fields about a vacancy. What was typed outlives it: saving puts the vacancy back."""

    def __init__(self, session: Session, vacancy_id: str, *, draft: Draft | None = None) -> None:
        super().__init__(session, draft=draft)
        self._vacancy_id = vacancy_id

    def form_draft(self) -> FormDraft:
        """Return what was changed here, with the vacancy it is about."""
        about = FormDraft(self.FORM, {}, vacancy=self._vacancy_id, named=self.vacancy.title)
        return changed(about, self.values(), self._saved_as)

    def leave_gone(self) -> None:
        """Leave, but stay with what was typed and not saved."""
        if not self.is_active:
            return
        if self.unsaved:
            self.app.notify(
                "This vacancy was removed meanwhile. Saving puts it back, with what you typed.",
                severity="warning",
                timeout=12,
            )
        else:
            self.dismiss(self.saved)
