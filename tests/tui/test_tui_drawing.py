"""How screens are drawn: one ground a line, titles, ways out, nothing cut that matters."""

import pytest
from textual.events import Paste
from textual.widgets import Input, Static
from tui_driving import TITLES, press, settle, shown, told

from sesbank.session import Session, stories
from sesbank.tui.widgets.fields import Choice


def grounds_of(pilot, y: int) -> set[str]:
    """Return the grounds that the cells of a line have."""
    strip = pilot.app.screen._compositor.render_strips()[y]
    return {str(part.style.bgcolor) for part in strip if part.style is not None and part.text}


@pytest.mark.parametrize("theme", ["sesbank-dark", "sesbank-light", "high-contrast-light"])
async def test_the_search_line_has_one_ground_from_edge_to_edge(session, opened, theme):
    async with opened(session, size=(80, 24), keys="space") as pilot:
        pilot.app.theme = theme
        await settle(pilot)
        assert "1 marked" in shown(pilot).splitlines()[1]
        assert len(grounds_of(pilot, 1)) == 1


@pytest.mark.parametrize(
    ("keys", "title", "key"),
    [
        ("space t", "─ Tag ─", "Enter Tag"),
        ("slash x enter ctrl+s", "─ Keep a search ─", "Enter Take it"),
        ("X", "─ Write to a file ─", "Enter Write"),
        ("space space m", "─ OPM 2025 ─", "p Main"),
        ("3 o", "─ A posting from a file ─", "Enter Read it"),
        ("e ctrl+o", "─ To a file ─", "Enter Write"),
    ],
)
async def test_a_small_dialog_says_what_it_is_and_which_key_does_it(
    session, opened, keys, title, key
):
    async with opened(session, size=(80, 24), keys=keys) as pilot:
        assert title in shown(pilot)
        assert key in shown(pilot)
        assert "Esc Leave" in shown(pilot)


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 36)])
@pytest.mark.parametrize("keys", ["e", "C", "L", "m", "3 enter S", "comma", "T", "H"])
async def test_the_way_out_of_a_dialog_always_has_room(with_vacancy, opened, size, keys):
    async with opened(with_vacancy, size=size, keys=keys) as pilot:
        assert "Esc Leave" in shown(pilot)


async def test_a_question_says_that_esc_does_nothing(session, opened):
    async with opened(session, size=(80, 24), keys="space space M") as pilot:
        assert "Esc leaves all as it is" in shown(pilot)


@pytest.mark.parametrize("tab", "12345")
async def test_a_small_window_says_the_state_of_the_bank_in_whole_words(session, opened, tab):
    async with opened(session, size=(60, 16), keys=f"{tab} escape") as pilot:
        assert shown(pilot).splitlines()[0].endswith(" saved")
        await press(pilot, "f9")
        first = shown(pilot).splitlines()[0]
        assert first.endswith(" text hidden")
        assert "4 Ask" in first


async def test_ask_has_its_examples_in_sight_on_a_small_screen(session, opened):
    async with opened(session, size=(60, 16), keys="4") as pilot:
        assert "Tell us about a change you led" in shown(pilot)
        assert "Describe a conflict you settled" in shown(pilot)
        pilot.app.post_message(Paste("Tell us about a grants program."))
        await settle(pilot)
        assert "CHALLENGE" in shown(pilot)
        assert "9,400 grants waited" in shown(pilot)


async def test_an_empty_bank_names_the_key_that_brings_stories_in(empty: Session, opened):
    async with opened(empty, size=(80, 24)) as pilot:
        said = " ".join(shown(pilot).replace("│", " ").split())
        assert "or b to bring in what you have" in said
        await press(pilot, "b")
        assert "Bring in stories" in shown(pilot)


async def test_a_note_in_the_inbox_has_no_time_to_tell(session: Session, opened):
    stories.capture(session, "Said no to the vendor")
    async with opened(session) as pilot:
        assert "inbox" in shown(pilot)
        assert "0:00" not in shown(pilot)


async def test_a_field_without_a_word_leaves_retired_stories_last(session, opened):
    async with opened(session, keys="slash t a g colon") as pilot:
        assert pilot.app.screen.rows.rows[-1].story.title == TITLES[4]


