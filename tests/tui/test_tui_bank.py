"""The bank: list, search, detail, retire, undo."""

import pytest
from tui_driving import TITLES, notices, press, settle, shown, write

from sesbank.domain.bank import Change
from sesbank.domain.mapping import Mapping
from sesbank.domain.story import Status, Story
from sesbank.session import Session, stories
from sesbank.tui.widgets.rows import RowList


async def test_the_list_comes_first_with_the_story_at_hand_beside_it(session, opened):
    async with opened(session) as pilot:
        text = shown(pilot)
        assert all(title[:20] in text for title in TITLES)
        assert "GS-15" in text
        assert "Operational Mindset" in text
        assert "9,400 grants waited" in text
        assert pilot.app.focused.id == "stories"


async def test_an_empty_bank_says_how_to_begin(empty, opened):
    async with opened(empty) as pilot:
        assert "Press n to write the first one" in shown(pilot)


async def test_searching_narrows_with_every_key_and_lights_the_words(session, opened):
    async with opened(session, keys="slash") as pilot:
        await write(pilot, "lease")
        assert "1 of 5" in shown(pilot)
        rows = pilot.app.screen.query_one("#stories", RowList)
        assert [found.story.title for found in rows.rows] == [TITLES[1]]
        body = pilot.app.screen.query_one("#story").body
        lit = [body.plain[s.start : s.end] for s in body.spans if "$lit" in str(s.style)]
        assert "lease" in lit
        await press(pilot, "escape")
        assert len(rows.rows) == 5
        assert pilot.app.focused is rows


async def test_a_slash_in_the_search_line_is_just_a_slash(session, opened):
    async with opened(session, keys="slash a slash question_mark n q") as pilot:
        assert pilot.app.screen.line.value == "a/?nq"


async def test_a_field_in_the_search_line_filters_and_a_wrong_one_is_named(session, opened):
    async with opened(session, keys="slash") as pilot:
        await write(pilot, "ecq:LP")
        assert "1 of 5" in shown(pilot)
        await write(pilot, " has:wings")
        assert "has: knows" in shown(pilot)


async def test_pasted_lines_and_escape_codes_become_one_clean_line(session, opened):
    from textual.events import Paste

    async with opened(session, keys="slash") as pilot:
        pilot.app.post_message(Paste("two\nlines\x1b]52;c;aGk=\x07 of it\n"))
        await settle(pilot)
        assert pilot.app.screen.line.value == "two lines of it"


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ("j", 1),
        ("down down", 2),
        ("j k", 0),
        ("k", 0),
        ("G", 4),
        ("end home", 0),
        ("G g", 0),
        ("pagedown", 4),
        ("pagedown pageup", 0),
    ],
)
async def test_the_keys_that_move_move(session, opened, keys, place):
    async with opened(session, keys=keys) as pilot:
        assert pilot.app.screen.rows.cursor == place


async def test_the_mouse_marks_a_story_and_a_double_click_opens_it(session, opened):
    async with opened(session) as pilot:
        await pilot.click("#stories", offset=(5, 3))
        assert pilot.app.screen.rows.cursor == 2
        await pilot.click("#stories", offset=(5, 3), times=2)
        await settle(pilot)
        assert pilot.app.focused.id == "story"


async def test_a_narrow_screen_shows_one_pane_at_a_time(session, opened):
    async with opened(session, size=(80, 24)) as pilot:
        assert "9,400 grants waited" not in shown(pilot)
        await press(pilot, "enter")
        assert "9,400 grants waited" in shown(pilot)
        assert TITLES[1] not in shown(pilot)
        await press(pilot, "escape")
        assert TITLES[1] in shown(pilot)


async def test_retiring_is_undone_and_done_again(session, opened):
    async with opened(session, keys="r") as pilot:
        story = stories.get(session, TITLES[0])
        assert story.status is Status.RETIRED
        assert any(TITLES[0] in notice for notice in notices(pilot))
        await press(pilot, "u")
        assert stories.get(session, TITLES[0]).status is Status.READY
        await press(pilot, "U")
        assert stories.get(session, TITLES[0]).status is Status.RETIRED
        await press(pilot, "ctrl+z ctrl+y ctrl+z")
        assert stories.get(session, TITLES[0]).status is Status.READY


async def test_a_story_retired_leaves_one_at_ones_place_and_undo_leads_to_it(session, opened):
    async with opened(session, keys="j r") as pilot:
        rows = pilot.app.screen.rows
        assert (rows.cursor, rows.current.story.title) == (1, TITLES[2])
        await press(pilot, "u")
        assert (rows.cursor, rows.current.story.title) == (1, TITLES[1])
        assert "retired" not in row_of(pilot, TITLES[1])
        await press(pilot, "U")
        assert (rows.cursor, rows.current.story.title) == (1, TITLES[2])
        assert "retired" in row_of(pilot, TITLES[1])


