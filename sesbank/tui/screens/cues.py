"""Cues dialog: the four lines of a requirement on the sheet, worded anew."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from sesbank.domain.sheet import SheetRow
from sesbank.domain.story import PARTS
from sesbank.domain.text import clean_line
from sesbank.errors import SesbankError
from sesbank.session import Session, cues, sheets
from sesbank.session.drafts import Draft
from sesbank.session.form_drafts import Form, FormDraft
from sesbank.tui.plain import joined, plain, plain_line
from sesbank.tui.screens.filling import FillingOfVacancy
from sesbank.tui.views.story import heading, told_body
from sesbank.tui.views.story_names import PART_NAMES
from sesbank.tui.widgets.fields import Choice, Line
from sesbank.tui.widgets.pane import Pane

_NO_STORY = (
    "Each requirement with a story has four lines here, one for each part, and the story to cut "
    "them from. On the vacancy O accepts the stories that are proposed, and p pins one."
)


class CuesDialog(FillingOfVacancy):
    """One requirement at a time; going on to the next saves the one before."""

    FORM = Form.CUES
    TITLE_LINE = "Cues: at most twelve words each"

    def __init__(self, session: Session, vacancy_id: str, *, draft: Draft | None = None) -> None:
        super().__init__(session, vacancy_id, draft=draft)
        self._rows = self._answered_rows()
        self._at = self._place(self.taken_up.at) if self.taken_up else 0
        self._story = ""
        """The one the cues at hand are of."""

    def compose_fields(self) -> ComposeResult:
        """Lay out the requirements and the four parts."""
        names = [(row.requirement, f"{row.label}  {row.name}") for row in self._rows]
        with Horizontal(classes="field"):
            yield Static(Content("Requirement"), classes="label")
            yield Choice(names, self.row.requirement, id="requirement")
        yield Static(Content(""), id="cue-story")
        said = cues.said(self.row)
        for part in PARTS:
            yield from self.line(part, PART_NAMES[part], said[part], "left off the sheet")
        yield Static(Content(""), id="cue-words")

    def compose_below(self) -> ComposeResult:
        """Lay out what the cues are cut from."""
        yield Pane(id="cue-source")

    def on_mount(self) -> None:
        """Start in the first cue."""
        self._show()
        self.query_one(f"#field-{PARTS[0]}", Line).focus()

    @property
    def row(self) -> SheetRow:
        """The requirement at hand with its story."""
        return self._rows[self._at] if self._rows else SheetRow("", "", "")

    def values(self) -> Mapping[str, str]:
        """Return the four cues as they stand."""
        return {part: self.query_one(f"#field-{part}", Line).value for part in PARTS}

    def save(self, values: Mapping[str, str]) -> None:
        """Keep the cues that are not as proposed."""
        if not self._rows:
            return
        before = cues.said(self.row)
        changed = {p: clean_line(t) for p, t in values.items() if clean_line(t) != before[p]}
        cues.reword(self.session, self.vacancy, self.row.requirement, changed)
        self.tell(f"Kept for {self.row.label}.")
        self._rows = self._answered_rows()

    @on(Choice.Changed)
    def _turned(self) -> None:
        choice = self.query_one("#requirement", Choice)
        try:
            self.keep()
        except SesbankError as error:
            choice.choose(self.row.requirement)
            self.tell_error(error)
            return
        self._at = self._place(choice.value)
        for part, text in cues.said(self.row).items():
            self.put(part, text)
        self._saved_as = self.values()
        self._show()

    def _place(self, requirement: str) -> int:
        """Return where a requirement is among those with a story."""
        ids = [row.requirement for row in self._rows]
        return ids.index(requirement) if requirement in ids else 0

    def form_draft(self) -> FormDraft:
        """Return the cues that were changed, with the requirement and the story they are of."""
        return super().form_draft()._replace(at=self.row.requirement, story=self._story)

    @on(Input.Changed)
    def _typed(self) -> None:
        counts = ((p, len(clean_line(text).split())) for p, text in self.values().items())
        long = [f"{PART_NAMES[p]} has {n} words" for p, n in counts if n > cues.MOST_WORDS]
        self.query_one("#cue-words", Static).update(plain_line(", ".join(long), "$warning"))

    def show_texts(self) -> None:
        """Put the texts anew."""
        self._show()

    def _show(self) -> None:
        told = self.row.title or "No story answers a requirement yet: there is nothing to word."
        self.query_one("#cue-story", Static).update(plain_line(told, "bold $primary"))
        self.query_one("#cue-source", Pane).show(
            Content("What the cues are cut from"), self._source()
        )

    def _source(self) -> Content:
        """Return what the requirement asks and what its story tells, or how to come to one."""
        vacancy = self.vacancy
        self._story = sheets.answering(self.session, vacancy, self.row.requirement)
        story = self.session.bank.stories.get(self._story)
        if story is None:
            return Content(_NO_STORY).stylize("$muted")
        # Of an ECQ a posting mostly says the name alone, which stands above.
        here = self.row
        asked = [r.text for r in vacancy.requirements if r.id == here.requirement]
        asked = [text for text in asked if text != here.name]
        blocks = [joined([heading("Asks for"), plain(text, "$muted")]) for text in asked]
        return joined([*blocks, told_body(story)], "\n\n")

    def _answered_rows(self) -> list[SheetRow]:
        return [row for row in sheets.plan(self.session, self.vacancy).rows if row.title]
