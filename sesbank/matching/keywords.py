"""Key words: what to weave into the answer, from the question and from what it probes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sesbank.domain.vacancy import Requirement, RequirementKind
from sesbank.matching.asked_text import AskedText, read_asked
from sesbank.matching.common_words import weight
from sesbank.matching.cuebook import CueHit, Home, shows
from sesbank.matching.own_phrases import names_a_thing, own_phrases
from sesbank.matching.recognition import Recogniser
from sesbank.matching.stems import stems_of

MOST = 8
"""How many key words a question gets."""

MOST_OF_REQUIREMENT = 6
"""How many a requirement gets: they share one line of the sheet."""

LEAST_OF_REQUIREMENT = 3

_FROM_QUESTION = 5
_FROM_FIELD = 3


def question_keywords(
    asked: AskedText, probed: Sequence[Home], recogniser: Recogniser
) -> tuple[str, ...]:
    """Return at most MOST words and phrases: the question's own first, then the field's."""
    chosen: list[str] = []
    said: set[str] = set()
    _take(own_phrases(asked, recogniser.book), chosen, said, _FROM_QUESTION)
    most = min(len(chosen) + _FROM_FIELD, MOST)
    _take(recogniser.field_words.phrases(asked, probed), chosen, said, most)
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
        _take(own_phrases(asked, recogniser.book), chosen, said, MOST_OF_REQUIREMENT)
        return tuple(chosen)
    own = [h for h in recogniser.recognise(asked).cues if h.home.ecq == requirement.code]
    ecq = recogniser.framework.ecq(requirement.code)
    # The sheet prints the ECQ's name beside them: a key word adds to it.
    named = {stems_of(name) for name in (ecq.name, *ecq.aliases)}
    telling = sorted(
        (h for h in own if _can_stand(asked, h) and h.phrase not in named),
        key=lambda h: (-h.weight, h.first),
    )
    _take((asked.quote(h.first, h.last)[0] for h in telling), chosen, said, MOST_OF_REQUIREMENT)
    _take((c.name for c in ecq.competencies), chosen, said, LEAST_OF_REQUIREMENT)
    return tuple(chosen)


def _can_stand(asked: AskedText, hit: CueHit) -> bool:
    named = names_a_thing(asked, hit.first, hit.last)
    return named and not hit.names and shows(hit.phrase, hit.weight)


def _take(phrases: Iterable[str], chosen: list[str], said: set[str], most: int) -> None:
    for phrase in phrases:
        if len(chosen) >= most:
            return
        stems = {stem for stem in stems_of(phrase) if weight(stem)}
        if stems and not stems & said:
            said |= stems
            chosen.append(phrase)
