"""Vacancies: the postings a person keeps."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content

from sesbank.domain.vacancy import Vacancy
from sesbank.session import vacancies
from sesbank.tui.actions import TABS, bindings_at
from sesbank.tui.plain import NOTHING, plain_line
from sesbank.tui.screens.stacking import Stacking
from sesbank.tui.views.vacancy import LABEL, vacancy_body, vacancy_row
from sesbank.tui.widgets.banner import Banner
from sesbank.tui.widgets.bars import KeyBar, TabBar
from sesbank.tui.widgets.pane import Pane
from sesbank.tui.widgets.rows import RowList

_NONE = (
    "No vacancies yet.\nPress {paste} to paste a posting, or {file} to read one from a file. "
    "sesbank finds what it asks and which of your stories answer it."
)


_OF_ONE = ("vacancy.open", "vacancy.remove", "vacancy.sheet", "sheet.interview")


class VacanciesScreen(Stacking):
    """Vacancies left, the facts of one right."""

    PLACES = (TABS, "vacancies")
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(TABS, "vacancies")

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield TabBar("vacancies")
        yield Banner()
        with Horizontal(classes="panes upright"):
            yield RowList(vacancy_row, lambda v: v.id, id="vacancies", classes="first")
            yield Pane(id="vacancy", classes="second", label=LABEL, whole_title=True)
        yield KeyBar()

    def on_mount(self) -> None:
        """Start in the list."""
        self.rows.border_title = Content("Vacancies")
        paste, file = self.key_of("vacancy.paste"), self.key_of("vacancy.file")
        self.rows.empty = _NONE.format(paste=paste, file=file)
        self.rows.focus()

    @property
    def rows(self) -> RowList[Vacancy]:
        """The list."""
        return self.query_one("#vacancies", RowList)

    def reload(self) -> None:
        """Show the vacancies as they now are."""
        found = vacancies.listed(self.session)
        self.set_class(not found, "-none")
        self.rows.show(found)

    @on(RowList.Moved)
    def _show(self) -> None:
        here, pane = self.rows.current, self.query_one(Pane)
        if here is None:
            pane.show(NOTHING, NOTHING)
        else:
            name = plain_line(here.named, "bold $primary")
            pane.show(name, vacancy_body(here, self.session.names, self.session.today))
        self.query_one(KeyBar).refresh()

    @on(RowList.Chosen)
    async def _chosen(self) -> None:
        await self.action_act("vacancy.open")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On a narrow screen show the pane that has the focus."""
        self.set_class(event.widget.id == "vacancy", "-detail")

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id in _OF_ONE and self.rows.current is None:
            return (
                f"There is no vacancy here: {self.key_of('vacancy.paste')} pastes one, "
                f"{self.key_of('vacancy.file')} reads one from a file."
            )
        return super().why_not(action_id)

    def do_view_back(self) -> None:
        """Leave the pane."""
        self.rows.focus()

    def do_vacancy_open(self) -> None:
        """Open the vacancy at hand, at the matching step."""
        if self.rows.current is not None:
            self._open(self.rows.current, matching=True)

    def open(self, vacancy_id: str) -> None:
        """Open a vacancy that another screen names, at the matching step."""
        self.rows.show(vacancies.listed(self.session), at=vacancy_id)
        self._open(vacancies.get(self.session, vacancy_id), matching=True)

    def _open(self, vacancy: Vacancy, *, matching: bool) -> None:
        from sesbank.tui.screens.vacancy import VacancyScreen

        self.app.push_screen(VacancyScreen(self.session, vacancy.id, matching=matching))

    def do_vacancy_paste(self) -> None:
        """Paste a posting."""
        from sesbank.tui.screens.paste import PasteScreen

        self.app.push_screen(PasteScreen(self.session), self._taken)

    def do_vacancy_file(self) -> None:
        """Read a posting from a file."""
        from sesbank.tui.screens.paste import PathDialog

        self.app.push_screen(PathDialog(self.session), self._taken)

    def _taken(self, vacancy: Vacancy | None) -> None:
        if vacancy is not None:
            self.rows.show(vacancies.listed(self.session), at=vacancy.id)
            self._open(vacancy, matching=False)

    def do_vacancy_sheet(self) -> None:
        """Make the sheet of the vacancy at hand."""
        from sesbank.tui.screens.sheet import SheetDialog

        if self.rows.current is not None:
            self.app.push_screen(SheetDialog(self.session, self.rows.current.id))

    def do_sheet_interview(self) -> None:
        """Fill in the interview of the vacancy at hand."""
        from sesbank.tui.screens.interview import InterviewDialog

        if self.rows.current is not None:
            self.app.push_screen(InterviewDialog(self.session, self.rows.current.id))

    def do_vacancy_learned(self) -> None:
        """Show what was learned from corrections."""
        from sesbank.tui.screens.learned import LearnedDialog

        self.app.push_screen(LearnedDialog(self.session))

    def do_vacancy_remove(self) -> None:
        """Remove the vacancy at hand; undo brings it back."""
        vacancy = self.rows.current
        if vacancy is not None:
            vacancies.remove(self.session, vacancy.id)
            self.tell(f"Removed: “{vacancy.named}”. {self.undo_key} brings it back.")
            self.reload()
