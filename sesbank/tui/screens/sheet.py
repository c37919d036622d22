"""Sheet dialog: what will stand on the one page, what did not fit, and where it is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sesbank.domain.sheet import Paper, SheetFile
from sesbank.errors import SesbankError
from sesbank.session import Session, sheets, vacancies
from sesbank.tui.actions import bindings_at
from sesbank.tui.layout import counted
from sesbank.tui.plain import NOTHING, joined, plain_line, together
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.views.story import heading
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.fields import Choice, Line
from sesbank.tui.widgets.pane import Pane

_PAPERS = ((Paper.LETTER.value, "Letter"), (Paper.A4.value, "A4"))


class SheetDialog(Dialog):
    """Makes the sheet of a vacancy; gives back the file written, or None."""

    PLACES = ("sheet",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("sheet")

    def __init__(self, session: Session, vacancy_id: str) -> None:
        super().__init__(session)
        self._vacancy = vacancies.get(session, vacancy_id)
        self._sheet: SheetFile | None = None

    def compose(self) -> ComposeResult:
        """Lay out choices over the preview."""
        settings = self.session.settings
        names = [(name, name) for name in sheets.templates()]
        with Vertical(classes="box large"):
            with Horizontal(classes="field"):
                yield Static(Content("Paper"), classes="label")
                yield Choice(_PAPERS, settings.paper.value, id="paper")
                yield Choice(names, settings.template, label="Template", id="template")
            with Horizontal(classes="field"):
                yield Static(Content("File"), classes="label")
                yield Line(sheets.file_name(self._vacancy), prompt="name.docx", id="file")
            yield Pane(id="preview")
            yield KeyBar()

    def on_mount(self) -> None:
        """Make the sheet and show it."""
        self.query_one("#file", Line).focus()
        self._make()

    @on(Choice.Changed)
    def _make(self) -> None:
        self._sheet = None
        self.query_one(Pane).show(Content("making the page …"), NOTHING)
        template = self.query_one("#template", Choice).value
        paper = Paper(self.query_one("#paper", Choice).value)
        self.work(
            "sheet",
            lambda: sheets.make(self.session, self._vacancy, template=template, paper=paper),
            self._made,
        )

    def _made(self, sheet: SheetFile) -> None:
        self._sheet = sheet
        cut = f" · {counted(len(sheet.cuts), 'thing')} left out" if sheet.cuts else ""
        size = f"{sheet.fill:.0%} full, cues in {sheet.cue_points:g} points"
        labels = [requirement.label for requirement in self._vacancy.requirements]
        self.query_one(Pane).show(Content(f"One page, {size}{cut}"), sheet_text(sheet, labels))
        self.refresh_bars()

    def work_failed(self, group: str, error: SesbankError) -> None:
        """Say in the preview's place why there is none."""
        self.query_one(Pane).show(Content("no page"), plain_line(str(error), "$error"))
        super().work_failed(group, error)

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id == "sheet.write" and self._sheet is None:
            return "The page is not made yet."
        return super().why_not(action_id)

    @on(Input.Submitted)
    async def _submitted(self) -> None:
        await self.action_act("sheet.write")

    def do_sheet_write(self) -> None:
        """Write the file and say where it is."""
        if self._sheet is None:
            return
        path = Path(self.query_one("#file", Line).value.strip()).expanduser().absolute()
        written = sheets.write(self._sheet, path.with_suffix(".docx"))
        self.tell(f"Written: {written}")
        self.dismiss(written)


def sheet_text(sheet: SheetFile, labels: Sequence[str]) -> Content:
    """Return the text on the page, after what was left out and what to look at."""
    lines: list[Content] = [plain_line(f"! {warning}", "$warning") for warning in sheet.warnings]
    if sheet.cuts:
        lines.append(heading("Left out, to keep to one page"))
        lines += [
            together(
                plain_line(f"{cut.where}: {cut.what}", "$warning"),
                Content("  "),
                plain_line(cut.text, "$muted"),
            )
            for cut in sheet.cuts
        ]
    if lines:
        lines.append(Content(""))
    lines.append(heading("On the page"))
    return joined([*lines, *(_line(line, labels) for line in sheet.lines)])


def _line(line: str, labels: Sequence[str]) -> Content:
    """Return a line of the page; where a requirement begins it stands out."""
    if any(line == label or line.startswith(f"{label} ") for label in labels):
        return together(Content("\n"), plain_line(line, "bold $secondary"))
    return plain_line(line)
