"""Figures: the numbers a story is told with, and where each one comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class FigureKind(StrEnum):
    """What a figure counts."""

    PEOPLE = "people"
    MONEY = "money"
    SCOPE = "scope"
    TIME = "time"
    CHANGE = "change"


class FigureState(StrEnum):
    """How sure the person is of a figure."""

    DOCUMENTED = "documented"
    MEMORY = "memory"
    ESTIMATE = "estimate"
    UNCONFIRMED = "unconfirmed"
    WITHHELD = "withheld"
    """Known, and not to be said."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a story as the person says it."""

    kind: FigureKind
    """What it counts."""
    value: str
    """As said: "$48M", "41 to 19 days"."""
    counts: str = ""
    """The thing counted: "annual budget"."""
    state: FigureState = FigureState.MEMORY
    """How sure the person is."""
    where: str = ""
    """Where it is written down, for a documented one."""


class FigureSpan(NamedTuple):
    """A number found in a text."""

    text: str
    """As written, with its sign and unit."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""
    kind: FigureKind
    """What it most likely counts."""


_NUMBER = re.compile(
    r"""
    (?<![\w.])
    (?P<money>[$€£]\s?)?
    \d+(?:,\d{3})*(?:\.\d+)?
    (?P<scale>\s?(?:[KMB]\b|(?:thousand|million|billion|trillion)\b))?
    (?P<percent>\s?%|\s(?:percent|percentage\ points|points)\b)?
    (?![\w])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|twice|doubled|tripled|halved)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*[-–]?\s*([A-Za-z]+)")
_TIME = frozenset(
    [
        "second",
        "seconds",
        "minute",
        "minutes",
        "hour",
        "hours",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "quarter",
        "quarters",
        "year",
        "years",
        "decade",
        "decades",
    ],
)
_PEOPLE = frozenset(
    [
        "people",
        "staff",
        "employees",
        "employee",
        "person",
        "persons",
        "workers",
        "analysts",
        "engineers",
        "attorneys",
        "agents",
        "managers",
        "executives",
        "supervisors",
        "contractors",
        "hires",
        "officers",
        "inspectors",
        "veterans",
        "citizens",
        "claimants",
        "applicants",
        "families",
        "residents",
        "members",
        "users",
        "customers",
        "students",
        "scientists",
    ],
)


def find_figures(text: str, *, spelled: bool = False) -> Iterator[FigureSpan]:
    """Yield the numbers of `text` in order; years such as 2021 are no figures.

    With `spelled` also "two regions", "doubled" and the like count.
    """
    spans: list[FigureSpan] = []
    for found in _NUMBER.finditer(text):
        kind = _kind_of(found, text)
        if kind is not None:
            end = found.start() + len(found.group().rstrip())
            spans.append(FigureSpan(text[found.start() : end], found.start(), end, kind))
    if spelled:
        for found in _NUMBER_WORDS.finditer(text):
            spans.append(FigureSpan(found.group(), *found.span(), _unit(text, found.end())))
    yield from sorted(spans, key=lambda span: span.start)


def _kind_of(found: re.Match[str], text: str) -> FigureKind | None:
    if found["money"]:
        return FigureKind.MONEY
    if found["percent"]:
        return FigureKind.CHANGE
    bare = found.group().strip()
    if not found["scale"] and re.fullmatch(r"(?:19|20)\d\d", bare):
        return None
    return _unit(text, found.end())


def _unit(text: str, end: int) -> FigureKind:
    after = _AFTER.match(text, end)
    unit = after[1].casefold() if after else ""
    if unit in _TIME:
        return FigureKind.TIME
    return FigureKind.PEOPLE if unit in _PEOPLE else FigureKind.SCOPE
