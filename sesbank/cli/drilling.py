"""Drilling: asks one question after the other on the terminal, times what is told, notes grades."""

from __future__ import annotations

import contextlib
import shlex
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from sesbank import locations
from sesbank.cli.bank import rehearsal_line
from sesbank.cli.printing import note, say, say_all, width
from sesbank.cli.tables import clock, indented
from sesbank.domain.telling_course import WHOLE, Course, shares, shares_taken, steps_of
from sesbank.domain.text import counted, shorten, whole_number
from sesbank.errors import NotFoundError, SesbankError

if TYPE_CHECKING:
    from sesbank.domain.evidence import QuestionReading
    from sesbank.domain.rehearsal import Rehearsal, Went
    from sesbank.domain.story import Story
    from sesbank.session import Session
    from sesbank.session.drilled import Drilled
    from sesbank.session.mock import Asked
    from sesbank.session.rehearsing import Due

_STOP = ("q", "quit")
_NO_STORY = "-"
_OFFERED = 3
_BEGINS = "Think, then Enter begins; n another story, p the one before, s leaves it out, q stops: "


class Drill:
    """Asks what it is given; each answer is saved at once."""

    def __init__(self, session: Session, framework: str, *, by_parts: bool, minutes: int = 0):
        """Have stories told part by part, or freely; with `minutes` as a mock interview."""
        self._session = session
        self._framework = framework
        self._by_parts = by_parts
        self._minutes = minutes
        self._begun = time.monotonic()

    def ask(self, asked: Sequence[Due]) -> tuple[Asked, ...]:
        """Ask one after the other until the person stops, and return what came of each."""
        from sesbank.session.mock import Asked

        results: list[Asked] = []
        try:
            for number, due in enumerate(asked, 1):
                say()
                say_all(self._head(due, f"{number} of {len(asked)}  "))
                results.append(Asked(due, *self._one(due)))
        except EOFError:
            say()
        return (*results, *(Asked(due, None) for due in asked[len(results) :]))

    def _head(self, due: Due, place: str) -> Iterator[str]:
        columns = width()
        if self._minutes:
            left = round(self._minutes * 60 - (time.monotonic() - self._begun))
            yield f"{clock(left)} left" if left >= 0 else f"{clock(-left)} over time"
        probes = f"{due.kind}  " if due.kind else ""
        yield from indented(due.question, columns, first=f"{place}{probes}")
        if due.last is not None:
            yield from indented(rehearsal_line(due.last), columns, first="Last time ")

    def _one(self, due: Due) -> tuple[Rehearsal | None, str]:
        """Have one answered; return the answer, None where none is noted, and the story's title."""
        if self._by_parts or due.story:
            return self._told_by_parts(due)
        return self._told_freely(due)

    def _told_freely(self, due: Due) -> tuple[Rehearsal | None, str]:
        started = time.monotonic()
        _answer("Answer aloud; Enter ends it, q stops: ")
        seconds = max(round(time.monotonic() - started), 1)
        say_all(indented(clock(seconds), width(), first="You took  "))
        reading = self._reveal(due.question)
        with self._told_how_to_note(due, lambda: seconds):
            story = self._story_told(reading)
        if story is None:
            return None, ""
        with self._told_how_to_note(due, lambda: seconds, story):
            written = clock(story.seconds_to_tell(self._session.settings.words_a_minute))
            say(f"“{shorten(story.title, 60)}” takes {written} as written.")
            self._go_on_asking(due, story)
            return self._graded(due, story, seconds), story.title

    def _reveal(self, question: str) -> QuestionReading:
        """Say what a question probed, how to answer it and which stories do; return it as read."""
        from sesbank.cli.asking import counsel_lines, question_lines
        from sesbank.session import asking
        from sesbank.session.counsel import counsel

        reading = asking.ask(self._session, question, framework=self._framework)
        for advice in counsel(self._session, reading):
            say_all(counsel_lines(advice))
        say_all(question_lines(self._session, reading, {}, _OFFERED))
        return reading

    def _story_told(self, reading: QuestionReading) -> Story | None:
        """Return the story the person told, None for none."""
        from sesbank.session import stories

        offered = [match.story for match in reading.stories[:_OFFERED]]
        first = "Enter for 1, " if offered else ""
        while True:
            said = _answer(f"Which story did you tell? A number, or a title; {first}- for none: ")
            if said == _NO_STORY or not (said or offered):
                return None
            number = whole_number(said or "1", len(offered))
            if number:
                return self._session.bank.stories[offered[number - 1]]
            try:
                return stories.get(self._session, said)
            except NotFoundError as error:
                note(str(error))

    def _told_by_parts(self, due: Due) -> tuple[Rehearsal | None, str]:
        drilled = self._looked_for(due)
        if not self._begins(drilled):
            return None, drilled.story.title if drilled.story and due.story else ""
        story = drilled.story
        course = Course(steps_of(story), time.monotonic())
        with self._told_how_to_note(due, lambda: course.seconds(time.monotonic()), story):
            for step in course.steps:
                say_all(_part_lines(step, drilled))
                _answer("Tell it; Enter ends it, q stops: ")
                course = course.on(time.monotonic())
        seconds = max(course.seconds(time.monotonic()), 1)
        say_all(_time_lines(course, story, self._session.settings.words_a_minute))
        with self._told_how_to_note(due, lambda: seconds, story):
            self._go_on_asking(due, story)
            if story is None:
                note("No story was told, so there is nothing to note it with.")
                return None, ""
            return self._graded(due, story, seconds, course), story.title

    def _looked_for(self, due: Due) -> Drilled:
        from sesbank.cli.asking import counsel_lines
        from sesbank.session.drilled import Drilled

        drilled = Drilled(self._session, self._framework, due)
        if drilled.looking:
            drilled.look()
            drilled.looking = False
        for advice in drilled.shown.counsel:
            say_all(counsel_lines(advice))
        return drilled

    def _begins(self, drilled: Drilled) -> bool:
        """Say the cue until the person begins with a story; return False where it is left out."""
        while True:
            say_all(_cue_lines(drilled))
            said = _answer(_BEGINS).casefold()
            if said not in ("n", "p"):
                return said != "s"
            step = 1 if said == "n" else -1
            why_not = drilled.why_no_other(step)
            if why_not:
                note(why_not)
            else:
                drilled.place += step

    def _go_on_asking(self, due: Due, story: Story | None) -> None:
        """In a mock interview ask what the panel goes on to ask, one after the other."""
        from sesbank.session.following_up import following_up

        if not self._minutes:
            return
        for question in following_up(self._session, due, story, self._framework):
            say_all(indented(question, width(), first="The panel goes on: ", rest="  "))
            _answer("Answer aloud; Enter ends it: ")

    def _graded(
        self, due: Due, story: Story, seconds: int, course: Course | None = None
    ) -> Rehearsal | None:
        """Ask how it went and save it; return the answer as saved, None where that is skipped."""
        from sesbank.domain.rehearsal import Rehearsal
        from sesbank.session import rehearsing

        went, remark = _how_it_went()
        if went is None:
            return None
        by_parts = course is not None and course.steps != (WHOLE,)
        parts = course.parts(time.monotonic()) if course is not None and by_parts else ()
        answer = Rehearsal(due.question, "", seconds, went, remark, parts)
        try:
            saved = rehearsing.note(self._session, story.id, answer)
        except SesbankError:
            noted = ("--note", remark) if remark else ()
            self._say_how_to_note(due.question, seconds, story, "--went", went.value, *noted)
            raise
        again = rehearsing.renewed(self._session, due).day
        say(f"Noted: {went.value}{f', due again on {again.isoformat()}' if again else ''}.")
        return saved.rehearsed[-1]

    @contextlib.contextmanager
    def _told_how_to_note(
        self, due: Due, seconds: Callable[[], int], story: Story | None = None
    ) -> Iterator[None]:
        """Say how an answer can still be noted where the person stops before it is."""
        try:
            yield
        except (EOFError, KeyboardInterrupt):
            told = seconds()
            if told and (story is not None or not due.story):
                say()
                self._say_how_to_note(due.question, told, story)
            raise

    def _say_how_to_note(self, question: str, told: int, story: Story | None, *graded: str) -> None:
        bank = self._session.path
        named = [] if bank == locations.bank_path() else ["--bank", str(bank)]
        of = story.id if story else "STORY"
        words = ["rehearse", *named, "--question", question, "--story", of, "--seconds", str(told)]
        command = shlex.join([*words, *(graded or ("--went", "well"))])
        say(f"Not noted: {clock(told)} told. To note it: sesbank {command}")


