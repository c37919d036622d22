"""Sheet dialog: what will stand on the one page, what did not fit, and where it is written."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sesbank.domain.page_size import Paper
from sesbank.domain.sheet import Block, SheetFile
from sesbank.errors import SesbankError
from sesbank.session import Session, sheets
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import plain_line
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.screens.of_vacancy import OfVacancy
from sesbank.tui.screens.writing import Writing
from sesbank.tui.views.sheet import LABEL, sheet_text
from sesbank.tui.views.story_names import PAPERS
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.completions import Completions
from sesbank.tui.widgets.fields import Choice, Line
from sesbank.tui.widgets.pane import Pane
from sesbank.tui.widgets.toggles import Toggles

_BLOCKS = {
    Block.OCCASION: "occasion",
    Block.PANEL: "panel",
    Block.OPENING: "opening",
    Block.KEYWORDS: "words",
    Block.BACKUPS: "backup",
    Block.QUESTIONS: "questions",
    Block.FACTS: "facts",
    Block.REMINDERS: "reminders",
    Block.NOTES: "notes",
    Block.THANKS: "thanks",
}


class SheetDialog(Dialog, OfVacancy, Writing):
    """Makes the sheet of a vacancy; gives back the file written, or None."""

    PLACES = ("sheet",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("sheet")

    def __init__(self, session: Session, vacancy_id: str) -> None:
        super().__init__(session)
        self._vacancy_id = vacancy_id

    def compose(self) -> ComposeResult:
        """Lay out choices over the preview."""
        names = [(name, name) for name in sheets.templates()]
        usual = sheets.template_for(self.session, self.vacancy)
        self.proposed = sheets.file_name(self.vacancy)
        with Vertical(classes="box large"):
            with Horizontal(classes="field"):
                yield Static(Content("Paper"), classes="label")
                yield Choice(PAPERS, self.session.settings.paper.value, id="paper")
                yield Choice(names, usual, label="Template", id="template")
            with Horizontal(classes="field"):
                yield Static(Content("File"), classes="label")
                yield Line(self.proposed, prompt="name.docx", id="file")
            yield Completions(names=38, arrows=True)
            with Horizontal(classes="field blocks"):
                yield Static(Content("Blocks"), classes="label")
                named = [(block.value, name) for block, name in _BLOCKS.items()]
                yield Toggles(named, off=sheets.left_away(self.vacancy), id="blocks")
            yield Pane(id="preview", label=LABEL)
            yield KeyBar()

    def on_mount(self) -> None:
        """Make the sheet and show it."""
        self.query_one(".box").border_title = Content("The one-page sheet")
        self.query_one("#file", Line).focus()
        self._make()

    @on(Choice.Changed)
    @on(Toggles.Changed)
    def _make(self) -> None:
        if self.is_gone:
            self.leave_gone()
            return
        self.making()
        template = self.query_one("#template", Choice).value
        paper = Paper(self.query_one("#paper", Choice).value)
        without = self._without
        vacancy = self.vacancy
        self.work(
            "sheet",
            lambda: sheets.make(
                self.session, vacancy, template=template, paper=paper, without=without
            ),
            self._made,
        )

    def _made(self, sheet: SheetFile) -> None:
        self.made = sheet
        said = [
            f"One page, {sheet.fill:.0%} full",
            f"{len(sheet.gaps)} without a story" if sheet.gaps else "",
            f"{len(sheet.cuts)} cut ✂" if sheet.cuts else "",
            f"cues in {sheet.cue_points:g} points",
        ]
        self.query_one(Pane).show(Content(" · ".join(filter(None, said))), sheet_text(sheet))
        self.refresh_bars()

    def show_texts(self) -> None:
        """Put the texts anew."""
        if isinstance(self.made, SheetFile):
            self._made(self.made)
        elif not self.failed:
            super().show_texts()

    def work_failed(self, group: str, error: SesbankError) -> None:
        """Say in the preview's place why there is none."""
        self.failed = str(error)
        self.query_one(Pane).show(Content("no page"), plain_line(str(error), "$error"))
        super().work_failed(group, error)

    @on(Input.Submitted)
    async def _submitted(self) -> None:
        await self.action_act("sheet.write")

    def do_sheet_write(self) -> None:
        """Write the file and say where it is."""
        self.write()

    def remember(self, written: Path) -> str:
        """List the sheet with its vacancy."""
        return sheets.record(self.session, self._vacancy_id, written, without=self._without)

    def do_sheet_open(self) -> None:
        """Write the file and open it."""
        self.write(opens=True)

    def do_sheet_cues(self) -> None:
        """Word the cues anew."""
        from sesbank.tui.screens.cues import CuesDialog

        self.app.push_screen(CuesDialog(self.session, self._vacancy_id), self._changed)

    def do_sheet_interview(self) -> None:
        """Fill in the interview."""
        from sesbank.tui.screens.interview import InterviewDialog

        self.app.push_screen(InterviewDialog(self.session, self._vacancy_id), self._changed)

    def do_papers_show(self) -> None:
        """Show the other papers of this vacancy."""
        from sesbank.tui.screens.papers import PapersDialog

        self.app.push_screen(PapersDialog(self.session, self.vacancy))

    def _changed(self, saved: bool | None) -> None:
        if not saved or self.is_gone:
            return
        template = self.query_one("#template", Choice)
        board = sheets.QRB_TEMPLATE in (usual := sheets.template_for(self.session, self.vacancy))
        if board or template.value == sheets.QRB_TEMPLATE:
            template.choose(usual)
        self._make()

    @property
    def _without(self) -> tuple[Block, ...]:
        return tuple(map(Block, self.query_one("#blocks", Toggles).off))
