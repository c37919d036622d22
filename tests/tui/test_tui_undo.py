"""Undo in a field and undo of the bank: each takes back its own, and nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st
from tui_driving import TITLES, notices, press, write

from sesbank.session import stories
from sesbank.tui.widgets.steps import Stand, Steps

texts = st.text(max_size=6)


@given(st.lists(texts, max_size=8))
def test_all_steps_taken_back_and_again_come_to_the_same(values):
    steps, stood = Steps(), [Stand("", 0)]
    for value in values:
        steps.changed(stood[-1], value)
        stood.append(Stand(value, len(value)))
    now = stood[-1]
    while (before := steps.back(now)) is not None:
        now = before
    assert now == stood[0]
    while (after := steps.again(now)) is not None:
        now = after
    assert now == stood[-1]


async def test_a_line_takes_back_what_was_typed_or_wiped_in_it_word_by_word(session, opened):
    async with opened(session, keys="e") as pilot:
        line = pilot.app.focused
        await write(pilot, " or two")
        await press(pilot, "backspace backspace ctrl+u ctrl+z")
        assert line.value == f"{TITLES[0]} or t"
        await press(pilot, "ctrl+z")
        assert line.value == f"{TITLES[0]} or two"
        await press(pilot, "ctrl+z")
        assert line.value == f"{TITLES[0]} or"
        await press(pilot, "ctrl+z ctrl+z ctrl+y")
        assert line.value == f"{TITLES[0]} or"
        await write(pilot, "!")
        await press(pilot, "ctrl+y ctrl+z ctrl+z")
        assert line.value == TITLES[0]
        assert not pilot.app.screen.unsaved


async def test_undo_in_the_editor_and_in_the_bank_are_kept_apart(session, opened):
    async with opened(session, keys="e") as pilot:
        await write(pilot, " now")
        await press(pilot, "ctrl+s ctrl+z")
        assert pilot.app.focused.value == TITLES[0]
        assert pilot.app.screen.unsaved
        assert stories.get(session, f"{TITLES[0]} now")
        await press(pilot, "ctrl+y escape u")
        assert notices(pilot)[-1].startswith("Undone: ")
        assert stories.get(session, TITLES[0]).title == TITLES[0]
        await press(pilot, "U e ctrl+z")
        assert "nothing to undo" in notices(pilot)[-1]
        assert pilot.app.focused.value == f"{TITLES[0]} now"


async def test_a_line_that_is_about_another_row_takes_nothing_back_into_it(session, opened):
    async with opened(session, keys="e ctrl+n tab") as pilot:
        await write(pilot, "grants")
        await press(pilot, "enter j tab ctrl+z")
        assert pilot.app.focused.value == ""