def summary_lines(asked: Sequence[Asked]) -> Iterator[str]:
    """Yield what came of a mock interview: times, grades, ECQs without an answer."""
    from sesbank.session.mock import unanswered

    columns = width()
    answers = [each.answer for each in asked if each.answer]
    told = clock(sum(answer.seconds for answer in answers))
    yield f"{len(answers)} of {counted(len(asked), 'question')} answered in {told}"
    for number, each in enumerate(asked, 1):
        went = rehearsal_line(each.answer) if each.answer else "no answer"
        title = f"{each.title}: " if each.title else ""
        yield from indented(f"{title}{went}", columns, first=f"{number} {each.due.kind}  ")
    missing = unanswered(asked)
    if missing:
        yield f"Without an answer: {', '.join(missing)}"


def _cue_lines(drilled: Drilled) -> Iterator[str]:
    columns, shown = width(), drilled.shown
    if shown.story is None:
        yield "No story of the bank answers it with its own words."
        return
    place = f" (story {shown.place + 1} of {shown.of})" if shown.of > 1 else ""
    yield from indented(f"{shown.story.title}{place}", columns, first="Cue  ")
    about = ", ".join(filter(None, (shown.story.role, shown.story.organisation)))
    if about:
        yield from indented(about, columns, first="     ")


