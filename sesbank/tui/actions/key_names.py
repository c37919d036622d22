"""Key names: keys as people read them, and which of them write a character."""

from __future__ import annotations

from collections.abc import Iterable
from string import punctuation

from textual.keys import Keys, key_to_character

from sesbank.tui.textual_inside import character_to_key

_SHOWN = {
    "escape": "Esc",
    "enter": "Enter",
    "delete": "Del",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}

_SIGNS = {character_to_key(sign): sign for sign in f"{punctuation} "}
"""The keys that write a sign, as Textual calls them."""

_KNOWN = frozenset(key.value for key in Keys if not key.value.startswith("<"))
_OTHERWISE = {"return": "enter", "esc": "escape"}
"""Names of keys that Textual knows by another one."""


def key_name(key: str) -> str:
    """Return a key as it is shown to people: ^s, Esc, /."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    if key[:1] == "f" and key[1:].isdigit():
        return key.upper()
    return _SHOWN.get(key) or _character(key) or key


def key_names(keys: Iterable[str]) -> str:
    """Return some keys as they are shown to people, with spaces between them."""
    return " ".join(map(key_name, keys))


def is_typed(key: str) -> bool:
    """Return whether a key writes a character in a field, so that it does nothing else there."""
    character = _character(key)
    return character is not None and character.isprintable()


def _character(key: str) -> str | None:
    """Return what a key writes, None where it writes nothing."""
    return _SIGNS.get(key) or key_to_character(key)


def read_key(written: str) -> str:
    """Return the key a person names, as Textual calls it: "?", "^s", "Ctrl+S", "Esc".

    Raises ValueError for what is no key.
    """
    text = written.strip()
    if len(text) == 1:
        return character_to_key(text)
    named = {name.casefold(): key for key, name in _SHOWN.items()}
    key = (named | _OTHERWISE).get(text.casefold(), text.casefold())
    if key.startswith("^") and len(key) == 2:
        key = f"ctrl+{key[1]}"
    if key in _KNOWN or key in _SHOWN or key in _SIGNS:
        return key
    raise ValueError(f"there is no key “{text}”")
