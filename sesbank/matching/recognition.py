"""Recognition: which ECQs and competencies a text probes or shows, with the words that tell.

Two signals are added: cue phrases found in the text, each weighing less the more ECQs share it,
and BM25 of the text's words and concepts against what each competency's cues are made of. For
questions a third is added: how questions about each ECQ are worded, learnt from the question bank.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sesbank.domain.framework import ECQ, Competency, Framework, KnownQuestion
from sesbank.matching.asked_text import CONCEPT_WEIGHT, AskedText
from sesbank.matching.bm25 import WordBags
from sesbank.matching.common_words import GENERAL
from sesbank.matching.cuebook import CueBook, CueHit, Home, shows
from sesbank.matching.cuewords import cue_words
from sesbank.matching.definitions import ecqs_meant
from sesbank.matching.field_words import FieldWords
from sesbank.matching.wording import Wording, lesson_of

BAG_WEIGHT = 0.4
"""What BM25 weighs beside the cues."""

WORDING_WEIGHT = 2.2
"""What the wording weighs beside the cues; its scores stay mostly within 1 of 0."""

FINE_WEIGHT = 1.5
"""What the wording of competencies weighs, of which there are more, so that it tells less each."""

FAINT = 0.4
"""About what a score of 0 is shown as, so that a second candidate is always at hand."""

SECOND_BAG = 0.25
"""What the second best competency adds to its ECQ."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a text probes."""

    ecqs: dict[str, float]
    """Score by ECQ code; 0 and below are left out."""
    homes: dict[Home, float]
    """Score by competency, and by ECQ as far as its own cues and name are said."""
    cues: tuple[CueHit, ...]
    """The cues found, outside turns of phrase."""
    competencies: dict[Home, float]
    """Score by competency; of a question with its wording heard."""


class Recogniser:
    """Recognises the ECQs and competencies of one framework."""

    def __init__(self, framework: Framework, questions: Sequence[KnownQuestion] = ()) -> None:
        self.framework = framework
        self._wording = Wording(partial(lesson_of, questions, framework.id, "ecq"))
        self._fine_wording = Wording(partial(lesson_of, questions, framework.id, "competency"))
        self._ecq_of = {c.code: ecq.code for ecq in framework.ecqs for c in ecq.competencies}
        self.book = CueBook(framework)
        self.bags = WordBags(_bags(framework))
        self.field_words = FieldWords(framework)

    def recognise(self, asked: AskedText) -> Recognised:
        """Return what a question or requirement probes."""
        cues = tuple(
            hit
            for hit in self.book.read(asked.terms)
            if not all(n in asked.filler for n in range(hit.first, hit.last + 1))
            and not (hit.first == hit.last and hit.first in asked.idioms)
        )
        bags = self.bags.scores(asked.tokens)
        homes = _home_scores(cues, bags)
        competencies = {home: value for home, value in homes.items() if home.competency}
        meant = ecqs_meant(asked, self.framework)
        return Recognised(_ecq_scores(cues, bags, meant), homes, cues, competencies)

    def names(self, asked: AskedText) -> bool:
        """Return whether a text says a cue that tells by itself, and is no turn of phrase."""
        return any(shows(hit.phrase, hit.weight) for hit in self.recognise(asked).cues)

    def recognise_question(self, asked: AskedText) -> Recognised:
        """Return what a panel question probes; its wording counts where any word tells."""
        known = self.recognise(asked)
        if not asked.weights:
            return known
        worded = self._wording.scores(asked.terms)
        finely = self._fine_wording.scores(asked.terms)
        best = self._best_of_each_ecq(finely)
        ecqs = {
            ecq: _positive(
                known.ecqs.get(ecq, 0.0)
                + WORDING_WEIGHT * worded.get(ecq, 0.0)
                + FINE_WEIGHT * best.get(ecq, 0.0)
            )
            for ecq in {*known.ecqs, *worded}
        }
        return replace(known, ecqs=ecqs, competencies=self._worded(known.homes, finely))

    def _best_of_each_ecq(self, finely: Mapping[str, float]) -> dict[str, float]:
        best: dict[str, float] = {}
        for code, value in finely.items():
            ecq = self._ecq_of.get(code, "")
            best[ecq] = max(best.get(ecq, value), value)
        return best

    def _worded(
        self, homes: Mapping[Home, float], finely: Mapping[str, float]
    ) -> dict[Home, float]:
        """Return the score of every competency by cues and wording, those above 0."""
        scores = {home: value for home, value in homes.items() if home.competency}
        for code, value in finely.items():
            home = Home(self._ecq_of.get(code, ""), code)
            if home.ecq:
                scores[home] = scores.get(home, 0.0) + FINE_WEIGHT * value
        return {home: value for home, value in scores.items() if value > 0}

    def wording_words(self, asked: AskedText, ecq: str) -> list[tuple[int, int]]:
        """Return what is said that speaks for an ECQ in known questions, best first, as terms.

        Words of the trade only where nothing else speaks for it.
        """
        speaking = [
            (-parts[ecq], trait.first, trait.last)
            for trait, parts in self._wording.shares(asked.terms)
            if parts.get(ecq, 0.0) > 0
            and {asked.terms[n].stem for n in (trait.first, trait.last)} <= asked.weights.keys()
        ]
        telling = [
            span for span in speaking if all(_tells(asked, asked.terms[n].stem) for n in span[1:])
        ]
        return [(first, last) for _, first, last in sorted(telling or speaking)]

    def telling_words(self, asked: AskedText, home: Home) -> list[tuple[float, int]]:
        """Return the terms that speak for a home by BM25, as (share, term number), best first.

        For an ECQ those of its competencies count as well.
        """
        shares: list[tuple[float, int]] = []
        seen: set[str] = set()
        for number, term in enumerate(asked.terms):
            telling = _tells(asked, term.stem) and number not in asked.filler
            if telling and term.stem not in seen:
                seen.add(term.stem)
                held = self.bags.shares(term.stem).items()
                shares.append((max((s for h, s in held if _within(h, home)), default=0.0), number))
        return sorted((pair for pair in shares if pair[0] > 0), key=lambda p: (-p[0], p[1]))


