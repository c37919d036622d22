"""Profiles: how much of a story is about each competency of a framework.

The words of a story are held against the cue lists of every competency (BM25). What counts is
the share of one competency beside the others: a long story that touches everything is about
nothing in particular, so more words win nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from sesbank.matching.bm25 import WordBags
from sesbank.matching.common_words import weight
from sesbank.matching.cuebook import Home

Profile = Mapping[Home, float]
"""What part of a text is about each home, 0 to 1; the squares sum to 1."""


def profile_of(stems: Iterable[str], bags: WordBags[Home]) -> Profile:
    """Return the profile of a text by its distinct telling stems."""
    scores = bags.scores({stem: weight(stem) for stem in stems})
    length = math.sqrt(sum(value * value for value in scores.values()))
    return {home: value / length for home, value in scores.items()} if length else {}
