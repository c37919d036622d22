"""What there is room for is shown whole, and no box is larger than what it shows."""

import pytest
from textual.widgets._toast import Toast
from tui_driving import press, resize, settle, shown

from sesbank.domain.story import Status
from sesbank.session import Session, stories
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.fields import Choice
from sesbank.tui.widgets.pane import Pane

LONG = "Said no to the vendor's renewal price for the case system, about $1.2M a year"


async def test_a_title_too_long_for_the_frame_stands_whole_over_its_story(session: Session, opened):
    stories.add(session, title=LONG, status=Status.INBOX)
    async with opened(session, size=(120, 36), keys="i") as pilot:
        pane = pilot.app.screen.query_one("#story", Pane)
        assert _text_of(pane).startswith(LONG)
        assert f"─ {LONG[:20]}" not in shown(pilot)
        await resize(pilot, 200, 50)
        assert f"─ {LONG} ─" in shown(pilot)
        assert "Said no" not in _text_of(pane)


async def test_a_note_without_a_time_leaves_its_room_to_the_title(session: Session, opened):
    stories.add(session, title=LONG, status=Status.INBOX)
    async with opened(session, size=(60, 16), keys="i") as pilot:
        row = next(line for line in shown(pilot).splitlines() if "Said no" in line)
        assert row.endswith("inbox │")


async def test_a_search_that_is_typed_can_be_kept_says_the_foot(session, opened):
    async with opened(session, size=(60, 16), keys="slash") as pilot:
        assert "^s Keep" not in shown(pilot).splitlines()[-1]
        await press(pilot, "b")
        assert "Enter To the list  ^s Keep  Esc Leave" in shown(pilot).splitlines()[-1]
        await press(pilot, "enter")
        assert "^s Keep" not in shown(pilot).splitlines()[-1]


async def test_the_room_that_signs_leave_is_the_official_names(session, opened):
    async with opened(session, size=(60, 16), keys="2") as pilot:
        rows = shown(pilot).splitlines()
        assert "Commitment to the Rule of Law and the Princip…   gap !!" in rows[2]
        assert "●   thin !" in next(row for row in rows if "Merit and Competence" in row)
        await press(pilot, "o o")
        assert "2024   thin !" in next(row for row in shown(pilot).splitlines() if "Merit" in row)


async def test_cues_name_their_requirement_whole_where_there_is_room(with_vacancy, opened):
    async with opened(with_vacancy, size=(200, 50), keys="3 enter O S ctrl+r") as pilot:
        pilot.app.screen.query_one("#requirement", Choice).choose("tq2")
        await settle(pilot)
        assert "Negotiating shared data agreements with State governments ›" in shown(pilot)


async def test_settings_are_a_box_as_high_as_their_lines(session, opened):
    async with opened(session, size=(200, 50), keys="comma") as pilot:
        box = pilot.app.screen.query_one("#settings-box")
        high = box.outer_size.height
        assert high < 20
        for _ in range(7):
            await press(pilot, "tab")
            assert box.outer_size.height == high


@pytest.mark.parametrize("height", range(20, 101, 8))
async def test_what_is_said_in_the_corner_covers_no_key_of_a_dialog(session, opened, height):
    async with opened(session, size=(200, height), keys="D r T", toasts=True) as pilot:
        await settle(pilot)
        said = pilot.app.screen.query_one(Toast)
        assert said.region.height
        assert said.region.bottom <= pilot.app.screen.query_one(KeyBar).region.y


def _text_of(pane: Pane) -> str:
    return " ".join(pane.render_line(y).text.strip() for y in range(4))
