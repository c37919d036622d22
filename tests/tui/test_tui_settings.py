"""Settings: chosen in the app, kept in a file that says what each is for."""

import tomllib
from pathlib import Path

import pytest
from tui_driving import notices, press, shown, write

from sesbank import locations
from sesbank.domain.page_size import Paper
from sesbank.errors import InputError, NotFoundError
from sesbank.session import preferences
from sesbank.settings import (
    ABOUT,
    Settings,
    change_settings,
    load_settings,
    settings_or_defaults,
)
from sesbank.tui.screens.bank import BankScreen
from sesbank.tui.screens.preferences import LABELS, SettingsDialog
from sesbank.tui.themes import COLORS, VARIABLES


async def test_the_pace_is_changed_and_every_time_follows(session, opened):
    async with opened(session, keys="comma tab tab ctrl+u") as pilot:
        assert isinstance(pilot.app.screen, SettingsDialog)
        await write(pilot, "70")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BankScreen)
        assert session.settings.words_a_minute == 70
    assert load_settings(locations.settings_path()).words_a_minute == 70


async def test_a_value_that_no_setting_takes_is_said_and_keeps_one_there(session, opened):
    async with opened(session, keys="comma tab tab ctrl+u") as pilot:
        await write(pilot, "soon")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SettingsDialog)
        assert "must be a number" in shown(pilot)
    assert session.settings == Settings()


async def test_framework_paper_and_vectors_turn_with_the_arrows(session, opened):
    async with opened(session, keys="comma tab right") as pilot:
        assert session.settings.framework == "opm-2006"
        await press(pilot, "tab tab tab right tab tab right")
    kept = load_settings(locations.settings_path())
    assert (kept.framework, kept.paper, kept.meaning) == ("opm-2006", Paper.A4, False)


async def test_what_a_setting_is_for_stands_below(session, opened):
    async with opened(session, keys="comma tab tab") as pilot:
        assert "How fast you speak" in shown(pilot)
        assert "settings.toml" in " ".join(shown(pilot).split())


async def test_other_colors_are_worn_at_once(session, opened):
    async with opened(session, keys="comma tab tab tab right") as pilot:
        assert pilot.app.theme == session.settings.theme != "sesbank-dark"


def test_the_file_says_what_every_setting_is_for(tmp_path):
    path = tmp_path / "new" / "settings.toml"
    change_settings(path, Settings(), paper=Paper.A4)
    text = path.read_text(encoding="utf-8")
    assert all(name in text and about.split(":")[0] in text for name, about in ABOUT.items())
    assert load_settings(path) == Settings(paper=Paper.A4)


def test_comments_unknown_names_and_tables_stay_as_they_stand(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text(
        "# mine\npaper = 'letter' # for now\nmood = 'calm'\n\n[keys]\nquit = 'Q'\n", "utf-8"
    )
    change_settings(path, load_settings(path), paper=Paper.A4, name="A. B.")
    text = path.read_text(encoding="utf-8")
    assert "# mine" in text
    assert "# for now" in text
    table = tomllib.loads(text)
    assert (table["paper"], table["name"], table["mood"]) == ("a4", "A. B.", "calm")
    assert table["keys"] == {"quit": "Q"}


def test_a_value_that_no_setting_takes_changes_nothing(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("words_a_minute = 120\n", encoding="utf-8")
    with pytest.raises(InputError, match="between 60 and 300"):
        change_settings(path, load_settings(path), words_a_minute=9)
    assert path.read_text(encoding="utf-8") == "words_a_minute = 120\n"


def test_every_setting_can_be_changed_in_the_app():
    assert set(LABELS) == set(ABOUT)


def test_the_docs_name_every_setting_with_its_default():
    text = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
    for name in ABOUT:
        default = getattr(Settings(), name)
        shown_default = str(default).lower() if isinstance(default, bool | int) else f'"{default}"'
        assert f"| `{name}` | `{shown_default}` |" in text


def test_the_docs_of_themes_name_every_color():
    text = (Path(__file__).parents[2] / "docs" / "add-a-theme.md").read_text(encoding="utf-8")
    assert all(f"\n{name} = " in text for name in (*COLORS, *VARIABLES))


@pytest.mark.parametrize(
    "text",
    ["theme = [", "theme = 3", "a = " + "[" * 9_000, "#" * 30_000, "keys = 3", b"\xff\xfe\x00"],
)
def test_settings_that_cannot_be_read_name_the_file_and_the_app_has_the_defaults(tmp_path, text):
    path = tmp_path / "settings.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(InputError, match=r"settings\.toml"):
        load_settings(path)
    settings, problem = settings_or_defaults(path)
    assert settings == Settings()
    assert "the defaults hold" in problem


def test_the_app_opens_on_broken_settings_says_so_once_and_leaves_the_file(tmp_path):
    path = locations.settings_path()
    path.parent.mkdir(parents=True)
    path.write_text('theme = "no-color\n', encoding="utf-8")
    driving = pytest.importorskip("terminal_driving", reason="needs pseudo-terminals")
    terminal = driving.Terminal(folder=tmp_path)
    try:
        terminal.wait_for("the defaults hold")
        terminal.press("\x11")
        assert terminal.ended() == 0
    finally:
        terminal.stop()
    assert path.read_text(encoding="utf-8") == 'theme = "no-color\n'


async def test_only_templates_of_a_sheet_are_offered_for_the_sheet(session, opened):
    async with opened(session, keys="comma") as pilot:
        offered = {value for value, _ in pilot.app.screen._options("template")}
    assert "prep-sheet" in offered
    assert not offered & {"cue-cards", "resume-bullets", "story-book", "thank-you"}
    with pytest.raises(NotFoundError):
        preferences.change(session, template="cue-cards")


async def test_a_file_that_takes_no_settings_keeps_nobody_in_the_dialog(session, opened):
    path = locations.settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("theme = ", encoding="utf-8")
    async with opened(session, keys="comma") as pilot:
        await write(pilot, "J. Doe")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BankScreen)
        assert "The settings were not kept" in notices(pilot)[-1]
    assert path.read_text(encoding="utf-8") == "theme = "
