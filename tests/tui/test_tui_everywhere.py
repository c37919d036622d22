"""What holds on every screen: help, palette, one table of actions, sizes, colors, crash, start."""

import subprocess
import sys
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.command import CommandPalette
from tui_driving import notices, press, resize, settle, shown, told, write

from sesbank.settings import Settings
from sesbank.tui.actions import ACTIONS, BY_ID, action_of, actions_at, key_name
from sesbank.tui.app import SesbankApp
from sesbank.tui.crash import farewell, trace_of, write_log
from sesbank.tui.screens.acting import Acting
from sesbank.tui.screens.ask import AskScreen
from sesbank.tui.screens.bank import BankScreen
from sesbank.tui.screens.bank_checks import BankChecksDialog
from sesbank.tui.screens.bringing import BringDialog
from sesbank.tui.screens.capture import CaptureDialog
from sesbank.tui.screens.checks import ChecksDialog
from sesbank.tui.screens.confirm import Confirm
from sesbank.tui.screens.coverage import CoverageScreen
from sesbank.tui.screens.cues import CuesDialog
from sesbank.tui.screens.difference import DifferenceScreen
from sesbank.tui.screens.drill import DrillScreen
from sesbank.tui.screens.ecqs import EcqsDialog
from sesbank.tui.screens.editor import EditorScreen
from sesbank.tui.screens.elsewhere import ElsewhereDialog
from sesbank.tui.screens.facts import FactsDialog
from sesbank.tui.screens.figures import FiguresDialog
from sesbank.tui.screens.gap import GapDialog
from sesbank.tui.screens.help import HelpScreen
from sesbank.tui.screens.history import HistoryScreen
from sesbank.tui.screens.homes import HomesDialog
from sesbank.tui.screens.interview import InterviewDialog
from sesbank.tui.screens.jump import JumpScreen
from sesbank.tui.screens.learned import LearnedDialog
from sesbank.tui.screens.mapping import MapDialog
from sesbank.tui.screens.one_line import OneLine
from sesbank.tui.screens.panels import PanelDialog
from sesbank.tui.screens.papers import PapersDialog
from sesbank.tui.screens.paste import PasteScreen, PathDialog
from sesbank.tui.screens.preferences import SettingsDialog
from sesbank.tui.screens.rehearse import RehearseScreen
from sesbank.tui.screens.retellings import RetellingsDialog
from sesbank.tui.screens.searches import SearchesDialog
from sesbank.tui.screens.sheet import SheetDialog
from sesbank.tui.screens.tagging import TagDialog
from sesbank.tui.screens.theming import ThemeDialog
from sesbank.tui.screens.tour import TourDialog
from sesbank.tui.screens.tqs import TqsDialog
from sesbank.tui.screens.trash import TrashScreen
from sesbank.tui.screens.vacancies import VacanciesScreen
from sesbank.tui.screens.vacancy import VacancyScreen

SCREENS: tuple[type[Acting], ...] = (
    AskScreen,
    BankScreen,
    CaptureDialog,
    EcqsDialog,
    JumpScreen,
    LearnedDialog,
    OneLine,
    PanelDialog,
    SearchesDialog,
    BringDialog,
    BankChecksDialog,
    ChecksDialog,
    Confirm,
    CoverageScreen,
    DifferenceScreen,
    DrillScreen,
    EditorScreen,
    ElsewhereDialog,
    FiguresDialog,
    GapDialog,
    HomesDialog,
    HelpScreen,
    HistoryScreen,
    MapDialog,
    PasteScreen,
    FactsDialog,
    PathDialog,
    RehearseScreen,
    RetellingsDialog,
    SettingsDialog,
    PapersDialog,
    CuesDialog,
    InterviewDialog,
    SheetDialog,
    TagDialog,
    ThemeDialog,
    TourDialog,
    TqsDialog,
    TrashScreen,
    VacanciesScreen,
    VacancyScreen,
)

WAYS = {
    "bank": "",
    "search": "slash g r a n t",
    "detail": "enter",
    "editor": "e",
    "new": "n",
    "leave": "n x escape",
    "map": "m",
    "help": "question_mark",
    "palette": "ctrl+p",
    "coverage": "2",
    "vacancies": "3",
    "paste": "3 n",
    "path": "3 o",
    "match": "3 enter",
    "evidence": "3 enter enter enter",
    "read": "3 enter R",
    "sheet": "3 enter S",
    "ask": "4 w h y",
    "remove": "D",
    "capture": "c",
    "jump": "apostrophe",
    "searches": "F",
    "tag": "space space t",
    "merge": "space space M",
    "ecqs": "space space m",
    "completion": "slash t a g colon",
    "hidden": "B",
    "history": "e x ctrl+s escape H",
    "trash": "D r T",
    "learned": "3 L",
    "elsewhere": "e ctrl+o",
    "figures": "e ctrl+n",
    "lengths": "e ctrl+b",
    "checks": "C",
    "bank-checks": "2 C",
    "papers": "ctrl+n",
    "cues": "3 enter S ctrl+r",
    "interview": "3 enter S ctrl+t",
    "facts": "3 enter R e",
    "settings": "comma",
    "tqs": "m v",
    "gap": "2 f enter",
    "homes": "2 a",
    "rehearse": "5",
    "drill": "5 o o enter enter enter",
    "mock": "5 m",
}
"""Keys from the bank to every screen."""

