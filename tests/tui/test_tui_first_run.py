"""The first run: bring stories in, look at the example, write one, take the tour, start empty."""

from contextlib import asynccontextmanager

import pytest
from tui_driving import TITLES, asked, notices, press, settle, shown, write

from sesbank import locations
from sesbank.session import Session, examples
from sesbank.settings import Settings, load_settings
from sesbank.tui.app import SesbankApp
from sesbank.tui.screens.bank import BankScreen
from sesbank.tui.screens.bringing import BringDialog
from sesbank.tui.screens.confirm import Confirm
from sesbank.tui.screens.editor import EditorScreen
from sesbank.tui.screens.tour import STEPS, TourDialog
from sesbank.tui.screens.welcome import FIRST_STEPS


@asynccontextmanager
async def greeted(session, keys="", size=(80, 24)):
    app = SesbankApp(session, beating=False, greeting=True)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, keys)
        yield pilot


async def test_an_empty_bank_is_greeted_with_the_ways_to_begin(empty):
    async with greeted(empty) as pilot:
        assert "nothing is ever sent anywhere" in asked(pilot)
        for way in ("Bring in what you have", "example bank", "first story", "tour", "empty"):
            assert way in shown(pilot)


async def test_a_bank_with_stories_is_not_greeted(session):
    async with greeted(session) as pilot:
        assert isinstance(pilot.app.screen, BankScreen)


@pytest.mark.parametrize("key", ["e", "escape"])
async def test_one_key_starts_empty(empty, key):
    async with greeted(empty, key) as pilot:
        assert isinstance(pilot.app.screen, BankScreen)
    assert empty.bank.stories == {}


async def test_who_starts_empty_is_not_asked_again_and_sees_what_to_press(empty):
    async with greeted(empty, "e") as pilot:
        for words in ("n to write", "c to keep a line", "b to bring in"):
            assert words in " ".join(shown(pilot).replace("│", " ").split())
        assert "first steps" in notices(pilot)[0]
    empty.settings = load_settings(locations.settings_path())
    async with greeted(empty) as pilot:
        assert isinstance(pilot.app.screen, BankScreen)
        await pilot.app.screen.action_act("app.welcome")
        await settle(pilot)
        assert "Welcome" in asked(pilot)


async def test_where_starting_empty_cannot_be_kept_that_is_said(empty):
    locations.settings_path().mkdir(parents=True)
    async with greeted(empty, "e") as pilot:
        assert "Asked again at the next start" in notices(pilot)[0]


async def test_one_key_leads_to_the_first_story(empty):
    async with greeted(empty, "n") as pilot:
        assert isinstance(pilot.app.screen, EditorScreen)


async def test_stories_are_looked_at_before_they_are_kept(empty):
    # 3 keys beside the path: b, Enter, Enter.
    async with greeted(empty, "b") as pilot:
        assert isinstance(pilot.app.screen, BringDialog)
        await write(pilot, str(locations.shipped("examples") / "stories.json"))
        await press(pilot, "enter")
        assert "22 stories found" in shown(pilot)
        first = next(line for line in shown(pilot).splitlines() if "grants backlog" in line)
        assert "2:18" in first
        assert empty.bank.stories == {}
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BankScreen)
        assert len(empty.bank.stories) == 22
        await press(pilot, "u")
    assert empty.bank.stories == {}


async def test_a_folder_of_narratives_is_read_as_one(empty, tmp_path):
    (tmp_path / "a.md").write_text("# One\n\n## Challenge\n\nA flood.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("# Two\n\n## Challenge\n\nA fire.\n", encoding="utf-8")
    (tmp_path / "c.json").write_text("not json", encoding="utf-8")
    async with greeted(empty, "b") as pilot:
        await write(pilot, str(tmp_path))
        await press(pilot, "enter")
        assert "2 stories found" in shown(pilot)
        assert "c.json" in shown(pilot)


async def test_a_file_that_is_not_there_is_named(empty, tmp_path):
    async with greeted(empty, "b") as pilot:
        await write(pilot, str(tmp_path / "none.docx"))
        await press(pilot, "enter")
        assert "is not there" in " ".join(shown(pilot).split())


async def test_the_tour_has_five_steps_on_the_tabs_they_tell_of(empty):
    async with greeted(empty, "t") as pilot:
        for number, step in enumerate(STEPS, start=1):
            assert isinstance(pilot.app.screen, TourDialog)
            assert f"{number} of 5 · {step.title}" in shown(pilot)
            assert pilot.app.current_mode == step.tab
            assert (" Done " in shown(pilot)) is (number == 5)
            await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BankScreen)


