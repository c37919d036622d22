"""What a question asks the meaning of: "what does merit mean to you when you hire?" asks of merit.

Where that is a word of an ECQ's name, or of a competency's, the question names it outright,
whatever else it speaks of.
"""

from __future__ import annotations

import re

from sesbank.domain.framework import Framework
from sesbank.matching.asked_text import AskedText
from sesbank.matching.common_words import weight
from sesbank.matching.stems import stems_of

_MEANT = re.compile(
    r"\bwhat\s++(?:does|do|would|did)\s++(?:the\s++(?:word|term|phrase|idea\s++of)\s++)?(?P<a>[^?.,;]{3,60}?)\s++means?\b"
    r"|\bwhat\s++do(?:es)?\s++you\s++(?:mean|understand)\s++(?:by|under)\s++(?P<b>[^?.,;]{3,60})"
    r"|\b(?:define|definition\s++of|understanding\s++of)\s++(?P<c>[^?.,;]{3,60})",
    re.IGNORECASE,
)
_MOST = 4
"""Words; what is longer is no name."""


def ecqs_meant(asked: AskedText, framework: Framework) -> frozenset[str]:
    """Return the ECQs whose name, or a competency's, says what is asked the meaning of."""
    wanted = {
        stem
        for found in _MEANT.finditer(asked.text)
        for said in filter(None, found.groups())
        for stem in stems_of(" ".join(said.split()[:_MOST]))
        if weight(stem) >= 1.0
    }
    if not wanted:
        return frozenset()
    return frozenset(
        ecq.code
        for ecq in framework.ecqs
        for name in (ecq.name, *(c.name for c in ecq.competencies))
        if wanted & set(stems_of(name))
    )
