"""Findings: what a check has to say about a story or the bank, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters, gravest first."""

    MUST = "must"
    """Boards turn stories down for it."""
    SHOULD = "should"
    HINT = "hint"
    """Worth a thought."""


SEVERITIES = tuple(Severity)
"""In order, gravest first."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a check looks for, and on whose word."""

    id: str
    """"V01": a letter for the subject and a number."""
    severity: Severity
    title: str
    """What is wrong, in a few words."""
    source: str
    """Who asks for it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check found."""

    rule: Rule
    severity: Severity
    """The rule's, or another where one rule has degrees."""
    hint: str
    """What to do about it, in a sentence."""
    story: str = ""
    """The story's id; empty for a finding about the whole bank or a vacancy."""
    part: str = ""
    """The part or field it stands in; empty for the whole story."""
    start: int = 0
    """Offset in the text of the part."""
    end: int = 0
    """Offset behind it; equal to `start` where no words are meant."""
    quote: str = ""
    """The words meant, as they stand there."""
    vacancy: str = ""
    """The vacancy's id where it is about what was chosen for one."""
    ecq: str = ""
    """The ECQ's code where it is about how the bank shows one."""


def gravest_first(finding: Finding) -> tuple[int, str]:
    """Return the place of a finding in a list."""
    return SEVERITIES.index(finding.severity), finding.rule.id


def at_least(severity: Severity, least: Severity) -> bool:
    """Return whether a severity is as grave as another."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(least)
