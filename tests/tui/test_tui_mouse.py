"""The mouse: what looks as if it could be clicked on can be."""

from __future__ import annotations

import pytest
from tui_driving import TITLES, notices, press, resize, settle, shown, write

from sesbank.tui.screens.bank import BankScreen
from sesbank.tui.screens.bringing import BringDialog
from sesbank.tui.screens.coverage import CoverageScreen
from sesbank.tui.screens.editor import EditorScreen
from sesbank.tui.screens.vacancies import VacanciesScreen
from sesbank.tui.screens.vacancy import VacancyScreen
from sesbank.tui.widgets.fields import Choice
from sesbank.tui.widgets.pane import Pane


async def click_on(pilot, words, **how):
    """Click on the first letter of words on the screen."""
    for y, line in enumerate(shown(pilot).splitlines()):
        if words in line:
            await pilot.click(offset=(line.index(words), y), **how)
            await settle(pilot)
            return
    raise AssertionError(f"{words!r} is not shown")


@pytest.mark.parametrize("keys", ["question_mark", "D"])
async def test_a_click_on_what_a_frame_says_of_esc_leaves_the_dialog(session, opened, keys):
    async with opened(session, keys=keys) as pilot:
        await click_on(pilot, "Esc leaves")
        assert isinstance(pilot.app.screen, BankScreen)


async def test_a_click_elsewhere_on_the_frame_of_a_dialog_leaves_it_open(session, opened):
    async with opened(session, keys="question_mark") as pilot:
        await click_on(pilot, "─ Esc leaves")
        assert "Keys that work here" in shown(pilot)


async def test_a_click_on_what_the_frame_of_the_list_says_lets_marks_and_search_go(session, opened):
    async with opened(session, keys="slash g r a n t s enter space") as pilot:
        await click_on(pilot, "Esc lets the marks go")
        assert "marked" not in shown(pilot)
        await click_on(pilot, "Esc shows all again")
        assert all(title[:20] in shown(pilot) for title in TITLES)


async def test_a_double_click_on_what_a_frame_says_of_esc_does_one_thing(session, opened):
    async with opened(session, keys="slash g r a n t s enter space") as pilot:
        await click_on(pilot, "lets the marks go", times=2)
        assert "marked" not in shown(pilot)
        assert pilot.app.screen.line.value == "grants"


async def test_what_a_frame_says_of_esc_can_be_clicked_on_behind_other_words(session, opened):
    async with opened(session, size=(80, 24), keys="j j j V") as pilot:
        await click_on(pilot, "still without")
        assert "marked" in shown(pilot)
        await click_on(pilot, "Esc lets the marks go")
        assert "marked" not in shown(pilot)


async def test_the_bottom_line_leads_from_a_story_back_to_the_list_on_a_small_screen(
    session, opened
):
    async with opened(session, size=(80, 24), keys="enter") as pilot:
        assert TITLES[1] not in shown(pilot)
        await click_on(pilot, "Esc List")
        assert TITLES[1] in shown(pilot)
        assert "Esc List" not in shown(pilot)


