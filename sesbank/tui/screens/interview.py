"""Interview dialog: when, where, before whom; the opening, questions and facts for the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from sesbank.domain.interview import Interview
from sesbank.domain.moments import moment_in_words
from sesbank.errors import UsageError
from sesbank.session import Session, interview_form, preparing
from sesbank.session.drafts import Draft
from sesbank.session.form_drafts import Form, FormDraft
from sesbank.tui.actions import bindings_at
from sesbank.tui.screens.filling import FillingOfVacancy
from sesbank.tui.views.interview import INTERVIEW_NAMES, interview_named
from sesbank.tui.widgets.fields import Choice, Line
from sesbank.tui.widgets.prose import Prose

_LINES = {
    "when": ("When", "11/20/2026 10 am or 2026-11-20 10:00"),
    "zone": ("Time zone", "such as ET"),
    "minutes": ("Minutes", "such as 60"),
    "place": ("Place", "room or platform"),
    "opening": ("Open with", "answer to “tell us about yourself”"),
}
_LISTS = {
    "panel": ("Panel", "One name a line, the role in parentheses: Dana Whitfield (chair, CIO)"),
    "questions": ("Questions for the panel", "Three to five, one a line"),
    "facts": ("About the agency", "One fact a line: fact | source | date"),
}


class InterviewDialog(FillingOfVacancy):
    """Fills in what the sheet carries beside the stories."""

    FORM = Form.INTERVIEW
    TITLE_LINE = "The interview"
    AUTO_FOCUS = "#field-when"
    """A letter typed at once is text, and chooses no other kind of interview."""

    PLACES = ("filling", "interview")
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("filling", "interview")

    def __init__(self, session: Session, vacancy_id: str, *, draft: Draft | None = None) -> None:
        super().__init__(session, vacancy_id, draft=draft)
        self._which = Interview("")
        """The interview that stands in the fields; without id one that is still to be kept."""

    def compose_fields(self) -> ComposeResult:
        """Lay out what is kept; with an interview kept, which of them it is stands on top."""
        vacancy = self.vacancy
        if self.taken_up is not None:
            self._which = interview_form.of_id(vacancy, self.taken_up.at)
        else:
            self._which = preparing.next_interview(self.session, vacancy) or self._which
        interview, kept = self._which, interview_form.values_of(vacancy, self._which)
        if vacancy.interviews:
            with Horizontal(classes="field"):
                yield Static(Content("Interview"), classes="label")
                talks = [(talk.id, self._named(talk)) for talk in preparing.interviews(vacancy)]
                yield Choice([*talks, ("", "another one")], interview.id, id="which")
        with Horizontal(classes="field"):
            yield Static(Content("Before"), classes="label")
            kinds = [(kind.value, name) for kind, name in INTERVIEW_NAMES.items()]
            yield Choice(kinds, interview.kind.value, id="kind")
        for name, (label, prompt) in _LINES.items():
            yield from self.line(name, label, kept[name], prompt)
        for name, (label, prompt) in _LISTS.items():
            field = Prose(kept[name], prompt=prompt, id=f"field-{name}")
            field.border_title = Content(label)
            yield field

    def _named(self, interview: Interview) -> str:
        past = ", past" if preparing.is_past(self.session, interview) else ""
        return interview_named(interview) + past

    @on(Choice.Changed, "#which")
    def _turned(self, event: Choice.Changed) -> None:
        """Show the interview that was chosen, once what was typed here is saved."""
        event.stop()
        if self.unsaved:
            event.choice.choose(self._which.id)
            self.tell("Save what you typed first (^s), then turn to another interview.")
            return
        self._which = interview_form.of_id(self.vacancy, event.choice.value)
        for name, text in interview_form.values_of(self.vacancy, self._which).items():
            self.put(name, text)
        self._saved_as = self.values()
        self.refresh_bars()

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id == "interview.remove" and not self._which.id:
            return "No interview stands here yet: there is nothing to take away."
        return super().why_not(action_id)

    def put(self, name: str, text: str) -> None:
        """Put a text into a field; the kind is chosen."""
        if name == "kind":
            self.query_one("#kind", Choice).choose(text)
        else:
            super().put(name, text)

    def form_draft(self) -> FormDraft:
        """Return what was changed here, with the interview it is about."""
        return super().form_draft()._replace(at=self._which.id)

    def do_interview_remove(self) -> None:
        """Take the interview away that stands here."""
        if self.unsaved:
            raise UsageError("save what you typed first (^s), then take the interview away")
        preparing.remove(self.session, self.vacancy, self._which.id)
        self.tell("The interview is taken away. Undo brings it back.")
        self.dismiss(True)

    def values(self) -> Mapping[str, str]:
        """Return what stands in the fields."""
        lines = {name: self.query_one(f"#field-{name}", Line).value for name in _LINES}
        lists = {name: self.query_one(f"#field-{name}", Prose).text for name in _LISTS}
        return {"kind": self.query_one("#kind", Choice).value, **lines, **lists}

    def save(self, values: Mapping[str, str]) -> None:
        """Keep with the vacancy what was changed here; the rest may have changed elsewhere."""
        typed = {name: text for name, text in values.items() if text != self._saved_as[name]}
        interview_form.save(self.session, self.vacancy, typed, self._which.id)
        when = preparing.moment(typed.get("when", ""))
        on = f": the interview is on {moment_in_words(when)}" if when else "."
        self.tell(f"Kept with the vacancy{on}")
