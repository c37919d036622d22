"""Many stories at once, capture, saved searches, completion, jump and privacy, key by key."""

import pytest
from tui_driving import TITLES, asked, notices, press, resize, settle, shown, told, write

from sesbank.domain.story import Status
from sesbank.session import searches, stories, trash
from sesbank.tui.screens.bank import BankScreen
from sesbank.tui.screens.capture import CaptureDialog
from sesbank.tui.screens.confirm import Confirm
from sesbank.tui.screens.coverage import CoverageScreen
from sesbank.tui.screens.ecqs import EcqsDialog
from sesbank.tui.screens.one_line import OneLine


def marked(pilot):
    known = pilot.app.session.bank.stories
    return [known[key].title for key in pilot.app.screen.rows.marked]


@pytest.mark.parametrize(
    ("keys", "titles"),
    [
        ("space", TITLES[:1]),
        ("space space", TITLES[:2]),
        ("space k space", ()),
        ("space j j V", TITLES[:4]),
        ("asterisk", TITLES),
        ("space I", TITLES[1:]),
        ("asterisk escape", ()),
    ],
)
async def test_rows_are_marked_with_a_key(session, opened, keys, titles):
    async with opened(session, keys=keys) as pilot:
        assert set(marked(pilot)) == set(titles)


async def test_marks_are_seen_counted_and_let_go_before_the_search(session, opened):
    async with opened(session, keys="slash g r a n t s enter space") as pilot:
        assert "✓" in shown(pilot)
        assert "1 marked" in shown(pilot)
        await press(pilot, "escape")
        assert marked(pilot) == []
        assert pilot.app.screen.line.value == "grants"
        await press(pilot, "escape")
        assert pilot.app.screen.line.value == ""


async def test_the_mouse_marks_with_ctrl_and_a_stretch_with_shift(session, opened):
    async with opened(session) as pilot:
        await pilot.click("#stories", offset=(5, 1), control=True)
        await pilot.click("#stories", offset=(5, 3), shift=True)
        assert set(marked(pilot)) == set(TITLES[:3])


async def test_shift_and_a_click_mark_from_the_row_at_hand_where_nothing_is_marked(session, opened):
    async with opened(session, keys="j") as pilot:
        await pilot.click("#stories", offset=(5, 3), shift=True)
        assert set(marked(pilot)) == set(TITLES[1:3])
        await press(pilot, "escape j V")
        assert marked(pilot) == [TITLES[3]]


async def test_the_second_click_on_an_answer_opens_nothing_behind_it(session, opened):
    async with opened(session, keys="D") as pilot:
        await pilot.click("#answers", offset=(5, 0), times=2)
        await settle(pilot)
        assert isinstance(pilot.app.screen, BankScreen)
        assert pilot.app.focused.id == "stories"


async def test_one_stays_at_ones_place_when_those_marked_are_retired(session, opened):
    async with opened(session, keys="space V r") as pilot:
        rows = pilot.app.screen.rows
        assert (rows.cursor, rows.current.story.title) == (0, TITLES[2])
        await press(pilot, "u")
        assert (rows.cursor, rows.current.story.title) == (0, TITLES[0])


async def test_those_marked_are_retired_at_once_and_come_back_at_once(session, opened):
    async with opened(session, keys="space space r") as pilot:
        assert [stories.get(session, t).status for t in TITLES[:2]] == [Status.RETIRED] * 2
        assert notices(pilot) == [f"Retired: “{TITLES[0]}” and “{TITLES[1]}”. u takes it back."]
        await press(pilot, "u")
        assert [stories.get(session, t).status for t in TITLES[:2]] == [Status.READY] * 2


async def test_those_marked_are_tagged(session, opened):
    async with opened(session, keys="space space t") as pilot:
        await write(pilot, "field, grants")
        await press(pilot, "enter")
        assert all(stories.get(session, t).tags == ("field", "grants") for t in TITLES[:2])
        assert notices(pilot)[-1].startswith("Added #field #grants to 2 stories: ")
        await press(pilot, "u")
        assert stories.get(session, TITLES[0]).tags == ()


@pytest.mark.parametrize("size", [(80, 24), (60, 16)])
async def test_tags_of_the_bank_are_offered_and_a_minus_takes_one_away(session, opened, size):
    async with opened(session, size=size, keys="space space space t") as pilot:
        text = shown(pilot)
        assert "-tag takes a tag away" in text
        assert "data " in text
        assert "states " in text
        await press(pilot, "down tab")
        assert pilot.app.screen.line.value == "states, "
        await write(pilot, "-da")
        await press(pilot, "tab")
        assert pilot.app.screen.line.value == "states, -data, "
        assert "Adds #states to 2 stories; takes #data" in shown(pilot)
        await press(pilot, "enter")
        said = "Added #states to 2 stories; took #data from 1 story: "
        assert notices(pilot)[-1].startswith(said)
        assert [stories.get(session, t).tags for t in TITLES[:3]] == [("states",)] * 3
        await press(pilot, "u")
        assert stories.get(session, TITLES[2]).tags == ("data", "states")


