"""Vacancy: a posting as read, its requirements, and what the person chose for them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from sesbank.domain.interview import Interview
from sesbank.domain.story import NO_EXTRA

UNTITLED = "Vacancy without a title"
"""What a vacancy is called whose posting states no title."""


class RequirementKind(StrEnum):
    """What kind of demand a posting makes."""

    TQ = "tq"
    """Technical qualification, under any of its names: MTQ, PTQ, MTC."""
    ECQ = "ecq"
    DESIRABLE = "desirable"
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One demand of a posting, verbatim."""

    id: str
    """Inside its vacancy: "tq1", "ecq3"."""
    kind: RequirementKind
    label: str
    """As printed: "MTQ 1", or one made up in print order where none is printed."""
    text: str
    """Verbatim: `source[start:end] == text`, always."""
    start: int
    """Offset of the first character in the vacancy's source."""
    end: int
    """Offset behind the last character."""
    mandatory: bool = True
    code: str = ""
    """For an ECQ its code in the vacancy's framework, else empty."""
    sure: bool = True
    """False where the reader had to guess; the screen asks."""

    def edit(self, **changes: Any) -> Self:
        """Return a copy with these fields changed."""
        return dataclasses.replace(self, **changes)


@dataclass(frozen=True, slots=True)
class AgencyNote:
    """A fact about the agency worth having in the room."""

    text: str
    source: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person decided about one story for one requirement."""

    requirement: str
    story: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A line of the prep sheet that the person worded anew."""

    requirement: str
    story: str
    part: str
    """A CCAR part: "challenge", "context", "action", "result"."""
    text: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the person corrected in one posting and may be asked about in a later one."""

    text: str
    """The words it is about, as they stood in the posting."""
    kind: str
    """The kind they were given, a RequirementKind's value; "drop" where they were dropped."""


@dataclass(frozen=True, slots=True)
class SheetMade:
    """A sheet that was written for the vacancy."""

    file: str
    """The name of the file, without its folder."""
    day: str = ""
    """YYYY-MM-DD; empty in records from before it was kept."""
    rules: str = ""
    """Version of the matching rules it was made with, empty likewise."""
    without: tuple[str, ...] = ()
    """Names of the blocks that were left away; the next sheet begins with the same choice."""


CHOSEN = "chosen by you"
"""The evidence of a framework that the person chose."""

DROPPED = "drop"
"""The kind of a lesson about words that are no requirement."""


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A posting and everything the person keeps for it. What is not stated is empty or None."""

    id: str
    source: str
    """The cleaned text that offsets count in."""
    title: str = ""
    agency: str = ""
    announcement: str = ""
    control: str = ""
    """USAJOBS control number."""
    pay_plan: str = ""
    grade: str = ""
    opens: str = ""
    """YYYY-MM-DD or empty."""
    closes: str = ""
    """YYYY-MM-DD or empty."""
    locations: tuple[str, ...] = ()
    page_limit: int | None = None
    framework: str = ""
    """Framework id found by wording, empty when the text names no ECQ."""
    framework_evidence: tuple[str, ...] = ()
    """The words that told the framework."""
    unsure: tuple[str, ...] = ()
    """Names of the fields above that the reader had to guess; the screen asks."""
    requirements: tuple[Requirement, ...] = ()
    dropped: tuple[Requirement, ...] = ()
    """What the person dropped, latest last; it can be brought back."""
    lessons: tuple[Lesson, ...] = ()
    """What may be proposed for later postings; the person can take each back."""
    notes: tuple[AgencyNote, ...] = ()
    questions: tuple[str, ...] = ()
    """Questions the person wants to put to the panel."""
    opening: str = ""
    """The opening line: the answer to "tell us about yourself" in a sentence."""
    interviews: tuple[Interview, ...] = ()
    pins: tuple[Choice, ...] = ()
    """Stories the person fixed to a requirement."""
    bans: tuple[Choice, ...] = ()
    """Stories the person ruled out for a requirement."""
    chosen: tuple[Choice, ...] = ()
    """The accepted slate."""
    uses: int = 1
    """How often one story may be proposed."""
    chosen_rules: str = ""
    """Version of the matching rules that proposed it; empty where none did."""
    cues: tuple[Cue, ...] = ()
    sheets: tuple[SheetMade, ...] = ()
    """Sheets written, the latest last; a file written over stands once."""
    rev: int = 0
    extra: MappingType[str, Any] = field(default_factory=lambda: NO_EXTRA)

    def edit(self, **changes: Any) -> Self:
        """Return a copy with these fields changed."""
        return dataclasses.replace(self, **changes)

    @property
    def named(self) -> str:
        """The title, or what stands for one where the posting states none."""
        return self.title or UNTITLED

    def requirement(self, requirement_id: str) -> Requirement:
        """Return a requirement by its id.

        Raises KeyError when the vacancy has none of that id.
        """
        for requirement in self.requirements:
            if requirement.id == requirement_id:
                return requirement
        raise KeyError(requirement_id)

    def of_kind(self, *kinds: RequirementKind) -> tuple[Requirement, ...]:
        """Return the requirements of these kinds in posting order."""
        return tuple(r for r in self.requirements if r.kind in kinds)

    @property
    def matched(self) -> tuple[Requirement, ...]:
        """The requirements a candidate answers with a story: TQs, ECQs and desirables."""
        return self.of_kind(RequirementKind.TQ, RequirementKind.ECQ, RequirementKind.DESIRABLE)
