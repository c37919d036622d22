"""Drilled: one question of a drill with the stories that may answer it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from sesbank.domain.evidence import QuestionReading
from sesbank.domain.rehearsal import Rehearsal
from sesbank.domain.story import Story
from sesbank.domain.telling_course import Course
from sesbank.session import asking
from sesbank.session.counsel import Counsel, counsel
from sesbank.session.opened import Session
from sesbank.session.rehearsing import Due

_MOST = 5
"""Stories to choose from."""


class Shown(NamedTuple):
    """What a drill shows of one question."""

    due: Due
    story: Story | None
    of: int
    """How many stories answer it."""
    place: int
    counsel: tuple[Counsel, ...]
    looking: bool
    """Whether the story that answers is still being looked for."""


class Drilled:
    """What is known of the question at hand; the stories may be looked for in the background."""

    def __init__(self, session: Session, framework: str, due: Due | None) -> None:
        self._session = session
        self._framework = framework
        self.due = due
        """None once all was asked."""
        self.place = 0
        """Which of the stories is to be told."""
        self.looking = due is not None and not due.story
        self._ids: tuple[str, ...] = (due.story,) if due and due.story else ()
        self._counsel: tuple[Counsel, ...] = ()

    def look(self) -> QuestionReading | None:
        """Find the stories that answer, the best first."""
        if self.due is None:
            return None
        reading = asking.ask(self._session, self.due.question, framework=self._framework)
        self._ids = tuple(match.story for match in reading.stories[:_MOST])
        self._counsel = counsel(self._session, reading)
        return reading

    @property
    def story(self) -> Story | None:
        """The story to tell, None where none answers."""
        chosen = self._ids[self.place] if self.place < len(self._ids) else ""
        return self._session.bank.stories.get(chosen)

    @property
    def cues(self) -> Mapping[str, tuple[str, ...]]:
        """What stands on its card, by part."""
        story = self.story
        return asking.card_cues(story) if story else {}

    @property
    def shown(self) -> Shown:
        """What is shown of it; asked for only while there is a question."""
        assert self.due is not None
        return Shown(self.due, self.story, len(self._ids), self.place, self._counsel, self.looking)

    def why_no_other(self, step: int) -> str:
        """Return why there is no story so many places on, empty where there is."""
        if self.looking:
            return "The story is still being looked for."
        if self.due is not None and self.due.story:
            return "This is about one story alone."
        if self.place + step < 0:
            return "This is the best story for the question."
        return "" if self.place + step < len(self._ids) else "No further story answers this."


class Noted(NamedTuple):
    """An answer of the drill that is noted in the bank."""

    at: int
    story: str
    answer: Rehearsal
    course: Course
    drilled: Drilled

    def now(self, session: Session) -> Rehearsal | None:
        """Return it as it stands in the bank, with its note; None where it does not."""
        story = session.bank.stories.get(self.story)
        without = replace(self.answer, note="")
        kept = reversed(story.rehearsed) if story else ()
        return next((each for each in kept if replace(each, note="") == without), None)
