"""Verdicts: a score in a word.

A score is the share of what is asked that a story's words meet, so the thresholds mean the same
for any bank. They are set where real and invented cases part: of stories that a coach would
choose first for a technical qualification two in five are strong and two in three at least good;
of those that do not fit none is strong and one in thirty is good. Between them the words
overlap, so a verdict is a pointer and the reasons are what counts.
"""

from __future__ import annotations

from sesbank.domain.evidence import Verdict

STRONG = 0.36
GOOD = 0.22
FAIR = 0.14

PROPOSED = 0.12
"""Below this a story is listed, but never proposed for an ECQ."""

PROPOSED_TECHNICAL = GOOD
"""The same for a technical qualification: it is passed or failed, so a weak story fails it."""

LISTED = 0.02
"""Below this the evidence is no more than chance, and the story is not listed."""

USUAL_ONLY = FAIR
"""The same where only usual words are shared ("office", "led"): any story has some of them."""


def verdict(score: float) -> Verdict:
    """Return the word for a score."""
    if score >= STRONG:
        return Verdict.STRONG
    if score >= GOOD:
        return Verdict.GOOD
    return Verdict.FAIR if score >= FAIR else Verdict.WEAK
