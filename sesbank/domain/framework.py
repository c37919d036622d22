"""Framework: a set of Executive Core Qualifications, its competencies and their telling words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from sesbank.domain.text import fold


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that tells a competency or an ECQ in a question or a story."""

    phrase: str
    """In lower case, as plain words."""
    weight: float = 1.0
    """1 for a telling phrase, less for one that many share."""


@dataclass(frozen=True, slots=True)
class Competency:
    """One competency of an ECQ, or a fundamental one."""

    code: str
    """Unique in the framework: "strategic-thinking"."""
    name: str
    """Official name."""
    ecq: str
    """Code of its ECQ."""
    meaning: str
    """In our words."""
    cues: Sequence[Cue] = ()
    aliases: tuple[str, ...] = ()
    """Other spellings met in the field."""


@dataclass(frozen=True, slots=True)
class ECQ:
    """One Executive Core Qualification."""

    code: str
    """Unique in the framework: "AR"."""
    number: int
    """Its place in the framework; 0 for the fundamental competencies."""
    name: str
    meaning: str
    competencies: tuple[Competency, ...]
    cues: Sequence[Cue] = ()
    aliases: tuple[str, ...] = ()
    """Other names of the same thing: the 1997 and January 2025 ones."""
    telling: bool = True
    """False for a name that several frameworks share and that therefore decides nothing."""

    @property
    def fundamental(self) -> bool:
        """Whether it only gathers cross-cutting competencies, which need no story of their own."""
        return self.number == 0


@dataclass(frozen=True, slots=True)
class Framework:
    """A named, versioned set of ECQs."""

    id: str
    name: str
    note: str
    """Where it comes from and when it is met."""
    ecqs: Sequence[ECQ]
    current: bool = False

    def ecq(self, code: str) -> ECQ:
        """Return an ECQ by its code.

        Raises KeyError when the framework has none of that code.
        """
        for ecq in self.ecqs:
            if ecq.code == code:
                return ecq
        raise KeyError(code)

    def competency(self, code: str) -> Competency:
        """Return a competency by its code.

        Raises KeyError when the framework has none of that code.
        """
        for competency in self.competencies:
            if competency.code == code:
                return competency
        raise KeyError(code)

    def ecq_named(self, name: str) -> ECQ | None:
        """Return the ECQ with that code, official name or alias, None where there is none."""
        return named_among(self.ecqs, name)

    @property
    def core(self) -> tuple[ECQ, ...]:
        """The ECQs that need stories, in order: without the fundamental competencies."""
        return tuple(ecq for ecq in self.ecqs if not ecq.fundamental)

    @property
    def competencies(self) -> tuple[Competency, ...]:
        """All competencies in print order."""
        return tuple(c for ecq in self.ecqs for c in ecq.competencies)


Named = TypeVar("Named", bound=ECQ | Competency)

_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


def named_among(known: Iterable[Named], name: str) -> Named | None:
    """Return which ECQ or competency has a code, name or alias, however it is spelt out.

    Case, accents, "&" for "and" and punctuation do not matter.
    """
    wanted = _key(name)
    for each in known:
        if wanted in map(_key, (each.code, each.name, *each.aliases)):
            return each
    return None


def _key(name: str) -> str:
    return _NOT_A_LETTER.sub(" ", fold(name).replace("&", " and ")).strip()


class CrosswalkStrength(StrEnum):
    """How well a competency's evidence carries over."""

    STRONG = "strong"
    WEAK = "weak"
    NONE = "none"
    """No home in the other framework."""


@dataclass(frozen=True, slots=True)
class CrosswalkRow:
    """One step from the old framework to the new; suggested, never automatic."""

    source: str
    """Competency code in the old framework; ECQ code where the row is about a whole ECQ."""
    target: str
    """Code of the same kind in the new one; empty when there is no home."""
    strength: CrosswalkStrength
    note: str = ""


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """How the competencies of one framework carry over to another."""

    source: str
    """Framework id."""
    target: str
    """Framework id."""
    rows: Sequence[CrosswalkRow]
    ecqs: Sequence[CrosswalkRow] = ()
    """Where the stories of a whole ECQ may go whose competencies went separate ways: the nearest
    first."""


@dataclass(frozen=True, slots=True)
class Probe:
    """What a question probes in one framework."""

    framework: str
    ecq: str
    competency: str = ""


@dataclass(frozen=True, slots=True)
class KnownQuestion:
    """A question of the question bank, with what it probes."""

    text: str
    probes: tuple[Probe, ...]
    """One a framework at most; none where it has no clear home."""

    def probe_in(self, framework: str) -> Probe | None:
        """Return what it probes in a framework, or None where it has no clear home."""
        return next((probe for probe in self.probes if probe.framework == framework), None)


@dataclass(frozen=True, slots=True)
class FrameworkSet:
    """Every framework at hand, shipped and the person's own, with the crosswalks between them."""

    frameworks: tuple[Framework, ...]
    crosswalks: tuple[Crosswalk, ...] = ()
    default: str = "opm-2025"
    questions: Sequence[KnownQuestion] = ()
    """The question bank, which may be read only when it is looked at."""

    def get(self, framework_id: str) -> Framework:
        """Return a framework by its id.

        Raises KeyError when none has that id.
        """
        for framework in self.frameworks:
            if framework.id == framework_id:
                return framework
        raise KeyError(framework_id)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids at hand."""
        return tuple(framework.id for framework in self.frameworks)
