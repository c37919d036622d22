"""Which demands of a requirement a story meets, with the words; and where else the rest is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sesbank.domain.demands import DemandCover, DemandPart, Standing, StoryCover
from sesbank.domain.evidence import Reason, ReasonKind, StoryMatch
from sesbank.domain.figure_places import amount
from sesbank.domain.figures import FigureKind, FigureState, find_figures
from sesbank.domain.story import PARTS, Story
from sesbank.matching.common_words import weight
from sesbank.matching.concepts import concept_phrases
from sesbank.matching.people import people_counted
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


def cover(
    requirement: str, story: Story, weighings: Sequence[Weighing], told: Mapping[str, Story]
) -> StoryCover:
    """Return how a story stands to each demand of a requirement; `told` has the bank by id."""
    demands = tuple(_stand(story, each, told) for each in weighings)
    return StoryCover(requirement, story.id, demands)


def _stand(story: Story, weighing: Weighing, told: Mapping[str, Story]) -> DemandCover:
    part, own = weighing.part, weighing.weigh(story.id)
    asked = _most_money(part.text)
    if own is not None and _meets(own) and _tells_sum(story, asked):
        return DemandCover(part, Standing.SAID, own.score, _placed(part, own.reasons))
    people = people_counted(story, part, MET)
    if people and _tells_sum(story, asked):
        return DemandCover(part, Standing.SAID, MET, _placed(part, (people,)))
    figure = _figure(story, part)
    if figure and (not asked or _most_money(figure) >= asked):
        return DemandCover(part, Standing.ELSEWHERE, other=story.id, where=figure)
    for match in weighing.best:
        if match.story == story.id or match.story not in told or not _meets(match):
            continue
        if _tells_sum(told[match.story], asked):
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


def _most_money(text: str) -> Decimal:
    """Return the largest sum of money in a text, 0 without one."""
    sums = (amount(f.text)[1] for f in find_figures(text) if f.kind is FigureKind.MONEY)
    return max(sums, default=Decimal(0))


def _tells_sum(story: Story, asked: Decimal) -> bool:
    """Whether a story tells a sum as large as is asked: whose portfolio is of $500M must name it.

    Most demands ask for none, and then the story need not be looked through.
    """
    if not asked:
        return True
    figures = (f.value for f in story.figures if f.state is not FigureState.WITHHELD)
    told = (*map(story.part, PARTS), story.title, *figures)
    return any(_most_money(text) >= asked for text in told)


def _stems(text: str) -> set[str]:
    return {term.stem for term in read_terms(text) if weight(term.stem)}
