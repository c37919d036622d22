"""Telling reasons: whether a piece of evidence says anything by itself.

"Office" and "led" stand in nearly every story, so sharing one of them connects nothing, however
few others the bank holds.
"""

from __future__ import annotations

from sesbank.domain.evidence import Reason, ReasonKind
from sesbank.matching.common import weight
from sesbank.matching.concepts import concept_phrases
from sesbank.matching.cuebook import LEAST_SAID
from sesbank.matching.stems import stems_of


def tells(reason: Reason) -> bool:
    """Return whether one of its sides has a telling word, or two usual ones together.

    What shows a competency, what vectors place together and what the person mapped was held
    against more than the words of one place, and tells by itself.
    """
    if reason.kind in (ReasonKind.WORDS, ReasonKind.STEM) or concept_phrases(reason.note):
        return max(_told(reason.asked), _told(reason.said)) >= LEAST_SAID
    return True


def _told(text: str) -> float:
    return sum(weight(stem) for stem in dict.fromkeys(stems_of(text)))
