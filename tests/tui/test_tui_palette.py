"""The palette finds every action of the app, from wherever it is opened, and leads there."""

import pytest
from textual.command import CommandPalette
from tui_driving import notices, press, settle, shown, write

from sesbank.tui.actions import ACTIONS, actions_at
from sesbank.tui.actions.ways import way_from
from sesbank.tui.palette import NOT_LISTED
from sesbank.tui.screens.ask import AskScreen
from sesbank.tui.screens.bank import BankScreen
from sesbank.tui.screens.drill import DrillScreen
from sesbank.tui.screens.editor import EditorScreen
from sesbank.tui.screens.rehearse import RehearseScreen
from sesbank.tui.screens.vacancies import VacanciesScreen

COME_BY_THEMSELVES = {"line.accept"}
"""Done where the app asks for something: nobody goes there."""


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("mock", "Rehearse: Hold a mock interview"),
        ("mock interview", "Rehearse: Hold a mock interview"),
        ("interview", "Vacancies: Say when, where and before whom"),
        ("paste", "Vacancies: Paste a posting"),
        ("gap", "Coverage: Show the stories of this row, or fill the gap"),
        ("backup", "Make a backup now"),
        ("restore", "Make a backup now"),
        ("pin", "Match: Pin this story to the requirement"),
        ("rehearse drill", "Rehearse: Rehearse from here on"),
    ],
)
async def test_from_the_bank_the_palette_finds_what_is_done_elsewhere(session, opened, words, line):
    async with opened(session, size=(100, 30), keys="ctrl+p") as pilot:
        await write(pilot, words)
        assert line in shown(pilot)


async def test_what_has_the_words_stands_before_letters_strewn_over_a_title(session, opened):
    async with opened(session, size=(80, 24), keys="ctrl+p") as pilot:
        await write(pilot, "mock")
        below = shown(pilot).partition("  mock\n")[2]
        assert below.strip().startswith("Rehearse: Hold a mock interview")


async def test_what_can_be_done_here_stands_before_what_is_done_elsewhere(session, opened):
    async with opened(session, size=(100, 40), keys="ctrl+p") as pilot:
        await write(pilot, "checks")
        text = shown(pilot)
        assert 0 < text.index("Check this story") < text.index("Coverage: Check all stories")


async def test_choosing_it_goes_to_its_tab_and_names_its_key(session, opened):
    async with opened(session, size=(100, 30), keys="ctrl+p") as pilot:
        await write(pilot, "mock interview")
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, RehearseScreen)
        assert notices(pilot) == ["Hold a mock interview: m."]
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, DrillScreen)


async def test_where_a_field_takes_letters_the_way_begins_with_esc(session, opened):
    async with opened(session, size=(100, 30), keys="ctrl+p") as pilot:
        await write(pilot, "before which panel")
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, AskScreen)
        assert notices(pilot) == ["Say before which panel you speak: Esc, then v."]


async def test_what_lies_behind_several_keys_is_told_whole(session, opened):
    async with opened(session, size=(100, 30), keys="ctrl+p") as pilot:
        await write(pilot, "in two")
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, VacanciesScreen)
        assert notices(pilot) == ["Split it in two: Enter, then R, then x."]


async def test_from_a_text_being_written_nothing_is_left(session, opened):
    async with opened(session, size=(100, 30), keys="e") as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "mock interview")
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, EditorScreen)
        assert notices(pilot) == ["Hold a mock interview: leave this first, then 5, then m."]


async def test_what_the_screen_at_hand_leads_to_is_told_from_there(session, opened):
    async with opened(session, size=(100, 30), keys="e") as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "it is an estimate")
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, EditorScreen)
        assert notices(pilot) == ["It is an estimate: ^n, then e."]


async def test_a_backup_is_made_from_the_palette_and_says_how_one_comes_back(session, opened):
    async with opened(session, size=(100, 30)) as pilot:
        before = list(session.store.backups.listed())
        await press(pilot, "ctrl+p")
        await write(pilot, "backup")
        await press(pilot, "enter")
        await settle(pilot)
        made = [b for b in session.store.backups.listed() if b not in before]
        assert len(made) == 1
        (said,) = notices(pilot)
        assert made[0].name in said
        assert "sesbank restore" in said


def test_every_action_can_be_found_from_every_tab():
    for tab in ("bank", "coverage", "vacancies", "ask", "rehearse"):
        places = ("tabs", tab)
        here = {action.id for action in actions_at(places)}
        lost = {a.id for a in ACTIONS if a.id not in here and way_from(places, a) is None}
        assert lost - NOT_LISTED == COME_BY_THEMSELVES


async def test_the_palette_lists_as_many_lines_as_there_are_actions(session, opened):
    async with opened(session, size=(100, 30), keys="ctrl+p") as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, CommandPalette)
        assert isinstance(pilot.app.screen_stack[0], BankScreen)
        listed = screen.query_one("CommandList").option_count
        assert listed == len(ACTIONS) - len(NOT_LISTED | COME_BY_THEMSELVES)
