"""Keys typed faster than a screen comes up are that screen's: none falls through to another."""

import pytest
from textual import events
from textual.widgets import Input
from tui_driving import TITLES, press, send, settle, shown, write

from sesbank.tui.screens.ask import AskScreen
from sesbank.tui.screens.bank import BankScreen
from sesbank.tui.screens.capture import CaptureDialog
from sesbank.tui.screens.coverage import CoverageScreen
from sesbank.tui.screens.editor import EditorScreen
from sesbank.tui.screens.vacancies import VacanciesScreen
from sesbank.tui.screens.vacancy import VacancyScreen
from sesbank.tui.widgets.fields import Line

QUESTION = "Tell us how you undid, redid and retired 1 or 2 things; quickly!"


async def test_a_question_typed_right_after_the_key_of_ask_is_a_question(with_vacancy, opened):
    before = with_vacancy.bank
    async with opened(with_vacancy, keys="3 enter") as pilot:
        assert isinstance(pilot.app.screen, VacancyScreen)
        await write(pilot, "4" + QUESTION)
        await settle(pilot)
        assert isinstance(pilot.app.screen, AskScreen)
        assert pilot.app.screen.question.text == QUESTION
    assert with_vacancy.bank is before


async def test_a_title_typed_right_after_the_key_of_new_is_a_title(session, opened):
    before = session.bank
    async with opened(session) as pilot:
        await write(pilot, "nUndo the rest, quickly")
        await settle(pilot)
        assert isinstance(pilot.app.screen, EditorScreen)
        assert pilot.app.screen.fields["title"] == "Undo the rest, quickly"
    assert session.bank is before


async def test_keys_typed_before_the_first_picture_are_not_lost(session):
    from sesbank.tui.app import SesbankApp

    app = SesbankApp(session, beating=False)
    async with app.run_test(size=(120, 36)) as pilot:
        await write(pilot, "jj")
        await settle(pilot)
        assert app.screen.rows.cursor == 2


MATCH, READ, OFFERS, EVIDENCE = "3 enter", "3 enter R", "3 enter enter", "3 enter enter enter"


@pytest.mark.parametrize(
    ("step", "key", "screen"),
    [
        (MATCH, "1", BankScreen),
        (READ, "2", CoverageScreen),
        (OFFERS, "3", VacanciesScreen),
        (EVIDENCE, "3", VacanciesScreen),
        (MATCH, "4", AskScreen),
        (READ, "4", AskScreen),
        (OFFERS, "4", AskScreen),
        (EVIDENCE, "4", AskScreen),
    ],
)
async def test_the_tab_keys_work_from_each_step_of_a_vacancy(
    with_vacancy, opened, step, key, screen
):
    async with opened(with_vacancy, keys=step) as pilot:
        assert isinstance(pilot.app.screen, VacancyScreen)
        await press(pilot, key)
        assert isinstance(pilot.app.screen, screen)


async def test_a_vacancy_left_by_a_tab_key_is_there_when_one_comes_back(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 enter 4 escape 3") as pilot:
        assert isinstance(pilot.app.screen, VacancyScreen)
        await press(pilot, "3")
        assert isinstance(pilot.app.screen, VacanciesScreen)


async def test_keys_go_on_where_nothing_has_the_focus(session, opened):
    async with opened(session) as pilot:
        pilot.app.screen.set_focus(None)
        await write(pilot, "n")
        await settle(pilot)
        assert isinstance(pilot.app.screen, EditorScreen)
        assert TITLES[0] not in shown(pilot).splitlines()[0]


async def test_a_line_typed_right_after_the_key_of_capture_is_that_line(session, opened):
    before = session.bank
    async with opened(session) as pilot:
        await write(pilot, "cMerged two desks; undid Duties")
        await settle(pilot)
        assert isinstance(pilot.app.screen, CaptureDialog)
        line = pilot.app.screen.query_one("#capture-line", Line)
        assert line.value == "Merged two desks; undid Duties"
    assert session.bank is before


async def test_words_typed_right_after_the_key_of_the_palette_are_its_words(session, opened):
    before = session.bank
    async with opened(session) as pilot:
        pilot.app.post_message(events.Key("ctrl+p", None))
        await write(pilot, "retire r")
        await settle(pilot)
        assert pilot.app.screen.query_one(Input).value == "retire r"
    assert session.bank is before


def hand_over(pilot, keys):
    """Hand keys over as a terminal does where the machine is slow: all before the first is done."""
    for key in keys.split():
        send(pilot, key)


async def test_a_backspace_takes_the_letter_typed_before_it_however_fast_one_types(session, opened):
    async with opened(session, keys="slash") as pilot:
        hand_over(pilot, "g r a x backspace n t s home X right ctrl+u d a t a left left ctrl+k e")
        await settle(pilot)
        assert pilot.app.screen.line.value == "dae"


async def test_in_a_story_as_well_keys_that_edit_keep_their_place_among_letters(session, opened):
    async with opened(session, keys="n tab") as pilot:
        hand_over(pilot, "a b x backspace c enter d left e end f ctrl+z")
        await settle(pilot)
        assert pilot.app.screen.fields["challenge"] == "abc\ned"


async def test_text_typed_right_after_tab_is_in_the_next_field(session, opened):
    async with opened(session, keys="n") as pilot:
        hand_over(pilot, "T w o tab b y tab c z tab I comma tab R enter x tab L shift+tab Q")
        await settle(pilot)
        written = pilot.app.screen.fields
        assert [written[name] for name in ("title", "challenge", "context", "action")] == [
            *("Two", "by", "cz", "I,")
        ]
        assert (written["result"], written["lesson"]) == ("R\nxQ", "L")


async def test_words_typed_right_after_the_key_that_finds_are_the_words(session, opened):
    before = session.bank
    async with opened(session) as pilot:
        hand_over(pilot, "slash r e t i r e d enter j slash X")
        await settle(pilot)
        assert pilot.app.screen.line.value == "retiredX"
    assert session.bank is before


async def test_tab_typed_ahead_completes_the_word_before_it_and_not_another(session, opened):
    async with opened(session, keys="slash") as pilot:
        hand_over(pilot, "t a g colon s t tab s o r t colon o l tab x")
        await settle(pilot)
        assert pilot.app.screen.line.value == "tag:states sort:old x"
