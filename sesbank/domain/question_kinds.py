"""Kinds of panel questions: what each wants to hear, and how to answer it.

Beside stories panels ask for a self-introduction, for motivation and fit, for strengths, for plans,
for what one would do, and for one's own questions at the end. Names and advice are in our words.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class QuestionKind(StrEnum):
    """What a part of a question asks for."""

    STORY = "story"
    """Something that happened, or how the person goes about something: a story answers."""
    SITUATION = "situation"
    """What one would do in a case that is put."""
    INTRODUCTION = "introduction"
    MOTIVATION = "motivation"
    """Why this position, and why this person."""
    STRENGTHS = "strengths"
    """Strengths and weaknesses, and what others say of the person."""
    PRIORITIES = "priorities"
    """Plans and priorities for the office asked about."""
    CLOSING = "closing"
    """The person's own questions, and what is left to say."""


ECQ_ASKED = frozenset({QuestionKind.STORY, QuestionKind.SITUATION})
"""Kinds that probe an ECQ; the others claim none by words that only happen to stand in them."""

WITHOUT_STORY = frozenset({QuestionKind.INTRODUCTION, QuestionKind.CLOSING})
"""Kinds that no story answers."""

KIND_NAMES = {
    QuestionKind.STORY: "A story",
    QuestionKind.SITUATION: "What you would do",
    QuestionKind.INTRODUCTION: "Who you are",
    QuestionKind.MOTIVATION: "Why you, and why here",
    QuestionKind.STRENGTHS: "Strengths and weaknesses",
    QuestionKind.PRIORITIES: "Your plans for the office",
    QuestionKind.CLOSING: "Your turn at the end",
}

ADVICE = {
    QuestionKind.STORY: "",
    QuestionKind.SITUATION: (
        "Say step by step how you would go about it, then tell a story that proves you can."
    ),
    QuestionKind.INTRODUCTION: (
        "Two minutes at most: where you stand, what you have led with one figure, why you are here."
    ),
    QuestionKind.MOTIVATION: (
        "Give two or three reasons that fit this office, each with a result of yours behind it."
    ),
    QuestionKind.STRENGTHS: (
        "Name one and prove it with a short story; of a weakness say what you do about it."
    ),
    QuestionKind.PRIORITIES: (
        "Listen first, then two or three goals out of the posting's duties and how you would "
        "measure them; a story shows that you have done the like."
    ),
    QuestionKind.CLOSING: "Ask one or two questions of your own, then say in a sentence why you.",
}
"""How to answer each kind, in one sentence; nothing for a story, which CCAR tells already."""

INSTEAD = {
    QuestionKind.SITUATION: (
        "No story has the words of this case. Say the steps you would take, then tell what you "
        "have led that comes nearest."
    ),
    QuestionKind.MOTIVATION: (
        "This asks for reasons, not for a story. Take two or three duties or goals out of the "
        "posting and say of each what draws you and which result of yours fits it."
    ),
    QuestionKind.STRENGTHS: (
        "A strength is proved by the story that shows it best: choose one the posting asks for. "
        "For a weakness tell where you were told of it, or what it cost, and what you do about it "
        "since; mark a story as a setback and it stands here."
    ),
    QuestionKind.PRIORITIES: (
        "This asks for plans, not for a story. Begin with whom you would listen to, take the goals "
        "out of the posting's duties, and close with an office you have led through the like."
    ),
}
"""What to do where no story's words answer a kind, in place of a story."""


class Keeping(NamedTuple):
    """Where a vacancy keeps what a kind is answered with."""

    name: str
    """What `sesbank prepare` calls it."""
    said: str
    """The beginning of a sentence that tells where it is kept."""


KEPT = {
    QuestionKind.INTRODUCTION: Keeping("opening", "An opening line is"),
    QuestionKind.CLOSING: Keeping("question", "Your questions are"),
}
"""The kinds whose answer is kept with a vacancy."""
