"""Verdicts: a score in a word.

A score is the share of what is asked that a story's words meet, so the thresholds mean the same
for any bank. They were set on stories and requirements written for this project and checked on
real ones: where a coach would choose a story first, the score is mostly "good" or better.
"""

from __future__ import annotations

from sesbank.domain.evidence import Verdict

STRONG = 0.50
GOOD = 0.32
FAIR = 0.18

PROPOSED = 0.10
"""Below this a story is listed, but never proposed in the slate."""

LISTED = 0.02
"""Below this the evidence is no more than chance, and the story is not listed."""


def verdict(score: float) -> Verdict:
    """Return the word for a score."""
    if score >= STRONG:
        return Verdict.STRONG
    if score >= GOOD:
        return Verdict.GOOD
    return Verdict.FAIR if score >= FAIR else Verdict.WEAK
