"""A requirement split into its demands: each a stretch of it that can be met or left open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.domain.demands import DemandPart
from sesbank.matching.common_words import filler_spans, weight
from sesbank.matching.stems import read_terms

MOST = 8
"""How many demands a requirement is split into at most; the last then holds the rest."""

_CUT = re.compile(
    r"(?P<hard>(?<=[.?!])\s+(?=[A-Z(•*-])|\s*;\s*(?:and\b|or\b)?\s*|\s*\n\s*|\s*[•‣▪]\s*)"
    r"|(?P<list>\s*,?\s+(?:including|as\s+well\s+as)\s+|(?<=\w)\s*:\s+"
    r"|\s*,?\s+and\s+(?=(?:[a-z]+ing|of|in|how|to|the|an?|ability|knowledge|experience|skills?)\b)"
    r"|\s*,\s+(?=[a-z]+ing\s))"
)
"""Stretches are cut at sentences, semicolons and bullets, and where a further phrase begins that
can stand alone; commas between adjectives and names cut nothing."""

_HEAVY = 0.2
"""What a word must weigh to tell something."""


def split_demands(text: str) -> tuple[DemandPart, ...]:
    """Return the demands of a requirement in order; one that cannot be split is its only demand.

    A part has at least two telling words; a list of single words ("people, money and space")
    stays together.
    """
    edges = [0]
    stops: dict[int, int] = {}
    for found in _CUT.finditer(text):
        if _apart(text, edges[-1], found):
            stops[edges[-1]] = found.start()
            edges.append(found.end())
    spans = [(start, stops.get(start, len(text))) for start in edges]
    parts = [_trimmed(text, *span) for span in _merged(text, spans)]
    return tuple(DemandPart(text[a:b], a, b) for a, b in _few(parts) if b > a)


def _apart(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether what stands on both sides of a cut can each be met alone."""
    if found["hard"] is not None:
        return _telling(text, start, found.start()) >= 1
    following = _CUT.search(text, found.end())
    end = following.start() if following else len(text)
    return _telling(text, start, found.start()) >= 2 and _telling(text, found.end(), end) >= 2


def _telling(text: str, start: int, end: int) -> int:
    """Return how many words of a stretch say something of their own."""
    part = text[start:end]
    spans = list(filler_spans(part))
    return len(
        {
            term.stem
            for term in read_terms(part)
            if weight(term.stem) >= _HEAVY
            and not any(a <= term.start and term.end <= b for a, b in spans)
        }
    )


def _merged(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches; one without any telling word goes with the one behind or before it."""
    kept: list[tuple[int, int]] = []
    begin: int | None = None
    for start, end in spans:
        first = start if begin is None else begin
        if _telling(text, first, end):
            kept.append((first, end))
            begin = None
        elif kept:
            kept[-1] = (kept[-1][0], end)
        else:
            begin = first
    yield from kept or [(0, len(text))]


def _few(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if len(parts) <= MOST:
        return parts
    return [*parts[: MOST - 1], (parts[MOST - 1][0], parts[-1][1])]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start : start + 2] == "o " or _is_sign(text[start])):
        start += 1
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in "\"')%”’":
        end -= 1
    return start, end


def _is_sign(character: str) -> bool:
    return not character.isalnum() and character not in "\"'($“‘"
