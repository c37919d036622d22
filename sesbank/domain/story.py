"""Story: one CCAR example from a career, as its owner tells it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

from sesbank.domain.figures import Figure
from sesbank.domain.mapping import Mapping
from sesbank.domain.text import word_count

if TYPE_CHECKING:
    from sesbank.domain.rehearsal import Rehearsal
    from sesbank.domain.retellings import Length, Retelling

PARTS = ("challenge", "context", "action", "result")
"""The four parts of a CCAR story in the order they are told (OPM's model)."""

TOLD_PARTS = (*PARTS, "lesson")
"""The parts of a story that hold prose."""

WORDS_A_MINUTE = 140
"""Speaking pace used for telling times unless the settings say otherwise."""

NO_EXTRA: MappingType[str, Any] = MappingProxyType({})


class Outcome(StrEnum):
    """How the story ended."""

    SUCCESS = "success"
    MIXED = "mixed"
    SETBACK = "setback"


class Status(StrEnum):
    """How far a story has come."""

    INBOX = "inbox"
    """Captured in a line, to be written."""
    DRAFT = "draft"
    READY = "ready"
    RETIRED = "retired"
    """Kept, and no longer offered."""


@dataclass(frozen=True, slots=True)
class Version:
    """A saved state of a story, by its telling parts."""

    saved: str
    """When, as ISO 8601 in UTC."""
    reason: str
    """Why it was saved: "edited", "restored", "merged"."""
    title: str
    challenge: str
    context: str
    action: str
    result: str
    lesson: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One time the story was told."""

    panel: str
    """To whom: the panel, as the person names it."""
    day: str
    """When, as YYYY-MM-DD."""
    question: str = ""
    """The question it answered."""


@dataclass(frozen=True, slots=True)
class Story:
    """One CCAR story. Change it with `edit`, which returns a new one."""

    id: str
    """Stable, sorted by creation, never used again."""
    title: str
    challenge: str = ""
    """What was wrong or had to be reached, and why it mattered."""
    context: str = ""
    """Who, how many, how much money, what stood in the way."""
    action: str = ""
    """What the person decided, started, directed, negotiated."""
    result: str = ""
    """What changed, by how much."""
    lesson: str = ""
    """What was learnt; wanted most after a setback."""
    outcome: Outcome = Outcome.SUCCESS
    role: str = ""
    """Position held at the time."""
    organisation: str = ""
    """Agency or company at the time."""
    grade_at_time: str = ""
    """"GS-15", "SES", or what equals it."""
    started: str = ""
    """YYYY, YYYY-MM or YYYY-MM-DD, or empty."""
    ended: str = ""
    """The same; empty for a story that still runs or has no date."""
    figures: tuple[Figure, ...] = ()
    mappings: tuple[Mapping, ...] = ()
    tags: tuple[str, ...] = ()
    status: Status = Status.DRAFT
    unsplit: bool = False
    """True when an import could not cut the text into parts and kept it whole in `action`."""
    versions: tuple[Version, ...] = ()
    """Earlier saved states, oldest first."""
    told: tuple[Telling, ...] = ()
    rehearsed: tuple[Rehearsal, ...] = ()
    """The times it was told aloud for practice."""
    retellings: tuple[Retelling, ...] = ()
    """The same story in other lengths, at most one of each."""
    waived: tuple[str, ...] = ()
    """Ids of the checks that the person set aside for this story."""
    rev: int = 0
    """Counts the saved states; the bank refuses a save that did not see the last one."""
    extra: MappingType[str, Any] = field(default_factory=lambda: NO_EXTRA)
    """Fields this version does not know, kept as they came."""

    def edit(self, **changes: Any) -> Self:
        """Return a copy with these fields changed."""
        return dataclasses.replace(self, **changes)

    def part(self, name: str) -> str:
        """Return the text of a told part by its name.

        Raises KeyError for a name that is no part.
        """
        if name not in TOLD_PARTS:
            raise KeyError(name)
        return str(getattr(self, name))

    @property
    def words(self) -> int:
        """How many words it takes to tell the four parts."""
        return sum(word_count(self.part(name)) for name in PARTS)

    @property
    def missing_parts(self) -> tuple[str, ...]:
        """The CCAR parts that are still empty, in order."""
        return tuple(name for name in PARTS if not self.part(name).strip())

    def told_since(self, before: Story) -> bool:
        """Whether a note in the inbox has all four parts now, and had not before."""
        waits = self.status is Status.INBOX and before.status is Status.INBOX
        return waits and not self.missing_parts and bool(before.missing_parts)

    @property
    def counts(self) -> bool:
        """Whether the story is one of the bank's: neither retired nor still a note in the inbox."""
        return self.status not in (Status.RETIRED, Status.INBOX)

    @property
    def offered(self) -> bool:
        """Whether the story may be proposed for a requirement or a question."""
        return self.status is not Status.RETIRED and bool(
            self.action.strip() or self.result.strip(),
        )

    @property
    def mark(self) -> str:
        """The mark of the text as it now is, for what was written from it."""
        from sesbank.domain.retellings import mark_of

        return mark_of(self.part(name) for name in TOLD_PARTS)

    def retelling(self, length: Length) -> Retelling | None:
        """Return the story as told in a length, or None where it is not written."""
        return next((told for told in self.retellings if told.length is length), None)

    def moved_on_from(self, retelling: Retelling) -> bool:
        """Return whether the story's text changed since a retelling was written from it."""
        return retelling.source != self.mark

    def seconds_to_tell(self, words_a_minute: int = WORDS_A_MINUTE) -> int:
        """Return how many seconds the four parts take at this pace."""
        return round(self.words * 60 / max(words_a_minute, 1))

    def mapped_in(self, framework: str) -> tuple[Mapping, ...]:
        """Return the mappings inside one framework, primary ones first."""
        return tuple(
            sorted(
                (m for m in self.mappings if m.framework == framework),
                key=lambda m: m.strength.value,
            ),
        )
