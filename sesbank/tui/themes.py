"""Themes: colours as data, shipped and one's own; a broken file costs one notice."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.color import Color, ColorParseError
from textual.theme import Theme

from sesbank import locations
from sesbank.domain.text import clean_line, quoted, shorten
from sesbank.errors import InputError
from sesbank.files import read_toml, shown
from sesbank.session.showing import over_ssh

FIRST = "sesbank-dark"
"""The theme of the house."""

COLORLESS = "no-color"
"""The theme worn where no color is wanted: its marked grounds are told apart by their grey."""

COLORS = (
    "primary",
    "secondary",
    "accent",
    "foreground",
    "background",
    "surface",
    "panel",
    "success",
    "warning",
    "error",
)
"""The colours every theme gives."""

VARIABLES = {
    "muted": "#8f9bab",
    "rule": "#34404f",
    "lit": "#ffe7ae",
    "lit-background": "#54451c",
    "cursor": "#ffffff",
    "cursor-background": "#2c3a4d",
    "cursor-blurred-background": "#1f2935",
    "tab": "#10151c",
    "tab-background": "#d6b26a",
    "key": "#d6b26a",
}
"""The further places a theme may colour, with what stands there otherwise."""


def look_variables() -> dict[str, str]:
    """Return what the look needs whatever the theme.

    Over ssh nothing is dimmed behind a dialog: in other colors all of the screen would be sent
    as the dialog comes, and again as it goes.
    """
    away = over_ssh()
    return VARIABLES | {
        "behind": "0%" if away else "70%",
        "behind-letters": "0%" if away else "30%",
        "behind-tour": "0%" if away else "20%",
    }


READ = (
    ("foreground", "background"),
    ("foreground", "surface"),
    ("foreground", "panel"),
    ("cursor", "cursor-background"),
)
"""What has to be read to get along at all: a text and the ground it stands on."""

LEAST_CONTRAST = 2.0
LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class ThemeBook:
    """The themes that can be used, and a line for each file that cannot."""

    themes: tuple[Theme, ...]
    titles: dict[str, str]
    """What a theme is called on screen, by name."""
    problems: tuple[str, ...] = ()


def load_themes(*, only: Container[str] | None = None) -> ThemeBook:
    """Load every theme at hand; one of the person's own wins over a shipped one of its name.

    With `only`, shipped themes of other names are left for later: the app wears one at a time.
    """
    themes: dict[str, Theme] = {}
    titles: dict[str, str] = {}
    problems: list[str] = []
    shipped = locations.shipped("themes")
    for name, path in locations.data_files("themes", ".toml").items():
        if only is not None and path.parent == shipped and name not in only:
            continue
        try:
            theme, title = read_theme(path)
        except InputError as error:
            problems.append(f"theme {clean_line(path.name)} is left out: {error}")
            if not (shipped / path.name).is_file():
                continue
            theme, title = read_theme(shipped / path.name)
        themes[theme.name], titles[theme.name] = theme, title
    # The one worn without a choice comes first, so that it is the one to fall back on.
    names = sorted(themes, key=lambda name: (name != FIRST, titles[name]))
    return ThemeBook(
        tuple(themes[name] for name in names), {n: titles[n] for n in names}, tuple(problems)
    )


def read_theme(path: Path) -> tuple[Theme, str]:
    """Read one theme file and return the theme with its title.

    Raises InputError saying what is wrong with it.
    """
    try:
        table = read_toml(path)
    except InputError as error:
        raise InputError(str(error).removeprefix(shown(path)).strip()) from None
    unknown = sorted(set(table) - {"name", "title", "dark", "colors", "variables"})
    if unknown:
        raise InputError(f"it has {quoted(unknown[0])}, which no theme has")
    name = clean_line(str(table.get("name") or "")) or clean_line(path.stem)
    colors = _colors(table, "colors", COLORS)
    missing = [color for color in COLORS if color not in colors]
    if missing:
        raise InputError(f"it lacks the color {missing[0]!r}")
    variables = VARIABLES | _colors(table, "variables", tuple(VARIABLES))
    _check_readable(colors, variables)
    theme = Theme(
        name=name,
        dark=table.get("dark", True) is True,
        variables=_derived(colors, variables),
        **colors,  # type: ignore[arg-type]
    )
    return theme, shorten(clean_line(str(table.get("title") or name)), LONGEST_TITLE) or name


def _colors(table: dict[str, Any], section: str, known: tuple[str, ...]) -> dict[str, str]:
    values = table.get(section, {})
    if not isinstance(values, dict):
        raise InputError(f"[{section}] must be a section")
    for key, value in values.items():
        if key not in known:
            raise InputError(f"[{section}] knows {', '.join(known)}, not {quoted(key)}")
        try:
            # Only fixed colours: a theme must look the same in every terminal.
            if not str(value).startswith("#"):
                raise ColorParseError("not hexadecimal")
            Color.parse(str(value))
        except ColorParseError:
            raise InputError(f"{key} is {quoted(value)}: write a color as #rrggbb") from None
    return {key: str(value) for key, value in values.items()}


def _check_readable(colors: dict[str, str], variables: dict[str, str]) -> None:
    """Refuse colors in which nothing could be read, not even the way to other colors."""
    for text, ground in READ:
        both = colors | variables
        found = contrast(both[text], both[ground])
        if found < LEAST_CONTRAST:
            raise InputError(
                f"{text} on {ground} has a contrast of {found:.1f} to 1: nobody can read that, "
                f"{LEAST_CONTRAST:.0f} to 1 is the least and 4.5 to 1 is good"
            )


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors by the rule of WCAG 2: 1 for none, 21 at the most."""
    high, low = sorted((_light(Color.parse(one)), _light(Color.parse(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _light(color: Color) -> float:
    parts = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in color.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _derived(colors: dict[str, str], variables: dict[str, str]) -> dict[str, str]:
    """Return the variables of a theme with those Textual's own widgets look at."""
    return variables | {
        "border": colors["primary"],
        "border-blurred": variables["rule"],
        "input-selection-background": variables["lit-background"],
        "input-selection-foreground": variables["lit"],
        "block-cursor-background": variables["cursor-background"],
        "block-cursor-foreground": variables["cursor"],
        "scrollbar": variables["rule"],
        "scrollbar-hover": variables["muted"],
        "scrollbar-active": colors["primary"],
        "scrollbar-background": colors["surface"],
        "scrollbar-background-hover": colors["surface"],
        "scrollbar-background-active": colors["surface"],
        "scrollbar-corner-color": colors["surface"],
    }
