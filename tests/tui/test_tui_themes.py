"""Themes: data that is checked, readable, and costs one notice when broken."""

import pytest
from textual.color import Color

from sesbank import locations
from sesbank.tui.themes import load_themes, read_theme

PAIRS = [
    ("foreground", "background"),
    ("foreground", "surface"),
    ("foreground", "panel"),
    ("muted", "surface"),
    ("muted", "panel"),
    ("lit", "lit-background"),
    ("cursor", "cursor-background"),
    ("tab", "tab-background"),
    ("key", "panel"),
    ("primary", "surface"),
    ("primary", "cursor-background"),
    ("secondary", "surface"),
    ("success", "surface"),
    ("warning", "surface"),
    ("error", "surface"),
]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors by the rule of WCAG 2."""

    def light(color: Color) -> float:
        parts = [
            p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in color.normalized
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(Color.parse(one)), light(Color.parse(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_two_themes_come_with_it_a_dark_and_a_light_one():
    book = load_themes()
    assert {theme.name: theme.dark for theme in book.themes} == {
        "sesbank-dark": True,
        "sesbank-light": False,
    }
    assert book.problems == ()


@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_every_text_can_be_read(pair):
    for theme in load_themes().themes:
        colors = theme.variables | {
            name: value
            for name, value in vars(theme).items()
            if isinstance(value, str) and value.startswith("#")
        }
        assert contrast(colors[pair[0]], colors[pair[1]]) >= 4.5, theme.name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name = ", "value"),
        ('name = "x"\n[colors]\nprimary = "#123456"\n', "lacks the colour"),
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
