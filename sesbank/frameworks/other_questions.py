"""Questions that probe no ECQ: what panels ask beside their stories, shipped to practice with."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sesbank.domain.question_kinds import QuestionKind

FILE = Path(__file__).parent / "data" / "other_questions.txt"


@cache
def other_questions() -> dict[QuestionKind, tuple[str, ...]]:
    """Return the shipped questions of each kind that a panel's ECQs do not cover, in file order."""
    found: dict[QuestionKind, tuple[str, ...]] = {}
    kind = QuestionKind.STORY
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = QuestionKind(line.strip("[]"))
        elif line and not line.startswith("#"):
            found[kind] = (*found.get(kind, ()), line)
    return found
