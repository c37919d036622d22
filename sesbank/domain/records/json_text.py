"""JSON text: read strictly, with line and column in every complaint, and written plainly."""

from __future__ import annotations

import json
import math
import re
from itertools import chain, islice, pairwise
from typing import Any

DEPTH = 100
"""How deep lists and objects may stand inside each other."""

DIGITS = 100
"""How many characters a number may have."""

_TOO_DEEP = f"is nested more than {DEPTH} deep"

_NESTING = frozenset((list, dict))

LOOKED_THROUGH = 500_000
"""Tokens gone through for the place of what was refused: some megabytes, within a second. What
stands further behind is named without its place."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\],:]|-?[A-Za-z0-9][\w.+-]*', re.DOTALL)


class JsonError(ValueError):
    """A text is not the JSON that can be kept. `line` and `column` count from 1."""

    def __init__(self, problem: str, text: str, offset: int) -> None:
        self.problem = problem
        self.line = text.count("\n", 0, offset) + 1
        self.column = offset - text.rfind("\n", 0, offset)
        super().__init__(f"line {self.line}, column {self.column}: {problem}")


class _RefusedError(Exception):
    """What the parser accepts and we do not, in words; the place is looked for afterwards."""


def read_json(text: str) -> Any:
    """Return the value of a JSON text.

    Raises JsonError for a broken text and for what JSON readers treat differently or cannot
    survive: a field named twice, NaN and infinity, huge numbers, very deep nesting.
    """
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_refuse,
            parse_int=_whole,
            parse_float=_fraction,
        )
        _check_depth(value)
    except json.JSONDecodeError as error:
        raise JsonError(_in_words(error), text, error.pos) from None
    except RecursionError:
        raise JsonError(*_first_fault(text, _TOO_DEEP)) from None
    except _RefusedError as refused:
        raise JsonError(*_first_fault(text, str(refused))) from None
    return value


def write_json(value: object, *, indent: int | None = None) -> str:
    """Return `value` as JSON text in plain characters. Raises ValueError for NaN and infinity."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise _RefusedError(_twice(_repeated([name for name, _ in pairs])))
    return result


def _repeated(names: list[str]) -> str:
    """Return the name that is there a second time first."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            break
        seen.add(name)
    return name


def _refuse(word: str) -> Any:
    raise _RefusedError(_no_number(word))


def _whole(digits: str) -> int:
    if len(digits) > DIGITS:
        raise _RefusedError(_no_number(digits))
    return int(digits)


def _fraction(digits: str) -> float:
    if len(digits) > DIGITS or not math.isfinite(number := float(digits)):
        raise _RefusedError(_no_number(digits))
    return number


def _check_depth(value: Any) -> None:
    """Raise _RefusedError for a value that is nested too deep; each part is looked at once."""
    level: list[Any] = [[value]]
    depth = 0
    while level := [
        part
        for parts in level
        for part in (parts.values() if type(parts) is dict else parts)
        if type(part) in _NESTING
    ]:
        depth += 1
        if depth > DEPTH:
            raise _RefusedError(_TOO_DEEP)


def _twice(name: str) -> str:
    return f"the field {name[:40]!r} is there twice"


def _no_number(word: str) -> str:
    return f"{word[:20]} is not a number that can be kept"


def _in_words(error: json.JSONDecodeError) -> str:
    if error.pos >= len(error.doc.rstrip()):
        return "the text ends too early"
    if error.msg == "Extra data":
        return "there is something after the end"
    return error.msg[:1].lower() + error.msg[1:]


def _first_fault(text: str, refused: str) -> tuple[str, str, int]:
    """Return what is wrong first, the text, and where it is; the text was `refused` for something.

    What stands behind all that is looked through is said to be there.
    """
    open_objects: list[set[str] | None] = []
    place = 0
    for token, following in pairwise(chain(islice(_TOKEN.finditer(text), LOOKED_THROUGH), [None])):
        if token is None:
            break
        place = token.start()
        if fault := _fault(token.group(), following, open_objects):
            return fault, text, place
    return f"{refused}, somewhere behind this place", text, place


def _fault(word: str, following: re.Match[str] | None, open_objects: list[set[str] | None]) -> str:
    """Return what is wrong with a token, empty where nothing is, and note what it opens."""
    if word in "{[":
        open_objects.append(set() if word == "{" else None)
        return _TOO_DEEP if len(open_objects) > DEPTH else ""
    if word in "}]":
        del open_objects[-1:]
    elif word[0] == '"':
        names = open_objects[-1] if open_objects else None
        if names is not None and following is not None and following.group() == ":":
            name = json.loads(word, strict=False) if "\\" in word else word[1:-1]
            if name in names:
                return _twice(name)
            names.add(name)
    elif _bad_number(word):
        return _no_number(word)
    return ""


def _bad_number(word: str) -> bool:
    if word in ("true", "false", "null", ",", ":"):
        return False
    try:
        return len(word) > DIGITS or not math.isfinite(float(word))
    except ValueError:
        return False
