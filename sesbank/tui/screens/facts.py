"""Facts: what a posting says about itself, put right by the person."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sesbank.errors import SesbankError
from sesbank.session import Session, mending, vacancies
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import plain
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.screens.confirm import leaving_question
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.fields import Line

_LABELS = {
    "title": "Title",
    "agency": "Agency",
    "announcement": "Announcement",
    "control": "Control number",
    "pay_plan": "Pay plan",
    "grade": "Grade",
    "opens": "Opens",
    "closes": "Closes",
    "page_limit": "Page limit",
}
_HINTS = {"opens": "2026-10-01", "closes": "2026-10-21", "page_limit": "2", "pay_plan": "ES"}


class FactsDialog(Dialog):
    """The facts of a kept vacancy as lines to type in."""

    PLACES = ("facts",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("facts")

    def __init__(self, session: Session, vacancy_id: str) -> None:
        super().__init__(session)
        self._vacancy = vacancies.get(session, vacancy_id)

    def compose(self) -> ComposeResult:
        """Lay out a line for each fact; a question mark stands beside a guess."""
        with Vertical(classes="box small"):
            for name, label in _LABELS.items():
                doubt = " ?" if name in self._vacancy.unsure else ""
                with Horizontal(classes="field"):
                    yield Static(Content(label + doubt), classes="label")
                    yield Line(self._value(name), prompt=_HINTS.get(name, ""), id=f"fact-{name}")
            yield Static(Content(""), id="path-problem")
            yield KeyBar()

    def on_mount(self) -> None:
        """Start at the first doubt, else at the title."""
        self.query_one(".box").border_title = Content("What the posting says about itself")
        first = next((name for name in self._vacancy.unsure if name in _LABELS), "title")
        self.query_one(f"#fact-{first}", Line).focus()

    def _value(self, name: str) -> str:
        value = getattr(self._vacancy, name)
        return "" if value is None else str(value)

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the lines, where it differs from what was read or was a guess."""
        lines = {name: self.query_one(f"#fact-{name}", Line).value for name in _LABELS}
        doubted = self._vacancy.unsure
        return {n: v for n, v in lines.items() if n in doubted or v.strip() != self._value(n)}

    @property
    def unsaved(self) -> bool:
        """Whether something typed here was not saved."""
        if not self.is_mounted:
            return False
        return any(value.strip() != self._value(name) for name, value in self.typed.items())

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.do_facts_save()

    def do_facts_save(self) -> None:
        """Save what was typed; what was doubted and left as it is counts as right."""
        try:
            # As it is now: what was decided elsewhere while this stood open stays.
            present = vacancies.get(self.session, self._vacancy.id)
            mending.state(self.session, present, self.typed)
        except SesbankError as error:
            self.query_one("#path-problem", Static).update(plain(str(error)))
            return
        self.tell("Saved. u takes it back.")
        self.dismiss(None)

    def do_dialog_leave(self) -> None:
        """Leave, asking first when something was typed."""
        if not self.unsaved:
            self.dismiss(None)
            return
        question = leaving_question(
            self.session,
            "These facts were not saved.",
            save="Save them",
            discard="Leave without them",
        )
        self.app.push_screen(question, self._answered)

    def _answered(self, answer: str | None) -> None:
        if answer == "discard":
            self.dismiss(None)
        elif answer == "save":
            self.do_facts_save()
