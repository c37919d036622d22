"""Clauses: the pieces of a told part that can stand alone as a cue, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sesbank.domain.text import fold, word_count
from sesbank.sheet.wordlists import one_by_one

MOST_WORDS = 12
"""Words a cue may have at most."""

_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bNo\.)(?<!\bvs\.)(?<=[.!?。！？])"
    r"[\"”’)\]]*\s+|\s*[\n;]+\s*|\s*•\s*",
)
_BREAK = re.compile(
    r",\s+|\s+[-–—]{1,2}\s+|:\s+|\s*[()\[\]]\s*|(?<=\w)(?:—|--)(?=\w)"
    r"|\s+(?=(?:and|but|so|which|while|because|where|when|until|after|before|then|who|although"
    r"|whereas|since|by|including|resulting|despite|through)\s)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:and|but|so|then|also|thus|therefore|as\s+a\s+result|in\s+addition|finally|first"
    r"|second|next|however|ultimately|additionally|subsequently|specifically)\b[\s,:]*"
    r"|I(?:\s+(?:also|then|personally|first|immediately|successfully|was\s+able\s+to))?(?=\s)\s+"
    r"|I['’](?:ve|d|m)\s+|[-•*·–—]\s+)",
    re.IGNORECASE,
)
_BAD_END = one_by_one(
    "a an the and or but nor of in to with for on by at from as into over under between among "
    "through during before after until than per via about against within without toward towards "
    "its their his her our your my this that these those which who whose is are was were be been "
    "being has have had will would could should may can not very more most every each all both "
    "some any no so if when while where because including such i we it they",
)
_JOINING = one_by_one(
    "and or of in to for with on by at from as that",
)
_EDGE = ' \t\n,;:.–—-•*·"“”'


class Clause(NamedTuple):
    """A piece of a part."""

    text: str
    """One line, without what leads in, at most twelve words."""
    opens: bool
    """Whether it begins its sentence."""
    closes: bool
    """Whether it ends where its sentence ends."""
    cut: bool
    """Whether it had to be cut inside a clause."""
    order: int
    """Which sentence of the part it is from."""


def clauses(text: str) -> Iterator[Clause]:
    """Yield what of a part can stand as a cue, in order; long clauses are cut at a good word."""
    for order, sentence in enumerate(_split(_SENTENCE_END, text)):
        pieces = _pieces(sentence)
        for first in range(len(pieces)):
            yield from _from(sentence, pieces, first, order)


def words_in(text: str) -> int:
    """Return how many words a reader counts, the larger of two ways: "$1.2B" is one or two."""
    return max(word_count(text), len(text.split()))


def ends_well(text: str) -> bool:
    """Whether a text does not stop on a preposition, an article or a bare number."""
    last = text.split()[-1].strip(_EDGE) if text.split() else ""
    return bool(last) and fold(last) not in _BAD_END and not last.replace(",", "").isdigit()


def _from(sentence: str, pieces: list[tuple[int, int]], first: int, order: int) -> Iterator[Clause]:
    start = pieces[first][0]
    for last in range(first, len(pieces)):
        stands = _standing(sentence[start : pieces[last][1]])
        if words_in(stands) > MOST_WORDS:
            if last == first:
                yield Clause(_cut(stands), first == 0, closes=False, cut=True, order=order)
            return
        if stands:
            yield Clause(stands, first == 0, last == len(pieces) - 1, cut=False, order=order)


def _split(pattern: re.Pattern[str], text: str) -> list[str]:
    return [piece for piece in pattern.split(text) if piece and piece.strip()]


def _pieces(sentence: str) -> list[tuple[int, int]]:
    """Return the clauses of a sentence as (start, end)."""
    found, start = [], 0
    for stop in _BREAK.finditer(sentence):
        if sentence[start : stop.start()].strip():
            found.append((start, stop.start()))
            start = stop.end()
    if sentence[start:].strip():
        found.append((start, len(sentence)))
    return found


def _standing(text: str) -> str:
    """Return a clause on one line without lead-in, leading "I" and outer punctuation."""
    line = " ".join(text.split()).strip(_EDGE)
    while found := _LEADING.match(line):
        line = line[found.end() :].strip(_EDGE)
    return line


def _cut(line: str) -> str:
    """Return the first words of a long clause, ending where a reader can stop."""
    kept = line.split()[:MOST_WORDS]
    while len(kept) > 1 and words_in(" ".join(kept)) > MOST_WORDS:
        kept.pop()
    whole = " ".join(kept)[:160]
    soft = [at for at in range(6, len(kept)) if fold(kept[at]) in _JOINING]
    kept = kept[: soft[-1]] if soft else kept
    while len(kept) > 2 and (not ends_well(" ".join(kept)) or kept[-1].endswith("ing")):
        kept.pop()
    best = " ".join(kept)[:160].strip(_EDGE)
    return best if ends_well(best) else whole.strip(_EDGE)
