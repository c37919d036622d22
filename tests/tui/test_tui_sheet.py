"""The sheet in the app: preview with cuts, blocks, interview, cues, other papers."""

from datetime import timedelta
from pathlib import Path

import pytest
from tui_driving import notices, press, settle, shown

from sesbank.domain.interview import InterviewKind
from sesbank.domain.preparation import Preparation
from sesbank.session import preparing, sheets, vacancies
from sesbank.tui.layout import lines_of
from sesbank.tui.screens.confirm import Confirm
from sesbank.tui.screens.cues import CuesDialog
from sesbank.tui.screens.interview import InterviewDialog
from sesbank.tui.screens.sheet import SheetDialog
from sesbank.tui.widgets.fields import Choice, Line
from sesbank.tui.widgets.pane import Pane
from sesbank.tui.widgets.prose import Prose
from sesbank.tui.widgets.toggles import Toggles

SIZE = (120, 50)


def only(session):
    (vacancy,) = session.bank.vacancies.values()
    return vacancy


async def preview(pilot) -> str:
    await settle(pilot)
    body = pilot.app.screen.query_one(Pane).body
    return "\n".join(line.plain for line in lines_of(body, 1_000))


async def test_the_interview_is_filled_in_and_stands_on_the_page(with_vacancy, opened):
    async with opened(with_vacancy, size=SIZE, keys="3 enter S ctrl+t") as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, InterviewDialog)
        screen.query_one("#field-when", Line).value = "2027-01-20 10:00"
        screen.query_one("#field-panel", Prose).text = "Dana Whitfield (chair)\nMarcus Oyelaran"
        screen.query_one("#field-questions", Prose).text = "What is first?"
        screen.query_one("#field-facts", Prose).text = "11 open | GAO-26-1 | 2026-06-02"
        await press(pilot, "ctrl+s")
        text = await preview(pilot)
        assert "Wed 20 Jan 2027, 10:00 a.m." in text
        assert "Dana Whitfield (chair) · Marcus Oyelaran" in text
        assert "11 open · GAO-26-1 · 2026-06-02" in text
        assert only(with_vacancy).questions == ("What is first?",)


async def test_the_list_makes_the_sheet_and_tells_of_the_interview(with_vacancy, opened):
    async with opened(with_vacancy, size=(80, 24), keys="3 S") as pilot:
        assert isinstance(pilot.app.screen, SheetDialog)
        assert "without a story" in shown(pilot)
        await press(pilot, "escape ctrl+t")
        assert isinstance(pilot.app.screen, InterviewDialog)
        day = with_vacancy.today + timedelta(days=12)
        pilot.app.screen.query_one("#field-when", Line).value = day.isoformat()
        pilot.app.screen.query_one("#field-panel", Prose).text = "Dana Whitfield (chair)"
        await press(pilot, "ctrl+s")
        text = shown(pilot)
        assert f"{day.isoformat()}, agency panel, in 12 days" in text
        assert "Panel: Dana Whitfield (chair)" in text


async def test_what_was_typed_is_not_thrown_away_unasked(with_vacancy, opened):
    async with opened(with_vacancy, size=SIZE, keys="3 enter S ctrl+t") as pilot:
        pilot.app.screen.query_one("#field-opening", Line).value = "I turn programs round."
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, "y")
        assert isinstance(pilot.app.screen, InterviewDialog)
        await press(pilot, "escape s")
        assert only(with_vacancy).opening == "I turn programs round."


async def test_a_time_as_americans_write_it_is_kept_and_said_in_full(with_vacancy, opened):
    async with opened(with_vacancy, size=SIZE, keys="3 enter S ctrl+t") as pilot:
        pilot.app.screen.query_one("#field-when", Line).value = "Dec 18, 2026 2 pm"
        await press(pilot, "ctrl+s")
        assert any("Friday, December 18, 2026, 2:00 p.m." in said for said in notices(pilot))
        assert only(with_vacancy).interviews[0].when == "2026-12-18T14:00"


async def test_a_time_that_is_none_says_how_to_write_it(with_vacancy, opened):
    async with opened(with_vacancy, size=SIZE, keys="3 enter S ctrl+t") as pilot:
        pilot.app.screen.query_one("#field-when", Line).value = "next Friday"
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, InterviewDialog)
        assert any("2026-11-20 10:00" in notice for notice in notices(pilot))


async def test_a_review_board_gets_its_own_template_and_no_names(with_vacancy, opened):
    async with opened(with_vacancy, size=SIZE, keys="3 enter S ctrl+t") as pilot:
        screen = pilot.app.screen
        screen.query_one("#kind", Choice).choose(InterviewKind.QRB.value)
        screen.query_one("#field-panel", Prose).text = "Dana Whitfield"
        await press(pilot, "ctrl+s")
        text = await preview(pilot)
        assert pilot.app.screen.query_one("#template", Choice).value == "prep-sheet-qrb"
        assert "Dana Whitfield" not in text
        assert "MTQ 1" not in text
        assert "Thank-you" not in text


async def test_a_cue_is_worded_anew_and_remembered(with_vacancy, opened):
    async with opened(with_vacancy, size=SIZE, keys="3 enter S ctrl+r") as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, CuesDialog)
        requirement = screen.row.requirement
        screen.query_one("#field-result", Line).value = "Backlog gone"
        await press(pilot, "ctrl+s")
        assert "Backlog gone" in await preview(pilot)
        assert [(c.requirement, c.text) for c in only(with_vacancy).cues] == [
            (requirement, "Backlog gone")
        ]


