"""Coverage: which ECQs and competencies the bank shows, and where it has gaps."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from sesbank.domain.coverage import Coverage
from sesbank.domain.findings import Finding, Severity
from sesbank.domain.mapping import Mapping
from sesbank.domain.story import Story
from sesbank.domain.text import counted
from sesbank.errors import SesbankError
from sesbank.session import Session, checks, coverage, mappings, stories
from sesbank.session.coverage import Candidate
from sesbank.tui.actions import TABS, bindings_at
from sesbank.tui.plain import named, plain_line
from sesbank.tui.screens.acting import Acting
from sesbank.tui.screens.gap import GapDialog
from sesbank.tui.showing import StoriesWanted, StoryWanted, VacancyWanted
from sesbank.tui.views.coverage import Columns, CoverRow, cover_body, cover_rows, legend, paint_row
from sesbank.tui.widgets.banner import Banner
from sesbank.tui.widgets.bars import KeyBar, TabBar
from sesbank.tui.widgets.pane import Pane
from sesbank.tui.widgets.rows import RowList


class CoverageScreen(Acting):
    """ECQs and competencies left, the stories that show one right."""

    PLACES = (TABS, "coverage")
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(TABS, "coverage")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._chosen = ""
        self._shows = Columns.STORIES
        self._overused: dict[str, str] = {}

    @property
    def _framework(self) -> str:
        """The framework shown: the one chosen here, else the one in the settings."""
        return self._chosen or self.session.framework.id

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield TabBar("coverage")
        yield Banner()
        with Horizontal(classes="panes"):
            yield RowList(self._paint, lambda cover: cover.code, id="grid", classes="first")
            yield Pane(id="cover", classes="second", whole_title=True)
        yield Static(legend(), id="legend")
        yield KeyBar()

    def _paint(self, cover: CoverRow, width: int) -> Content:
        return paint_row(cover, width, self._shows)

    def on_mount(self) -> None:
        """Start in the grid."""
        self.rows.focus()

    @property
    def rows(self) -> RowList[CoverRow]:
        """The grid."""
        return self.query_one("#grid", RowList)

    def reload(self) -> None:
        """Show the bank's coverage as it now is."""
        framework = self._framework
        grid = coverage.grid(self.session, framework)
        self._overused = {use.story: use.reason for use in grid.overused}
        self.rows.border_title = _title(grid, self._shows)
        self.rows.border_subtitle = _gaps(grid)
        self.rows.show(tuple(cover_rows(grid)))

        def told(grave: int) -> None:
            self.rows.border_subtitle = _gaps(grid, grave)

        self.work("checks", lambda: _grave(self.session, framework), told)
        # Enter on a gap then finds the words of the stories read.
        self.work("words", lambda: coverage.look_ahead(self.session, framework), lambda _: None)

    @on(RowList.Moved)
    def _show(self) -> None:
        here = self.rows.current
        if here is not None:
            title = plain_line(here.name, "bold $primary")
            self.query_one(Pane).show(
                title, cover_body(here, self.session.bank.stories, self._overused)
            )

    @on(RowList.Chosen)
    async def _open(self) -> None:
        await self.action_act("coverage.open")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On a narrow screen show the pane that has the focus."""
        self.set_class(event.widget.id == "cover", "-detail")

    def do_view_back(self) -> None:
        """Leave the pane."""
        self.rows.focus()

    def do_coverage_open(self) -> None:
        """Show the stories of the row at hand in the bank; a gap starts one."""
        here = self.rows.current
        if here is None:
            return
        if here.is_gap:
            self._fill(here)
            return
        self.post_message(StoriesWanted(here.search(self._framework)))

    def do_coverage_new(self) -> None:
        """Start a story mapped to the row at hand."""
        from sesbank.tui.screens.editor import EditorScreen

        here = self.rows.current
        if here is not None:
            mapping = Mapping(self._framework, here.ecq.ecq.code, here.competency_code)
            self.app.push_screen(EditorScreen(self.session, None, (mapping,)))

    def _fill(self, here: CoverRow) -> None:
        """Offer the older stories that may fill a gap; where there are none, start a new one."""
        found = coverage.candidates(
            self.session, self._framework, here.ecq.ecq.code, here.competency_code
        )
        if not found:
            self.do_coverage_new()
            return

        def taken(offer: Candidate | str | None) -> None:
            if isinstance(offer, Candidate):
                self._map(offer)
            elif offer is not None:
                self.do_coverage_new()

        self.app.push_screen(GapDialog(self.session, here.name, found), taken)

    def _map(self, candidate: Candidate) -> None:
        try:
            stories.map_to(self.session, candidate.story.id, candidate.offer.mapping)
        except SesbankError as error:
            self.tell_error(error)
            return
        self.tell(f"Mapped: “{candidate.story.title}”. {self.undo_key} takes it back.")
        self.reload()
        self.refresh_bars()

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id == "coverage.homes" and not self._homeless:
            return "No story is mapped in another framework alone."
        return super().why_not(action_id)

    @property
    def _homeless(self) -> tuple[Story, ...]:
        return mappings.homeless(self.session, self._framework)

    def do_coverage_homes(self) -> None:
        """Show where stories of other frameworks may belong in this one, to confirm them."""
        from sesbank.tui.screens.homes import HomesDialog

        self.app.push_screen(
            HomesDialog(self.session, self._homeless, self._framework), self._reload_after
        )

    def _reload_after(self, mapped: int | None) -> None:
        if mapped is not None:
            self.reload()
            self.refresh_bars()

    def do_coverage_checks(self) -> None:
        """Show what is to be said of all stories together."""
        from sesbank.tui.screens.bank_checks import BankChecksDialog

        self.app.push_screen(BankChecksDialog(self.session, self._framework), self._go_to)

    def _go_to(self, finding: Finding | None) -> None:
        """Go to the vacancy, the story or the ECQ that a finding is about."""
        if finding is None:
            return
        if finding.vacancy:
            self.post_message(VacancyWanted(finding.vacancy))
        elif finding.story:
            self.post_message(StoryWanted(finding.story))
        else:
            self.rows.show(self.rows.rows, at=f"{finding.ecq}/")

    def do_coverage_columns(self) -> None:
        """Show stories, counts, years or strength."""
        every = tuple(Columns)
        self._shows = every[(every.index(self._shows) + 1) % len(every)]
        self.query_one("#legend", Static).update(legend(self._shows))
        self.reload()

    def do_coverage_framework(self) -> None:
        """Show the next framework."""
        ids = self.session.frameworks.ids
        self._chosen = ids[(ids.index(self._framework) + 1) % len(ids)]
        self.reload()


def _title(grid: Coverage, shows: Columns) -> Content:
    return named(f"{grid.framework.name} · {shows.value}")


def _grave(session: Session, framework: str) -> int:
    """Return how many checks of all stories together found more than a hint."""
    found = checks.of_bank(session, framework)
    return sum(1 for finding in found if finding.severity is not Severity.HINT)


def _gaps(grid: Coverage, grave: int = 0) -> Content:
    gaps = counted(len(grid.gaps), "gap") if grid.gaps else "no gaps"
    thin = [f"{len(grid.thin)} thin"] if grid.thin else []
    parts = [gaps, *thin, f"{len(grid.unmapped)} unmapped"]
    if grid.overused:
        parts.append(f"! {len(grid.overused)} overused")
    if grave:
        parts.append(f"! {grave} to mend")
    return Content(" · ".join(parts))
