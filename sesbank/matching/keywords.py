"""Key words: what to weave into the answer, from the question and from what it probes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sesbank.domain.vacancy import Requirement, RequirementKind
from sesbank.matching.asked_text import AskedText, read_asked
from sesbank.matching.common_words import weight
from sesbank.matching.cuebook import CueHit, Home, shows
from sesbank.matching.recognition import Recogniser
from sesbank.matching.stems import stems_of

MOST = 8
"""How many key words a question gets."""

MOST_OF_REQUIREMENT = 6
"""How many a requirement gets: they share one line of the sheet."""

LEAST_OF_REQUIREMENT = 3

_FROM_QUESTION = 5
_FROM_FIELD = 3
_PHRASE_WORDS = 3
_SUBJECTS = frozenset(
    [
        "i",
        "you",
        "he",
        "she",
        "it",
        "we",
        "they",
        "who",
        "to",
        "did",
        "do",
        "does",
        "would",
        "could",
        "can",
        "will",
        "must",
        "may",
        "might",
        "should",
        "not",
        "never",
        "always",
        "had",
        "have",
        "has",
        "already",
        "ever",
    ]
)
"""What stands before a verb."""

_POINTERS = frozenset(("the", "a", "an", "your", "their", "his", "her", "its", "our", "this"))
_BEFORE_NOUNS = _POINTERS | {"of", "in", "on", "at", "for", "from", "with", "by", "into", "and"}

_NO_ADVERBS = frozenset(("family", "supply", "assembly", "anomaly", "monopoly", "ally", "rally"))

_SUPERLATIVES = frozenset(
    ("biggest", "greatest", "hardest", "largest", "proudest", "toughest", "worst", "best", "finest")
)
"""How the question asks for a story; nothing to say in it."""


def question_keywords(
    asked: AskedText, probed: Sequence[Home], recogniser: Recogniser
) -> tuple[str, ...]:
    """Return at most MOST words and phrases: the question's own first, then the field's."""
    chosen: list[str] = []
    said: set[str] = set()
    _take(_own_phrases(asked), chosen, said, _FROM_QUESTION)
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
        _take(_own_phrases(asked), chosen, said, MOST_OF_REQUIREMENT)
        return tuple(chosen)
    own = [h for h in recogniser.recognise(asked).cues if h.home.ecq == requirement.code]
    ecq = recogniser.framework.ecq(requirement.code)
    # The sheet prints the ECQ's name beside them: a key word adds to it.
    named = {stems_of(name) for name in (ecq.name, *ecq.aliases)}
    telling = sorted(
        (h for h in own if _can_stand(h) and h.phrase not in named),
        key=lambda h: (-h.weight, h.first),
    )
    _take((asked.quote(h.first, h.last)[0] for h in telling), chosen, said, MOST_OF_REQUIREMENT)
    _take((c.name for c in ecq.competencies), chosen, said, LEAST_OF_REQUIREMENT)
    return tuple(chosen)


def _can_stand(hit: CueHit) -> bool:
    return not hit.names and shows(hit.phrase, hit.weight)


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
            if any(weight(asked.terms[n].stem) >= 1.0 for n in run):
                phrases.append((-value, run[0], asked.quote(run[0], run[-1])[0]))
        run = [number] if number < len(asked.terms) and _carries(asked, number) else []
    yield from (" ".join(text.split()) for _, _, text in sorted(phrases))


def _carries(asked: AskedText, number: int) -> bool:
    if number in asked.filler or not weight(asked.terms[number].stem):
        return False
    if _word_at(asked, number, of=number) in _SUPERLATIVES:
        return False
    return not _is_deed(asked, number)


def _is_deed(asked: AskedText, number: int) -> bool:
    """Return whether a word is a verb by its place ("you ran", "changes the scope") or an adverb.

    A deed of the question is nothing to weave in: what it is done to is.
    """
    word = _word_at(asked, number, of=number)
    before = _word_at(asked, number - 1, of=number)
    if before in _SUBJECTS or (word.endswith("ly") and word not in _NO_ADVERBS):
        return True
    return _word_at(asked, number + 1, of=number) in _POINTERS and before not in _BEFORE_NOUNS


def _word_at(asked: AskedText, number: int, *, of: int) -> str:
    """Return a neighbouring word in lower case; nothing across punctuation."""
    terms = asked.terms
    if not 0 <= number < len(terms) or terms[number].run != terms[of].run:
        return ""
    return asked.quote(number, number)[0].casefold()


def _joins(asked: AskedText, run: Sequence[int], number: int) -> bool:
    return (
        bool(run)
        and len(run) < _PHRASE_WORDS
        and _carries(asked, number)
        and asked.terms[number].run == asked.terms[run[-1]].run
    )
