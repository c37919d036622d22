"""Own phrases: the content words of a question or requirement, as one would weave them in."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from sesbank.matching.asked_text import AskedText
from sesbank.matching.common_words import weight
from sesbank.matching.cuebook import CueBook, CueHit, shows

PHRASE_WORDS = 3
"""How many words a phrase has at most."""

NAME_WORDS = 4
"""How many words the name of a thing has at most: "state and local governments"."""

_BEING = frozenset(("is", "are", "was", "were", "be", "been"))
"""What stands before a participle, but before nouns too."""

_SUBJECTS = frozenset(
    (
        *("i", "you", "he", "she", "it", "we", "they", "who", "what", "which", "that", "to"),
        *("did", "do", "does", "would", "could", "can", "will", "must", "may", "might", "should"),
        *("not", "never", "always", "had", "have", "has", "already", "ever"),
    )
)
"""What stands before a verb."""

_POINTERS = frozenset(("the", "a", "an", "your", "their", "his", "her", "its", "our", "this"))
_OBJECTS = frozenset(("them", "him", "us", "me", "others", "someone", "people"))
"""Whom a deed is done to: "help them grow"."""

_BEFORE_NOUNS = _POINTERS | {
    *("of", "in", "on", "at", "for", "from", "with", "by", "into", "and"),
    *("under", "over", "through", "without"),
}

_ADVERBS = frozenset(("ahead", "apart", "aside"))
_NO_ADVERBS = frozenset(("family", "supply", "assembly", "anomaly", "monopoly", "ally", "rally"))

_SUPERLATIVES = frozenset(
    ("biggest", "greatest", "hardest", "largest", "proudest", "toughest", "worst", "best", "finest")
)
"""How the question asks for a story; nothing to say in it."""


def own_phrases(asked: AskedText, book: CueBook) -> Iterator[str]:
    """Yield the content phrases of a question, the most telling first.

    Names of things that the lists know are kept whole ("inspector general", "next generation"),
    and what belongs to a deed ("went wrong") is none.
    """
    cues = [hit for hit in book.read(asked.terms) if hit.last > hit.first]
    names = list(_names(asked, cues))
    taken = {n for span in (*names, *_deeds(asked, cues)) for n in range(span[0], span[1] + 1)}
    runs = [span for span in _runs(asked, taken) if max(_weights(asked, span)) >= 1.0]
    phrases = [(-max(1.0, _value(asked, span)), *span) for span in names]
    phrases.extend((-_value(asked, span), *span) for span in runs)
    yield from (" ".join(asked.quote(first, last)[0].split()) for _, first, last in sorted(phrases))


def _weights(asked: AskedText, span: tuple[int, int]) -> list[float]:
    return [weight(term.stem) for term in asked.terms[span[0] : span[1] + 1]]


def _value(asked: AskedText, span: tuple[int, int]) -> float:
    """Return how much a phrase tells: two telling words more than one, but not twice as much."""
    weights = _weights(asked, span)
    return sum(weights) / float(len(weights) ** 0.5)


def names_a_thing(asked: AskedText, first: int, last: int) -> bool:
    """Return whether words by their place name a thing: no deed, nobody's, begun by no "under"."""
    words = [_word_at(asked, n, of=first) for n in range(first, last + 1)]
    return (
        len(words) <= NAME_WORDS
        and words[0] not in _BEFORE_NOUNS
        and _SUBJECTS.union(_BEING, _POINTERS, _OBJECTS, ("",)).isdisjoint(words)
        and all(_may_stand(asked, n) for n in range(first, last + 1))
    )


def _names(asked: AskedText, cues: Sequence[CueHit]) -> Iterator[tuple[int, int]]:
    """Yield where things stand that the lists name in several words."""
    spans = {(hit.first, hit.last) for hit in cues if shows(hit.phrase, hit.weight)}
    spans |= {(first, last) for _, first, last in asked.things if first < last}
    reach = -1
    for first, last in sorted(spans, key=lambda span: (span[0], -span[1])):
        if first > reach and names_a_thing(asked, first, last):
            yield first, last
            reach = last


def _deeds(asked: AskedText, cues: Sequence[CueHit]) -> Iterator[tuple[int, int]]:
    """Yield where cues stand that begin with a deed in an empty word: "get to the bottom"."""
    for hit in cues:
        if not weight(asked.terms[hit.first].stem) and _is_deed(asked, hit.first):
            yield hit.first, hit.last


def _runs(asked: AskedText, taken: Container[int]) -> Iterator[tuple[int, int]]:
    """Yield the content words that stand side by side, as first and last term."""
    run: list[int] = []
    for number in range(len(asked.terms)):
        carries = number not in taken and _carries(asked, number)
        if carries and _joins(asked, run, number):
            run.append(number)
            continue
        if run:
            yield run[0], run[-1]
        run = [number] if carries else []
    if run:
        yield run[0], run[-1]


def _joins(asked: AskedText, run: Sequence[int], number: int) -> bool:
    terms = asked.terms
    return 0 < len(run) < PHRASE_WORDS and terms[number].run == terms[run[-1]].run


def _carries(asked: AskedText, number: int) -> bool:
    return bool(weight(asked.terms[number].stem)) and _may_stand(asked, number)


def _may_stand(asked: AskedText, number: int) -> bool:
    """Return whether a word may stand in a phrase to weave in: no filler, no deed, no "best"."""
    word = _word_at(asked, number, of=number)
    plain = number not in asked.filler and word not in _SUPERLATIVES | _ADVERBS
    return plain and not _is_deed(asked, number)


def _is_deed(asked: AskedText, number: int) -> bool:
    """Return whether a word is a verb by its place ("you ran", "changes the scope") or an adverb.

    A deed of the question is nothing to weave in: what it is done to is.
    """
    word = _word_at(asked, number, of=number)
    before = _word_at(asked, number - 1, of=number)
    if before in _SUBJECTS or (before in _BEING and word.endswith(("ed", "ing"))):
        return True
    if word.endswith("ly") and word not in _NO_ADVERBS:
        return True
    return _word_at(asked, number + 1, of=number) in _POINTERS and before not in _BEFORE_NOUNS


def _word_at(asked: AskedText, number: int, *, of: int) -> str:
    """Return a neighbouring word in lower case; nothing across punctuation."""
    terms = asked.terms
    if not 0 <= number < len(terms) or terms[number].run != terms[of].run:
        return ""
    return asked.quote(number, number)[0].casefold()
