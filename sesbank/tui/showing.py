"""Showing: what a screen points to is shown on its tab, before all that was left open there."""

from __future__ import annotations

from typing import Any

from textual import on
from textual.message import Message
from textual.screen import Screen

from sesbank.errors import SesbankError
from sesbank.tui.actions import BY_ID, actions_at, is_typed, key_name
from sesbank.tui.key_map import key_map_of
from sesbank.tui.patience import PatientApp
from sesbank.tui.screens.acting import Acting, Dialog
from sesbank.tui.working_keys import is_writing


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


class ActionSought(Message):
    """Go where an action is done, or say how one gets there."""

    def __init__(self, screen: Acting, action: str) -> None:
        super().__init__()
        self.screen = screen
        """The screen it was sought on."""
        self.action = action
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

    @on(ActionSought)
    async def _go_to_action(self, sought: ActionSought) -> None:
        from sesbank.tui.actions.ways import way_from

        action, screen = BY_ID[sought.action], sought.screen
        way = way_from(screen.PLACES, action)
        if way is None:
            return
        steps, first = way.steps, ""
        if way.tab:
            gone_to = f"go.{way.tab}"
            if gone_to in {each.id for each in actions_at(screen.PLACES)}:
                front = await self._cleared(way.tab)
                if not isinstance(front, Acting) or way.tab not in front.PLACES:
                    return  # What is open there came first, and said so.
                first = self._out_of_field(front, steps[0])
            else:
                steps, first = (gone_to, *steps), "leave this first, then "
        keys = ", then ".join(map(self._key_named, steps))
        self.notify(f"{action.title}: {first}{keys}.", timeout=8)

    def _out_of_field(self, screen: Acting, action_id: str) -> str:
        """Return what to press before a key that the field one is in would take as a letter."""
        keys = key_map_of(self).of(BY_ID[action_id])[:1]
        return "Esc, then " if is_writing(screen) and any(map(is_typed, keys)) else ""

    def _key_named(self, action_id: str) -> str:
        """Return what does an action: its key, or its name in the palette."""
        action = BY_ID[action_id]
        keys = key_map_of(self).of(action)
        return key_name(keys[0]) if keys else f"“{action.title}” in the palette"

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
