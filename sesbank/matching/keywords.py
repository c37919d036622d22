"""Key words: what to weave into the answer, from the question and from what it probes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sesbank.domain.framework import Framework
from sesbank.domain.vacancy import Requirement, RequirementKind
from sesbank.matching.common import GENERAL, weight
from sesbank.matching.cuebook import Home
from sesbank.matching.reading import AskedText, read_asked
from sesbank.matching.recognition import Recogniser
from sesbank.matching.stems import stems_of

MOST = 8
"""How many key words a question gets."""

MOST_OF_REQUIREMENT = 6
"""How many a requirement gets: they share one line of the sheet."""

LEAST_OF_REQUIREMENT = 3

_FROM_QUESTION = 5
_PHRASE_WORDS = 3


def question_keywords(
    asked: AskedText, probed: Sequence[Home], framework: Framework
) -> tuple[str, ...]:
    """Return at most MOST words and phrases: the question's own first, then the field's."""
    chosen: list[str] = []
    said: set[str] = set()
    _take(_own_phrases(asked), chosen, said, _FROM_QUESTION)
    _take(_field_phrases(probed, framework), chosen, said, MOST)
    return tuple(chosen)


def requirement_keywords(requirement: Requirement, recogniser: Recogniser) -> tuple[str, ...]:
    """Return the words of a requirement to weave in, verbatim where it has enough of its own.

    For an ECQ those are the framework's telling words that its text has; a text that only names
    the ECQ borrows the first cues of its competencies.
    """
    asked = read_asked(requirement.text)
    chosen: list[str] = []
    said: set[str] = set()
    codes = {ecq.code for ecq in recogniser.framework.ecqs}
    if requirement.kind is not RequirementKind.ECQ or requirement.code not in codes:
        _take(_own_phrases(asked), chosen, said, MOST_OF_REQUIREMENT)
        return tuple(chosen)
    own = [h for h in recogniser.recognise(asked).cues if h.home.ecq == requirement.code]
    telling = sorted((h for h in own if not h.names), key=lambda h: (-h.weight, h.first))
    _take((asked.quote(h.first, h.last)[0] for h in telling), chosen, said, MOST_OF_REQUIREMENT)
    competencies = recogniser.framework.ecq(requirement.code).competencies
    homes = [Home(requirement.code, c.code) for c in competencies]
    _take(_field_phrases(homes, recogniser.framework), chosen, said, LEAST_OF_REQUIREMENT)
    return tuple(chosen)


def _take(phrases: Iterable[str], chosen: list[str], said: set[str], most: int) -> None:
    for phrase in phrases:
        if len(chosen) >= most:
            return
        stems = {stem for stem in stems_of(phrase) if weight(stem)}
        if stems and not stems & said:
            said |= stems
            chosen.append(phrase)


def _own_phrases(asked: AskedText) -> Iterator[str]:
    """Yield the content phrases of a question, the most telling first."""
    phrases: list[tuple[float, int, str]] = []
    run: list[int] = []
    for number in range(len(asked.terms) + 1):
        if number < len(asked.terms) and _joins(asked, run, number):
            run.append(number)
            continue
        if run:
            value = sum(weight(asked.terms[n].stem) for n in run) / len(run) ** 0.5
            if value > 0.5 or len(run) > 1:
                phrases.append((-value, run[0], asked.quote(run[0], run[-1])[0]))
        run = [number] if number < len(asked.terms) and _carries(asked, number) else []
    yield from (" ".join(text.split()) for _, _, text in sorted(phrases))


def _carries(asked: AskedText, number: int) -> bool:
    return number not in asked.filler and bool(weight(asked.terms[number].stem))


def _joins(asked: AskedText, run: Sequence[int], number: int) -> bool:
    return (
        bool(run)
        and len(run) < _PHRASE_WORDS
        and _carries(asked, number)
        and asked.terms[number].run == asked.terms[run[-1]].run
    )


def _field_phrases(probed: Sequence[Home], framework: Framework) -> Iterator[str]:
    """Yield the telling cues of the competencies probed, taking turns between them."""
    lists = [_cues(home, framework) for home in probed[:3]]
    for turn in range(max(map(len, lists), default=0)):
        for cues in lists:
            if turn < len(cues):
                yield cues[turn]


def _cues(home: Home, framework: Framework) -> list[str]:
    source = framework.competency(home.competency) if home.competency else framework.ecq(home.ecq)
    telling = [c.phrase for c in source.cues if c.weight >= 1.0]
    return [p for p in telling if not set(stems_of(p)) <= GENERAL]