def _positive(value: float) -> float:
    """Return a score above 0 in the same order: what speaks against an ECQ leaves it a little."""
    if value > 20 * FAINT:  # no difference any more, and exp would overflow in time
        return value
    return FAINT * math.log1p(math.exp(value / FAINT))


def _tells(asked: AskedText, stem: str) -> bool:
    """Return whether a word can tell a competency: plain verbs can, words of the trade cannot."""
    return stem in asked.weights and stem not in GENERAL


def _within(home: Home, wanted: Home) -> bool:
    return home == wanted or (not wanted.competency and home.ecq == wanted.ecq)


def _ecq_scores(
    cues: Iterable[CueHit], bags: dict[Home, float], meant: frozenset[str]
) -> dict[str, float]:
    best: dict[tuple[tuple[str, ...], str], float] = {}
    for hit in cues:
        key = (hit.phrase, hit.home.ecq)
        best[key] = max(best.get(key, 0.0), hit.weight)
    scores: dict[str, float] = {}
    for (_, ecq), value in best.items():
        scores[ecq] = scores.get(ecq, 0.0) + value
    by_ecq: dict[str, list[float]] = {}
    for home, value in bags.items():
        by_ecq.setdefault(home.ecq, []).append(value)
    for ecq, values in by_ecq.items():
        first, second, *_ = [*sorted(values, reverse=True), 0.0]
        scores[ecq] = scores.get(ecq, 0.0) + BAG_WEIGHT * (first + SECOND_BAG * second)
    return {ecq: value for ecq, value in _decided(scores, cues, meant).items() if value > 0}


def _decided(
    scores: dict[str, float], cues: Iterable[CueHit], meant: frozenset[str]
) -> dict[str, float]:
    """Return the scores with the ECQs first that are named outright, or a competency of theirs."""
    named = {hit.home.ecq for hit in cues if hit.names and len(hit.phrase) > 1} | meant
    best = max(scores.values(), default=0.0)
    return {ecq: value + best * (ecq in named) for ecq, value in scores.items()}


def _home_scores(cues: Iterable[CueHit], bags: dict[Home, float]) -> dict[Home, float]:
    best: dict[tuple[tuple[str, ...], Home], float] = {}
    for hit in cues:
        key = (hit.phrase, hit.home)
        best[key] = max(best.get(key, 0.0), hit.weight)
    scores = {home: BAG_WEIGHT * value for home, value in bags.items()}
    for (_, home), value in best.items():
        scores[home] = scores.get(home, 0.0) + value
    return scores


def _bags(framework: Framework) -> dict[Home, dict[str, float]]:
    bags: dict[Home, dict[str, float]] = {}
    for ecq in framework.ecqs:
        bags[Home(ecq.code, "")] = _bag(ecq, ())
        for competency in ecq.competencies:
            bags[Home(ecq.code, competency.code)] = _bag(competency, competency.aliases)
    return bags


def _bag(source: ECQ | Competency, aliases: tuple[str, ...]) -> dict[str, float]:
    bag: dict[str, float] = {}
    for text in (source.name, source.meaning, *aliases):
        _fill(bag, text, 1.0)
    for cue in source.cues:
        _fill(bag, cue.phrase, cue.weight)
    return bag


def _fill(bag: dict[str, float], text: str, value: float) -> None:
    said = cue_words(text)
    for stem in said.words:
        bag[stem] = bag.get(stem, 0.0) + value
    for concept in said.concepts:
        key = f"#{concept}"
        bag[key] = bag.get(key, 0.0) + value * CONCEPT_WEIGHT