async def test_those_marked_are_mapped_and_one_undo_takes_it_back(session, opened):
    async with opened(session, keys="space space m j j j j s") as pilot:
        assert all("DE" in {m.ecq for m in stories.get(session, t).mappings} for t in TITLES[:2])
        assert "2 side of 2" in shown(pilot)
        await press(pilot, "u")
        assert {m.ecq for m in stories.get(session, TITLES[1]).mappings} == {"LP"}
        assert "1 side of 2" in shown(pilot)
        assert isinstance(pilot.app.screen, EcqsDialog)


def legacy(session, title):
    found = stories.get(session, title).mapped_in("opm-2006")
    return [(m.ecq, m.competency, m.strength.value) for m in found]


@pytest.mark.parametrize("size", [(120, 36), (60, 16)])
async def test_those_marked_are_mapped_to_a_competency_of_either_framework(session, opened, size):
    async with opened(session, size=size, keys="space space space m f j s") as pilot:
        lead = ("LC", "creativity-and-innovation", "supporting")
        assert [legacy(session, title) for title in TITLES[:3]] == [[lead]] * 3
        assert "3 side of 3" in shown(pilot)
        await press(pilot, "x")
        assert [legacy(session, title) for title in TITLES[:3]] == [[]] * 3
        await press(pilot, "x")
        assert notices(pilot)[-1] == "None of the stories is mapped to this row."
        await press(pilot, "f g p")
        assert notices(pilot)[-1].startswith("none of the 3 stories is mapped to RL, as “Cleared")
        assert stories.get(session, TITLES[3]).mappings == ()
        await press(pilot, "escape")
        assert len(marked(pilot)) == 3


async def test_those_marked_are_removed_after_a_question_that_names_them(session, opened):
    async with opened(session, keys="space space D") as pilot:
        assert TITLES[0] in asked(pilot)
        await press(pilot, "r")
        assert len(session.bank.stories) == 3
        assert len(trash.listed(session)) == 2
        await press(pilot, "u")
        assert len(session.bank.stories) == 5


async def test_those_marked_are_merged_under_the_title_chosen(session, opened):
    async with opened(session, keys="space space M") as pilot:
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, "2")
        assert len(session.bank.stories) == 4
        one = pilot.app.screen.story
        assert one.title == TITLES[1]
        assert "9,400 grants waited" in one.challenge
        await press(pilot, "u")
        assert len(session.bank.stories) == 5


async def test_merging_one_story_says_why_not(session, opened):
    async with opened(session, keys="space M") as pilot:
        assert "two or more can be merged" in notices(pilot)[0]


async def test_those_marked_are_written_to_a_file(session, opened, tmp_path):
    async with opened(session, keys="space space X ctrl+u") as pilot:
        await write(pilot, str(tmp_path / "two.md"))
        await press(pilot, "enter")
        assert TITLES[1] in (tmp_path / "two.md").read_text(encoding="utf-8")
        await press(pilot, "X ctrl+u")
        await write(pilot, str(tmp_path / "two.md"))
        await press(pilot, "enter")
        assert notices(pilot)[0].startswith("“two.md” is there already. Written instead: ")
        assert (tmp_path / "two (2).md").exists()
        await press(pilot, "X ctrl+u")
        await write(pilot, str(tmp_path / "two.xyz"))
        await press(pilot, "enter")
        assert ".md" in notices(pilot)[0]


async def test_a_line_is_captured_from_the_list_and_stands_in_the_inbox(session, opened):
    async with opened(session, keys="c") as pilot:
        await write(pilot, "Moved payroll in a weekend")
        await press(pilot, "tab")
        await write(pilot, "212 staff")
        await press(pilot, "enter i")
        assert pilot.app.screen.story.title == "Moved payroll in a weekend"
        assert pilot.app.screen.story.figures[0].value == "212 staff"
        assert "inbox · 1 of 6" in shown(pilot)


@pytest.mark.parametrize("keys", ["2 c", "3 c", "4 w ctrl+l", "e ctrl+l", "slash x ctrl+l"])
async def test_capture_is_at_hand_anywhere(session, opened, keys):
    async with opened(session, keys=keys) as pilot:
        assert isinstance(pilot.app.screen, CaptureDialog)


