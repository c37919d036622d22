"""Evidence: why a story is offered, piece by piece, and what follows from it.

A score is the sum of its reasons' points, and nothing without a reason is ever a match.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from sesbank.domain.question_kinds import ECQ_ASKED, WITHOUT_STORY, QuestionKind


class ReasonKind(StrEnum):
    """How two pieces of text were connected."""

    WORDS = "words"
    """The same words on both sides."""
    STEM = "stem"
    """The same word in another form."""
    SYNONYM = "synonym"
    """Both sides show the same competency by its cue phrases."""
    MEANING = "meaning"
    """Word vectors place them close together."""
    MAPPING = "mapping"
    """The person mapped the story to what is asked."""


class Verdict(StrEnum):
    """A score in a word. Thresholds stand in `sesbank.matching.verdicts`."""

    STRONG = "strong"
    GOOD = "good"
    FAIR = "fair"
    WEAK = "weak"


class Place(NamedTuple):
    """Words of a story and where they stand in it."""

    said: str
    """Verbatim."""
    part: str
    start: int
    """Offset in that part."""
    end: int
    """Offset behind them."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence: words asked, words said, and what they are worth."""

    kind: ReasonKind
    asked: str
    """Verbatim from the requirement or question."""
    said: str
    """Verbatim from the story: `story.part(part)[start:end]`; for a mapping the ECQ's name."""
    part: str
    """The story part it stands in; "title" and "mapping" are possible too."""
    start: int
    """Offset in that part."""
    end: int
    """Offset behind it."""
    points: float
    """Its share of the score, above 0."""
    asked_start: int = 0
    """Offset in the requirement's or question's text."""
    asked_end: int = 0
    """Offset behind it."""
    note: str = ""
    """For a synonym the competency both sides show."""
    also: tuple[Place, ...] = ()
    """Where else the story says the same: it counts once, however often it is said."""

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place in the story where this evidence stands, the quoted one first."""
        return Place(self.said, self.part, self.start, self.end), *self.also


@dataclass(frozen=True, slots=True)
class StoryMatch:
    """A story offered for a requirement or question, with its evidence."""

    story: str
    """The story's id."""
    title: str
    score: float
    """0 to 1: the sum of the reasons' points."""
    verdict: Verdict
    reasons: tuple[Reason, ...]
    """At least one, strongest first."""
    pinned: bool = False
    """The person fixed it here; it then comes first whatever the score."""


@dataclass(frozen=True, slots=True)
class RequirementMatch:
    """The stories for one requirement, best first."""

    requirement: str
    """The requirement's id."""
    stories: tuple[StoryMatch, ...]


@dataclass(frozen=True, slots=True)
class SlateEntry:
    """The story proposed for one requirement."""

    requirement: str
    story: str
    score: float


@dataclass(frozen=True, slots=True)
class Almost:
    """The story that comes nearest to a requirement for which none is proposed."""

    requirement: str
    story: str
    title: str
    score: float
    lacks: tuple[str, ...]
    """What it does not show: words of the requirement, or competencies of the ECQ."""


@dataclass(frozen=True, slots=True)
class MatchReport:
    """A vacancy matched against the bank."""

    matches: tuple[RequirementMatch, ...]
    """In posting order."""
    slate: tuple[SlateEntry, ...]
    uncovered: tuple[str, ...]
    """Ids of requirements for which no story is proposed, in posting order."""
    rules: str
    """Version of the rules that scored."""
    almost: tuple[Almost, ...] = ()
    """For requirements that are uncovered, where any story comes near at all."""
    uses: int = 1
    """How often one story could be proposed."""

    def nearest(self, requirement: str) -> Almost | None:
        """Return the story that comes nearest to an uncovered requirement, None where none does."""
        return next((a for a in self.almost if a.requirement == requirement), None)

    def stories_for(self, requirement: str) -> tuple[StoryMatch, ...]:
        """Return the ranked stories of a requirement, none for an unknown id."""
        for match in self.matches:
            if match.requirement == requirement:
                return match.stories
        return ()

    def proposed(self, requirement: str) -> SlateEntry | None:
        """Return the slate's entry for a requirement, or None when it is uncovered."""
        return next((e for e in self.slate if e.requirement == requirement), None)


_AUXILIARY = "did|do|does|was|were|are|is|would|had|have|has|could|can|will|should"
_ASKS = re.compile(
    r"(?:(?:and|in|at|to|for|by)\s+)?(?:what|why|how|who|whom|whose|which|where|when)\b"
    rf"|(?:{_AUXILIARY})\b",
    re.IGNORECASE,
)
"""How a part begins that asks; others tell to do something ("Describe ...")."""

_INVERTED = re.compile(rf"(?:\S+\s+)?(?:{_AUXILIARY})\b", re.IGNORECASE)
"""How a question of its own begins ("how did you"), against one inside another ("how you did")."""

_ENDS = ("?", "!", ".", "…", ":", "”", '"', ")")


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """One of the things a question asks, verbatim."""

    text: str
    start: int
    end: int
    kind: QuestionKind = QuestionKind.STORY
    """What it asks for: a story, what one would do, an introduction and so on."""
    told_by: tuple[int, int] | None = None
    """Offsets in the question of the words that tell its kind; none for a story."""

    def alone(self, question: str) -> str:
        """Return the part as a sentence of its own, as it is asked where it stands in `question`.

        A part that was cut out of a longer sentence has no capital and no mark at its end.
        """
        text = self.text[:1].upper() + self.text[1:]
        if text.endswith(_ENDS):
            return text
        if not _ASKS.match(text):
            return text + "."
        written = next((sign for sign in question[self.end :] if sign in "?!."), "")
        return text + (written or ("?" if _INVERTED.match(text) else "."))


@dataclass(frozen=True, slots=True)
class EcqGuess:
    """An ECQ a question may probe, with the words that tell."""

    code: str
    name: str
    score: float
    """0 to 1; the guesses of a question sum to at most 1."""
    cues: tuple[str, ...]
    """Verbatim from the question; none where only its wording as a whole tells."""


BY_WORDING = "by how it is worded"
"""What is shown in place of words where none can be quoted for a guess."""


@dataclass(frozen=True, slots=True)
class CompetencyGuess:
    """A competency a question may probe."""

    code: str
    name: str
    ecq: str
    score: float


@dataclass(frozen=True, slots=True)
class QuestionReading:
    """What a panel question probes, its parts, and the stories to tell."""

    question: str
    """Cleaned; offsets count in it."""
    framework: str
    parts: tuple[QuestionPart, ...]
    ecqs: tuple[EcqGuess, ...]
    """Best first; empty when no word of the question tells."""
    competencies: tuple[CompetencyGuess, ...]
    keywords: tuple[str, ...]
    """Words to weave in."""
    stories: tuple[StoryMatch, ...]
    """Best first."""
    settled: bool = True
    """False where stories are not read closely yet that might stand among these."""

    @property
    def asks_no_story(self) -> bool:
        """Whether it asks, and nothing of what it asks is answered by a story."""
        return bool(self.parts) and all(part.kind in WITHOUT_STORY for part in self.parts)

    @property
    def asks_no_ecq(self) -> bool:
        """Whether it asks, and only for what claims no ECQ by words that happen to stand in it."""
        return bool(self.parts) and all(part.kind not in ECQ_ASKED for part in self.parts)
