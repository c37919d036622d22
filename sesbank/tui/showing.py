"""Showing: what a screen points to is shown on its tab, before all that was left open there."""

from __future__ import annotations

from typing import Any

from textual import on
from textual.message import Message
from textual.screen import Screen

from sesbank.errors import SesbankError
from sesbank.tui.patience import PatientApp
from sesbank.tui.screens.acting import Acting, Dialog


class StoriesWanted(Message):
    """Show the stories that a search finds."""

    def __init__(self, line: str) -> None:
        super().__init__()
        self.line = line
        """What the search line is to say."""


class StoryWanted(Message):
    """Show a story in the bank."""

    def __init__(self, story: str) -> None:
        super().__init__()
        self.story = story
        """Its id."""


class VacancyWanted(Message):
    """Open a vacancy."""

    def __init__(self, vacancy: str) -> None:
        super().__init__()
        self.vacancy = vacancy
        """Its id."""


class ShowingApp(PatientApp):
    """An app whose tabs can be pointed at."""

    @on(StoriesWanted)
    async def _show_stories(self, wanted: StoriesWanted) -> None:
        from sesbank.tui.screens.bank import BankScreen

        bank = await self._cleared("bank")
        if isinstance(bank, BankScreen):
            bank.find(wanted.line)

    @on(StoryWanted)
    async def _show_story(self, wanted: StoryWanted) -> None:
        from sesbank.tui.screens.bank import BankScreen

        bank = await self._cleared("bank")
        if isinstance(bank, BankScreen):
            bank.seek(wanted.story)

    @on(VacancyWanted)
    async def _show_vacancy(self, wanted: VacancyWanted) -> None:
        from sesbank.tui.screens.vacancies import VacanciesScreen

        tab = await self._cleared("vacancies")
        if isinstance(tab, VacanciesScreen):
            try:
                tab.open(wanted.vacancy)
            except SesbankError as error:  # Another program may have removed it meanwhile.
                tab.tell_error(error)

    async def _cleared(self, tab: str) -> Screen[Any]:
        """Bring a tab to the front and leave what lies on it; return what is in front then.

        A question that is open, or text that is not saved, stays and comes first.
        """
        await self.switch_mode(tab)
        while len(self.screen_stack) > 1:
            front = self.screen
            if isinstance(front, Dialog) or (isinstance(front, Acting) and front.unsaved):
                self.notify("What is open here comes first: nothing else is shown in front of it.")
                break
            await front.dismiss(None)
        return self.screen
