"""Where sentences and lines begin in the stream, line breaks lost or not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from sesbank.domain.sentences import shortens

_END = re.compile(r"(?<![.?!])[.?!]++[\"')\]]*+[ \n]|(?P<line>\n)")
_ASIDE = re.compile(
    r"(?<=[.?!] )(?!\((?:Desir|Prefer|Option|Requir|Mandat)\w+\))"
    r"\([A-Z][^()]{1,200}\)[ \n]+(?=[A-Z•])"
)
_JOINED = re.compile(r"(?<=[a-z)])[.;:?!](?=[A-Z](?:[a-z]|[A-Z]{3,}\b| (?=[a-z])))")
_UNFINISHED = re.compile(
    r"(?:[,&/]|\b(?:of|the|and|or|for|in|to|with|a|an|by|on|at|from|as|that|which|its"
    r"|their|our|your|OF|THE|AND|OR|FOR|TO|WITH))$",
)
_LAST = frozenset(",&/fedrnohaytmsFEDROH")
"""The last characters of what ends so, which most lines have none of."""
_FIGURES = frozenset("$0123456789")
_ADDRESS = re.compile(r"(?:://|\bwww\.)\S*$")
_FIGURE = re.compile(r"\$?\d[\d,.]*\d(?:,\d{3}|\d)?(?![.)\d])[ ]")
_BULLET = re.compile(r"[•*]|[-o] ")


def sentence_starts(text: str) -> list[int]:
    """Return the offsets where a sentence or a line of its own begins, 0 first."""
    starts = {0}
    for found in _END.finditer(text):
        ends_line = "\n" in found.group()
        if found["line"] is not None:
            if _line_goes_on(text, found.start(), found.end()):
                continue
        elif not ends_line and _goes_on(text, found.start(), found.end()):
            continue
        starts.add(found.end())
    starts.update(found.end() for found in _ASIDE.finditer(text))
    starts.update(found.end() for found in _JOINED.finditer(text))
    return sorted(start for start in starts if start < len(text))


def _goes_on(text: str, stop: int, begin: int) -> bool:
    """Whether the full stop at `stop` ends no sentence."""
    following = text[begin : begin + 1]
    if following.islower() and text[begin : begin + 2] != "o ":
        return True
    return shortens(text, stop)


def _line_goes_on(text: str, stop: int, begin: int) -> bool:
    """Whether the line break at `stop` only wraps a sentence."""
    following, last = text[begin : begin + 1], text[stop - 1 : stop]
    if last not in _LAST and last != "-" and not (following.islower() or following in _FIGURES):
        return False
    if _BULLET.match(text, begin):
        return False
    if last == "-" or ends_unfinished(text, stop):
        return True
    if last.islower() and _FIGURE.match(text, begin):
        return True
    return following.islower() and last not in ".;:?!"


def ends_unfinished(text: str, end: int) -> bool:
    """Whether a line that ends at an offset ends inside a sentence: with "of the", with a comma.

    The slash at the end of a web address is no such sign.
    """
    if text[end - 1 : end] not in _LAST or not _UNFINISHED.search(text, max(end - 12, 0), end):
        return False
    return text[end - 1] != "/" or _ADDRESS.search(text, max(end - 200, 0), end) is None


def sentence_at(starts: Sequence[int], offset: int) -> int:
    """Return where the sentence that holds an offset begins."""
    place = bisect_right(starts, offset) - 1
    return starts[place] if place >= 0 else 0


def next_sentence(starts: Sequence[int], offset: int, end: int) -> int:
    """Return where the sentence behind the one at an offset begins, at most `end`."""
    place = bisect_right(starts, offset)
    return min(starts[place], end) if place < len(starts) else end


def cut_sentences(starts: Sequence[int], start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences between two offsets as (start, end) pairs."""
    first, last = bisect_right(starts, start), bisect_left(starts, end)
    edges = [start, *starts[first:last], end]
    return [(a, b) for a, b in pairwise(edges) if b > a]
