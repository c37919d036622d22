"""JSON text: read strictly, with line and column in every complaint, and written plainly."""

from __future__ import annotations

import json
import math
import re
from itertools import chain, pairwise
from typing import Any

DEPTH = 100
"""How deep lists and objects may surely stand inside each other."""

DIGITS = 100
"""How many characters a number may have."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\],:]|-?[A-Za-z0-9][\w.+-]*', re.DOTALL)


class JsonError(ValueError):
    """A text is not the JSON that can be kept. `line` and `column` count from 1."""

    def __init__(self, problem: str, text: str, offset: int) -> None:
        self.problem = problem
        self.line = text.count("\n", 0, offset) + 1
        self.column = offset - text.rfind("\n", 0, offset)
        super().__init__(f"line {self.line}, column {self.column}: {problem}")


class _RefusedError(Exception):
    """Something the parser accepts and we do not; the place is looked for afterwards."""


def read_json(text: str) -> Any:
    """Return the value of a JSON text.

    Raises JsonError for a broken text and for what JSON readers treat differently or cannot
    survive: a field named twice, NaN and infinity, huge numbers, very deep nesting.
    """
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_refuse,
            parse_int=_whole,
            parse_float=_fraction,
        )
    except json.JSONDecodeError as error:
        raise JsonError(_in_words(error), text, error.pos) from None
    except (_RefusedError, RecursionError):
        problem, offset = _first_fault(text)
        raise JsonError(problem, text, offset) from None


def write_json(value: object, *, indent: int | None = None) -> str:
    """Return `value` as JSON text in plain characters. Raises ValueError for NaN and infinity."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise _RefusedError
    return result


def _refuse(_: str) -> Any:
    raise _RefusedError


def _whole(digits: str) -> int:
    if len(digits) > DIGITS:
        raise _RefusedError
    return int(digits)


def _fraction(digits: str) -> float:
    number = float(digits)
    if len(digits) > DIGITS or not math.isfinite(number):
        raise _RefusedError
    return number


def _in_words(error: json.JSONDecodeError) -> str:
    if error.pos >= len(error.doc.rstrip()):
        return "the text ends too early"
    if error.msg == "Extra data":
        return "there is something after the end"
    return error.msg[:1].lower() + error.msg[1:]


def _first_fault(text: str) -> tuple[str, int]:
    """Return what was refused and where; the text is known to be refused for something."""
    open_objects: list[set[str] | None] = []
    for token, following in pairwise(chain(_TOKEN.finditer(text), [None])):
        if token is None:
            break
        word = token.group()
        if word in "{[":
            open_objects.append(set() if word == "{" else None)
            if len(open_objects) > DEPTH:
                return f"is nested more than {DEPTH} deep", token.start()
        elif word in "}]" and open_objects:
            open_objects.pop()
        elif word[0] == '"':
            names = open_objects[-1] if open_objects else None
            if names is not None and following is not None and following.group() == ":":
                name = json.loads(word, strict=False) if "\\" in word else word[1:-1]
                if name in names:
                    return f"the field {name[:40]!r} is there twice", token.start()
                names.add(name)
        elif _bad_number(word):
            return f"{word[:20]} is not a number that can be kept", token.start()
    return "cannot be read", 0


def _bad_number(word: str) -> bool:
    if word in ("true", "false", "null", ",", ":"):
        return False
    try:
        return len(word) > DIGITS or not math.isfinite(float(word))
    except ValueError:
        return False
