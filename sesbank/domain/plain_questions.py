"""Plain questions: those that could be put to anybody, told from those about one field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

_WORD = re.compile(r"[a-z']+")
_FOR_A_STORY = re.compile(
    r"(?:tell|describe|give|walk|talk|share|have you|what have you|what did you|when did you"
    r"|when have you)\b",
    re.IGNORECASE,
)


def plainness(questions: Iterable[str]) -> Callable[[str], tuple[bool, float]]:
    """Return the key that sorts questions by how plain they are among all those given.

    What asks for something that was done comes first; then what has fewer and more common words.
    "Airlift" stands in few questions, "a time you changed" in many.
    """
    times = Counter(word for question in questions for word in _words(question))

    def key(question: str) -> tuple[bool, float]:
        rare = sum(1 / max(times[word], 1) for word in sorted(_words(question)))
        return not _FOR_A_STORY.match(question), rare

    return key


def _words(question: str) -> set[str]:
    return set(_WORD.findall(question.casefold()))
