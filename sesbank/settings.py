"""Settings: the choices a person keeps in `settings.toml`, each with a default."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sesbank.domain.page_size import Paper
from sesbank.domain.story import WORDS_A_MINUTE
from sesbank.domain.text import quoted
from sesbank.errors import InputError, NotSavedError
from sesbank.files import SMALL, Place, look_at, read_bytes, read_toml, reason, shown, write_new

SLOWEST, FASTEST = 60, 300
"""Words a minute that anybody speaks at."""


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
    first_steps: bool = True
    """Offer the first steps at the start while the bank is empty."""
    name: str = ""
    """The candidate's own name, where a document is signed with one."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """A person's own keys by action id; the app checks them."""
    unknown: tuple[str, ...] = ()
    """Names in the file that are no setting: left alone, and told."""


ABOUT = {
    "framework": "The ECQ framework used where a vacancy does not say which: opm-2025, opm-2006, "
    "or one of your own.",
    "words_a_minute": "How fast you speak, for the times to tell: 60 to 300. Most people take 140.",
    "theme": "The colors, by the name of a theme: see the files in themes/, or make your own.",
    "paper": "The paper of the prep sheet: letter or a4.",
    "template": "The Word template of the prep sheet, by its file name without .docx.",
    "meaning": "Whether word vectors are used, where the optional package is installed: true or "
    "false.",
    "first_steps": "Whether the first steps are offered at each start while the bank is empty: "
    "true or false. “Start empty” there turns it off; the palette shows them at any time.",
    "name": "Your name, which signs the thank-you notes. It goes nowhere else.",
}
"""What each setting of one line is for, as the file itself says it."""


def load_settings(path: Path) -> Settings:
    """Read the settings file; a missing one gives the defaults.

    A name that is no setting is kept in `unknown`: a newer sesbank may know it. Raises
    InputError naming the file and the line or the setting that is wrong.
    """
    try:
        path.stat()
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError):
        pass  # Reading tells what is wrong.
    try:
        table = read_toml(path)
    except InputError as error:
        raise InputError(f"{error}: mend the file or move it away") from None
    return _checked(path, table)


def settings_or_defaults(path: Path) -> tuple[Settings, str]:
    """Return the settings with nothing to say, or the defaults with what is wrong in the file."""
    try:
        return load_settings(path), ""
    except InputError as error:
        return Settings(), f"{error}; until then the defaults hold"


def change_settings(path: Path, settings: Settings, **changes: object) -> Settings:
    """Write changed settings into the file and return all as they are now.

    Comments and names that are no setting stay as they stand; where there is no file, one is
    made that says what each setting is for. Raises InputError for a value that no setting
    takes, NotSavedError when the file cannot be read or written; then it is as it was.
    """
    changed = dataclasses.replace(settings, **changes)  # type: ignore[arg-type]
    _checked(path, {name: getattr(changed, name) for name in ABOUT})
    real = Path(os.path.realpath(path))  # A link, as of dotfiles kept elsewhere, stays one.
    fresh = look_at(real) is Place.NOTHING
    text = _as_file(changed) if fresh else _rewritten(path, changes)
    try:
        real.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        mode = 0o600 if fresh else real.stat().st_mode & 0o777
    except OSError as error:
        raise NotSavedError(f"{shown(path)} was not written: {reason(error)}") from None
    write_new(real, text.encode("utf-8"), overwrite=True, mode=mode)
    return changed


def _as_file(settings: Settings) -> str:
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment("sesbank's settings. Every line may go: its default holds then."))
    for name, about in ABOUT.items():
        document.add(tomlkit.nl())
        document.add(tomlkit.comment(about))
        document.add(name, _plain(getattr(settings, name)))
    return tomlkit.dumps(document)


def _rewritten(path: Path, changes: Mapping[str, object]) -> str:
    import tomlkit

    try:
        read_toml(path)  # Under its limits: the other reader has none.
        document = tomlkit.parse(read_bytes(path, limit=SMALL).decode("utf-8-sig"))
    except (InputError, ValueError, RecursionError) as error:
        raise NotSavedError(f"{error}: mend the file or move it away") from None
    for name, value in changes.items():
        document[name] = _plain(value)
    return tomlkit.dumps(document)


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value


def _checked(path: Path, table: Mapping[str, object]) -> Settings:
    values: dict[str, object] = {}
    defaults = Settings()
    for name in (name for name in table if name in ABOUT):
        value = table[name]
        wanted = type(getattr(defaults, name))
        if wanted is Paper:
            if value not in tuple(Paper):
                raise InputError(f"{path}: paper is letter or a4, not {quoted(value)}")
            values[name] = Paper(str(value))
        elif type(value) is wanted:
            values[name] = value
        else:
            raise InputError(f"{path}: {name} must be a {_KINDS[wanted]}, not {quoted(value)}")
    pace = values.get("words_a_minute", defaults.words_a_minute)
    if not isinstance(pace, int) or not SLOWEST <= pace <= FASTEST:
        raise InputError(
            f"{path}: words_a_minute lies between {SLOWEST} and {FASTEST}, not {quoted(pace)}"
        )
    if "keys" in table:
        values["keys"] = _keys(path, table["keys"])
    unknown = tuple(sorted(set(table) - {*ABOUT, "keys"}))
    return Settings(**values, unknown=unknown)  # type: ignore[arg-type]


def _keys(path: Path, value: object) -> dict[str, tuple[str, ...]]:
    """Return the table of keys: each a text or a list of texts, under the id of an action."""
    if not isinstance(value, dict):
        raise InputError(f'{path}: keys is a table: [keys], then lines such as "story.new" = "n"')
    keys = {}
    for action_id, written in value.items():
        listed = written if isinstance(written, list) else [written]
        if not all(isinstance(key, str) for key in listed):
            raise InputError(
                f"{path}: the key of {quoted(action_id)} is a text in quotes or a list of them"
            )
        keys[action_id] = tuple(listed)
    return keys


_KINDS: dict[type, str] = {str: "text in quotes", int: "number", bool: "true or false"}
