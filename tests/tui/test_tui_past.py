"""What was: undo over restarts, the history of a story, removed things and their way back."""

from tui_driving import TITLES, asked, clock, notices, press, shown, told, write

from sesbank.domain.story import Status
from sesbank.session import Session, stories, vacancies
from sesbank.tui.screens.bank import BankScreen
from sesbank.tui.screens.confirm import Confirm
from sesbank.tui.screens.history import HistoryScreen


async def test_undo_and_redo_are_right_after_a_restart(session, opened):
    path, settings = session.path, session.settings
    async with opened(session, keys="r") as pilot:
        assert pilot.app.screen.story.title == TITLES[1]
    session.close()
    with Session.open(path, settings=settings, now=clock()) as again:
        async with opened(again, keys="u") as pilot:
            assert stories.get(again, TITLES[0]).status is Status.READY
            assert notices(pilot) == [f"Undone: mark “{TITLES[0]}” retired"]
        again.close()
    with Session.open(path, settings=settings, now=clock()) as third:
        async with opened(third, keys="U") as pilot:
            assert stories.get(third, TITLES[0]).status is Status.RETIRED
            assert notices(pilot) == [f"Done again: mark “{TITLES[0]}” retired"]
            await press(pilot, "U")
            assert notices(pilot) == ["There is nothing to redo."]


async def test_the_history_shows_what_changed_and_brings_a_state_back(session, opened):
    first = stories.get(session, TITLES[0]).result
    for text in ("The backlog went to zero.", "The backlog fell to zero in spring."):
        stories.save(session, stories.get(session, TITLES[0]).edit(result=text))
    async with opened(session, keys="H") as pilot:
        assert isinstance(pilot.app.screen, HistoryScreen)
        text = told(pilot, "#state")
        assert "The backlog [−went−] [+fell+] to [−zero.−] [+zero in spring.+]" in text
        assert "2026-11-22 09:" in shown(pilot)
        assert "AS IT WAS THEN" in text
        await press(pilot, "j r")
        assert stories.get(session, TITLES[0]).result == first
        assert any("are back" in notice for notice in notices(pilot))
        assert len(pilot.app.screen.rows.rows) == 3
        await press(pilot, "u escape")
        assert isinstance(pilot.app.screen, BankScreen)
    assert stories.get(session, TITLES[0]).result == "The backlog fell to zero in spring."


async def test_a_story_never_changed_has_no_history_and_says_so(session, opened):
    async with opened(session, keys="H r") as pilot:
        assert "Nothing was changed yet" in shown(pilot)
        assert notices(pilot) == ["There is no earlier state of this story."]


async def test_removing_asks_with_the_name_and_keeps_unless_told(session, opened):
    async with opened(session, keys="D") as pilot:
        assert isinstance(pilot.app.screen, Confirm)
        assert f"Remove “{TITLES[0]}”?" in asked(pilot)
        await press(pilot, "enter")
        assert len(session.bank.stories) == 5
        await press(pilot, "delete escape")
        assert len(session.bank.stories) == 5


async def test_a_removed_story_is_undone_or_put_back_from_the_trash(session, opened):
    async with opened(session, keys="D r") as pilot:
        assert len(session.bank.stories) == 4
        assert pilot.app.screen.story.title == TITLES[1]
        await press(pilot, "u")
        assert stories.get(session, TITLES[0])
        await press(pilot, "g D r T")
        text = shown(pilot)
        assert TITLES[0] in text
        assert "30 days left" in text
        assert "9,400 grants waited" in text
        await press(pilot, "r")
        assert stories.get(session, TITLES[0])
        assert "The trash is empty" in shown(pilot)
        await press(pilot, "u")
        assert len(session.bank.stories) == 4
        await press(pilot, "U escape")
        assert TITLES[0] in shown(pilot)


async def test_a_removed_vacancy_is_in_the_trash_too(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 d T") as pilot:
        assert "vacancy" in shown(pilot)
        assert "Director, Field Operations" in shown(pilot)
        await press(pilot, "enter")
    assert len(vacancies.listed(with_vacancy)) == 1


async def test_the_trash_and_the_unsaved_texts_are_in_the_palette(session, opened):
    async with opened(session, keys="ctrl+p") as pilot:
        await write(pilot, "trash")
        assert "Show the trash" in shown(pilot)