async def test_a_story_that_is_retired_where_it_stands_stays_at_hand(session, opened):
    async with opened(session, keys="slash f i e l d enter") as pilot:
        title = pilot.app.screen.story.title
        await press(pilot, "r")
        assert pilot.app.screen.story.title == title
        assert "retired" in row_of(pilot, title)


async def test_undo_of_what_the_search_hides_leaves_one_where_one_is(session, opened):
    async with opened(session, keys="r slash a u d i t enter") as pilot:
        here = pilot.app.screen.story
        await press(pilot, "u")
        assert pilot.app.screen.story == here


def row_of(pilot, title: str) -> str:
    """Return the line of the list with a title, without what stands beside the list."""
    width = pilot.app.screen.rows.outer_size.width
    return next(line[:width] for line in shown(pilot).splitlines() if title in line[:width])


async def test_r_offers_a_retired_story_again(session, opened):
    async with opened(session, keys="G r") as pilot:
        assert stories.get(session, TITLES[4]).status is Status.READY
        assert any("Offered again" in notice for notice in notices(pilot))


async def test_a_search_that_finds_nothing_is_no_empty_bank(session, opened):
    async with opened(session, keys="slash z z z z enter e") as pilot:
        assert notices(pilot) == ["The search finds no story: Esc shows all of them again."]
        await press(pilot, "escape escape")
        assert len(pilot.app.screen.rows.rows) == 5


async def test_what_cannot_be_done_says_why(empty, opened):
    async with opened(empty, keys="e") as pilot:
        assert notices(pilot) == ["There is no story here: n writes a new one."]
        await press(pilot, "u")
        assert notices(pilot) == ["There is nothing to undo."]


async def test_a_story_changed_elsewhere_is_shown_after_undo_of_another_screen(session, opened):
    async with opened(session, keys="r 2 u 1") as pilot:
        assert stories.get(session, TITLES[0]).status is Status.READY
        assert "ready" in shown(pilot)


async def test_what_another_program_saved_is_taken_in(session, opened):
    async with opened(session, keys="2") as pilot:
        with Session.open(session.path, settings=session.settings) as other:
            stories.add(other, title="Written elsewhere")
        await press(pilot, "1")
        assert "Written elsewhere" in shown(pilot)
        assert any("Another program" in notice for notice in notices(pilot))


async def test_after_retiring_the_next_story_is_at_hand(session, opened):
    async with opened(session, keys="j r") as pilot:
        assert pilot.app.screen.story.title == TITLES[2]


async def test_q_leaves(session, opened):
    async with opened(session, keys="q") as pilot:
        assert pilot.app.return_code == 0


async def test_an_ecq_of_an_older_framework_is_offered_with_its_name_and_count(session, opened):
    story = stories.get(session, TITLES[3])
    stories.map_to(session, story.id, Mapping("opm-2006", "LC", "flexibility"))
    async with opened(session, size=(80, 24), keys="slash e c q colon") as pilot:
        text = shown(pilot)
    assert "1 story · Leading Change" in text
    assert "1 story · Achieving Results" in text
    assert "0 stories · Commitment" in text


async def test_a_field_that_is_only_begun_leaves_the_retired_stories_last(session, opened):
    async with opened(session) as pilot:
        before = [found.story.id for found in pilot.app.screen.rows.rows]
        await press(pilot, "slash t o l d colon")
        assert [found.story.id for found in pilot.app.screen.rows.rows] == before


async def test_the_row_at_hand_stays_in_sight_when_a_search_ends_in_a_long_list(session, opened):
    made = [Story(f"x-{n:03}", f"Turned office {n} round") for n in range(300)]
    session.act("make", [Change(None, story) for story in made])
    async with opened(session, keys="slash") as pilot:
        await write(pilot, "office 123")
        await press(pilot, "enter escape")
        rows = pilot.app.screen.query_one("#stories", RowList)
        assert rows.current.story.title == "Turned office 123 round"
        assert rows.cursor in [index for index, _ in rows.in_sight]


@pytest.mark.parametrize(
    ("keys", "said"), [("3 enter", "no vacancy here"), ("F enter", "No search")]
)
async def test_enter_in_an_empty_list_says_why_nothing_opens(session, opened, keys, said):
    async with opened(session, keys=keys) as pilot:
        assert said in notices(pilot)[-1]
