"""People: a demand that asks for no more than people, met by a number of them in the story."""

from __future__ import annotations

from collections.abc import Iterator

from sesbank.domain.demands import DemandPart
from sesbank.domain.evidence import Reason, ReasonKind
from sesbank.domain.figure_places import amount
from sesbank.domain.figures import FigureKind, FigureSpan, find_figures
from sesbank.domain.story import PARTS, Story
from sesbank.matching.common_words import weight
from sesbank.matching.concepts import concept_book
from sesbank.matching.stems import read_terms

PEOPLE = "staff"
"""The concept of those who work for somebody."""

_TELLING = 1.0
"""The weight from which a word asks for more than people."""

_BETWEEN = 2
"""How many words may stand between a number and what it counts: "61 senior federal clerks"."""


def people_counted(story: Story, part: DemandPart, points: float) -> Reason | None:
    """Return where a story counts people, for a demand of people alone: "a large workforce".

    Every story has "staff", so the word alone meets nothing; with as many as are asked, it does.
    """
    terms = read_terms(part.text)
    hits = [hit for hit in concept_book().find(terms) if hit.phrase.label == PEOPLE]
    within = {place for hit in hits for place in range(hit.first, hit.last + 1)}
    others = (t.stem for n, t in enumerate(terms) if n not in within)
    if not hits or any(weight(o) >= _TELLING and not o[0].isdigit() for o in others):
        return None
    start, end = terms[hits[0].first].start, terms[hits[0].last].end
    least = max((amount(f.text)[1] for f in _counts(part.text)), default=0)
    for name in PARTS:
        text = story.part(name)
        for first, last in _places(text, int(least)):
            said, asked = text[first:last], part.text[start:end]
            return Reason(
                ReasonKind.SYNONYM, asked, said, name, first, last, points, start, end, PEOPLE
            )
    return None


def _places(text: str, least: int) -> Iterator[tuple[int, int]]:
    """Yield where a text counts at least so many people, from the number to their name."""
    terms = read_terms(text)
    counts = {f.start: amount(f.text)[1] for f in _counts(text)}
    for hit in concept_book().find(terms):
        if hit.phrase.label != PEOPLE:
            continue
        for term in terms[max(hit.first - _BETWEEN - 1, 0) : hit.first]:
            if counts.get(term.start, -1) >= max(least, 2):
                yield term.start, terms[hit.last].end


def _counts(text: str) -> Iterator[FigureSpan]:
    kinds = (FigureKind.PEOPLE, FigureKind.SCOPE)
    return (figure for figure in find_figures(text) if figure.kind in kinds)
