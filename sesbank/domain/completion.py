"""Completion: what a search line may go on with: the fields, and the values of the bank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias, TypeVar

from sesbank.domain.filters import FIELDS, HAS, SORTS
from sesbank.domain.text import counted, fold

Known = TypeVar("Known")

FIELD_NOTES = {
    "ecq": "an ECQ it is mapped to",
    "comp": "a competency it is mapped to",
    "tq": "a technical qualification it answers",
    "tag": "one of its tags",
    "status": "inbox, draft, ready, retired",
    "org": "where it happened",
    "has": "number, gap, lesson, mapping, date",
    "before": "ended before a year or date",
    "after": "ended after a year or date",
    "told": "to whom it was told, or never",
    "sort": "best, new, old, title, ended, length",
}
"""What each field looks at."""

LEAST = 2
"""Letters of a field's name from which it is offered: a single one begins too many words."""


class Value(NamedTuple):
    """A value of a field that is there in the bank."""

    text: str
    note: str = ""
    """What it means."""
    stories: int | None = None
    """How many stories have it, where they are counted."""

    @property
    def told(self) -> str:
        """How many stories have it and what it means; the count first, as a long name is cut."""
        if self.stories is None:
            return self.note
        return " · ".join(filter(None, (counted(self.stories, "story", "stories"), self.note)))


Values: TypeAlias = Mapping[str, Sequence[Value]]
"""By field."""


class Completion(NamedTuple):
    """One way to go on."""

    text: str
    """What stands in the line then, in place of the word being typed."""
    note: str
    start: int
    """Offset in the line of the word it takes the place of."""
    end: int


def completions(line: str, cursor: int, values: Values, *, most: int = 8) -> list[Completion]:
    """Return the ways to go on with the word before the cursor, likeliest first."""
    start = _word_start(line[:cursor])
    word = line[start:cursor]
    sign = "-" if word.startswith("-") else ""
    name, colon, typed = word[len(sign) :].partition(":")
    if not colon:
        return [
            Completion(f"{sign}{field}:", FIELD_NOTES[field], start, cursor)
            for field in FIELDS
            if len(name) >= LEAST and field.startswith(name.casefold())
        ][:most]
    known = _fixed(name.casefold()) or values.get(name.casefold(), ())
    wanted = fold(typed.strip('"'))
    return [
        Completion(f"{sign}{name}:{_quoted(value.text)} ", value.told, start, cursor)
        for value in begun_first(known, wanted, lambda v: v.text, lambda v: f"{v.text} {v.note}")
        if fold(value.text) != wanted
    ][:most]


def begun_first(
    known: Iterable[Known],
    wanted: str,
    named: Callable[[Known], str],
    described: Callable[[Known], str] | None = None,
) -> list[Known]:
    """Return what fits a folded beginning: whose name begins so, then what has it anywhere.

    Looked for in the description where there is one, else in the name. Each keeps its order.
    """
    told = [(each, fold(named(each)), fold((described or named)(each))) for each in known]
    begun = [each for each, name, _ in told if name.startswith(wanted)]
    return begun + [each for each, _, text in told if wanted in text and each not in begun]


def _fixed(field: str) -> tuple[Value, ...]:
    names = {"has": HAS, "sort": SORTS}.get(field, ())
    return tuple(Value(name) for name in names)


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


def _word_start(before: str) -> int:
    """Return where the word at the end begins; inside quotes spaces belong to it."""
    quoted, start = False, 0
    for place, character in enumerate(before):
        if character == '"' and (quoted or before[place - 1 : place] == ":"):
            quoted = not quoted
        elif character == " " and not quoted:
            start = place + 1
    return start
