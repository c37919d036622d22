"""Themes: data that is checked, readable, and costs one notice when broken."""

import os
import re

import pytest
from textual.color import Color
from tui_driving import notices, press, shown

from sesbank import locations
from sesbank.errors import InputError
from sesbank.session import Session
from sesbank.settings import Settings, load_settings
from sesbank.tui.screens.theming import ThemeDialog
from sesbank.tui.themes import contrast, load_themes, read_theme

TEXTS = ("foreground", "muted", "primary", "secondary", "success", "warning", "error", "key")
GROUNDS = (
    "background",
    "surface",
    "panel",
    "cursor-background",
    "cursor-blurred-background",
)
PAIRS = [(text, ground) for text in TEXTS for ground in GROUNDS] + [
    ("lit", "lit-background"),
    ("cursor", "cursor-background"),
    ("tab", "tab-background"),
]
NAMES = sorted(path.stem for path in locations.shipped("themes").glob("*.toml"))


def colors_of(name: str) -> dict[str, str]:
    theme, _ = read_theme(locations.shipped("themes") / f"{name}.toml")
    own = {k: v for k, v in vars(theme).items() if isinstance(v, str) and v.startswith("#")}
    return theme.variables | own


def test_there_is_a_theme_for_every_eye():
    book = load_themes()
    assert {theme.name: theme.dark for theme in book.themes} == {
        "sesbank-dark": True,
        "sesbank-light": False,
        "high-contrast-dark": True,
        "high-contrast-light": False,
        "color-blind-safe": True,
        "no-color": True,
        "harbor": True,
    }
    assert book.problems == ()


@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
@pytest.mark.parametrize("name", NAMES)
def test_every_text_can_be_read_on_every_ground(name, pair):
    colors = colors_of(name)
    wanted = 7.0 if name.startswith("high-contrast") else 4.5
    assert contrast(colors[pair[0]], colors[pair[1]]) >= wanted


def test_the_theme_without_color_has_greys_only():
    for name, color in colors_of("no-color").items():
        red, green, blue = Color.parse(color).rgb
        assert red == green == blue, name


def test_the_color_blind_safe_theme_tells_states_apart_without_red_and_green():
    """Blue against yellow and orange differ in their blue part, which every color vision sees."""
    colors = colors_of("color-blind-safe")
    blue = {state: Color.parse(colors[state]).b for state in ("success", "warning", "error")}
    assert blue["success"] - max(blue["warning"], blue["error"]) > 100


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name = ", "value"),
        ('name = "x"\n[colors]\nprimary = "#123456"\n', "lacks the color"),
        ('[colors]\nprimary = "ansi_red"\n', "#rrggbb"),
        ('[colors]\nprimary = "#12345"\n', "#rrggbb"),
        ('[colors]\ncolour = "#123456"\n', "knows"),
        ("css = 'Screen {}'\n", "which no theme has"),
        ("colors = 3\n", "section"),
    ],
)
def test_a_broken_theme_says_what_is_wrong(tmp_path, text, words):
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=words):
        read_theme(file)


def test_a_broken_theme_of_ones_own_costs_a_line_and_no_more():
    own = locations.own_folder("themes")
    own.mkdir(parents=True)
    (own / "broken.toml").write_text("name = [", encoding="utf-8")
    shipped = locations.shipped("themes") / "sesbank-dark.toml"
    mine = shipped.read_text(encoding="utf-8").replace("sesbank-dark", "mine")
    (own / "mine.toml").write_text(mine, encoding="utf-8")
    book = load_themes()
    assert "mine" in book.titles
    assert len(book.problems) == 1
    assert "broken.toml" in book.problems[0]


async def test_a_chosen_theme_that_is_broken_is_told_once(tmp_path, opened):
    own = locations.own_folder("themes")
    own.mkdir(parents=True)
    (own / "mine.toml").write_text("name = [", encoding="utf-8")
    with Session.open(tmp_path / "bank.json", settings=Settings(theme="mine")) as session:
        async with opened(session, toasts=True) as pilot:
            (told,) = [notice for notice in notices(pilot) if "theme" in notice]
    assert len(told.splitlines()) == 1
    assert "mine.toml is left out" in told


async def test_colors_are_seen_while_one_chooses_and_kept_with_enter(session, opened):
    async with opened(session, keys="ctrl+p c o l o r s enter") as pilot:
        assert isinstance(pilot.app.screen, ThemeDialog)
        before = pilot.app.theme
        await press(pilot, "j")
        tried = pilot.app.theme
        assert tried != before
        await press(pilot, "enter")
        assert pilot.app.theme == tried == session.settings.theme
    assert load_settings(locations.settings_path()).theme == tried


async def test_esc_puts_the_old_colors_back_on(session, opened):
    async with opened(session, keys="ctrl+p c o l o r s enter") as pilot:
        before = pilot.app.theme
        await press(pilot, "j j escape")
        assert pilot.app.theme == before
        assert not isinstance(pilot.app.screen, ThemeDialog)
    assert not locations.settings_path().exists()


