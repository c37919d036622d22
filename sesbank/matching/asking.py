"""Making demands: requirements and questions as weighted words, concepts and probes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sesbank.domain.framework import ECQ, Competency
from sesbank.matching.cuebook import Home
from sesbank.matching.demands import Demand, Probe, Shares
from sesbank.matching.reading import CONCEPT_WEIGHT, AskedText
from sesbank.matching.recognition import Recognised, Recogniser
from sesbank.matching.stems import stems_of

FULL_WORDS = 8
"""How many words met make a full answer; the further ones of a long demand count less."""

FURTHER = 0.25
"""What the words beyond these add to what is asked."""

LEAST_ASKED = 2.0
"""What a full answer takes at least, in telling words: a few usual words are none."""

WHOLE_CUE = 0.5
"""What a cue of an ECQ as a whole must weigh to count: usual words tell no story apart."""

PROBED = 4
"""How many competencies a text is taken to probe at most."""

MET_BY = 2.5
"""How many competencies of an ECQ a story shows when it meets the ECQ in full."""

HALF_SURE = 1.0
"""The score of the best ECQ at which the cues count half: about one telling phrase."""

Rarity = Callable[[str], float]


def word_shares(read: AskedText, rarity: Rarity) -> tuple[dict[str, float], float]:
    """Return the weight of each word asked and what makes a full answer."""
    weights = {stem: value * rarity(stem) for stem, value in read.weights.items()}
    ranked = sorted(weights.values(), reverse=True)
    full = sum(ranked[:FULL_WORDS]) + FURTHER * sum(ranked[FULL_WORDS:])
    return weights, max(full, LEAST_ASKED)


def make_demand(
    read: AskedText, recogniser: Recogniser, shares: Shares, rarity: Rarity, *, ecq: str = ""
) -> Demand:
    """Return what a requirement or question asks; `ecq` for a requirement that is an ECQ."""
    weights, full = word_shares(read, rarity)
    norm = 1.0 / full if full else 0.0
    recognised = recogniser.recognise(read)
    probes = (
        tuple(_ecq_probes(read, recogniser, recognised, ecq))
        if ecq
        else tuple(_probes(read, recogniser, recognised))
    )
    return Demand(
        read=read,
        shares=shares,
        framework=recogniser.framework.id,
        weights={stem: value * norm for stem, value in weights.items()},
        concepts=dict(_concepts(read, weights, norm)),
        probes=probes,
        ecq=ecq,
    )


def _concepts(
    read: AskedText, weights: dict[str, float], norm: float
) -> Iterator[tuple[str, tuple[float, int, int]]]:
    for concept, (first, last) in read.concepts.items():
        asked = [weights.get(term.stem, 0.0) for term in read.terms[first : last + 1]]
        value = CONCEPT_WEIGHT * max(asked, default=0.0) * norm
        if value:
            yield concept, (value, first, last)


def _probes(read: AskedText, recogniser: Recogniser, recognised: Recognised) -> Iterator[Probe]:
    """Yield what a text probes most: only what a cue in it names, so that it can be quoted."""
    told = {h.home for h in recognised.cues if h.home.competency or h.weight >= WHOLE_CUE}
    ranked = sorted(told, key=lambda h: (-recognised.homes[h], h))[:PROBED]
    total = sum(recognised.homes[h] for h in ranked)
    sure = _sureness(recognised)
    for home in ranked:
        probe = _probe(read, recogniser, recognised, home)
        yield replace(probe, share=sure * probe.share / total)


def _sureness(recognised: Recognised) -> float:
    """Return how much the words tell, 0 to 1: one faint cue does not fill the demand."""
    best = max(recognised.ecqs.values(), default=0.0)
    return best / (best + HALF_SURE)


def _probe(read: AskedText, recogniser: Recogniser, recognised: Recognised, home: Home) -> Probe:
    share = recognised.homes[home]
    best = max(
        (hit for hit in recognised.cues if hit.home == home), key=lambda h: (h.weight, -h.first)
    )
    asked, start, end = read.quote(best.first, best.last)
    return Probe(home, name_of(recogniser, home), share, asked, start, end)


def name_of(recogniser: Recogniser, home: Home) -> str:
    """Return the official name of a competency or ECQ."""
    return source_of(recogniser, home).name


def source_of(recogniser: Recogniser, home: Home) -> ECQ | Competency:
    """Return the competency or ECQ a home stands for."""
    framework = recogniser.framework
    return framework.competency(home.competency) if home.competency else framework.ecq(home.ecq)


def _ecq_probes(
    read: AskedText, recogniser: Recogniser, recognised: Recognised, code: str
) -> Iterator[Probe]:
    """Yield what an ECQ requirement asks: each of its competencies, and the ECQ as a whole.

    Postings print the official definition, a short form or only the name, so the framework's
    cues decide, and the requirement's words are only quoted.
    """
    ecq = recogniser.framework.ecq(code)
    whole = _named(read, ecq) or (0, min(len(read.terms), 8) - 1)
    for home in [Home(code, ""), *(Home(code, c.code) for c in ecq.competencies)]:
        own = [hit for hit in recognised.cues if hit.home == home]
        best = max(own, key=lambda hit: (hit.weight, -hit.first), default=None)
        first, last = (best.first, best.last) if best else whole
        asked, start, end = read.quote(first, last)
        yield Probe(home, name_of(recogniser, home), 1 / MET_BY, asked, start, end)


def _named(read: AskedText, ecq: ECQ) -> tuple[int, int] | None:
    stems = [term.stem for term in read.terms]
    for name in (ecq.name, *ecq.aliases):
        wanted = list(stems_of(name))
        for first in range(len(stems) - len(wanted) + 1):
            if wanted and stems[first : first + len(wanted)] == wanted:
                return first, first + len(wanted) - 1
    return None
