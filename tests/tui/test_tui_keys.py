"""Keys: one table, a person's own keys, what works now, and reasons for what does not."""

import pytest
from textual.events import Key, Paste
from tui_driving import notices, press, settle, shown, told

from sesbank.session import Session, stories
from sesbank.settings import Settings
from sesbank.tui.actions import ACTIONS, MOVES, is_typed, key_name
from sesbank.tui.app import SesbankApp
from sesbank.tui.key_map import read_key_map
from sesbank.tui.screens.capture import CaptureDialog
from sesbank.tui.screens.editor import EditorScreen
from sesbank.tui.screens.one_line import OneLine
from sesbank.tui.widgets.sides import SidesPane
from sesbank.tui.widgets.toggles import Toggles


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
        ({"story.new": ("dog",)}, "story.new: there is no key “dog”"),
        ({"editor.save": ("-",)}, "editor.save: “-” is typed in the fields there"),
        ({"editor.save": ("minus",)}, "editor.save: “-” is typed in the fields there"),
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
    own = {
        "story.new": ("^f", "Ctrl+E"),
        "story.find": ("?",),
        "app.help": ("F1",),
        "story.checks": ("minus", "\\", "@"),
        "story.map": ("Return",),
    }
    keys = read_key_map(own)
    assert keys.problems == ()
    assert keys.own["story.new"] == ("ctrl+f", "ctrl+e")
    assert keys.own["story.find"] == ("question_mark",)
    assert " ".join(map(key_name, keys.own["story.checks"])) == "- \\ @"
    assert keys.own["story.map"] == ("enter",)


async def test_blocks_are_turned_with_an_own_key_that_the_help_names(with_vacancy, opened):
    with_vacancy.settings = Settings(keys={"toggles.turn": ("plus",)})
    async with opened(with_vacancy, size=(80, 24), keys="3 enter S") as pilot:
        blocks = pilot.app.screen.query_one(Toggles)
        blocks.focus()
        before = blocks.off
        await press(pilot, "space")
        assert blocks.off == before
        await press(pilot, "plus")
        assert blocks.off != before
        await press(pilot, "f1")
        assert "+ Turn it on or off" in told(pilot, "#help")


async def test_evidence_pages_with_the_keys_of_every_pane(with_vacancy, opened):
    async with opened(with_vacancy, size=(60, 16), keys="3 enter") as pilot:
        screen = pilot.app.screen
        screen.rows.cursor = [each.label for each in screen.rows.rows].index("MTQ 1")
        await settle(pilot)
        sides = screen.query_one(SidesPane)
        sides.focus()
        await settle(pilot)
        await press(pilot, "ctrl+d")
        assert sides.scroll_offset.y > 1
        await press(pilot, "ctrl+u")
        assert sides.scroll_offset.y == 0


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


async def test_what_is_said_of_a_key_names_the_own_one(with_vacancy, opened):
    own = {"edit.undo": ("Z",), "vacancy.read": ("W",), "vacancy.match": ("N",)}
    with_vacancy.settings = Settings(keys=own)
    async with opened(with_vacancy, keys="r") as pilot:
        assert notices(pilot)[-1].endswith("Z takes it back.")
        await press(pilot, "3 enter")
        screen = pilot.app.screen
        assert screen.why_not("requirement.kind").endswith("W goes there.")
        await press(pilot, "W")
        assert screen.why_not("match.pin") == "Match first: N."


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


PLACES = {
    "": (
        "p",
        "Ask (4): Show the story before; to the matched stories (of a vacancy, 3): Pin",
    ),
    "m": ("z", "z does nothing here: ? shows"),
    "escape 2": ("e", "It belongs to the bank (1): Edit this story"),
    "3": ("p", "to the matched stories (of a vacancy, 3): Pin this story"),
    "enter": ("d", "It belongs to the posting as read (R): Drop this requirement"),
    "f12": ("ctrl+n", "It belongs to the sheet (S): Other papers: thank-you notes"),
    "R": ("O", "It belongs to the matched stories (M): Accept the proposed stories"),
    "p": ("p", "matched stories (M): Pin this story"),
    "e": ("f7", "F7 does nothing here: F1 shows"),
    "escape apostrophe": ("7", "No 7 stands here"),
    "escape comma": ("f7", "F7 does nothing here: F1 shows"),
}
"""Keys from place to place, and in each a key that does nothing, with what is to be said to it."""


async def test_a_key_that_does_nothing_says_so_and_where_it_would(with_vacancy, opened):
    every = {key for action in ACTIONS for key in action.keys}
    async with opened(with_vacancy) as pilot:
        for way, (key, said) in PLACES.items():
            await press(pilot, f"{way} {key}")
            assert said in notices(pilot)[-1], way
            screen = pilot.app.screen
            idle = every - set(screen.active_bindings)
            assert all(screen.said_to_idle(Key(each, None)) for each in idle - {"left", "right"})


async def test_a_key_that_moves_about_or_is_typed_says_nothing(session, opened):
    async with opened(session, keys="k k left slash z up escape G j") as pilot:
        assert notices(pilot) == []


async def test_changing_one_end_of_a_requirement_names_that_end(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 enter R left_curly_bracket") as pilot:
        assert "now begins “" in notices(pilot)[-1]
        assert "ends" not in notices(pilot)[-1]
        await press(pilot, "u less_than_sign")
        assert "now ends “… " in notices(pilot)[-1]


EMPTY = {
    "asterisk": "There is no story here",
    "V": "There is no story here",
    "4 escape n": "Write a question first",
    "t": "Write a question first",
    "1 F x": "No search is kept yet",
    "escape T r": "The trash is empty",
    "escape 3 enter": "There is no vacancy here",
}
"""Keys in an empty bank, and what is said to the last of them."""


async def test_a_key_for_which_there_is_nothing_yet_says_so(empty, opened):
    async with opened(empty) as pilot:
        for keys, said in EMPTY.items():
            await press(pilot, keys)
            assert said in notices(pilot)[-1], keys


async def test_nothing_to_accept_leaves_what_was_chosen(with_vacancy, opened):
    for story in list(with_vacancy.bank.stories):
        stories.remove(with_vacancy, story)
    async with opened(with_vacancy, keys="3 enter") as pilot:
        while not pilot.app.screen.vacancy_matched:
            await settle(pilot)
        await press(pilot, "O")
        assert "nothing to accept" in notices(pilot)[-1]


async def test_a_line_with_nothing_in_it_keeps_one_there(session, opened):
    async with opened(session, keys="slash a ctrl+s enter") as pilot:
        assert isinstance(pilot.app.screen, OneLine)
        assert "Write something first" in notices(pilot)[-1]


async def test_enter_in_a_line_of_a_form_goes_on_to_the_next_field(session, opened):
    async with opened(session, keys="n x enter y") as pilot:
        assert pilot.app.screen.fields["title"] == "x"
        assert pilot.app.screen.fields["challenge"] == "y"
