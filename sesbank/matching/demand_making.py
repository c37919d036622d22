"""Making demands: requirements and questions as weighted words, concepts and probes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from sesbank.matching.asked_text import CONCEPT_WEIGHT, AskedText, is_name
from sesbank.matching.common_words import weight
from sesbank.matching.demands import Aim, Demand, Probe, Shares
from sesbank.matching.situations_asked import Asked, asked_situations

FULL_WORDS = 8
"""How many words met make a full answer; the further ones of a long demand count less."""

FURTHER = 0.25
"""What the words beyond these add to what is asked."""

LEAST_ASKED = 2.0
"""What a full answer takes at least, in telling words: a few usual words are none."""

SITUATION = 1.6
"""What a situation asked about weighs beside a telling word."""

BY_SITUATION = 0.5
"""What is left of a competency whose words ask for a situation: that tells more closely."""

IN_SITUATION = 0.8
"""What is left of the weight of the words that ask for a situation."""

NAMED = 1.0
"""What the name of a thing weighs that is made of usual words ("strategic planning")."""

Rarity = Callable[[str], float]


def word_shares(read: AskedText, rarity: Rarity) -> tuple[dict[str, float], float]:
    """Return the weight of each word asked and what makes a full answer."""
    weights = {stem: value * rarity(stem) for stem, value in read.weights.items()}
    ranked = sorted(weights.values(), reverse=True)
    full = sum(ranked[:FULL_WORDS]) + FURTHER * sum(ranked[FULL_WORDS:])
    return weights, max(full, LEAST_ASKED)


def make_demand(
    read: AskedText,
    probes: Iterable[Probe],
    shares: Shares,
    rarity: Rarity,
    *,
    framework: str = "",
    ecq: str = "",
    aims: Mapping[str, Aim] | None = None,
) -> Demand:
    """Return what a requirement or question asks.

    `ecq` for a requirement that is an ECQ, `aims` for a panel question: what it is taken to probe.
    """
    question = aims is not None
    situations = asked_situations(read.terms) if question else {}
    weights, full = word_shares(_but_for(situations.values(), read), rarity)
    asked_for = SITUATION * sum(asked.sure for asked in situations.values())
    full += asked_for
    norm = 1.0 / full if full else 0.0
    named = _in_names(read)
    if question:
        telling = sum(sorted(weights.values())[-FULL_WORDS:]) + asked_for
        shares = shares.for_words(telling / LEAST_ASKED)
    return Demand(
        read=read,
        shares=shares,
        framework=framework,
        weights={stem: v * norm for stem, v in weights.items() if stem not in named},
        concepts=dict(_concepts(read, weights, norm)),
        probes=tuple(_less_where(situations, _placed(probes, read))),
        ecq=ecq,
        aims=aims or {},
        situations={
            name: (SITUATION * norm * asked.sure, asked.first, asked.last)
            for name, asked in situations.items()
        },
        question=question,
    )


def _placed(probes: Iterable[Probe], read: AskedText) -> Iterator[Probe]:
    """Yield what is probed with its terms and things in what stories are held against.

    A question is read twice: what may probe, and what stories can answer.
    """
    firsts = {term.start: number for number, term in enumerate(read.terms)}
    lasts = {term.end: number for number, term in enumerate(read.terms)}
    for probe in probes:
        if probe.start in firsts and probe.end in lasts:
            first, last = firsts[probe.start], lasts[probe.end]
            named = [thing for thing in read.things if thing[1] <= last and first <= thing[2]]
            things = frozenset(thing for thing, _, _ in named)
            telling = any(_tells(read, begin, end) for _, begin, end in named)
            yield replace(probe, first=first, last=last, things=things, telling=telling)


def _tells(read: AskedText, first: int, last: int) -> bool:
    """Return whether what is asked from one term to another has a telling word."""
    return any(weight(term.stem) >= 1.0 for term in read.terms[first : last + 1])


def _less_where(situations: Mapping[str, Asked], probes: Iterable[Probe]) -> Iterator[Probe]:
    """Yield what is probed; less of it where the words that ask for it ask for a situation."""
    for probe in probes:
        asking = any(
            asked.first <= probe.last and probe.first <= asked.last for asked in situations.values()
        )
        yield replace(probe, share=probe.share * BY_SITUATION) if asking else probe


def _but_for(situations: Iterable[Asked], read: AskedText) -> AskedText:
    """Return a question whose words count less where they ask for a situation.

    "Mistake" in "a mistake of yours" is told by those who say that they were wrong, and seldom
    by "mistakes" in a sentence about others.
    """
    asking = {n for asked in situations for n in range(asked.first, asked.last + 1)}
    stems = {read.terms[n].stem for n in asking}
    weights = {s: v * (IN_SITUATION if s in stems else 1.0) for s, v in read.weights.items()}
    return replace(read, weights=weights)


def _in_names(read: AskedText) -> set[str]:
    """Return the stems that are asked only inside names of things: the name counts, not they."""
    named = {
        number
        for first, last in read.concepts.values()
        if is_name(read, first, last)
        for number in range(first, last + 1)
    } | read.idioms
    stems = [term.stem for term in read.terms]
    alone = {stem for n, stem in enumerate(stems) if n not in named and n not in read.filler}
    return {stems[number] for number in named} - alone


def _concepts(
    read: AskedText, weights: dict[str, float], norm: float
) -> Iterator[tuple[str, tuple[float, int, int]]]:
    for concept, (first, last) in read.concepts.items():
        asked = [weights.get(term.stem, 0.0) for term in read.terms[first : last + 1]]
        worth = max(asked, default=0.0)
        if is_name(read, first, last):
            worth = max(worth, NAMED)
        value = CONCEPT_WEIGHT * worth * norm
        if value:
            yield concept, (value, first, last)
