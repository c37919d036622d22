"""Values: JSON values as they may stand in a record: clean strings, finite numbers, own copies."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from sesbank.domain.text import clean, clean_line

LARGEST = 2**53 - 1
"""The largest whole number that every JSON reader keeps exactly."""

DEEPEST = 20
"""How deep lists and records may stand inside each other in an unknown field."""


def clean_value(value: object, place: str, depth: int = 0) -> Any:
    """Return a copy of a JSON value with its strings cleaned.

    Raises ValueError with the place for anything JSON cannot carry: NaN, infinity, sets, dates,
    keys that are no text, whole numbers beyond 2**53, and nesting deeper than DEEPEST.
    """
    if depth > DEEPEST:
        raise ValueError(f"{place}: is nested more than {DEEPEST} deep")
    if isinstance(value, str):
        return clean(value)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return _number(value, place)
    if isinstance(value, list | tuple):
        return [clean_value(v, f"{place}[{n}]", depth + 1) for n, v in enumerate(value)]
    if isinstance(value, Mapping):
        return _clean_mapping(value, place, depth)
    raise ValueError(f"{place}: a {type(value).__name__} cannot be kept")


def _number(value: int | float, place: str) -> int | float:
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{place}: is not a finite number")
    if isinstance(value, int) and abs(value) > LARGEST:
        raise ValueError(f"{place}: is a number too large to keep exactly")
    return value


def _clean_mapping(value: Mapping[Any, Any], place: str, depth: int) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, item in value.items():
        if not isinstance(key, str):
            raise ValueError(f"{place}: a field name should be text")
        name = clean_line(key)
        if name in result:
            raise ValueError(f"{place}: has the field {name[:40]!r} twice")
        result[name] = clean_value(item, f"{place}.{name}" if place else name, depth + 1)
    return result
