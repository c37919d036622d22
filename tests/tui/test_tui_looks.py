"""What a screen says about itself: signs in words, frames with titles, what is to be done first."""

from textual.events import Paste
from tui_driving import notices, press, settle, shown, told

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
            assert "c Capture   u Undo   ? Keys   ^p All" in shown(pilot).splitlines()[-1]


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
        await pilot.resize_terminal(50, 14)
        await settle(pilot)
        assert "This window is small, 50 by 14" in notices(pilot)[0]
        pilot.app.clear_notifications()
        await pilot.resize_terminal(48, 14)
        await settle(pilot)
        assert notices(pilot) == []


async def test_settings_say_that_they_are_kept_at_once(session, opened):
    async with opened(session, keys="comma") as pilot:
        assert "Settings · each change is kept at once" in shown(pilot)
