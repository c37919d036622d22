"""Checks: what is to be mended in a story, from where one goes to the place itself."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from sesbank.domain.findings import Finding
from sesbank.domain.story import Status, Story
from sesbank.session import Session, checks
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import NOTHING
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.views.findings import counts, finding_about, finding_row
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.pane import Pane
from sesbank.tui.widgets.rows import RowList

_CLEAN = "✓ Nothing to mend."
_RAW = "A line in the inbox is not checked: it is no story yet."
_LOOKED_FOR = (
    "Here stands what boards stumble over, with the words meant and who says so: parts without "
    "words, “we” where you are asked for, numbers without what they count, words nobody outside "
    "knows, a story too long or too short to tell. The editor and C look anew each time."
)

Seen = tuple[tuple[str, ...], Finding | None]
"""The checks set aside, and the finding to go to."""


class ChecksDialog(Dialog):
    """Gives back what was set aside, and the finding to go to where Enter chose one."""

    PLACES = ("checks",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("checks")

    def __init__(self, session: Session, story: Story) -> None:
        super().__init__(session)
        self._story = story

    def compose(self) -> ComposeResult:
        """Lay out the findings over the whole of the one at hand."""
        raw = self._story.status is Status.INBOX
        with Vertical(classes="box"):
            yield RowList(self._paint, _key, empty=_RAW if raw else _CLEAN, id="findings")
            yield Pane(id="finding-about")
            yield KeyBar()

    def on_mount(self) -> None:
        """Start at the gravest."""
        self._show()
        self.rows.focus()

    @property
    def rows(self) -> RowList[Finding]:
        """The findings."""
        return self.query_one("#findings", RowList)

    def _paint(self, finding: Finding, width: int) -> Content:
        return finding_row(finding, finding.rule.id in self._story.waived, width)

    def _show(self) -> None:
        found = checks.of_story(self.session, self._story, waived=True)
        waived = self._story.waived
        open_ones = [finding for finding in found if finding.rule.id not in waived]
        rest = [finding for finding in found if finding.rule.id in waived]
        self.rows.show([*open_ones, *rest])
        self.query_one(".box").border_title = Content("Checks")
        self.query_one(".box").border_subtitle = counts(open_ones).stylize("$muted")

    @on(RowList.Moved)
    def _show_about(self) -> None:
        here = self.rows.current
        about = finding_about(here, self._story) if here else Content(_LOOKED_FOR).stylize("$muted")
        self.query_one("#finding-about", Pane).show(NOTHING, about)
        self.refresh_bars()

    def show_texts(self) -> None:
        """Put the texts anew."""
        self._show_about()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.do_check_go()

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id.startswith("check.") and self.rows.current is None:
            return "There is nothing to mend."
        return super().why_not(action_id)

    def do_check_go(self) -> None:
        """Go to the place the finding is about."""
        self.dismiss((self._story.waived, self.rows.current))

    def do_check_waive(self) -> None:
        """Set the check aside for this story, or look for it again."""
        here = self.rows.current
        if here is None:
            return
        rule, waived = here.rule.id, self._story.waived
        kept = tuple(w for w in waived if w != rule) if rule in waived else (*waived, rule)
        self._story = self._story.edit(waived=kept)
        self._show()

    def do_dialog_leave(self) -> None:
        """Leave with what was set aside."""
        self.dismiss((self._story.waived, None))


def _key(finding: Finding) -> str:
    return f"{finding.rule.id} {finding.part} {finding.start}"
