"""What a screen says about itself: signs in words, frames with titles, what is to be done first."""

import pytest
from textual.events import Paste
from tui_driving import notices, press, resize, settle, shown, told

from sesbank.session import Session, stories


async def test_a_sign_beside_a_story_is_said_in_words_when_the_story_is_at_hand(session, opened):
    async with opened(session, size=(80, 24), keys="j j j") as pilot:
        assert "! still without context, action, result" in shown(pilot)
        await press(pilot, "k")
        assert "still without" not in shown(pilot)


async def test_a_note_in_the_inbox_has_not_ended_in_success(session: Session, opened):
    stories.capture(session, "Said no to the vendor", number="$2M", day="2026-10")
    async with opened(session, keys="i") as pilot:
        assert "success" not in told(pilot, "#story")
        assert "inbox" in shown(pilot)


async def test_capture_and_undo_are_named_at_the_foot_of_each_tab(session, opened):
    async with opened(session, size=(80, 24)) as pilot:
        for tab in "123":
            await press(pilot, tab)
            assert "c Capture  u Undo  ? Keys  ^p All" in shown(pilot).splitlines()[-1]


async def test_ask_says_what_to_do_before_a_question_is_typed(session, opened):
    async with opened(session, keys="4") as pilot:
        assert "The story that answers stands here while you type" in told(pilot, "#card")
        assert "ECQs and competencies" in told(pilot, "#reading")
        pilot.app.post_message(Paste("Tell us about a grants program."))
        await settle(pilot)
        assert "stands here while you type" not in told(pilot, "#card")


async def test_names_of_ecqs_are_public_and_stay_when_text_is_hidden(session, opened):
    async with opened(session, keys="4") as pilot:
        pilot.app.post_message(Paste("How did you direct a national grants program?"))
        await settle(pilot)
        await press(pilot, "f9")
        assert "Driving Efficiency" in told(pilot, "#reading")
        assert "grants" not in shown(pilot)


async def test_a_paper_says_what_it_counts_under_a_title(session, opened):
    async with opened(session, keys="ctrl+n") as pilot:
        assert "Papers" in shown(pilot)
        assert "3 cards on 1 page" in shown(pilot)


async def test_a_window_that_becomes_small_is_told_once(session, opened):
    async with opened(session, size=(80, 24), toasts=True) as pilot:
        assert notices(pilot) == []
        await resize(pilot, 50, 14)
        assert "This window is small, 50 by 14" in notices(pilot)[0]
        pilot.app.clear_notifications()
        await resize(pilot, 48, 14)
        assert notices(pilot) == []


@pytest.mark.parametrize("size", [(80, 24), (20, 6)])
async def test_that_a_window_is_small_is_said_no_longer_once_it_is_not(session, opened, size):
    async with opened(session, size=(80, 24), toasts=True) as pilot:
        await resize(pilot, 50, 14)
        pilot.app.notify("The bank is elsewhere.", severity="error")
        await resize(pilot, *size)
        assert notices(pilot) == ["The bank is elsewhere."]


async def test_settings_say_that_they_are_kept_at_once(session, opened):
    async with opened(session, keys="comma") as pilot:
        assert "Settings · each change is kept at once" in shown(pilot)


async def test_what_completes_a_search_stands_in_a_frame_over_the_rows(session, opened):
    async with opened(session, size=(80, 24), keys="slash t a g colon") as pilot:
        frame = [line for line in shown(pilot).splitlines() if "tag:" in line or "takes it" in line]
        assert len(frame) == 4
        assert "│▏tag:data" in frame[1]
        assert "1 story" in frame[1]
        assert "Tab takes it · ↑ ↓ choose ─╯" in frame[3]


async def test_while_searching_the_foot_says_what_enter_does(session, opened):
    async with opened(session, size=(60, 16), keys="slash b") as pilot:
        assert "Enter To the list" in shown(pilot).splitlines()[-1]
        await press(pilot, "enter")
        assert "Enter" not in shown(pilot).splitlines()[-1]
        assert pilot.app.screen.focused is pilot.app.screen.rows


async def test_the_signs_before_the_answers_are_said_in_words(with_vacancy, opened):
    async with opened(with_vacancy, size=(60, 16), keys="3 enter") as pilot:
        assert "─ ◇ proposed ─╯" in shown(pilot)
        await press(pilot, "O")
        assert "─ ◆ chosen by you ─╯" in shown(pilot)
        await press(pilot, "R")
        assert "chosen by you" not in shown(pilot)


async def test_a_small_screen_has_the_keys_of_a_panel_at_its_foot(session, opened):
    async with opened(session, size=(60, 16), keys="4") as pilot:
        foot = shown(pilot).splitlines()[-1]
        assert "^n Next  ^t Told it  ^b Before  Esc Leave" in foot
        assert "F1 Keys  ^p All" in foot


async def test_enter_beneath_the_numbers_is_named_and_leads_back_to_them(session, opened):
    async with opened(session, keys="e ctrl+n d") as pilot:
        assert "Enter Keep" in shown(pilot)
        await press(pilot, "x enter")
        assert pilot.app.screen.focused is pilot.app.screen.rows
        assert pilot.app.screen.rows.current.figure.where.endswith("x")
