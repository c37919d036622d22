"""Clauses: the stretches of a told part that can stand as a cue, word for word.

A stretch begins where its sentence begins or behind a strong boundary, and ends at one. Where
it has to stop elsewhere it ends with "…", so that the reader sees that something is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sesbank.domain.sentences import sentences
from sesbank.domain.text import fold, glance_count
from sesbank.sheet.grammar import (
    bare_words,
    counted,
    depends,
    has_verb,
    limits,
    reports,
    starts_clause,
    tells_deed,
)
from sesbank.sheet.wordlists import one_by_one

MOST_WORDS = 12
"""Words a cue may have at most."""
CUT_MARK = "…"
"""Ends a cue that stops before its clause does."""
_LONGEST = 160
"""Characters a cue may have."""

_BOUNDARY = re.compile(
    r";\s+|:\s+|\s+[–—]\s+|\s+--?\s+|(?<=\w)(?:—|--)(?=\w)|,\s+(?:and|but|so|yet)\s+", re.IGNORECASE
)
_PAUSE = re.compile(
    r",\s+|;\s+|:\s+|\s+[–—-]+\s+|\s+(?=\()|(?<=\))\s+|\s+(?=(?:and|but)\s+(\w+)\b)"
)
_BULLET = re.compile(r"^(?:[-•*·–—]\s+)+")
_LEAD = re.compile(
    r"^(?:(?:as\s+a\s+result|for\s+example|for\s+instance|in\s+addition|in\s+the\s+end"
    r"|because\s+of\s+(?:this|that)|additionally|consequently|finally|furthermore|moreover"
    r"|previously|therefore|ultimately),\s+)?"
    r"(?:(?:And|But|So)\s+(?=(?:then\s+)?(?:I|we|they|he|she|it|the|a|an|my|our|this|these)\s))?",
    re.IGNORECASE,
)
_MYSELF = re.compile(r"^(?:then\s+)?I\s+(?:then\s+|also\s+)?(?=\w)", re.IGNORECASE)
_SETTING = re.compile(
    r"^(?:during|throughout|following|given|over|as)\s[^,;:]{3,80},\s+(?=(?:I|we)\s)", re.IGNORECASE
)
"""What only sets the scene of a sentence: behind it the deed stands alone and says the same."""
_BAD_END = one_by_one(
    "a an the and or but nor of in to with for on by at from as into over under between among "
    "through during before after until than per via about against within without toward towards "
    "its their his her our your my this that these those which who whose is are was were be been "
    "being has have had will would could should may can not very more most every each all both "
    "some any no so if when while where because including such i we it they least up fewer less "
    "estimated nearly almost roughly approximately around only never what how did do does",
)
_ASKS_FOR_MORE = one_by_one(
    "ensure provide develop create make help support improve require include enable allow review"
)
"""Verbs that say nothing without what follows."""
_UNITS = one_by_one(
    "percent percentage points million billion trillion thousand days weeks months years hours "
    "minutes people staff employees a per each every of or to than out instead ago later",
)
_TIED = one_by_one("by not only about without unless except")
_TIMES = one_by_one("days weeks months years hours minutes")
_LONGEST_SENTENCE = 400
"""Characters read as one sentence: a longer one is no sentence, and is read piece by piece."""
_EDGE = ' \t\n,;:.–—-•*·"“”'


class Clause(NamedTuple):
    """A stretch of a part."""

    text: str
    """One line, at most twelve words; ends with "…" where it was cut."""
    cut: int
    """How hard it was cut: 0 not, 1 at a pause, 2 inside a clause."""
    opens: bool
    """Whether it begins its sentence."""
    loses: bool
    """Whether what was cut off denies or narrows something."""
    order: int
    """Which sentence of the part it is from."""
    rest: str = ""
    """What of the stretch a cut left away, as told."""


def clauses(text: str) -> Iterator[Clause]:
    """Yield what of a part can stand as a cue, in order."""
    for order, sentence in enumerate(sentences_in_reach(text)):
        stops = _stops(sentence)
        scene = _SETTING.match(sentence)
        starts = [0, *([scene.end()] if scene else [])]
        for start in [*starts, *(end for _, end in stops if _may_start(sentence, end))]:
            later = [at for at, _ in stops if at > start] + [len(sentence)]
            yield from _from(sentence, start, later, order)


def sentences_in_reach(text: str) -> Iterator[str]:
    """Yield the sentences, each on one line; what runs on and on in pieces that end at a mark."""
    for start, end in sentences(text):
        sentence = _BULLET.sub("", " ".join(text[start:end].split()))
        while len(sentence) > _LONGEST_SENTENCE:
            near = sentence[:_LONGEST_SENTENCE]
            at = max(near.rfind(mark) for mark in (";", ":", ",")) + 1 or near.rfind(" ") + 1
            yield sentence[: at or _LONGEST_SENTENCE].rstrip()
            sentence = sentence[at or _LONGEST_SENTENCE :].lstrip()
        yield sentence


def words_in(text: str) -> int:
    """Return how many words a reader counts."""
    return glance_count(text)


def ends_well(text: str) -> bool:
    """Whether a text does not stop on a preposition, an article or a bare number."""
    last = text.split()[-1].strip(_EDGE) if text.split() else ""
    return bool(last) and fold(last) not in _BAD_END and not counted(last)


def _stops(sentence: str) -> list[tuple[int, int]]:
    """Return the strong boundaries of a sentence as (end of the head, start of the rest)."""
    return [
        (found.start(), found.end())
        for found in _BOUNDARY.finditer(sentence)
        if has_verb(sentence[: found.start()])
        and (found.group()[0] == ":" or starts_clause(sentence[found.end() :]))
    ]


def _may_start(sentence: str, at: int) -> bool:
    head, rest = sentence[:at], sentence[at:]
    loose = head.rstrip().endswith(";")
    return starts_clause(rest) and (loose or not (depends(sentence) or reports(head)))


def _from(sentence: str, start: int, stops: list[int], order: int) -> Iterator[Clause]:
    """Yield the whole stretches from a start, and where the last is too long its cut."""
    for stop in stops:
        text, rest = _standing(sentence[start:stop]), sentence[stop:]
        if not text:
            continue
        if words_in(text) > MOST_WORDS or len(text) > _LONGEST:
            yield _cut(_standing(sentence[start:]), start == 0, order)
            return
        shown = bool(rest) and _must_show(sentence, stop)
        text = text.rstrip("!?") + CUT_MARK if shown else text
        yield Clause(text, int(shown), start == 0, shown and limits(rest), order)


def _must_show(sentence: str, stop: int) -> bool:
    """Whether a reader would be misled by a silent end here."""
    between = _BOUNDARY.match(sentence, stop)
    joined = between.group().strip(" ,").casefold() if between else ""
    rest = sentence[between.end() if between else stop :]
    if joined == ":":
        return limits(" ".join(rest.split()[:3])) or depends(sentence)
    return joined in ("but", "yet") or limits(rest) or (joined != ";" and depends(sentence))


def _standing(text: str) -> str:
    """Return a stretch without what leads in and without the marks at its end."""
    line = text.strip().lstrip(",;:. ")
    line = _without_me(_LEAD.sub("", line, count=1) or line)
    trimmed = line.rstrip(" ,;:.–—-")
    dotted = line[len(trimmed) :].startswith(".") and re.search(r"(?:^|\W)\w(?:\.\w)+$", trimmed)
    return trimmed + "." if dotted else trimmed


def _without_me(line: str) -> str:
    """Return a deed without its "I"; "I was", "I do" and "I and the board" keep it."""
    found = _MYSELF.match(line)
    if not found:
        return line
    rest = line[found.end() :]
    words = [*bare_words(rest)[:2], "", ""]
    deed = words[1] if words[0].endswith("ly") else words[0]
    return rest if tells_deed(deed) else line


def _cut(line: str, opens: bool, order: int) -> Clause:
    """Return the first words of a long stretch, ending at a pause or else at a good word."""
    pauses = [
        found.start() for found in _PAUSE.finditer(line) if not found[1] or has_verb(found[1])
    ]
    for at in reversed(pauses):
        kept = line[:at].rstrip(" ,;:.–—-")
        if 4 <= words_in(kept) <= MOST_WORDS and len(kept) < _LONGEST and has_verb(kept):
            return Clause(kept + CUT_MARK, 1, opens, limits(line[at:]), order, line[len(kept) :])
    kept = _at_a_word(line)
    rest = line[len(kept) :]
    return Clause(kept + CUT_MARK, 2, opens, limits(rest), order, rest)


def _hangs(words: list[str]) -> bool:
    """Whether the last word asks for what follows: "requiring", "to ensure"."""
    last = fold(words[-1].strip(_EDGE))
    return (last.endswith("ing") and len(last) > 5) or last in _ASKS_FOR_MORE


def _at_a_word(line: str) -> str:
    words = line.split()
    most = min(MOST_WORDS, len(words))
    while most > 1 and words_in(" ".join(words[:most])) > MOST_WORDS:
        most -= 1
    for count in range(most, 2, -1):
        kept, after = (
            " ".join(words[:count]),
            "".join(bare_words(" ".join(words[count : count + 1]))),
        )
        joined = {"and", "or", "but"}.intersection(words[max(count - 2, 0) : count])
        timed = after == "of" and fold(words[count - 1]) in _TIMES
        split = after in _UNITS and not timed and any(map(counted, words[:count]))
        if ends_well(kept) and not (joined or split or after in _TIED or _hangs(words[:count])):
            return kept[: _LONGEST - 1].rstrip(" ,;:.–—-")
    return " ".join(words[:most])[: _LONGEST - 1].rstrip(" ,;:.–—-")