async def test_where_no_color_is_wanted_no_color_is_sent(session, opened, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(session, keys="slash b a c k l o g enter") as pilot:
        assert pilot.app.theme == "no-color"
        lines = pilot.app.screen._compositor.render_strips()
        sent = [segment.style for strip in lines for segment in strip if segment.style]
    assert not any(style.color or style.bgcolor for style in sent)
    assert any(style.reverse for style in sent), "what is marked must still be seen"


async def test_every_screen_wears_every_theme(with_vacancy, opened):
    async with opened(with_vacancy, keys="j") as pilot:
        for name in NAMES:
            pilot.app.theme = name
            await press(pilot, "e escape 2 3 enter escape 4 escape 1")
            assert "Stories" in shown(pilot)


SHIPPED = (locations.shipped("themes") / "sesbank-dark.toml").read_text(encoding="utf-8")
MINE = SHIPPED.replace('"sesbank-dark"', '"mine"')
GREY = re.sub(r'"#\w+"', '"#808080"', MINE)


def put(text):
    def at(file):
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    return at


BROKEN = {
    "json": (put('{"name": "mine"}'), "not valid TOML"),
    "binary": (put(bytes(range(256))), "no text in UTF-8"),
    "huge": (put("# " + "x" * 10_000_000 + "\n" + MINE), "larger than"),
    "nested": (put("a = " + "[" * 9_000), "not valid TOML"),
    "long value": (put(f'[colors]\nprimary = "{"x" * 9_000}"'), "write a color as #rrggbb"),
    "code": (put(MINE.replace('"#', '"expression(1) #', 1)), "write a color as #rrggbb"),
    "grey on grey": (put(GREY), "nobody can read that"),
    "a folder": (lambda file: file.mkdir(), "is a folder"),
    "a circle": (lambda file: file.symlink_to(file), "symbolic links"),
    "nothing": (lambda file: file.symlink_to(file.parent / "gone"), "is not there"),
    "a pipe": (lambda file: os.mkfifo(file), "no file on a disk"),
    "endless": (lambda file: file.symlink_to("/dev/zero"), "no file on a disk"),
}


@pytest.mark.skipif(os.name == "nt", reason="links, pipes and devices of this kind are not there")
@pytest.mark.parametrize("kind", BROKEN)
async def test_whatever_lies_in_the_place_of_a_theme_costs_one_short_notice(session, opened, kind):
    own = locations.own_folder("themes")
    own.mkdir(parents=True)
    lay, words = BROKEN[kind]
    lay(own / "sesbank-dark.toml")
    async with opened(session, size=(80, 24)) as pilot:
        (notice,) = notices(pilot)
        assert words in notice
        assert len(notice) < 250
        assert pilot.app.theme == "sesbank-dark", "the shipped one stands in for it"
        await press(pilot, "ctrl+p c o l o r s enter j enter")
        assert pilot.app.theme == session.settings.theme != "sesbank-dark"


async def test_many_broken_themes_cost_one_notice_that_leaves_room(session, opened):
    own = locations.own_folder("themes")
    own.mkdir(parents=True)
    for number in range(40):
        (own / f"m{number}[x]\x1b[2J.toml").write_text("x", encoding="utf-8")
    async with opened(session, size=(80, 24), toasts=True) as pilot:
        (notice,) = notices(pilot)
        assert "and 36 more" in notice
        assert "\x1b" not in notice
        assert "Cleared the grants backlog" in shown(pilot)


@pytest.mark.parametrize("name", ["[/]x[@click=app.quit]y[/]", "../../x", "textual-dark", "  "])
async def test_a_theme_of_any_name_can_be_worn_and_kept(session, opened, name):
    own = locations.own_folder("themes")
    own.mkdir(parents=True)
    text = MINE.replace('"mine"', f'"{name}"').replace('title = "', 'title = "A [/] ')
    (own / "mine.toml").write_text(text, encoding="utf-8")
    async with opened(session, size=(80, 24), keys="ctrl+p c o l o r s enter") as pilot:
        assert "A [/] Ink" in shown(pilot)
        pilot.app.screen.rows.show(pilot.app.screen.rows.rows, at=name.strip() or "mine")
        await press(pilot, "enter e escape")
    assert load_settings(locations.settings_path()).theme == (name.strip() or "mine")


async def test_themes_that_come_change_or_go_meanwhile_are_found_as_they_are(session, opened):
    own = locations.own_folder("themes")
    own.mkdir(parents=True)
    file = own / "mine.toml"
    async with opened(session, keys="ctrl+p c o l o r s enter escape") as pilot:
        file.write_text(MINE, encoding="utf-8")
        await press(pilot, "ctrl+p c o l o r s enter")
        pilot.app.screen.rows.show(pilot.app.screen.rows.rows, at="mine")
        await press(pilot, "enter")
        assert pilot.app.theme == "mine"
        file.write_text("name = [", encoding="utf-8")
        await press(pilot, "comma escape ctrl+p c o l o r s enter")
        assert "mine" not in pilot.app.screen.rows.rows
        file.unlink()
        await press(pilot, "escape e escape comma escape")
        assert pilot.app.theme == "mine", "what is worn stays worn"