SIZES = [(60, 16), (40, 12), (12, 4), (1, 1), (200, 50)]


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_action_of_a_place_is_done_by_its_screen(screen):
    for action in actions_at(screen.PLACES):
        assert hasattr(screen, action.handler), f"{screen.__name__} lacks {action.handler}"


def test_every_place_of_the_table_is_a_screens():
    places = {place for screen in SCREENS for place in screen.PLACES}
    assert {place for action in ACTIONS for place in (*action.where, *action.front)} == places


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_no_key_means_two_things_on_one_screen(screen):
    ways = [screen.PLACES] if screen is not VacancyScreen else [("read",), ("match",)]
    for places in ways:
        keys = [key for action in actions_at(places) for key in action.keys]
        assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_binding_carries_an_id(screen):
    for binding in screen.BINDINGS:
        assert isinstance(binding, Binding)
        assert action_of(binding.id) in BY_ID


def test_no_key_shadows_what_fields_need():
    taken = {f"ctrl+{letter}" for letter in "aedwukxcvimjh"} | {"tab", "backspace"}
    writing = {"editor", "paste", "path", "ask", "sheet"}
    for action in ACTIONS:
        if writing & set(action.where) and not {"tabs"} & set(action.where):
            assert not taken & set(action.keys), action.id


async def test_the_help_names_every_key_of_the_place(session, opened):
    async with opened(session, size=(120, 70), keys="question_mark") as pilot:
        text = told(pilot, "#help")
        for action in actions_at(BankScreen.PLACES):
            if action.keys:
                assert key_name(action.keys[0]) in text
                assert action.title in text
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BankScreen)


async def test_the_palette_does_what_its_line_says(session, opened):
    async with opened(session, keys="ctrl+p") as pilot:
        await write(pilot, "new story")
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, EditorScreen)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("theme", "Change the colors"),
        ("dark", "Change the colors"),
        ("privacy", "Hide the text of stories"),
        ("delete", "Remove this story"),
        ("import", "Bring in stories from files"),
        ("export", "Write this story, or those marked"),
        ("trash", "Show the trash"),
    ],
)
async def test_the_palette_knows_an_action_by_other_words_too(session, opened, words, title):
    async with opened(session, size=(80, 24), keys="ctrl+p") as pilot:
        await write(pilot, words)
        below = shown(pilot).partition(f"  {words}\n")[2]
        assert below.strip().startswith(title)


async def test_the_palette_says_why_something_cannot_be_done(session, opened):
    async with opened(session, keys="ctrl+p") as pilot:
        await write(pilot, "redo")
        assert "There is nothing to redo." in shown(pilot)


async def test_colors_change_from_the_palette(session, opened):
    async with opened(session) as pilot:
        assert pilot.app.theme == "sesbank-dark"
        await pilot.app.screen.action_act("app.theme")
        await settle(pilot)
        await press(pilot, "G enter")
        assert pilot.app.theme == "sesbank-light" == session.settings.theme


async def test_the_footer_names_the_keys_that_work_and_a_click_presses_one(session, opened):
    async with opened(session) as pilot:
        last = shown(pilot).splitlines()[-1]
        assert "n New" in last
        await pilot.click("KeyBar", offset=(last.index("e Edit"), 0))
        await settle(pilot)
        assert isinstance(pilot.app.screen, EditorScreen)


async def test_a_click_on_a_tab_goes_there(session, opened):
    async with opened(session) as pilot:
        first = shown(pilot).splitlines()[0]
        await pilot.click("TabBar", offset=(first.index("2 Coverage"), 0))
        await settle(pilot)
        assert isinstance(pilot.app.screen, CoverageScreen)


@pytest.mark.parametrize("way", sorted(set(WAYS) - {"capture", "jump", "palette", "help"}))
async def test_capture_jump_help_and_hiding_are_at_hand_wherever_one_is(with_vacancy, opened, way):
    async with opened(with_vacancy, size=(160, 60), keys=WAYS[way]) as pilot:
        here = pilot.app.screen
        for key, screen in {
            "ctrl+l": CaptureDialog,
            "ctrl+g": JumpScreen,
            "f1": HelpScreen,
            "ctrl+p": CommandPalette,
        }.items():
            await press(pilot, key)
            assert isinstance(pilot.app.screen, screen), key
            await press(pilot, "escape")
            assert pilot.app.screen is here
        if "░" not in shown(pilot):
            await press(pilot, "f9")
        for words in ("grants backlog", "national grants", "Merged two", "MTQ 1: Dem", "9,400"):
            assert words not in shown(pilot)
        await press(pilot, "f9")
        assert "░" not in shown(pilot)