async def test_the_tour_goes_back_is_left_and_begins_anew_from_the_palette(session, opened):
    async with opened(session, keys="ctrl+p t o u r enter") as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert "2 of 5" in shown(pilot)
        await press(pilot, "left")
        assert "1 of 5" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BankScreen)


async def test_a_tour_left_in_the_midst_is_taken_up_there_and_one_that_is_over_at_its_start(empty):
    async with greeted(empty, "t enter enter escape") as pilot:
        for keys, where in (("", "3 of 5"), ("enter enter enter", "1 of 5")):
            await press(pilot, keys or "3")
            await pilot.app.screen.action_act("app.tour")
            await settle(pilot)
            assert where in shown(pilot)


async def test_one_click_takes_an_answer(empty):
    async with greeted(empty) as pilot:
        row = [answer.value for answer in FIRST_STEPS].index("tour")
        await pilot.click("#answers", offset=(5, row))
        await settle(pilot)
        assert isinstance(pilot.app.screen, TourDialog)
        await pilot.click("#tour-next", offset=(5, 0))
        await settle(pilot)
        assert "2 of 5" in shown(pilot)


async def test_the_example_bank_is_asked_for_with_one_key(empty):
    async with greeted(empty, "x") as pilot:
        assert pilot.app.wants_example


def test_the_example_bank_is_gone_afterwards_and_has_a_vacancy():
    with examples.opened(Settings()) as session:
        path = session.path
        assert len(session.bank.stories) == 22
        assert len(session.bank.vacancies) == 1
        assert path != locations.bank_path()
    assert not path.exists()


async def test_the_first_steps_can_be_shown_again(session, opened):
    async with opened(session, keys="ctrl+p f i r s t enter") as pilot:
        assert isinstance(pilot.app.screen, Confirm)
        assert "Welcome" in asked(pilot)


async def test_the_keys_are_told_on_the_question_that_greets(empty):
    async with greeted(empty, "question_mark") as pilot:
        assert "Keys that work here" in shown(pilot)
        await press(pilot, "escape")
        assert "Welcome" in asked(pilot)
        assert "─ Welcome ─" in shown(pilot)


async def test_a_broken_framework_of_ones_own_is_told_and_the_app_opens(session, opened):
    path = session.path
    session.close()
    own = locations.own_folder("frameworks")
    own.mkdir(parents=True)
    (own / "mine.toml").write_text("id = 3", encoding="utf-8")
    with Session.open(path, settings=Settings()) as again:
        async with opened(again) as pilot:
            assert TITLES[0] in shown(pilot)
            pilot.app.beat()
            await settle(pilot)
            said = 'Left out of your frameworks: mine.toml: "id" must be text in quotes.'
            assert notices(pilot) == [said]


async def test_what_a_folder_left_out_is_told_as_far_as_there_is_room(empty, tmp_path):
    for number in range(6):
        (tmp_path / f"{number}.md").write_text(f"I led {number} people.", encoding="utf-8")
    async with greeted(empty, "b") as pilot:
        await write(pilot, str(tmp_path))
        await press(pilot, "enter")
        text = shown(pilot)
        assert all(f"! {number}.md" in text for number in range(6))
        assert "more" not in text


async def test_a_title_page_is_left_out_and_brought_with_a_key(empty, tmp_path):
    path = tmp_path / "old.md"
    path.write_text(
        "Executive Core Qualifications\n\n# ECQ 1: Leading Change\n\nThe exams\n\n"
        "Challenge: Two left.\n\nAction: I led.\n\nResult: None was lost.\n"
    )
    async with greeted(empty, "b") as pilot:
        await write(pilot, str(path))
        await press(pilot, "enter")
        assert "no story, and left out: “Executive Core Qualifications”" in shown(pilot)
        await press(pilot, "a a")
        assert "1 story found" in shown(pilot)
        await press(pilot, "a enter")
    assert len(empty.bank.stories) == 2
