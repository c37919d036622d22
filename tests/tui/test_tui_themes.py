"""Themes: data that is checked, readable, and costs one notice when broken."""

import pytest
from textual.color import Color
from tui_driving import notices, press, shown

from sesbank import locations
from sesbank.session import Session
from sesbank.settings import Settings, load_settings
from sesbank.tui.screens.theming import ThemeDialog
from sesbank.tui.themes import load_themes, read_theme

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


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors by the rule of WCAG 2."""

    def light(color: Color) -> float:
        parts = [
            p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in color.normalized
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(Color.parse(one)), light(Color.parse(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


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
    with pytest.raises(ValueError, match=words):
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