async def test_a_bad_date_is_named_and_the_line_stays(session, opened):
    async with opened(session, keys="c") as pilot:
        await write(pilot, "Something")
        await press(pilot, "tab tab x enter")
        assert isinstance(pilot.app.screen, CaptureDialog)
        assert "hen: write a date" in shown(pilot)
        assert "Something" in shown(pilot)


async def test_a_search_is_kept_used_again_dropped_and_brought_back(session, opened):
    before = session.can_undo
    async with opened(session, keys="slash") as pilot:
        await write(pilot, "ecq:LP")
        await press(pilot, "ctrl+s")
        await write(pilot, "People")
        await press(pilot, "enter escape escape F")
        assert "ecq:LP" in shown(pilot)
        await press(pilot, "enter")
        assert pilot.app.screen.line.value == "ecq:LP"
        assert "ECQ Leading People · 1 of 5" in shown(pilot)
        await press(pilot, "F x")
        assert searches.saved(session) == {}
        assert notices(pilot)[-1].endswith("u brings it back.")
        await press(pilot, "u")
        assert searches.saved(session) == {"People": "ecq:LP"}
        assert session.can_undo == before


@pytest.mark.parametrize(
    ("answer", "kept"), [("n", "ecq:LP"), ("r", "tag:data"), ("escape", "ecq:LP")]
)
async def test_a_search_kept_under_the_same_name_is_not_replaced_unasked(
    session, opened, answer, kept
):
    searches.save(session, "People", "ecq:LP")
    async with opened(session, keys="slash") as pilot:
        await write(pilot, "tag:data")
        await press(pilot, "ctrl+s")
        await write(pilot, "People")
        await press(pilot, "enter")
        assert "“ecq:LP”" in asked(pilot)
        await press(pilot, answer)
        assert searches.saved(session) == {"People": kept}


async def test_the_same_search_kept_again_is_kept_unasked_however_it_is_spaced(session, opened):
    searches.save(session, "People", "ecq:LP data")
    async with opened(session, keys="slash") as pilot:
        await write(pilot, "ecq:LP  data")
        await press(pilot, "ctrl+s")
        await write(pilot, "People")
        await press(pilot, "enter")
        assert notices(pilot) == ["Kept: the search “People”"]


async def test_a_name_that_a_search_cannot_have_stays_to_be_mended(session, opened):
    async with opened(session, keys="slash") as pilot:
        await write(pilot, "ecq:LP")
        await press(pilot, "ctrl+s")
        await write(pilot, "x" * 41)
        await press(pilot, "enter")
        assert notices(pilot)[-1] == "a name of at most 40 characters will do"
        await press(pilot, "backspace enter")
        assert searches.saved(session) == {"x" * 40: "ecq:LP"}


async def test_a_search_is_renamed_and_put_in_its_place(session, opened):
    for name in ("One", "Two"):
        searches.save(session, name, f"tag:{name}")
    async with opened(session, size=(60, 16), keys="F r") as pilot:
        assert "“One”" in shown(pilot)
        await write(pilot, "ly")
        await press(pilot, "enter")
        assert list(searches.saved(session)) == ["Onely", "Two"]
        assert notices(pilot)[-1] == "Renamed: the search “One” is “Onely” now"
        await press(pilot, "K")
        assert notices(pilot)[-1] == "This search stands first."
        await press(pilot, "J")
        assert list(searches.saved(session)) == ["Two", "Onely"]
        assert pilot.app.screen.rows.current[0] == "Onely"
        await press(pilot, "r ctrl+u")
        await write(pilot, "Two")
        await press(pilot, "enter")
        assert "kept as “Two” already" in notices(pilot)[-1]
        assert pilot.app.screen.query_one("#line").value == "Two"
        await press(pilot, "escape ctrl+p")
        await write(pilot, "another name")
        await press(pilot, "enter")
        assert pilot.app.screen.query_one("#line").value == "Onely"


