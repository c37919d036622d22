"""Interview dialog: when, where, before whom; the opening, questions and facts for the sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from sesbank.domain.interview import Interview, InterviewKind
from sesbank.domain.preparation import Preparation, facts_from_lines, facts_to_lines
from sesbank.domain.text import clean_line, quoted, whole_number
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import InputError, UsageError
from sesbank.session import Session, preparing
from sesbank.tui.actions import bindings_at
from sesbank.tui.screens.filling import FillingOfVacancy
from sesbank.tui.views.interview import INTERVIEW_NAMES, interview_named
from sesbank.tui.widgets.fields import Choice, Line
from sesbank.tui.widgets.prose import Prose

_LINES = {
    "when": ("When", "such as 2026-11-20 10:00"),
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

    TITLE_LINE = "The interview"
    AUTO_FOCUS = "#field-when"
    """A letter typed at once is text, and chooses no other kind of interview."""

    PLACES = ("filling", "interview")
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("filling", "interview")

    def __init__(self, session: Session, vacancy_id: str) -> None:
        super().__init__(session, vacancy_id)
        self._which = Interview("")
        """The interview that stands in the fields; without id one that is still to be kept."""

    def compose_fields(self) -> ComposeResult:
        """Lay out what is kept; with an interview kept, which of them it is stands on top."""
        vacancy = self.vacancy
        self._which = preparing.next_interview(self.session, vacancy) or self._which
        interview, kept = self._which, _kept(vacancy, self._which)
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
        vacancy = self.vacancy
        talks = {talk.id: talk for talk in vacancy.interviews}
        self._which = talks.get(event.choice.value, Interview(""))
        for name, text in _kept(vacancy, self._which).items():
            if name in _LINES:
                self.query_one(f"#field-{name}", Line).value = text
            else:
                self.query_one(f"#field-{name}", Prose).text = text
        self.query_one("#kind", Choice).choose(self._which.kind.value)
        self._saved_as = self.values()
        self.refresh_bars()

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id == "interview.remove" and not self._which.id:
            return "No interview stands here yet: there is nothing to take away."
        return super().why_not(action_id)

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
        changes = Preparation(**{_KEPT_AS.get(n, n): _READ[n](text) for n, text in typed.items()})
        today = self.session.today.isoformat()
        if preparing.is_past(self.session, self._which) and (changes.when or "") >= today:
            raise InputError("this interview is past: turn to “another one” on top for the next")
        which = self._which.id if self.vacancy.interviews else None
        preparing.prepare(self.session, self.vacancy, changes, which)
        self.tell("Kept with the vacancy.")


def _kept(vacancy: Vacancy, interview: Interview) -> dict[str, str]:
    return {
        "when": interview.when.replace("T", " "),
        "zone": interview.zone,
        "minutes": str(interview.minutes or ""),
        "place": interview.place,
        "opening": vacancy.opening,
        "panel": "\n".join(interview.panel),
        "questions": "\n".join(vacancy.questions),
        "facts": facts_to_lines(vacancy.notes),
    }


def _several(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(clean_line, text.splitlines())))


def _minutes(text: str) -> int:
    line = clean_line(text)
    number = whole_number(line or "0", 24 * 60)
    if number is None:
        raise InputError(f"{quoted(line)} is no number of minutes from 0 to 1440")
    return number


_READ: dict[str, Callable[[str], Any]] = {
    "kind": InterviewKind,
    "when": preparing.moment,
    "zone": clean_line,
    "minutes": _minutes,
    "place": clean_line,
    "panel": _several,
    "opening": clean_line,
    "questions": _several,
    "facts": facts_from_lines,
}
_KEPT_AS = {"facts": "notes"}
