"""settings: the choices a person keeps, shown and changed."""

from __future__ import annotations

import argparse
import contextlib
from typing import TYPE_CHECKING

from sesbank import locations
from sesbank.cli.command import Commands, command, wrong_use
from sesbank.cli.printing import note, say_all, say_json, width
from sesbank.cli.tables import indented
from sesbank.domain.page_size import Paper
from sesbank.domain.text import clean_line, shorten, whole_number
from sesbank.errors import InputError, UsageError
from sesbank.files import read_toml
from sesbank.settings import ABOUT, FASTEST, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def add_to(commands: Commands) -> None:
    """Add the command of this group."""
    choosing = command(
        commands,
        "settings",
        run_settings,
        does="show the settings, or change one",
        example="sesbank settings words_a_minute 120",
    )
    choosing.add_argument(
        "name", nargs="?", choices=ABOUT, metavar="NAME", help=f"one of {', '.join(ABOUT)}"
    )
    choosing.add_argument("value", nargs="?", metavar="VALUE", help="what it is from now on")


def run_settings(arguments: argparse.Namespace) -> int:
    """Show the settings, or change one."""
    from sesbank.session import Session, preferences

    with Session.without_bank() as session:
        if arguments.value is not None:
            with wrong_use():
                value = _read(arguments.name, clean_line(arguments.value))
                preferences.change(session, **{arguments.name: value})
        settings = session.settings
    if arguments.json:
        say_json({"file": str(locations.settings_path()), **_shape(settings)})
        return 0
    say_all(_lines(settings, only=arguments.name))
    if arguments.value is not None:
        note(f"Kept in {locations.settings_path()}")
    return 0


def _read(name: str, value: str) -> object:
    """Return the value of a setting from what was typed. Raises UsageError for no such value."""
    default = getattr(Settings(), name)
    if name == "theme" and value not in (there := tuple(_themes())):
        raise UsageError(f"no theme {shorten(value, 60)!r}: there are {', '.join(there)}")
    if isinstance(default, bool):
        if value.casefold() not in _TRUTH:
            raise UsageError(f"{name} is true or false, not {value!r}")
        return _TRUTH[value.casefold()]
    if isinstance(default, Paper):
        if value.casefold() not in tuple(Paper):
            raise UsageError(f"{name} is letter or a4, not {value!r}")
        return Paper(value.casefold())
    if isinstance(default, int):
        number = whole_number(value, FASTEST)
        return value if number is None else number
    return value


def _themes() -> Iterator[str]:
    """Yield the names of the themes there are; a file that cannot be read is none."""
    for stem, path in locations.data_files("themes", ".toml").items():
        with contextlib.suppress(InputError):
            yield clean_line(str(read_toml(path).get("name") or "")) or stem


def _shape(settings: Settings) -> dict[str, object]:
    values = {name: getattr(settings, name) for name in ABOUT}
    return {n: (str(v) or None) if isinstance(v, str) else v for n, v in values.items()}


def _lines(settings: Settings, *, only: str | None) -> Iterator[str]:
    for name in [only] if only else ABOUT:
        value = getattr(settings, name)
        told = str(value).casefold() if isinstance(value, bool) else str(value)
        yield f"{name} = {told or '(none)'}"
        yield from indented(ABOUT[name], width(), first="  ")
