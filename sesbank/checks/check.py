"""Check: a rule with the function that looks for it, and what such a function says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sesbank.domain.findings import Rule, Severity
from sesbank.domain.framework import Framework
from sesbank.domain.story import WORDS_A_MINUTE, Story

LEAST_WORDS = 8
"""Words a part needs before its style is looked at: less is still being written."""

WRITTEN = 60
"""Words a story needs before its balance is looked at."""


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What a check measures with."""

    today: date
    words_a_minute: int = WORDS_A_MINUTE
    frameworks: tuple[Framework, ...] = ()
    """Those whose names, meanings and key words are looked for."""


class Spot(NamedTuple):
    """Something found: where, and what to do about it."""

    hint: str
    part: str = ""
    start: int = 0
    end: int = 0
    severity: Severity | None = None
    """Another one than the rule's."""


Look = Callable[[Story, Yardstick], Iterator[Spot]]
"""Looks at a story and tells what it finds."""


@dataclass(frozen=True, slots=True)
class Check:
    """A rule and what looks for it."""

    rule: Rule
    look: Look


def check(id_: str, severity: Severity, title: str, source: str) -> Callable[[Look], Check]:
    """Return a decorator that makes a function a check."""

    def made(look: Look) -> Check:
        return Check(Rule(id_, severity, title, source), look)

    return made


def first_match(pattern: re.Pattern[str], text: str) -> tuple[int, int] | None:
    """Return where a pattern stands first, or None."""
    found = pattern.search(text)
    return found.span() if found else None
