"""Bank checks: what is to be said of all stories together, from where one goes to the place."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from sesbank.domain.findings import Finding
from sesbank.session import Session, checks
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import NOTHING
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.views.findings import bank_finding_about, bank_finding_row, counts
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.pane import Pane
from sesbank.tui.widgets.rows import RowList

_CLEAN = "✓ Nothing to mend: every ECQ has its stories, and so has every vacancy you chose for."
_NOWHERE = "This is about all stories together: there is no one place to go to."


class BankChecksDialog(Dialog):
    """Gives back the finding to go to, or None."""

    PLACES = ("standing",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("standing")

    def __init__(self, session: Session, framework: str) -> None:
        super().__init__(session)
        self._framework = framework

    def compose(self) -> ComposeResult:
        """Lay out the findings over the whole of the one at hand."""
        with Vertical(classes="box"):
            yield RowList(self._paint, _key, empty=_CLEAN, id="findings")
            yield Pane(id="finding-about")
            yield KeyBar()

    def _paint(self, finding: Finding, width: int) -> Content:
        story = self.session.bank.stories.get(finding.story)
        return bank_finding_row(finding, story.title if story else "", width)

    def on_mount(self) -> None:
        """Start at the gravest."""
        found = checks.of_bank(self.session, self._framework)
        self.query_one(".box").border_title = Content("All stories together")
        self.query_one(".box").border_subtitle = counts(found).stylize("$muted")
        self.rows.show(found)
        self.rows.focus()

    @property
    def rows(self) -> RowList[Finding]:
        """The findings."""
        return self.query_one("#findings", RowList)

    @on(RowList.Moved)
    def _show_about(self) -> None:
        here, bank = self.rows.current, self.session.bank
        about = NOTHING
        if here is not None:
            its = [
                story
                for story in bank.offered
                if any(m.ecq == here.ecq for m in story.mapped_in(self._framework))
            ]
            about = bank_finding_about(here, bank.stories.get(here.story), its)
        self.query_one("#finding-about", Pane).show(NOTHING, about)
        self.refresh_bars()

    def show_texts(self) -> None:
        """Put the texts anew."""
        self._show_about()

    @on(RowList.Chosen)
    async def _chosen(self) -> None:
        await self.action_act("standing.go")

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        here = self.rows.current
        if action_id == "standing.go" and here is None:
            return "There is nothing to mend."
        if action_id == "standing.go" and here and not (here.story or here.vacancy or here.ecq):
            return _NOWHERE
        return super().why_not(action_id)

    def do_standing_go(self) -> None:
        """Go to what the finding is about."""
        self.dismiss(self.rows.current)


def _key(finding: Finding) -> str:
    about = (finding.story, finding.vacancy, finding.ecq, finding.hint)
    return " ".join((finding.rule.id, *about))