async def test_the_way_back_to_the_list_is_named_as_long_as_the_list_is_hidden(session, opened):
    async with opened(session, size=(80, 24), keys="enter") as pilot:
        await resize(pilot, 120, 36)
        assert "Esc List" not in shown(pilot)
        await resize(pilot, 80, 24)
        assert "Esc List" in shown(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize("keys", ["3 enter", "3 enter R"])
async def test_the_bottom_line_leads_from_a_vacancy_back_to_them_all(
    with_vacancy, opened, keys, size
):
    async with opened(with_vacancy, size=size, keys=keys) as pilot:
        await click_on(pilot, "Esc Back")
        assert isinstance(pilot.app.screen, VacanciesScreen)


async def test_a_click_on_a_step_of_a_vacancy_goes_there(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 enter") as pilot:
        await click_on(pilot, "R Read")
        assert "What it asks" in shown(pilot)
        await click_on(pilot, "M Match")
        assert "Your answers" in shown(pilot)
        await click_on(pilot, "Director, Field")
        assert isinstance(pilot.app.screen, VacancyScreen)


async def test_the_arrows_of_a_choice_lead_on_and_back(session, opened):
    async with opened(session, keys="e") as pilot:
        assert isinstance(pilot.app.screen, EditorScreen)
        choice = pilot.app.screen.query_one("#outcome", Choice)
        choice.scroll_visible(animate=False)
        await settle(pilot)
        first = choice.value
        await pilot.click(choice, offset=(choice.size.width, 0))
        await settle(pilot)
        assert choice.value != first
        await pilot.click(choice, offset=(1, 0))
        await settle(pilot)
        assert choice.value == first


async def test_ctrl_and_a_click_stay_at_the_story_clicked_on(session, opened):
    async with opened(session) as pilot:
        await pilot.click("#stories", offset=(5, 2), control=True)
        await settle(pilot)
        rows = pilot.app.screen.rows
        assert rows.current.story.title == TITLES[1]
        assert len(rows.marked) == 1
        await pilot.click("#stories", offset=(5, 2), control=True)
        assert rows.marked == ()


@pytest.mark.parametrize("how", [{"control": True}, {"shift": True}])
async def test_a_click_beside_all_rows_marks_none(session, opened, how):
    async with opened(session) as pilot:
        await pilot.click("#stories", offset=(5, 20), **how)
        await settle(pilot)
        assert pilot.app.screen.rows.marked == ()


async def test_a_click_under_the_letters_goes_where_it_would_without_them(session, opened):
    async with opened(session, keys="apostrophe") as pilot:
        await pilot.click(offset=(20, 5))
        await settle(pilot)
        assert isinstance(pilot.app.screen, BankScreen)
        assert pilot.app.screen.rows.cursor == 2
        await press(pilot, "apostrophe")
        await click_on(pilot, "Coverage")
        assert isinstance(pilot.app.screen, CoverageScreen)


@pytest.mark.parametrize("y", [5, 20])
async def test_a_click_on_a_pane_under_the_letters_goes_to_the_pane_and_no_row_beside_it(
    session, opened, y
):
    async with opened(session, size=(120, 36), keys="ctrl+g") as pilot:
        await pilot.click(offset=(90, y))
        await settle(pilot)
        bank = pilot.app.screen
        assert isinstance(bank, BankScreen)
        assert bank.focused is bank.query_one(Pane)
        assert bank.rows.cursor == 0


async def test_a_click_on_the_state_of_the_bank_under_the_letters_goes_to_no_tab(session, opened):
    async with opened(session, size=(120, 36), keys="ctrl+g") as pilot:
        await click_on(pilot, "saved")
        assert isinstance(pilot.app.screen, BankScreen)


async def test_a_click_beside_all_letters_puts_them_away(session, opened):
    async with opened(session, keys="apostrophe") as pilot:
        await pilot.click(offset=(20, 20))
        await settle(pilot)
        assert isinstance(pilot.app.screen, BankScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_click_on_a_block_of_the_sheet_leaves_it_away_and_takes_it_back(
    with_vacancy, opened, size
):
    async with opened(with_vacancy, size=size, keys="3 S") as pilot:
        for name in ("panel", "thanks"):
            await click_on(pilot, f"[×]{name}")
            assert f"[·]{name}" in shown(pilot)
            assert pilot.app.focused.id == "blocks"
            await click_on(pilot, f"]{name}")
            assert f"[×]{name}" in shown(pilot)


async def test_a_click_on_a_name_completes_the_path_and_keeps_nothing_found_before(
    session, opened, tmp_path
):
    (tmp_path / "first.md").write_text("# One\n\nChallenge: a flood.\n\nAction: I acted.\n")
    (tmp_path / "second.md").write_text("# Two\n\nChallenge: a fire.\n\nAction: I acted.\n")
    before = len(session.bank.stories)
    async with opened(session, keys="b") as pilot:
        await write(pilot, f"{tmp_path}/f\n")
        await press(pilot, "tab enter")
        assert "1 story found" in shown(pilot)
        await press(pilot, "shift+tab ctrl+u")
        await write(pilot, f"{tmp_path}/")
        await click_on(pilot, "second.md", times=2)
        assert isinstance(pilot.app.screen, BringDialog)
        assert pilot.app.screen.line.value == f"{tmp_path}/second.md"
        assert len(session.bank.stories) == before
        assert notices(pilot) == []


async def test_a_double_click_on_a_tag_takes_that_one_alone(session, opened):
    async with opened(session, keys="t") as pilot:
        await click_on(pilot, f"{'data':<28}1 story", times=2)
        assert pilot.app.screen.line.value == "data, "


async def test_a_double_click_in_the_tour_goes_one_step(session, opened):
    async with opened(session, keys="ctrl+p") as pilot:
        await write(pilot, "tour")
        await press(pilot, "enter")
        await click_on(pilot, "Enter: the next step", times=2)
        assert "2 of 5" in shown(pilot)
