"""Guesses: which ECQs and competencies a question probes, with its own words as the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from sesbank.domain.evidence import CompetencyGuess, EcqGuess
from sesbank.domain.framework import Framework
from sesbank.matching.asked_text import AskedText
from sesbank.matching.common_words import HANGING, weight
from sesbank.matching.cuebook import CueHit, Home, shows
from sesbank.matching.demands import Aim
from sesbank.matching.recognition import Recognised, Recogniser

MOST_ECQS = 3
ALWAYS = 2
"""How many are guessed wherever words speak for them: the best alone is right too seldom."""

MOST_COMPETENCIES = 5
MOST_CUES = 5

_LEAST_SHARE = 0.12
"""An ECQ with a smaller share of what the words tell is not guessed."""

_LEAST_SECOND = 0.04
"""The same for the second best; below it the first one is all that the words tell."""

_HANGING = HANGING | frozenset(["of", "for", "to", "in", "by", "at", "from"])
"""What a quote must not begin or end with."""

_MEANT = 0.25
"""The share from which a competency is named as one that is meant."""

_OWN = 0.1
"""What a single word must weigh to be quoted: a usual word of one ECQ, or one that few share."""

_OWN_FURTHER = 0.25
"""The same for an ECQ behind a likelier one: no usual word ("agency")."""

_HANDICAP = 1.2
"""By how much the fundamental competencies must lead: they need no story of their own."""

_FIRM = 0.3
"""Keeps a single faint word from looking like certainty."""


def guess_ecqs(
    read: AskedText, recognised: Recognised, recogniser: Recogniser
) -> tuple[EcqGuess, ...]:
    """Return the ECQs a question probes, best first, at most three; none without a telling word.

    One is quoted for the words of the lists alone. What only the wording of known questions or
    parts of listed phrases speak for is guessed without a quote: single words of these
    ("organization", "courts") persuade nobody.
    """
    scores = _held_back(recognised.ecqs, recogniser)
    total = sum(scores.values()) + _FIRM
    guesses: list[EcqGuess] = []
    quoted: set[str] = set()
    for code in sorted(scores, key=lambda c: (-scores[c], c)):
        share = scores[code] / total
        cues = _listed(read, recognised, code, but_for=quoted)
        told = bool(cues) or _told(read, recognised, recogniser, code)
        least = _LEAST_SECOND if len(guesses) < ALWAYS else _LEAST_SHARE
        if told and share >= least:
            quoted.update(map(str.casefold, cues))
            name = recogniser.framework.ecq(code).name
            guesses.append(EcqGuess(code, name, round(share, 4), cues))
    return tuple(guesses[:MOST_ECQS])


def _held_back(ecqs: dict[str, float], recogniser: Recogniser) -> dict[str, float]:
    """Return the scores with the fundamental competencies held back."""
    fundamental = {ecq.code for ecq in recogniser.framework.ecqs if ecq.fundamental}
    return {c: value / _HANDICAP if c in fundamental else value for c, value in ecqs.items()}


def _told(read: AskedText, recognised: Recognised, recogniser: Recogniser, code: str) -> bool:
    """Return whether any word of a text speaks for an ECQ, quoted or not."""
    return bool(
        _cues_of(recognised, code)
        or recogniser.telling_words(read, Home(code, ""))
        or recogniser.wording_words(read, code)
    )


def _listed(
    read: AskedText, recognised: Recognised, code: str, *, but_for: Set[str]
) -> tuple[str, ...]:
    """Return the words of a text that the lists have for an ECQ, the most telling first.

    Of single words only what belongs to few ECQs, or two others together. `but_for` is what was
    quoted for a likelier ECQ: nothing of that, unless it is telling, and no usual word.
    """
    hits = _cues_of(recognised, code)
    least = _OWN_FURTHER if but_for else _OWN
    own = [hit for hit in hits if hit.last > hit.first or hit.weight >= least]
    if not own and len({hit.phrase for hit in hits}) > 1:
        own = hits
    quotes = _quotes(read, [(hit.first, hit.last) for hit in own])
    clear = {read.quote(h.first, h.last)[0].casefold() for h in own if shows(h.phrase, h.weight)}
    return tuple(q for q in quotes if q.casefold() in clear or q.casefold() not in but_for)


def _cues_of(recognised: Recognised, code: str) -> list[CueHit]:
    """Return the cues found for an ECQ, the most telling first."""
    return sorted((hit for hit in recognised.cues if hit.home.ecq == code), key=_most_telling)


def _most_telling(hit: CueHit) -> tuple[float, int]:
    return -hit.weight, hit.first


def _quotes(read: AskedText, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """Return the words as they stand, each once; usual single words only where no other tells."""
    quotes: dict[str, tuple[str, bool]] = {}
    for span in spans:
        first, last = _without_hanging(read, *span)
        said, _, _ = read.quote(first, last)
        telling = last > first or weight(read.terms[first].stem) >= 1.0
        quotes.setdefault(said.casefold(), (said, telling))
    telling_ones = [said for said, telling in quotes.values() if telling]
    return tuple(telling_ones or [said for said, _ in quotes.values()])[:MOST_CUES]


def _without_hanging(read: AskedText, first: int, last: int) -> tuple[int, int]:
    """Return a span without "of" or "with" at its ends: "knowledge of" is quoted as "knowledge".

    A phrase that only its first words make one is kept whole: "why do you want".
    """
    while first < last and read.terms[last].stem in _HANGING:
        last -= 1
    begin = first
    while begin < last and read.terms[begin].stem in _HANGING:
        begin += 1
    tells = any(weight(term.stem) for term in read.terms[begin : last + 1])
    return (begin if tells else first), last


def guess_competencies(
    recognised: Recognised, recogniser: Recogniser, ecqs: tuple[EcqGuess, ...]
) -> tuple[CompetencyGuess, ...]:
    """Return the competencies a question probes, best first; those of its ECQs come first."""
    if not ecqs:
        return ()
    shares = {guess.code: guess.score for guess in ecqs}
    scores = {
        home: value * (0.5 + shares.get(home.ecq, 0.0))
        for home, value in recognised.competencies.items()
    }
    ranked: list[Home] = sorted(scores, key=lambda h: (-scores[h], h))[:MOST_COMPETENCIES]
    total = sum(scores.values()) + _FIRM
    return tuple(
        CompetencyGuess(
            home.competency,
            recogniser.framework.competency(home.competency).name,
            home.ecq,
            round(scores[home] / total, 4),
        )
        for home in ranked
        if scores[home] > 0
    )


def probed(competencies: tuple[CompetencyGuess, ...]) -> list[Home]:
    """Return the competencies that are meant: the best one and those at least half as likely.

    None where the words tell too little of any.
    """
    best = max((guess.score for guess in competencies), default=0.0)
    least = max(best / 2, _MEANT)
    return [Home(g.ecq, g.code) for g in competencies if g.score >= least]


def aims_of(
    question: str,
    ecqs: Iterable[EcqGuess],
    competencies: Sequence[CompetencyGuess],
    framework: Framework,
) -> dict[str, Aim]:
    """Return by ECQ code what a question is taken to probe, with its most telling words, if any."""
    aims: dict[str, Aim] = {}
    for guess in ecqs:
        asked = guess.cues[0] if guess.cues else ""
        start = question.index(asked)  # A cue stands in the question as it is quoted.
        aims[guess.code] = Aim(
            name=guess.name,
            competencies={c.code: c.name for c in competencies if c.ecq == guess.code},
            share=guess.score,
            whole=not framework.ecq(guess.code).fundamental,
            asked=asked,
            start=start,
            end=start + len(asked),
        )
    return aims
