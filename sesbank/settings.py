"""Settings: the choices a person keeps in `settings.toml`, each with a default."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from sesbank.domain.sheet import Paper
from sesbank.domain.story import WORDS_A_MINUTE
from sesbank.errors import InputError


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be chosen. A missing file means the defaults."""

    framework: str = "opm-2025"
    """Framework used where a vacancy does not name one."""
    words_a_minute: int = WORDS_A_MINUTE
    """Speaking pace for telling times."""
    theme: str = "sesbank-dark"
    paper: Paper = Paper.LETTER
    template: str = "prep-sheet"
    meaning: bool = True
    """Use word vectors where the optional package is installed."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """A person's own keys by action id; the app checks them."""


def load_settings(path: Path) -> Settings:
    """Read the settings file; a missing one gives the defaults.

    Raises InputError naming the file and the line or the setting that is wrong.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: {error}: mend the file or move it away") from None
    known = {field.name for field in fields(Settings)}
    unknown = sorted(set(table) - known)
    if unknown:
        raise InputError(f"{path}: there is no setting {unknown[0]!r}: {', '.join(sorted(known))}")
    return _checked(path, table)


def _checked(path: Path, table: dict[str, object]) -> Settings:
    values: dict[str, object] = {}
    defaults = Settings()
    for name, value in table.items():
        wanted = type(getattr(defaults, name))
        if name == "keys":
            values[name] = _keys(path, value)
        elif wanted is Paper:
            if value not in tuple(Paper):
                raise InputError(f"{path}: paper is letter or a4, not {value!r}")
            values[name] = Paper(str(value))
        elif type(value) is wanted:
            values[name] = value
        else:
            raise InputError(f"{path}: {name} must be a {_KINDS[wanted]}, not {value!r}")
    pace = values.get("words_a_minute", defaults.words_a_minute)
    if not isinstance(pace, int) or not 60 <= pace <= 300:
        raise InputError(f"{path}: words_a_minute lies between 60 and 300, not {pace!r}")
    return Settings(**values)  # type: ignore[arg-type]


def _keys(path: Path, value: object) -> dict[str, tuple[str, ...]]:
    """Return the table of keys: each a text or a list of texts, under the id of an action."""
    if not isinstance(value, dict):
        raise InputError(f'{path}: keys is a table: [keys], then lines such as "story.new" = "n"')
    keys = {}
    for action_id, written in value.items():
        listed = written if isinstance(written, list) else [written]
        if not all(isinstance(key, str) for key in listed):
            raise InputError(
                f"{path}: the key of {action_id!r} is a text in quotes or a list of them"
            )
        keys[action_id] = tuple(listed)
    return keys


_KINDS: dict[type, str] = {str: "text in quotes", int: "number", bool: "true or false"}
