"""Almost: which story comes nearest to what is uncovered, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sesbank.domain.evidence import Almost, StoryMatch
from sesbank.matching.common_words import weight
from sesbank.matching.demands import Demand

MOST_LACKS = 4
"""How many things a story lacks are named, the most telling; a longer list helps nobody."""

PHRASE_WORDS = 4
"""How many words a thing that is lacking is quoted with at most."""


def almost(requirement: str, demand: Demand, match: StoryMatch) -> Almost:
    """Return a story as the one that comes nearest, with what it lacks in the demand's words."""
    lacks = tuple(_competencies(demand, match)) if demand.ecq else tuple(_words(demand, match))
    return Almost(requirement, match.story, match.title, match.score, lacks[:MOST_LACKS])


def _competencies(demand: Demand, match: StoryMatch) -> Iterator[str]:
    """Yield the competencies of an ECQ for which no reason stands."""
    shown = {reason.note for reason in match.reasons} | {reason.said for reason in match.reasons}
    for probe in demand.probes:
        if probe.home.competency and probe.name not in shown:
            yield probe.name


def _words(demand: Demand, match: StoryMatch) -> Iterator[str]:
    """Yield the most telling phrases that no reason meets, in the order they are asked."""
    met = [(reason.asked_start, reason.asked_end) for reason in match.reasons]
    stems = {
        term.stem
        for term in demand.read.terms
        if any(start <= term.start and term.end <= end for start, end in met)
    }
    lacking = [(_telling(demand, run), run[0], run[-1]) for run in _runs(demand, stems)]
    most = sorted((lack for lack in lacking if lack[0] >= 1.0), key=lambda lack: -lack[0])
    for _, first, last in sorted(most[:MOST_LACKS], key=lambda lack: lack[1]):
        yield demand.read.quote(first, _end_of_phrase(demand, first, last))[0]


def _telling(demand: Demand, run: Iterable[int]) -> float:
    """Return how much asked words tell; a number tells nothing that a story could lack."""
    stems = [demand.read.terms[number].stem for number in run]
    return sum(weight(stem) for stem in stems if not any(c.isdigit() for c in stem))


def _end_of_phrase(demand: Demand, first: int, last: int) -> int:
    """Return where a phrase ends whose first words are not met: "safe operation".

    What is done to a thing is no part of its name: of "auditing payroll" the first word is lacking.
    """
    terms = demand.read.terms
    if demand.read.quote(last, last)[0].endswith("ing"):
        return last
    while (
        last + 1 < len(terms)
        and last + 1 - first < PHRASE_WORDS
        and terms[last + 1].run == terms[last].run
        and terms[last + 1].stem in demand.read.weights
        and last + 1 not in demand.read.filler
    ):
        last += 1
    return last


def _runs(demand: Demand, met: Iterable[str]) -> Iterator[list[int]]:
    """Yield neighbouring asked words that are not met, by number, each word once."""
    closed = set(met)
    run: list[int] = []
    for number, term in enumerate(demand.read.terms):
        follows = run and run[-1] == number - 1 and demand.read.terms[run[-1]].run == term.run
        if run and not follows:
            yield run
            run = []
        asked = term.stem in demand.read.weights and number not in demand.read.filler
        if asked and term.stem not in closed:
            run.append(number)
            closed.add(term.stem)
    if run:
        yield run