async def test_the_rail_takes_the_whole_of_a_narrow_screen(session, opened):
    async with opened(session, size=(80, 24), keys="e f2") as pilot:
        assert pilot.app.screen.query_one("#rail").outer_size.width == 80


async def test_a_choice_too_long_for_its_line_keeps_its_arrows(with_vacancy, opened):
    async with opened(with_vacancy, size=(48, 16), keys="3 enter S ctrl+r") as pilot:
        choice = pilot.app.screen.query_one(Choice)
        choice.focus()
        await press(pilot, "right")
        assert choice.render().plain.endswith("… ›")


async def test_nothing_to_say_takes_no_line(with_vacancy, opened):
    async with opened(with_vacancy, size=(80, 24), keys="3 enter R") as pilot:
        assert not pilot.app.screen.query_one("#uncovered", Static).display
        await press(pilot, "M")
        assert "uncovered" in told_line(pilot)


def told_line(pilot) -> str:
    return shown(pilot).splitlines()[-2]


async def test_titles_in_a_line_stand_apart_from_it(session, opened):
    async with opened(session, size=(80, 24), keys="ctrl+n") as pilot:
        assert "─ 3 cards on 1 page ─" in shown(pilot)
        assert "Achieving Results · Driving Efficiency" in told(pilot, "#preview")


async def test_whether_it_is_saved_is_said_also_while_text_is_hidden(session, opened):
    async with opened(session, size=(80, 24), keys="e f9") as pilot:
        first = shown(pilot).splitlines()[0]
        assert first.endswith("· saved")
        assert TITLES[0] not in first


async def test_the_foot_of_coverage_counts_what_is_thin_beside_the_gaps(session, opened):
    async with opened(session, size=(80, 24), keys="2") as pilot:
        rows = [line for line in shown(pilot).splitlines() if "thin !" in line]
        assert f"1 gap · {len(rows)} thin" in shown(pilot)


@pytest.mark.parametrize("size", [(80, 11), (80, 24), (120, 36)])
async def test_a_search_leaves_the_picture_that_drawing_all_anew_gives(session, opened, size):
    async with opened(session, size=size, keys="slash") as pilot:
        pilot.app.screen.query_one(Input).cursor_blink = False  # both pictures show the cursor
        for keys in ("g", "r a n t", "backspace backspace", "z z", "escape", "j space", "r", "u"):
            await press(pilot, keys)
            as_typed = pictured(pilot)
            pilot.app.screen.show_anew()
            await settle(pilot)
            assert as_typed == pictured(pilot)


def pictured(pilot) -> list[list[tuple[str, str]]]:
    """Return what each line says and in which colors, as far as one can see."""
    strips = pilot.app.screen._compositor.render_strips()
    return [[(part.text, str(part.style)) for part in strip.simplify()] for strip in strips]


async def test_keys_without_room_stand_in_a_second_line_and_a_click_there_presses_them(
    session, opened
):
    async with opened(session, size=(60, 16), keys="e ctrl+n") as pilot:
        first, second = shown(pilot).splitlines()[-3:-1]
        assert "d Documented" in first
        assert "Esc Leave" in first
        for label in ("e Estimate", "c Cannot confirm", "n Do not say", "x Forget"):
            assert label in second
        await pilot.click("KeyBar", offset=(second.index("c Cannot") - 1, 1))
        await settle(pilot)
        assert "cannot confirm" in shown(pilot).splitlines()[1]
        await press(pilot, "d")
        assert shown(pilot).splitlines()[-5].startswith("│ Counts what")
    async with opened(session, size=(60, 16), keys="m") as pilot:
        assert "f Framework  v TQs" in shown(pilot).splitlines()[-2]


def colors_of(pilot, y):
    strip = pilot.app.screen._compositor.render_strips()[y]
    return {str(segment.style) for segment in strip if segment.text.strip()}


@pytest.mark.parametrize("keys", ["c", "apostrophe", "ctrl+p"])
async def test_over_ssh_what_lies_behind_a_dialog_keeps_its_colors_and_is_not_sent_again(
    session, opened, monkeypatch, keys
):
    async with opened(session) as pilot:
        before = colors_of(pilot, -1)
        await press(pilot, keys)
        assert colors_of(pilot, -1) != before
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    async with opened(session) as pilot:
        assert colors_of(pilot, -1) == before
        await press(pilot, keys)
        assert colors_of(pilot, -1) == before
