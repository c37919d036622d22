"""Keys: one table, a person's own keys, what works now, and reasons for what does not."""

import pytest
from textual.events import Paste
from tui_driving import notices, press, settle, shown, told

from sesbank.session import Session
from sesbank.settings import Settings
from sesbank.tui.actions import ACTIONS, MOVES, is_typed, key_name
from sesbank.tui.app import SesbankApp
from sesbank.tui.key_map import read_key_map
from sesbank.tui.screens.capture import CaptureDialog
from sesbank.tui.screens.editor import EditorScreen


def test_the_table_itself_has_no_clash():
    own = {each.id: each.keys for each in (*ACTIONS, *MOVES) if each.keys}
    assert read_key_map(own).problems == ()


@pytest.mark.parametrize(
    ("own", "problem"),
    [
        ({"story.nwe": ("n",)}, "story.nwe: there is no such action"),
        ({"story.new": ("e",)}, "story.new: “e” is the key of story.edit there"),
        ({"story.new": ("u",)}, "story.new: “u” is the key of edit.undo there"),
        ({"story.new": ("j",)}, "story.new: “j” is the key of list.down there"),
        ({"story.new": ("nonsense",)}, "story.new: there is no key “nonsense”"),
        ({"story.new": ()}, "story.new: name at least one key"),
        ({"editor.save": ("s",)}, "editor.save: “s” is typed in the fields there"),
        ({"app.capture": ("ctrl+s",)}, "app.capture: “^s” is the key of paste.read there"),
        ({"story.new": ("Tab",)}, "story.new: Tab always goes to the next field"),
    ],
)
def test_a_key_that_cannot_be_had_is_named_and_left_out(own, problem):
    keys = read_key_map(own)
    assert keys.problems == (problem,)
    assert keys.own == {}


def test_keys_are_named_as_people_write_them():
    own = {"story.new": ("^f", "Ctrl+E"), "story.find": ("?",), "app.help": ("F1",)}
    keys = read_key_map(own)
    assert keys.problems == ()
    assert keys.own["story.new"] == ("ctrl+f", "ctrl+e")
    assert keys.own["story.find"] == ("question_mark",)


def test_two_actions_may_swap_their_keys():
    keys = read_key_map({"story.new": ("e",), "story.edit": ("n",)})
    assert keys.problems == ()


async def test_own_keys_work_and_are_shown_in_footer_and_help(session, opened):
    session.settings = Settings(keys={"story.edit": ("w",)})
    async with opened(session) as pilot:
        assert "w Edit" in shown(pilot).splitlines()[-1]
        await press(pilot, "e")
        assert not isinstance(pilot.app.screen, EditorScreen)
        await press(pilot, "question_mark")
        assert "w Edit this story" in told(pilot, "#help")
        await press(pilot, "escape w")
        assert isinstance(pilot.app.screen, EditorScreen)


async def test_an_own_letter_leaves_the_key_that_works_in_dialogs_as_it_is(session, opened):
    session.settings = Settings(keys={"app.capture": ("A",)})
    async with opened(session, keys="A") as pilot:
        assert isinstance(pilot.app.screen, CaptureDialog)
        await press(pilot, "escape m ctrl+l")
        assert isinstance(pilot.app.screen, CaptureDialog)


async def test_bad_keys_in_the_settings_cost_one_notice(session, opened):
    session.settings = Settings(keys={"story.nwe": ("n",), "story.new": ("e",)})
    async with opened(session) as pilot:
        (notice,) = notices(pilot)
        assert "story.nwe" in notice
        assert "story.new" in notice
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, EditorScreen)


async def test_the_help_in_a_field_lists_only_keys_that_work_there(session, opened):
    async with opened(session, keys="slash g f1") as pilot:
        text = told(pilot, "#help")
        assert "Esc Back, or leave" in text
        assert "Write a new story" not in text
        assert "Undo" not in text
        assert "F1 Show the keys" in text
        assert "? F1" not in text


async def test_a_notice_takes_the_place_of_the_one_before(session, opened):
    async with opened(session, keys="r r r r", toasts=True) as pilot:
        assert len(notices(pilot)) == 1
        assert shown(pilot).count("Retired:") + shown(pilot).count("Offered again:") == 1


async def test_h_and_l_go_from_pane_to_pane_as_the_arrows_do(session, opened):
    async with opened(session, keys="l") as pilot:
        assert pilot.app.focused.id == "story"
        await press(pilot, "h")
        assert pilot.app.focused.id == "stories"
        await press(pilot, "right left")
        assert pilot.app.focused.id == "stories"
        pilot.app.post_message(Paste("x"))
        await settle(pilot)


def test_keys_that_write_a_sign_are_shown_as_that_sign():
    signs = {key_name(key) for each in (*ACTIONS, *MOVES) for key in each.keys if is_typed(key)}
    assert {"[", "]", "{", "}", "<", ">", "*", "?", "'", "/", ","} <= signs
    assert all(len(sign) == 1 or sign == "Space" for sign in signs)


async def test_the_help_lists_every_key_and_file_that_was_left_out(tmp_path):
    own = {f"story.lost{n}": ("z",) for n in range(9)}
    settings = Settings(keys=own)
    with Session.open(tmp_path / "bank.json", settings=settings) as session:
        app = SesbankApp(session, beating=False)
        async with app.run_test(notifications=True) as pilot:
            await settle(pilot)
            assert "? lists them" in notices(pilot)[0]
            await press(pilot, "escape question_mark")
            assert all(
                f"{action}: there is no such action" in told(pilot, "#help") for action in own
            )


async def test_esc_puts_a_notice_away(session, opened):
    async with opened(session, toasts=True, keys="r") as pilot:
        assert notices(pilot)[0].startswith("Retired:")
        await press(pilot, "escape")
        assert notices(pilot) == []
