"""Facts: what a posting says about itself, put right by the person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from sesbank.session import Session, mending, vacancies
from sesbank.session.drafts import Draft
from sesbank.session.form_drafts import Form
from sesbank.tui.actions import bindings_at
from sesbank.tui.screens.filling import FillingOfVacancy
from sesbank.tui.widgets.fields import Line

_LABELS = {
    "title": "Title",
    "agency": "Agency",
    "announcement": "Announcement",
    "control": "Control no.",
    "pay_plan": "Pay plan",
    "grade": "Grade",
    "opens": "Opens",
    "closes": "Closes",
    "page_limit": "Page limit",
}
_HINTS = {"opens": "2026-10-01", "closes": "2026-10-21", "page_limit": "2", "pay_plan": "ES"}


class FactsDialog(FillingOfVacancy):
    """The facts of a kept vacancy as lines to type in."""

    PLACES = ("facts",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("facts")
    FORM = Form.FACTS
    TITLE_LINE = "What the posting says about itself"

    def __init__(self, session: Session, vacancy_id: str, *, draft: Draft | None = None) -> None:
        super().__init__(session, vacancy_id, draft=draft)
        self._read = self.vacancy
        """As it was when this was opened."""

    def compose_fields(self) -> ComposeResult:
        """Lay out a line for each fact; a question mark stands beside a guess."""
        for name, label in _LABELS.items():
            doubt = " ?" if name in self._read.unsure else ""
            value, prompt = mending.stated(self._read, name), _HINTS.get(name, "")
            yield from self.line(name, f"{label}{doubt}", value, prompt)

    def on_mount(self) -> None:
        """Start at the first doubt, else at the title."""
        first = next((name for name in self._read.unsure if name in _LABELS), "title")
        self.query_one(f"#field-{first}", Line).focus()

    def values(self) -> Mapping[str, str]:
        """Return what stands in the lines, by fact."""
        lines = {name: self.query_one(f"#field-{name}", Line) for name in _LABELS}
        return {name: line.value.strip() for name, line in lines.items()}

    def save(self, values: Mapping[str, str]) -> None:
        """Save what was typed; what was doubted and left as it is counts as right."""
        doubted = self._read.unsure
        read = {name: mending.stated(self._read, name) for name in values}
        typed = {n: v for n, v in values.items() if n in doubted or v != read[n]}
        there = vacancies.keep(self.session, self.vacancy) if self.is_gone else self.vacancy
        mending.state(self.session, there, typed)
        self.tell(f"Saved. {self.undo_key} takes it back.")

    def do_facts_save(self) -> None:
        """Save and leave; nothing typed means that what was doubted is right."""
        if not self.unsaved and self._read.unsure:
            self.save(self.values())
            self.saved = True
        self.do_filling_save()
