"""Probing: which competencies a question or requirement asks for, with the words that ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sesbank.domain.framework import ECQ, Competency
from sesbank.matching.asked_text import AskedText
from sesbank.matching.common_words import weight
from sesbank.matching.cuebook import LEAST_SAID, CueHit, Home, shows
from sesbank.matching.demands import Probe
from sesbank.matching.nets import Nets
from sesbank.matching.recognition import Recognised, Recogniser
from sesbank.matching.stems import stems_of

PROBED = 4
"""How many competencies of a framework a text is taken to probe at most."""

OTHER_ECQ = 0.3
"""What a competency counts whose ECQ nothing else speaks for; one that all speaks for: 1.3."""

MET_BY = 2.5
"""How many competencies of an ECQ a story shows when it meets the ECQ in full."""

HALF_SURE = 1.0
"""The score of the best ECQ at which the cues count half: about one telling phrase."""


def question_probes(
    read: AskedText, nets: Nets, recognised: Sequence[Recognised]
) -> Iterator[Probe]:
    """Yield the competencies a panel question probes, as recognised in each net in turn."""
    for net, known in zip(nets, recognised, strict=True):
        yield from _probes(read, net, known, 1 / len(nets))


def requirement_probes(read: AskedText, nets: Nets) -> Iterator[Probe]:
    """Yield the competencies a technical requirement asks for in each net.

    Only where its own words name one: "knowledge of" opens every other requirement.
    """
    for net in nets:
        known = net.recognise(read)
        telling = tuple(h for h in known.cues if sum(map(weight, h.phrase)) >= LEAST_SAID)
        if telling:
            yield from _probes(read, net, replace(known, cues=telling), 1 / len(nets))


def _probes(
    read: AskedText, net: Recogniser, recognised: Recognised, share: float
) -> Iterator[Probe]:
    total = sum(recognised.ecqs.values())
    if not total:
        return
    values = {
        home: value * (OTHER_ECQ + recognised.ecqs.get(home.ecq, 0.0) / total)
        for home, value in recognised.homes.items()
        if home.competency and value > 0
    }
    ranked = sorted(values, key=lambda h: (-values[h], h))[:PROBED]
    sum_ = sum(values[home] for home in ranked)
    sure = _sureness(recognised)
    for home in ranked:
        place = _asked_at(recognised, home)
        if place is not None:
            part = share * sure * values[home] / sum_
            yield _probe(read, net, home, part, place)


def _probe(
    read: AskedText, net: Recogniser, home: Home, share: float, place: tuple[int, int]
) -> Probe:
    """Return a competency or ECQ as probed by the words from one term to another."""
    asked = read.quote(*place)
    return Probe(net.framework.id, home, name_of(net, home), share, *asked, *place)


def _sureness(recognised: Recognised) -> float:
    """Return how much the words tell, 0 to 1: one faint cue does not fill the demand."""
    best = max(recognised.ecqs.values(), default=0.0)
    return best / (best + HALF_SURE)


def _asked_at(recognised: Recognised, home: Home) -> tuple[int, int] | None:
    """Return the terms that ask for a competency: its best cue.

    One of a single word must be telling by itself: "remove" and "leave" ask for nothing.
    """
    own = [h for h in recognised.cues if h.home == home and _asks(h)]
    best = max(own, key=_best_asking, default=None)
    return (best.first, best.last) if best else None


def _asks(hit: CueHit) -> bool:
    if len(hit.phrase) == 1:
        return shows(hit.phrase, hit.weight)
    return any(map(weight, hit.phrase))


def _best_asking(hit: CueHit) -> tuple[bool, float, float, int]:
    """Order cues by how well they ask: the one that says most, "budget" before "five percent"."""
    told = sum(map(weight, hit.phrase))
    return told >= LEAST_SAID, hit.weight, told, -hit.first


def ecq_probes(read: AskedText, net: Recogniser, code: str) -> Iterator[Probe]:
    """Yield what an ECQ requirement asks: each of its competencies, and the ECQ as a whole.

    Postings print the official definition, a short form or only the name, so the framework's
    cues decide, and the requirement's words are only quoted. One without words asks nothing.
    """
    if not read.terms:
        return
    recognised = net.recognise(read)
    ecq = net.framework.ecq(code)
    whole = _named(read, ecq) or (0, min(len(read.terms), 8) - 1)
    for home in [Home(code, ""), *(Home(code, c.code) for c in ecq.competencies)]:
        own = [hit for hit in recognised.cues if hit.home == home]
        best = max(own, key=lambda hit: (hit.weight, -hit.first), default=None)
        place = (best.first, best.last) if best else whole
        yield _probe(read, net, home, 1 / MET_BY, place)


def _named(read: AskedText, ecq: ECQ) -> tuple[int, int] | None:
    stems = [term.stem for term in read.terms]
    for name in (ecq.name, *ecq.aliases):
        wanted = list(stems_of(name))
        for first in range(len(stems) - len(wanted) + 1):
            if wanted and stems[first : first + len(wanted)] == wanted:
                return first, first + len(wanted) - 1
    return None


def name_of(recogniser: Recogniser, home: Home) -> str:
    """Return the official name of a competency or ECQ."""
    return source_of(recogniser, home).name


def source_of(recogniser: Recogniser, home: Home) -> ECQ | Competency:
    """Return the competency or ECQ a home stands for."""
    framework = recogniser.framework
    return framework.competency(home.competency) if home.competency else framework.ecq(home.ecq)
