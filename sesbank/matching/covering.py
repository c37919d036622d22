"""Which demands of a requirement a story meets, with the words; and where else the rest is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sesbank.domain.demands import DemandCover, DemandPart, Standing, StoryCover
from sesbank.domain.evidence import Reason, ReasonKind, StoryMatch
from sesbank.domain.figures import FigureState
from sesbank.domain.story import Story
from sesbank.matching.common_words import weight
from sesbank.matching.concepts import concept_phrases
from sesbank.matching.stems import read_terms
from sesbank.matching.verdicts import GOOD

MET = GOOD
"""The score from which a demand counts as met: that of a good match, so that verdict and demands
agree; a story that says two of its telling words reaches it, and one stray word does not."""

LEAST_IN_WORDS = 0.12
"""How much of that must come from words, not from a competency that both sides show."""

_IN_WORDS = frozenset({ReasonKind.WORDS, ReasonKind.STEM, ReasonKind.MEANING})

OTHERS = 5
"""How many stories are looked at for what a story does not say."""

_SHARED = 2
"""How many telling words a figure must share with a demand."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """One demand with what weighs a story for it and the best stories of the bank."""

    part: DemandPart
    weigh: Callable[[str], StoryMatch | None]
    """A story's evidence by its id."""
    best: Sequence[StoryMatch]


def cover(requirement: str, story: Story, weighings: Sequence[Weighing]) -> StoryCover:
    """Return how a story stands to each demand of a requirement."""
    return StoryCover(requirement, story.id, tuple(_stand(story, each) for each in weighings))


def _stand(story: Story, weighing: Weighing) -> DemandCover:
    part, own = weighing.part, weighing.weigh(story.id)
    if own is not None and _meets(own):
        return DemandCover(part, Standing.SAID, own.score, _placed(part, own.reasons))
    figure = _figure(story, part)
    if figure:
        return DemandCover(part, Standing.ELSEWHERE, other=story.id, where=figure)
    for match in weighing.best:
        if match.story != story.id and _meets(match):
            reasons = _placed(part, match.reasons)
            return DemandCover(
                part, Standing.ELSEWHERE, match.score, reasons, match.story, match.title
            )
    return DemandCover(part, Standing.MISSING)


def _meets(match: StoryMatch) -> bool:
    """Whether a story's evidence meets a demand: enough of it, and some in words of its own.

    That both show the same competency is a pointer to the story, not yet an answer.
    """
    in_words = sum(r.points for r in match.reasons if r.kind in _IN_WORDS or _same_thing(r))
    return match.score >= MET and in_words >= LEAST_IN_WORDS


def _same_thing(reason: Reason) -> bool:
    """Return whether another word for the thing asked was found, not only its competency."""
    return reason.kind is ReasonKind.SYNONYM and bool(concept_phrases(reason.note))


def _placed(part: DemandPart, reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """Return reasons with the words asked placed in the whole requirement."""
    return tuple(
        replace(r, asked_start=r.asked_start + part.start, asked_end=r.asked_end + part.start)
        for r in reasons
    )


def _figure(story: Story, part: DemandPart) -> str:
    """Return a figure of the story that speaks of a demand and may be said, or nothing."""
    asked = _stems(part.text)
    for figure in story.figures:
        words = f"{figure.value} {figure.counts}".strip()
        if figure.state is not FigureState.WITHHELD and len(asked & _stems(words)) >= _SHARED:
            return words
    return ""


def _stems(text: str) -> set[str]:
    return {term.stem for term in read_terms(text) if weight(term.stem)}
