"""Filters: what a search line asks for, as a value that any list can be held against."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from sesbank.domain.days import first_day, last_day
from sesbank.domain.figures import find_figures
from sesbank.domain.mapping import Mapping as Mapped
from sesbank.domain.story import PARTS, Status, Story
from sesbank.domain.text import fold

FIELDS = (
    *("ecq", "comp", "tq", "tag", "status", "org"),
    *("has", "before", "after", "told", "sort"),
)
"""The fields a search line knows, written `field:value`."""

SORTS = ("best", "new", "old", "title", "ended", "length")
"""The orders `sort:` knows."""

HAS = ("number", "gap", "lesson", "mapping", "date")
"""What `has:` can ask for."""

NEVER = "never"
"""What `told:` takes for stories that were told to nobody yet."""

Asked: TypeAlias = Mapping[str, tuple[str, ...]]
"""By story id, the technical qualifications it is pinned to or chosen for: label and text."""

NOTHING_ASKED: Asked = MappingProxyType({})

_FIELD = re.compile(r"(?<!\S)(-?)([a-z]+):(\"[^\"]*\"|\S*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Condition:
    """One `field:value` of a search line."""

    field: str
    value: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A search line, read."""

    words: str = ""
    """What is left when the fields are taken out, for the fuzzy search."""
    conditions: tuple[Condition, ...] = ()
    sort: str = ""
    """One of SORTS, or empty for the default: best first with words, newest first without."""
    problems: tuple[str, ...] = ()
    """What could not be understood, a line each; such fields filter nothing."""


def read_query(line: str) -> Query:
    """Read a search line. Never raises: what it does not understand is named in `problems`."""
    conditions: list[Condition] = []
    problems: list[str] = []
    sort = ""

    def take(found: re.Match[str]) -> str:
        nonlocal sort
        negated, field, value = found[1] == "-", found[2].casefold(), found[3].strip('"')
        if field not in FIELDS:
            return found.group()
        problem = _problem(field, value)
        if problem:
            problems.append(problem)
        elif field == "sort":
            sort = value.casefold()
        elif value:
            conditions.append(Condition(field, value, negated))
        return " "

    rest = _FIELD.sub(take, line)
    return Query(" ".join(rest.split()), tuple(conditions), sort, tuple(problems))


def _problem(field: str, value: str) -> str:
    known = {"sort": SORTS, "has": HAS, "status": tuple(Status)}.get(field)
    if value and known and value.casefold() not in known:
        return f"{field}: knows {', '.join(known)}"
    if value and field in ("before", "after") and last_day(value) is None:
        return f"{field}: takes a year or a date such as 2023-05"
    return ""


def holds(condition: Condition, story: Story, asked: Asked = NOTHING_ASKED) -> bool:
    """Return whether a story meets a condition; `asked` tells what vacancies want of it."""
    value = fold(condition.value)
    if condition.field == "tq":
        met = any(value in fold(line) for line in asked.get(story.id, ()))
    else:
        met = _TESTS[condition.field](story, value)
    return met is not condition.negated


def _has(story: Story, value: str) -> bool:
    if value == "number":
        return bool(story.figures) or any(
            True for part in PARTS for _ in find_figures(story.part(part))
        )
    if value == "gap":
        return bool(story.missing_parts) or not story.mappings
    if value == "lesson":
        return bool(story.lesson.strip())
    if value == "date":
        return bool(story.ended)
    return bool(story.mappings)


def _names(value: str, mapping: Mapped) -> tuple[bool, bool]:
    """Return whether a value names the ECQ of a mapping, and whether it names its competency."""
    framework, code = in_framework(value)
    if framework and fold(mapping.framework) != framework:
        return False, False
    named = fold(mapping.competency)
    # Within a framework the code is known whole; alone it may be a part of one.
    return fold(mapping.ecq) == code, (code == named if framework else code in named)


def in_framework(value: str) -> tuple[str, str]:
    """Return the framework that a value of `ecq:` or `comp:` names, and the code.

    The framework is empty where the code stands alone: it is then meant in any of them.
    """
    framework, _, code = value.rpartition("/")
    return framework, code


def _ended_before(story: Story, value: str) -> bool:
    ended, limit = last_day(story.ended or story.started), first_day(value)
    return ended is not None and limit is not None and ended < limit


def _ended_after(story: Story, value: str) -> bool:
    ended, limit = last_day(story.ended or story.started), last_day(value)
    return ended is not None and limit is not None and ended > limit


def _told(story: Story, value: str) -> bool:
    if value == NEVER:
        return not story.told
    return any(value in fold(telling.panel) for telling in story.told)


_TESTS: dict[str, Callable[[Story, str], bool]] = {
    "ecq": lambda story, value: any(_names(value, m)[0] for m in story.mappings),
    "comp": lambda story, value: any(_names(value, m)[1] for m in story.mappings),
    "tag": lambda story, value: any(value == fold(tag) for tag in story.tags),
    "status": lambda story, value: story.status.value == value,
    "org": lambda story, value: value in fold(story.organisation),
    "has": _has,
    "before": _ended_before,
    "after": _ended_after,
    "told": _told,
}
