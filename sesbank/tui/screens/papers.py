"""Papers dialog: thank-you notes, cue cards, the story book and resume bullets."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sesbank.domain.page_size import Paper
from sesbank.domain.papers import UNITS, PaperFile, PaperKind
from sesbank.domain.text import counted
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import SesbankError
from sesbank.session import Session, papers
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import plain_line
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.screens.writing import Writing
from sesbank.tui.views.sheet import LABEL, paper_text
from sesbank.tui.views.story_names import PAPERS
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.completions import Completions
from sesbank.tui.widgets.fields import Choice, Line
from sesbank.tui.widgets.pane import Pane


class PapersDialog(Dialog, Writing):
    """Makes a paper of a vacancy or of the whole bank; gives back the file written, or None."""

    PLACES = ("papers",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("papers")

    def __init__(self, session: Session, vacancy: Vacancy | None = None) -> None:
        super().__init__(session)
        self._vacancy = vacancy
        without = PaperKind.THANKS if vacancy is None else None
        self._kinds = [kind for kind in PaperKind if kind is not without]

    def compose(self) -> ComposeResult:
        """Lay out the choice over the text."""
        kinds = [(kind.value, papers.TITLES[kind]) for kind in self._kinds]
        with Vertical(classes="box large"):
            with Horizontal(classes="field"):
                yield Static(Content("Document"), classes="label")
                yield Choice(kinds, id="kind")
                yield Choice(PAPERS, self.session.settings.paper.value, label="on", id="paper")
            with Horizontal(classes="field"):
                yield Static(Content("File"), classes="label")
                yield Line("", prompt="name.docx", id="file")
            yield Completions(names=38, arrows=True)
            yield Pane(id="preview", label=LABEL)
            yield KeyBar()

    def on_mount(self) -> None:
        """Make the first one."""
        self.query_one(".box").border_title = Content("Papers")
        self.query_one("#kind", Choice).focus()
        self._make()

    @property
    def _kind(self) -> PaperKind:
        return PaperKind(self.query_one("#kind", Choice).value)

    @on(Choice.Changed)
    def _make(self) -> None:
        kind, paper = self._kind, Paper(self.query_one("#paper", Choice).value)
        self._propose(papers.file_name(kind, self._vacancy))
        self.making()
        self.work(
            "paper",
            lambda: papers.make(self.session, kind, self._vacancy, paper=paper),
            self._made,
        )

    def _propose(self, name: str) -> None:
        """Propose a name, in the folder the person named; one of their own stays."""
        if self.line.value.endswith(self.proposed):
            self.line.value = self.line.value.removesuffix(self.proposed) + name
        self.proposed = name

    def _made(self, paper: PaperFile) -> None:
        self.made = paper
        title = f"{counted(paper.count, *UNITS[self._kind])} on {counted(paper.pages, 'page')}"
        if paper.limit is not None:
            over = "over the limit of" if paper.pages > paper.limit else "of at most"
            title += f", {over} {paper.limit}"
        self.query_one(Pane).show(plain_line(title), paper_text(paper))
        self.refresh_bars()

    def show_texts(self) -> None:
        """Put the texts anew."""
        if isinstance(self.made, PaperFile):
            self._made(self.made)
        elif not self.failed:
            super().show_texts()

    def work_failed(self, group: str, error: SesbankError) -> None:  # noqa: ARG002 - one group
        """Say in the preview's place why there is none."""
        self.failed = str(error)
        self.query_one(Pane).show(Content("no paper"), plain_line(str(error), "$error"))

    @on(Input.Submitted)
    async def _submitted(self) -> None:
        await self.action_act("papers.write")

    def do_papers_write(self) -> None:
        """Write the file and say where it is."""
        self.write()

    def do_papers_open(self) -> None:
        """Write the file and open it."""
        self.write(opens=True)
