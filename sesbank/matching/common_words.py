"""Common words: what carries no evidence, and what carries little.

The bank alone cannot tell them: with three stories every word looks rare. So both lists are
shipped. They are about how executives and panels talk in general, not about any posting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from sesbank.matching.stems import stem


def _stems(name: str) -> frozenset[str]:
    text = files("sesbank.matching").joinpath(f"data/{name}").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(stem(word) for line in lines for word in line.split())


EMPTY = _stems("empty_words.txt")
"""Stems that are evidence of nothing."""

GENERAL = _stems("general_words.txt") - EMPTY
"""Stems so usual in this field that they say little."""

PLAIN = _stems("plain_words.txt") - EMPTY - GENERAL
"""Stems of plain English that are no subject matter: "prepare", "believe", "bring"."""

FAINT = _stems("faint_words.txt")
"""Stems that alone show no competency in a story, whatever a cue list says of them."""

HANGING = _stems("hanging_words.txt")
"""Stems a phrase quoted from a story must not begin or end with."""

INNER = _stems("inner_words.txt")
"""Stems that may stand inside a phrase of a story without changing it."""

GENERAL_WEIGHT = 0.2
"""What a general stem weighs beside a telling one."""

_FILLER = re.compile(
    r"""
    \b(?:
      (?:please\s++)?
        (?:describe|provide|give|tell|share|relate|recall|discuss|explain|think\s++(?:of|about)|walk)
        (?:\s++(?:us|me))?(?:\s++(?:about|of|through|with))?
        (?:\s++(?:a|an|one|the|your|any|some|specific|recent|brief|statement|describing|detailed))*
        (?:\s++(?:time|situation|examples?|instance|occasion|circumstance|experience|project))?
        (?:\s++(?:when|where|in\s++which|that|of|in|with))?(?:\s++(?:you|your))?(?:\s++had\s++to)?
    | (?:ability|abilities|skill|skills)\s++(?:to|in)
    | (?:demonstrated|demonstrable|extensive|proven|significant|broad
        |progressively\s++responsible)\s++
        (?:(?:executive|senior|leadership|professional|technical|level)[\s-]++)*
        (?:experience|ability|knowledge|expertise|skills?|success)
    | (?:that\s++|which\s++)?you\s++(?:have\s++|had\s++)?(?:led|managed|directed|handled|faced)
    | years?\s++of\s++experience | lessons?\s++learn(?:ed|t)
    | what\s++(?:was|were)\s++the\s++(?:outcome|result)s?
    | (?:how|what)\s++(?:did|do|would|have|has|was|were)\s++(?:you|it|they)
        (?:\s++(?:do|handle|go\s++about|deal\s++with))?
    | next\s++time | do\s++differently | of\s++the\s++(?:position|organization)
    | (?:at\s++)?(?:the\s++)?(?:executive|senior)[\s-]++(?:management\s++)?level
    )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def filler_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of turns of phrase that every question and posting is made of."""
    for found in _FILLER.finditer(text):
        yield found.span()


@lru_cache(maxsize=200_000)
def weight(stem_: str) -> float:
    """Return what a stem weighs before the bank is looked at: 0 for empty, 1 for telling."""
    if stem_ in EMPTY or len(stem_) < 2 or stem_.isdigit():
        return 0.0
    return GENERAL_WEIGHT if stem_ in GENERAL or stem_ in PLAIN else 1.0
