"""Reading one table of a data file field by field, with the place in every complaint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from sesbank.domain.text import clean, clean_line, shorten
from sesbank.errors import InputError

_Kind = TypeVar("_Kind", str, int, bool)

_BETWEEN = re.compile(r"[,\n]")
_WORDS_FOR: dict[type, str] = {
    str: "text in quotes",
    int: "a whole number",
    bool: "true or false",
    list: "a list in [brackets]",
}


class Fields:
    """One TOML table together with where it stands, so that an error can say so."""

    def __init__(self, table: Mapping[str, Any], source: str, place: str = "") -> None:
        self._table = table
        self.source = source
        self.place = place

    def error(self, complaint: str) -> InputError:
        """Return the error to raise: file, place, what is wrong and what to do."""
        where = f"{self.source}, {self.place}" if self.place else self.source
        return InputError(f"{where}: {complaint}")

    def only(self, *known: str) -> None:
        """Refuse fields nobody reads, so that a misspelt one is not lost in silence.

        Raises InputError.
        """
        for field in self._table:
            if field not in known:
                name = shorten(clean_line(field), 40)
                raise self.error(f'"{name}" is not a field here. Known: {", ".join(known)}.')

    def text(self, field: str, default: str | None = None) -> str:
        """Return a text on one line, not empty unless a default is given.

        Raises InputError.
        """
        value = clean_line(self._get(field, str, default))
        if not value and default is None:
            raise self.error(f'"{field}" is empty. Fill it in.')
        return value

    def number(self, field: str) -> int:
        """Return a whole number of 0 or more.

        Raises InputError.
        """
        value = self._get(field, int, None)
        if value < 0:
            raise self.error(f'"{field}" must be 0 or more.')
        return value

    def flag(self, field: str, *, default: bool) -> bool:
        """Return true or false.

        Raises InputError.
        """
        return self._get(field, bool, default)

    def lines(self, field: str) -> tuple[str, ...]:
        """Return a list of texts, each on one line; empty when the field is missing.

        Raises InputError.
        """
        found = []
        for number, value in enumerate(self._list(field), start=1):
            line = clean_line(value) if isinstance(value, str) else ""
            if not line:
                raise self.error(f'entry {number} of "{field}" must be text in quotes.')
            found.append(line)
        return tuple(found)

    def phrases(self, field: str) -> tuple[str, ...]:
        """Return phrases: a text with commas or line ends between them, or a list of texts.

        Raises InputError.
        """
        value = self._table.get(field, "")
        if not isinstance(value, str):
            return self.lines(field)
        parts = (" ".join(part.split()) for part in _BETWEEN.split(clean(value)))
        return tuple(part for part in parts if part)

    def tables(self, field: str, called: str) -> Iterator[Fields]:
        """Yield the tables of a list of tables, each knowing its place as "`called` 2".

        Raises InputError.
        """
        for number, value in enumerate(self._list(field), start=1):
            place = f"{self.place}, {called} {number}" if self.place else f"{called} {number}"
            if not isinstance(value, dict):
                raise self.error(f'"{field}" must be written as [[…{field}]] tables.')
            yield Fields(value, self.source, place)

    def has(self, field: str) -> bool:
        """Say whether the table has the field."""
        return field in self._table

    def _list(self, field: str) -> list[Any]:
        value = self._table.get(field, [])
        if not isinstance(value, list):
            raise self.error(f'"{field}" must be {_WORDS_FOR[list]}.')
        return value

    def _get(self, field: str, kind: type[_Kind], default: _Kind | None) -> _Kind:
        value = self._table.get(field, default)
        if value is None:
            raise self.error(f'"{field}" is missing. Add it.')
        # bool is an int to Python, not to the person who writes the file.
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.error(f'"{field}" must be {_WORDS_FOR[kind]}.')
        return value