def _part_lines(step: str, drilled: Drilled) -> Iterator[str]:
    columns, cues = width(), drilled.cues
    yield ""
    yield step.capitalize()
    for name in cues if step == WHOLE else (step,):
        for cue in cues.get(name, ()):
            yield from indented(cue, columns, first="- ")


def _time_lines(course: Course, story: Story | None, pace: int) -> Iterator[str]:
    """Yield how long each part took, its share, and the share the words of the text give it."""
    parts = course.parts(time.monotonic())
    if len(parts) > 1:
        taken, written = shares_taken(parts), shares(story) if story else {}
        for part in parts:
            of_text = f", of the text {written[part.part]}%" if part.part in written else ""
            yield f"{part.part.capitalize()}: {clock(part.seconds)}, {taken[part.part]}%{of_text}"
    told = clock(max(course.seconds(time.monotonic()), 1))
    as_written = f"; the text takes {clock(story.seconds_to_tell(pace))}" if story else ""
    yield f"You took {told}{as_written}."


def _how_it_went() -> tuple[Went | None, str]:
    """Return how it went and the note behind it; Enter alone notes nothing."""
    from sesbank.session.rehearsing import went_named

    while True:
        said = _answer(
            "How did it go? 1 badly, 2 fair, 3 well, 4 easily, with a note; Enter skips: "
        )
        named, _, remark = said.partition(" ")
        went = went_named(named)
        if went is not None or not said:
            return went, remark.strip()
        note(f"{shorten(named, 20)!r} is none of 1 to 4")


def _answer(prompt: str) -> str:
    """Return what the person types. Raises EOFError where that is the end."""
    said = input(prompt).strip()
    if said.casefold() in _STOP:
        raise EOFError
    return said
