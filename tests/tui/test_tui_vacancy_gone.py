"""A vacancy that another program removes while its dialogs are open."""

import pytest
from tui_driving import notices, press, settle

from sesbank.session import Session, vacancies
from sesbank.tui.screens.cues import CuesDialog
from sesbank.tui.screens.interview import InterviewDialog
from sesbank.tui.screens.vacancies import VacanciesScreen
from sesbank.tui.widgets.fields import Line


def removed_elsewhere(session: Session) -> None:
    (vacancy,) = vacancies.listed(session)
    with Session.open(session.path, settings=session.settings) as other:
        vacancies.remove(other, vacancy.id)


@pytest.mark.parametrize("keys", ["S", "S ctrl+r", "S ctrl+t"], ids=["sheet", "cues", "interview"])
async def test_its_dialogs_leave_with_it(with_vacancy, opened, keys):
    async with opened(with_vacancy, keys=f"3 enter O {keys}") as pilot:
        removed_elsewhere(with_vacancy)
        pilot.app.beat()
        await settle(pilot)
        assert isinstance(pilot.app.screen, VacanciesScreen)


@pytest.mark.parametrize("choice", ["#paper", "#template", "#blocks"])
async def test_a_choice_on_its_sheet_before_that_was_noticed_ends_nothing(
    with_vacancy, opened, choice
):
    async with opened(with_vacancy, keys="3 enter O S") as pilot:
        sheet = pilot.app.screen
        removed_elsewhere(with_vacancy)
        sheet.take_in()
        sheet.query_one(choice).focus()
        await press(pilot, "space")
        assert isinstance(pilot.app.screen, VacanciesScreen)


@pytest.mark.parametrize(
    ("key", "dialog", "field"),
    [("ctrl+t", InterviewDialog, "opening"), ("ctrl+r", CuesDialog, "action")],
)
async def test_what_was_typed_about_it_stays_and_saving_puts_it_back(
    with_vacancy, opened, key, dialog, field
):
    async with opened(with_vacancy, keys=f"3 enter O S {key}") as pilot:
        pilot.app.screen.query_one(f"#field-{field}", Line).value = "I turn programs round."
        removed_elsewhere(with_vacancy)
        pilot.app.beat()
        await press(pilot, "f9 f9")
        assert isinstance(pilot.app.screen, dialog)
        assert any("Saving puts it back" in notice for notice in notices(pilot))
        await press(pilot, "ctrl+s")
        (vacancy,) = vacancies.listed(with_vacancy)
        said = (vacancy.opening, *(cue.text for cue in vacancy.cues))
        assert "I turn programs round." in said
