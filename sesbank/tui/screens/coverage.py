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
from sesbank.domain.mapping import Mapping
from sesbank.session import Session, coverage
from sesbank.tui.actions import TABS, bindings_at
from sesbank.tui.layout import counted
from sesbank.tui.plain import plain_line
from sesbank.tui.screens.acting import Acting
from sesbank.tui.views.coverage import CoverRow, cover_body, cover_rows, legend, paint_row
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
        self._framework = session.framework.id

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield TabBar("coverage")
        yield Banner()
        with Horizontal(classes="panes"):
            yield RowList(paint_row, lambda cover: cover.code, id="grid", classes="first")
            yield Pane(id="cover", classes="second")
        yield Static(legend(), id="legend")
        yield KeyBar()

    def on_mount(self) -> None:
        """Start in the grid."""
        self.rows.focus()

    @property
    def rows(self) -> RowList[CoverRow]:
        """The grid."""
        return self.query_one("#grid", RowList)

    def reload(self) -> None:
        """Show the bank's coverage as it now is."""
        grid = coverage.grid(self.session, self._framework)
        self.rows.border_title = _title(grid)
        self.rows.border_subtitle = _gaps(grid)
        self.rows.show(tuple(cover_rows(grid)))

    @on(RowList.Moved)
    def _show(self) -> None:
        here = self.rows.current
        if here is not None:
            title = plain_line(here.name, "bold $primary")
            self.query_one(Pane).show(title, cover_body(here, self.session.bank.stories))

    @on(RowList.Chosen)
    async def _open(self) -> None:
        await self.action_act("coverage.open")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On a narrow screen show the pane that has the focus."""
        self.set_class(event.widget.id == "cover", "-detail")

    def do_view_back(self) -> None:
        """Leave the pane."""
        self.rows.focus()

    async def do_coverage_open(self) -> None:
        """Show the stories of the row at hand in the bank; a gap starts one."""
        here = self.rows.current
        if here is None:
            return
        if not here.stories:
            self.do_coverage_new()
            return
        await self.app.switch_mode("bank")
        show = getattr(self.app.screen, "find", None)
        if show is not None:
            show(here.search)

    def do_coverage_new(self) -> None:
        """Start a story mapped to the row at hand."""
        from sesbank.tui.screens.editor import EditorScreen

        here = self.rows.current
        if here is None:
            return
        competency = here.competency.competency.code if here.competency else ""
        mapping = Mapping(self._framework, here.ecq.ecq.code, competency)
        self.app.push_screen(EditorScreen(self.session, None, (mapping,)))

    def do_coverage_framework(self) -> None:
        """Show the next framework."""
        ids = self.session.frameworks.ids
        self._framework = ids[(ids.index(self._framework) + 1) % len(ids)]
        self.reload()


def _title(grid: Coverage) -> Content:
    return plain_line(grid.framework.name)


def _gaps(grid: Coverage) -> Content:
    gaps = counted(len(grid.gaps), "gap") if grid.gaps else "no gaps"
    unmapped = counted(len(grid.unmapped), "story", "stories")
    return Content(f"{gaps} · {unmapped} unmapped here")
