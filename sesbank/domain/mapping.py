"""Mappings: what a story shows, always inside a named framework.

A bare "ECQ 2" exists nowhere: numbers, and even names, mean different things in different
frameworks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Strength(StrEnum):
    """How strongly a story shows an ECQ."""

    PRIMARY = "primary"
    SUPPORTING = "supporting"


class MappedBy(StrEnum):
    """Who said so."""

    PERSON = "person"
    SUGGESTION = "suggestion"
    """Suggested by a rule and accepted by the person."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """One claim: this story shows this ECQ of this framework."""

    framework: str
    """The framework's id: "opm-2025"."""
    ecq: str
    """The ECQ's code in it: "AR"."""
    competency: str = ""
    """The competency's code in it, empty when only the ECQ is meant."""
    strength: Strength = Strength.PRIMARY
    """Main or side."""
    by: MappedBy = MappedBy.PERSON
    """Who said so."""


def accepted_last(mappings: Sequence[Mapping], framework: str) -> Mapping | None:
    """Return the latest mapping in a framework that began as a suggestion, None without one.

    What the person mapped of their own accord is none of these.
    """
    accepted = (m for m in reversed(mappings) if m.by is MappedBy.SUGGESTION)
    return next((m for m in accepted if m.framework == framework), None)