async def test_the_requirement_of_the_cues_stands_whole_where_there_is_room(with_vacancy, opened):
    vacancy = vacancies.propose(with_vacancy, only(with_vacancy))
    rows = [row for row in sheets.plan(with_vacancy, vacancy).rows if row.title]
    longest = max(rows, key=lambda row: len(row.name))
    assert len(longest.name) > 55
    async with opened(with_vacancy, size=(140, 40), keys="3 enter S ctrl+r") as pilot:
        pilot.app.screen.query_one("#requirement", Choice).choose(longest.requirement)
        await settle(pilot)
        assert f"‹ {longest.label} {longest.name} ›" in shown(pilot)


async def test_a_cue_of_too_many_words_stays_on_the_screen(with_vacancy, opened):
    async with opened(with_vacancy, size=SIZE, keys="3 enter S ctrl+r") as pilot:
        pilot.app.screen.query_one("#field-action", Line).value = "word " * 13
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, CuesDialog)
        assert any("12 at most" in notice for notice in notices(pilot))


async def test_a_block_is_turned_off(with_vacancy, opened):
    async with opened(with_vacancy, size=SIZE, keys="3 enter S") as pilot:
        assert "REMEMBER" in await preview(pilot)
        blocks = pilot.app.screen.query_one(Toggles)
        blocks.focus()
        blocks.place = 7
        await press(pilot, "space")
        assert "REMEMBER" not in await preview(pilot)
        assert "[·]reminders" in shown(pilot)


async def test_a_taken_name_is_told_with_the_one_used(with_vacancy, opened, tmp_path: Path):
    taken = tmp_path / "page.docx"
    taken.write_text("mine")
    async with opened(with_vacancy, size=SIZE, keys="3 enter S") as pilot:
        assert isinstance(pilot.app.screen, SheetDialog)
        pilot.app.screen.query_one("#file", Line).value = str(taken)
        await press(pilot, "ctrl+s")
        assert any("page (2).docx" in notice for notice in notices(pilot))
    assert taken.read_text() == "mine"
    assert (tmp_path / "page (2).docx").read_bytes()[:2] == b"PK"


async def test_a_sheet_written_is_listed_with_its_vacancy(with_vacancy, opened, tmp_path: Path):
    async with opened(with_vacancy, size=SIZE, keys="3 enter S") as pilot:
        pilot.app.screen.query_one("#file", Line).value = str(tmp_path / "[red]page.docx")
        await preview(pilot)
        await press(pilot, "ctrl+s")
        (sheet,) = only(with_vacancy).sheets
        assert sheet.file == "[red]page.docx"
        await press(pilot, "escape")
        await settle(pilot)
        assert "SHEETS WRITTEN" in shown(pilot)
        assert f"[red]page.docx  {sheet.day}" in shown(pilot)


async def test_blocks_left_away_are_left_away_on_the_next_sheet(
    with_vacancy, opened, tmp_path: Path
):
    async with opened(with_vacancy, size=SIZE, keys="3 enter S") as pilot:
        pilot.app.screen.query_one("#file", Line).value = str(tmp_path / "page.docx")
        pilot.app.screen.query_one(Toggles).focus()
        pilot.app.screen.query_one(Toggles).place = 7
        await press(pilot, "space ctrl+s")
        await settle(pilot)
        assert only(with_vacancy).sheets[-1].without == ("reminders",)
        await press(pilot, "S")
        assert "REMEMBER" not in await preview(pilot)
        assert "[·]reminders" in shown(pilot)


@pytest.mark.parametrize("way", ["3 enter S ctrl+n", "ctrl+n"])
async def test_other_papers_are_made_from_a_vacancy_and_from_the_bank(
    with_vacancy, opened, way, tmp_path: Path
):
    async with opened(with_vacancy, size=SIZE, keys=way) as pilot:
        screen = pilot.app.screen
        screen.query_one("#kind", Choice).choose("story-book")
        screen.query_one("#kind", Choice).action_turn(0)
        assert "Cleared the grants backlog" in await preview(pilot)
        screen.query_one("#file", Line).value = str(tmp_path / "book.docx")
        await press(pilot, "ctrl+s")
    assert (tmp_path / "book.docx").read_bytes()[:2] == b"PK"


async def test_another_interview_is_begun_beside_a_past_one_and_each_can_be_taken_away(
    with_vacancy, opened
):
    past = Preparation(when="2020-11-01T10:00", panel=("Dana Whitfield",))
    preparing.prepare(with_vacancy, only(with_vacancy), past)
    async with opened(with_vacancy, size=SIZE, keys="3 enter S ctrl+t") as pilot:
        screen = pilot.app.screen
        assert "2020-11-01 10:00, agency panel, past" in shown(pilot)
        screen.query_one("#field-when", Line).value = "2099-12-20"
        await press(pilot, "ctrl+s")
        assert any("this interview is past" in notice for notice in notices(pilot))
        screen.query_one("#field-when", Line).value = "2020-11-01 10:00"
        screen.query_one("#which", Choice).focus()
        await press(pilot, "right")
        assert screen.query_one("#field-panel", Prose).text == ""
        screen.query_one("#field-when", Line).value = "2099-12-20"
        await press(pilot, "ctrl+s")
    talks = preparing.interviews(only(with_vacancy))
    assert [(talk.when, talk.panel) for talk in talks] == [
        ("2020-11-01T10:00", ("Dana Whitfield",)),
        ("2099-12-20", ()),
    ]
    async with opened(with_vacancy, size=SIZE, keys="3 enter S ctrl+t") as pilot:
        # Textual would select a line with F6 in a field of several.
        pilot.app.screen.query_one("#field-panel", Prose).focus()
        await press(pilot, "f6")
        assert isinstance(pilot.app.screen, SheetDialog)
    assert [talk.when for talk in only(with_vacancy).interviews] == ["2020-11-01T10:00"]