@pytest.mark.parametrize("way", ["map", "history", "trash", "checks", "searches", "ecqs", "help"])
async def test_q_leaves_a_list_that_stands_in_front(session, opened, way):
    async with opened(session, keys=f"{WAYS[way]} q") as pilot:
        assert isinstance(pilot.app.screen, BankScreen | EditorScreen)
        assert pilot.app.return_code is None


@pytest.mark.parametrize("way", ["2", "3", "5", "3 enter", "3 enter R"])
async def test_a_slash_finds_stories_from_every_tab(with_vacancy, opened, way):
    async with opened(with_vacancy, keys=f"{way} slash") as pilot:
        assert pilot.app.focused is pilot.app.screen.line


@pytest.mark.parametrize("way", WAYS)
async def test_every_screen_stands_at_every_size(with_vacancy, opened, way):
    async with opened(with_vacancy, size=(80, 24), keys=WAYS[way]) as pilot:
        assert len(shown(pilot).splitlines()) <= 24
        for width, height in SIZES:
            await resize(pilot, width, height)
            assert len(shown(pilot).splitlines()) <= height


@pytest.mark.parametrize("size", [(1, 1), (40, 12)])
async def test_every_way_can_be_gone_on_a_tiny_screen(with_vacancy, opened, size):
    async with opened(with_vacancy, size=size) as pilot:
        await press(pilot, "enter escape e escape m escape 2 3 enter enter escape escape 4 a")
        assert pilot.app.return_code is None


async def test_wide_characters_keep_rows_in_line(session, opened):
    from sesbank.session import stories

    stories.add(session, title="世界を変えた計画と、その後の長い長い長い長い物語の一部始終について")
    async with opened(session) as pilot:
        from rich.cells import cell_len

        assert {cell_len(line) for line in shown(pilot).splitlines()[2:-1]} == {120}


async def test_a_list_of_ten_thousand_draws_only_what_is_seen(session, opened):
    from textual.content import Content

    from sesbank.tui.widgets.rows import RowList

    async with opened(session) as pilot:
        drawn: list[int] = []

        def paint(row: int, _width: int) -> Content:
            drawn.append(row)
            return Content(str(row))

        rows: RowList[int] = RowList(paint, str)
        await pilot.app.screen.mount(rows)
        rows.styles.height = 10
        rows.show(range(10_000))
        rows.focus()
        await settle(pilot)
        assert len(drawn) < 60
        drawn.clear()
        await press(pilot, "G")
        assert rows.current == 9_999
        assert len(drawn) < 60


def test_nothing_heavy_is_loaded_before_the_first_picture(tmp_path):
    script = f"""
import asyncio, sys
from pathlib import Path
from sesbank.session import Session, stories
from sesbank.settings import Settings
from sesbank.tui.app import SesbankApp

async def main():
    with Session.open(Path({str(tmp_path / "b.json")!r}), settings=Settings()) as session:
        stories.add(session, title="One", action="I did it.")
        app = SesbankApp(session)
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            heavy = {{"docx", "lxml", "rapidfuzz", "numpy", "wordllama", "snowballstemmer",
                     "sesbank.matching", "sesbank.posting", "sesbank.sheet", "sesbank.exchange",
                     "sesbank.tui.screens.editor"}}
            print(sorted(heavy & set(sys.modules)))

asyncio.run(main())
"""
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout.strip() == "[]"


class _SecretError(RuntimeError):
    pass


def _fail() -> None:
    secret = "the story text"
    raise _SecretError(secret)


def test_a_crash_names_the_place_and_no_text_of_a_story(tmp_path):
    try:
        _fail()
    except _SecretError as error:
        log = write_log(error, tmp_path)
        told = farewell(error, log) + trace_of(error) + log.read_text(encoding="utf-8")
    assert "_SecretError" in told
    assert "test_tui_everywhere.py" in told
    assert "the story text" not in told
    assert log.stat().st_mode & 0o777 == 0o600


async def test_a_crash_ends_with_a_code_and_without_local_values(session, capsys):
    app = SesbankApp(session)

    def boom() -> None:
        secret = "the story text"
        raise _SecretError(secret)

    async def run() -> None:
        async with app.run_test() as pilot:
            app.call_later(boom)
            await settle(pilot)

    with pytest.raises(_SecretError):
        await run()
    assert app.return_code == 1
    printed = capsys.readouterr()
    assert "the story text" not in printed.out + printed.err
    assert "sesbank had to stop" in printed.out + printed.err


async def test_a_theme_that_does_not_exist_costs_one_notice(session, opened):
    session.settings = Settings(theme="nowhere")
    async with opened(session) as pilot:
        assert pilot.app.theme == "sesbank-dark"
        assert notices(pilot) == ["there is no theme “nowhere”"]
