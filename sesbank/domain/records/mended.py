"""Mended: a record read with what is wrong in it put beside, instead of not at all."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from sesbank.domain.records.fields import Record, RecordError
from sesbank.domain.records.values import clean_value

T = TypeVar("T")

BESIDE = "unread_"
"""Stands before the name of a field under which its value is kept that could not be read."""

_FIELD = re.compile(r"(\w+)(?:\[(\d+)\])?")

_MOST = 1_000
"""Values put beside before a record is given up."""


class Mended(NamedTuple, Generic[T]):
    """A record as far as it could be read."""

    entry: T | None
    """None where even its unknown fields could not be told apart."""
    beside: tuple[str, ...]
    """The fields of which something was put beside."""


def mended(record: Mapping[str, Any], read: Callable[[object], T]) -> Mended[T]:
    """Read a record; whatever is wrong in it stays in it under an unknown field's name."""
    left = dict(record)
    beside: list[str] = []
    for _ in range(_MOST):
        try:
            return Mended(read(left), tuple(dict.fromkeys(beside)))
        except RecordError as error:
            name = _put_beside(left, error.place)
            if not name:
                break
            beside.append(name)
    return Mended(None, tuple(dict.fromkeys(beside)))


def unkept(record: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the fields whose values JSON carries and an unknown field may not hold."""
    return tuple(name for name, value in record.items() if not _can_be_kept(name, value))


def _put_beside(left: Record, place: str) -> str:
    found = _FIELD.match(place)
    name = found[1] if found else next(iter(unkept(left)), "")
    if name not in left or name == "id":
        return ""
    if found and found[2]:
        items = list(left[name])
        value = items.pop(int(found[2]))
        left[name] = items
    else:
        value = left.pop(name)
    kept = left.setdefault(f"{BESIDE}{name}", [])
    kept.append(value if _can_be_kept(name, value) else _as_text(value))
    return name


def _can_be_kept(name: str, value: object) -> bool:
    try:
        clean_value([{name: value}], "")
    except ValueError:
        return False
    return True


def _as_text(value: object) -> str:
    try:
        return json.dumps(value, ensure_ascii=False)
    except (ValueError, RecursionError):
        return repr(value)[:1_000]
