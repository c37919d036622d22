"""Names: keys as people read them, and which of them write a character."""

from __future__ import annotations

from collections.abc import Iterable

from textual.keys import Keys, _character_to_key, key_to_character

_SHOWN = {
    "slash": "/",
    "comma": ",",
    "question_mark": "?",
    "apostrophe": "'",
    "asterisk": "*",
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

_KNOWN = frozenset(key.value for key in Keys)


def key_name(key: str) -> str:
    """Return a key as it is shown to people: ^s, Esc, /."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    if key[:1] == "f" and key[1:].isdigit():
        return key.upper()
    return _SHOWN.get(key) or key_to_character(key) or key


def key_names(keys: Iterable[str]) -> str:
    """Return some keys as they are shown to people, with spaces between them."""
    return " ".join(map(key_name, keys))


def is_typed(key: str) -> bool:
    """Return whether a key writes a character in a field, so that it does nothing else there."""
    character = "/" if key == "slash" else key_to_character(key)
    return character is not None and character.isprintable()


def read_key(written: str) -> str:
    """Return the key a person names, as Textual calls it: "?", "^s", "Ctrl+S", "Esc".

    Raises ValueError for what is no key.
    """
    text = written.strip()
    if len(text) == 1:
        return _character_to_key(text)
    named = {name.casefold(): key for key, name in _SHOWN.items()}
    key = named.get(text.casefold(), text.casefold())
    if key.startswith("^") and len(key) == 2:
        key = f"ctrl+{key[1]}"
    if key in _KNOWN or key in _SHOWN or key_to_character(key):
        return key
    raise ValueError(f"there is no key “{text}”")
