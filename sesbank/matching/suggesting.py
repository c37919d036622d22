"""Suggesting: which ECQs a story shows, with the words of the story that say so."""

from __future__ import annotations

from collections.abc import Sequence

from sesbank.domain.evidence import EcqGuess
from sesbank.matching.asked_text import CONCEPT_WEIGHT
from sesbank.matching.common_words import weight
from sesbank.matching.cuebook import CueHit, Home
from sesbank.matching.guesses import MOST_CUES, MOST_ECQS
from sesbank.matching.recognition import Recogniser
from sesbank.matching.story_index import STRONGEST, PartIndex

_LEAST_SHARE = 0.15
_TITLE = 1.5
"""How much more a cue in the title tells."""

_CLEARLY = 1.5
"""What the strongest cues of a competency come to in a story that tells of it: two or more."""

_BAG = 0.02
"""What the story's words weigh by BM25 beside its cues: a story has hundreds of them."""


def competencies_said(
    parts: Sequence[PartIndex], recogniser: Recogniser
) -> dict[str, tuple[str, ...]]:
    """Return by code the competencies a story speaks of clearly, with the words that say so."""
    by_code: dict[str, dict[str, float]] = {}
    for (_, home), (value, said) in _cues(parts, recogniser).items():
        if home.competency:
            words = by_code.setdefault(home.competency, {})
            words[said.casefold()] = max(value, words.get(said.casefold(), 0.0))
    return {
        code: tuple(sorted(words, key=lambda w: (-words[w], w))[:MOST_CUES])
        for code, words in by_code.items()
        if sum(sorted(words.values(), reverse=True)[:STRONGEST]) >= _CLEARLY
    }


def suggest_ecqs(parts: Sequence[PartIndex], recogniser: Recogniser) -> tuple[EcqGuess, ...]:
    """Return at most three ECQs a story shows, best first; none where no cue is said."""
    cues = _cues(parts, recogniser)
    scores = _scores(cues, parts, recogniser)
    total = sum(scores.values()) or 1.0
    guesses = []
    for code in sorted(scores, key=lambda c: (-scores[c], c)):
        said = _quotes(cues, code)
        if said and scores[code] / total >= _LEAST_SHARE:
            name = recogniser.framework.ecq(code).name
            guesses.append(EcqGuess(code, name, round(scores[code] / total, 4), said))
    return tuple(guesses[:MOST_ECQS])


def _cues(
    parts: Sequence[PartIndex], recogniser: Recogniser
) -> dict[tuple[tuple[str, ...], Home], tuple[float, str]]:
    """Return each cue said, once per home, with its weight and its words in the story."""
    found: dict[tuple[tuple[str, ...], Home], tuple[float, str]] = {}
    fundamental = {e.code for e in recogniser.framework.ecqs if e.fundamental}
    for part in parts:
        for hit in recogniser.book.read(part.terms):
            if hit.home.ecq not in fundamental:
                key = (hit.phrase, hit.home)
                value = _value(hit, part)
                if key not in found or value > found[key][0]:
                    found[key] = (value, _said(hit, part))
    return found


def _value(hit: CueHit, part: PartIndex) -> float:
    return min(hit.weight, 1.0) * (_TITLE if part.name == "title" else 1.0)


def _said(hit: CueHit, part: PartIndex) -> str:
    return part.text[part.terms[hit.first].start : part.terms[hit.last].end]


def _scores(
    cues: dict[tuple[tuple[str, ...], Home], tuple[float, str]],
    parts: Sequence[PartIndex],
    recogniser: Recogniser,
) -> dict[str, float]:
    by_home: dict[Home, list[float]] = {}
    for (_, home), (value, _said_as) in cues.items():
        by_home.setdefault(home, []).append(value)
    scores: dict[str, float] = {}
    for home, values in by_home.items():
        strongest = sum(sorted(values, reverse=True)[:STRONGEST])
        scores[home.ecq] = scores.get(home.ecq, 0.0) + strongest
    sizes = {e.code: len(e.competencies) + 1 for e in recogniser.framework.ecqs}
    tokens = {t.stem: 1.0 for p in parts for t in p.terms if weight(t.stem)}
    tokens.update({f"#{h.phrase.label}": CONCEPT_WEIGHT for p in parts for h in p.concepts})
    best: dict[str, float] = {}
    for home, value in recogniser.bags.scores(tokens).items():
        if home.ecq in scores:
            best[home.ecq] = max(best.get(home.ecq, 0.0), value)
    return {
        ecq: value / sizes[ecq] ** 0.5 + _BAG * best.get(ecq, 0.0) for ecq, value in scores.items()
    }


def _quotes(
    cues: dict[tuple[tuple[str, ...], Home], tuple[float, str]], code: str
) -> tuple[str, ...]:
    own = [pair for (_, home), pair in cues.items() if home.ecq == code]
    said: dict[str, str] = {}
    for _, text in sorted(own, key=lambda pair: (-pair[0], pair[1])):
        said.setdefault(text.casefold(), text)
    return tuple(said.values())[:MOST_CUES]
