"""Fields: typed access to a record, with the place in every complaint."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from sesbank.domain.records.values import LARGEST, clean_value
from sesbank.domain.text import clean, clean_line

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

_NOTHING: Mapping[str, Any] = MappingProxyType({})

Record = dict[str, Any]
"""A plain dict of strings, numbers, booleans, None, lists and dicts."""


def with_unknown(record: Record, extra: Mapping[str, Any]) -> Record:
    """Return `record` with the unknown fields behind the known ones, which always win.

    Raises RecordError for something JSON cannot carry.
    """
    try:
        unknown = clean_value(extra, "")
    except ValueError as error:
        raise RecordError("", str(error)) from None
    record.update((key, value) for key, value in unknown.items() if key not in record)
    return record


def keep_unknown(old: Mapping[str, Any], new: Record) -> Record:
    """Return `new` with the unknown fields that its list items had in `old`, where unchanged."""
    for name, items in new.items():
        before = old.get(name)
        if isinstance(items, list) and isinstance(before, list) and before != items:
            new[name] = [_as_it_was(item, before) for item in items]
    return new


def _as_it_was(item: Any, before: list[Any]) -> Any:
    if isinstance(item, dict):
        for known in before:
            if isinstance(known, dict) and all(known.get(k) == v for k, v in item.items()):
                return known
    return item


class RecordError(ValueError):
    """A record cannot be read. Its text names the field: "figures[2].state: …"."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}" if place else problem)
        self.place = place
        self.problem = problem


class SourceError(RecordError):
    """A requirement's text stands nowhere in the source of its vacancy."""


class Fields:
    """One record being read: every field is asked for once, the rest is `extra`.

    A field that is missing or null takes its default. All methods raise RecordError.
    """

    def __init__(self, record: object, place: str = "") -> None:
        if not isinstance(record, dict | Mapping):
            raise RecordError(place, f"should be a record of fields, not {_kind(record)}")
        self._record = record
        self._place = place
        self._read: set[str] = set()

    def place(self, name: str) -> str:
        """Return the path of a field as a complaint names it."""
        return f"{self._place}.{name}" if self._place else name

    def _get(self, name: str) -> Any:
        self._read.add(name)
        return self._record.get(name)

    def wrong(self, name: str, problem: str) -> RecordError:
        """Return a complaint about a field, to be raised."""
        return RecordError(self.place(name), problem)

    def text(self, name: str) -> str:
        """Return prose, cleaned; line breaks stay."""
        return clean(self._string(name))

    def line(self, name: str) -> str:
        """Return a text on one line, cleaned."""
        return clean_line(self._string(name))

    def needed(self, name: str) -> str:
        """Return a line that may not be empty."""
        line = self.line(name)
        if not line:
            raise self.wrong(name, "is missing")
        return line

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return true or false."""
        value = self._get(name)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise self.wrong(name, f"should be true or false, not {_kind(value)}")
        return value

    def count(self, name: str) -> int | None:
        """Return a whole number from 0, or None when it is not given."""
        value = self._get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.wrong(name, f"should be a whole number, not {_kind(value)}")
        if not 0 <= value <= LARGEST:
            raise self.wrong(name, f"should be a whole number from 0 to {LARGEST}")
        return value

    def choice(self, name: str, default: E) -> E:
        """Return one of an enumeration's values, in any case."""
        line = self.line(name)
        if not line:
            return default
        try:
            return type(default)(line.casefold())
        except ValueError:
            known = ", ".join(type(default))
            raise self.wrong(name, f"{line[:40]!r} is unknown; it takes {known}") from None

    def items(self, name: str, read: Callable[[Fields], T], *, bare: str = "") -> tuple[T, ...]:
        """Return a list of records, each read by `read`.

        With a field's name as `bare` a text stands for a record with that field alone.
        """
        found = self._list(name)
        if not found:
            return ()  # Most lists of most stories are empty.
        return tuple(
            read(Fields({bare: item} if bare and isinstance(item, str) else item, place))
            for place, item in found
        )

    def lines(self, name: str) -> tuple[str, ...]:
        """Return a list of single lines, without empty ones."""
        found = [clean_line(_string(place, item)) for place, item in self._list(name)]
        return tuple(line for line in found if line)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, without empty ones."""
        found = [clean(_string(place, item)) for place, item in self._list(name)]
        return tuple(text for text in found if text.strip())

    def extra(self) -> Mapping[str, Any]:
        """Return the fields nobody asked for, cleaned and copied."""
        if self._record.keys() <= self._read:
            return _NOTHING
        rest = {key: self._record[key] for key in self._record if key not in self._read}
        try:
            return MappingProxyType(clean_value(rest, self._place))
        except ValueError as error:
            raise RecordError("", str(error)) from None

    def _list(self, name: str) -> list[tuple[str, object]]:
        value = self._get(name)
        if value is None:
            return []
        if not isinstance(value, list | tuple):
            raise self.wrong(name, f"should be a list, not {_kind(value)}")
        if not value:
            return []
        place = self.place(name)
        return [(f"{place}[{number}]", item) for number, item in enumerate(value)]

    def _string(self, name: str) -> str:
        # Asked some twenty times for each of the thousands of stories of a bank.
        self._read.add(name)
        value = self._record.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else _string(self.place(name), value)


def _string(place: str, value: object) -> str:
    if not isinstance(value, str):
        raise RecordError(place, f"should be text, not {_kind(value)}")
    return value


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return "a number"
    names: dict[type, str] = {str: "text", list: "a list", tuple: "a list", dict: "a record"}
    return names.get(type(value), f"a {type(value).__name__}")