async def test_fields_and_their_values_are_completed_with_tab(session, opened):
    async with opened(session, keys="slash") as pilot:
        await write(pilot, "ta")
        await press(pilot, "tab")
        assert pilot.app.screen.line.value == "tag:"
        assert "states" in shown(pilot)
        await press(pilot, "down tab")
        assert pilot.app.screen.line.value == "tag:states "
        assert "tag states · 1 of 5" in shown(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen.line.value == ""


FIELDS = {
    "ecq:": "ECQ Achieving Results",
    "comp:": "competency Problem Solving",
    "tq:": "for TQ MTQ 1",
    "tag:": "tag ",
    "status:": "ready",
    "org:": "at Department of Rural Services",
    "has:": "with a number",
    "before:": "ended before 20",
    "after:": "ended after 20",
    "told:": "never told",
    "sort:": "best first",
}


async def test_every_field_is_completed_and_said_in_words(with_vacancy, opened):
    from sesbank.domain.filters import FIELDS as KNOWN

    assert {f"{field}:" for field in KNOWN} == set(FIELDS)
    async with opened(with_vacancy, size=(200, 36), keys="slash") as pilot:
        line = pilot.app.screen.line
        for field, said in FIELDS.items():
            await write(pilot, f"{field}{'a' if field == 'ecq:' else ''}")
            await press(pilot, "tab")
            assert line.value.startswith(field)
            assert line.value.endswith(" "), line.value
            assert said in shown(pilot), field
            line.value = ""


async def test_a_letter_jumps_to_a_row_and_to_a_tab(session, opened):
    async with opened(session, keys="apostrophe") as pilot:
        assert " a " in shown(pilot).splitlines()[0]
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BankScreen)
        await press(pilot, "apostrophe s")
        assert isinstance(pilot.app.screen, CoverageScreen)
        await press(pilot, "1 apostrophe l")
        assert pilot.app.screen.rows.cursor > 0


async def test_the_letters_follow_their_places_when_the_window_changes_its_size(session, opened):
    async with opened(session, size=(160, 40), keys="3 2 apostrophe") as pilot:
        for size in ((80, 24), (60, 16), (200, 50)):
            await resize(pilot, *size)
            found = shown(pilot).splitlines()
            await press(pilot, "escape")
            behind = shown(pilot).splitlines()
            await press(pilot, "apostrophe")
            assert shown(pilot).splitlines() == found
            assert found[0] != behind[0]
        await press(pilot, "a")
        assert isinstance(pilot.app.screen, BankScreen)


async def test_one_key_hides_the_text_of_stories_and_shows_it_again(session, opened):
    async with opened(session, keys="B") as pilot:
        text = shown(pilot) + told(pilot, "#story")
        assert not any(title in text for title in TITLES)
        assert "9,400" not in text
        assert "Operational Mindset" in text
        assert "text hidden" in text
        await press(pilot, "slash g r a n t")
        assert "grant" not in shown(pilot)
        await press(pilot, "f9")
        assert TITLES[0] in shown(pilot)


@pytest.mark.parametrize("way", ["e", "2", "3 enter", "3 enter R", "m", "D", "H", "D r T"])
async def test_hidden_text_is_hidden_on_every_screen(with_vacancy, opened, way):
    async with opened(with_vacancy, keys=f"B {way}") as pilot:
        text = shown(pilot)
        assert "grants backlog" not in text
        assert "national grants" not in text


async def test_a_window_too_small_says_so_and_gives_way_again(session, opened):
    async with opened(session, size=(30, 8)) as pilot:
        assert "This window is too small: 30 by 8." in " ".join(shown(pilot).split())
        await resize(pilot, 80, 24)
        await press(pilot, "j")
        assert "too small" not in shown(pilot)
        assert TITLES[1] in shown(pilot)


async def test_j_and_k_only_move_in_a_question(session, opened):
    async with opened(session, keys="D j k k") as pilot:
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, BankScreen)
    assert len(session.bank.stories) == 5


async def test_with_marks_the_bottom_line_names_what_is_done_with_them(session, opened):
    async with opened(session, size=(80, 24)) as pilot:
        assert shown(pilot).splitlines()[-1].split()[:4] == ["n", "New", "e", "Edit"]
        await press(pilot, "space space")
        line = " ".join(shown(pilot).splitlines()[-1].split())
        assert line.startswith("m Map t Tag M Merge r Retire")
        await press(pilot, "escape")
        assert shown(pilot).splitlines()[-1].split()[:4] == ["n", "New", "e", "Edit"]


async def test_a_path_that_cannot_be_written_to_stays_to_be_mended(session, opened, tmp_path):
    wrong = str(tmp_path / "none" / "out.csv")
    async with opened(session, keys="X ctrl+u") as pilot:
        await write(pilot, wrong)
        await press(pilot, "enter")
        assert any("is not there" in notice for notice in notices(pilot))
        assert isinstance(pilot.app.screen, OneLine)
        assert pilot.app.screen.query_one("#line").value == wrong
        await press(pilot, "ctrl+u")
        await write(pilot, str(tmp_path / "out.csv"))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BankScreen)
    assert (tmp_path / "out.csv").exists()
