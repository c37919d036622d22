"""Drill: one question after the other: a cue, the story told part by part, how it went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType

from sesbank.domain.bank import Act
from sesbank.domain.rehearsal import Rehearsal, Went
from sesbank.domain.telling_course import WHOLE, Course, steps_of
from sesbank.session import Session, rehearsing
from sesbank.session.drilled import Noted
from sesbank.session.form_drafts import Form, FormDraft
from sesbank.session.form_saving import answer_fields
from sesbank.session.mock import Asked
from sesbank.session.rehearsing import Due
from sesbank.tui.actions import bindings_at
from sesbank.tui.layout import clock
from sesbank.tui.screens.confirm import Answer, Confirm
from sesbank.tui.screens.drilling import GRADING, Drilling
from sesbank.tui.screens.keeping import Keeping

_ANSWERING = ("drill.step", "drill.skip", *GRADING)
_CHOOSING = ("drill.next-story", "drill.story-before")
_OVER = "All was asked: Esc leaves."
_LEAVE_OUT, _STAY = "leave out", "stay"
_WHEN_LEAVING = (
    *(Answer(str(n), went.value, f"It went {went.value}") for n, went in enumerate(Went, 1)),
    Answer("s", _LEAVE_OUT, "Leave it out: the time is not kept"),
    Answer("y", _STAY, "Stay here"),
)


class DrillScreen(Drilling, Keeping):
    """Notes how each answer went; undo leads back to the answer it took back."""

    FORM = Form.ANSWER
    PLACES = ("drill",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("drill")

    def __init__(
        self, session: Session, asked: Sequence[Due], *, framework: str, minutes: int = 0
    ) -> None:
        """Ask one after the other; with `minutes` as a mock interview that has so many."""
        super().__init__(session, asked, framework=framework, minutes=minutes)
        self._noted: Noted | None = None
        self._taken_back: Noted | None = None
        self._told_on = ""
        """The day on which the answer at hand was told."""

    @property
    def foremost(self) -> tuple[str, ...]:
        """What the bottom line names first: once all is told, how it went."""
        told = self._course is not None and self._course.over
        return GRADING if told else ("drill.step", "drill.skip", "drill.note")

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if self._over and action_id in (*_ANSWERING, *_CHOOSING):
            return _OVER
        told = self._course is not None and self._course.over
        if action_id == "drill.step":
            return self._why_no_step(told=told)
        if action_id in GRADING:
            if not told:
                begins = self.key_of("drill.step")
                return f"Tell it first: {begins} begins, and goes from part to part."
            return (
                "" if self._drilled.story else "No story was told: there is none to note it with."
            )
        if action_id == "drill.note" and self._noted is None:
            return "Say how an answer went first: then a note can be written to it."
        if action_id in _CHOOSING:
            return self._why_no_other(action_id)
        return super().why_not(action_id)

    def _why_no_step(self, *, told: bool) -> str:
        if told:
            keys = zip(self.grade_keys, Went, strict=True)
            grades = ", ".join(f"{key} {went.value}" for key, went in keys)
            skips = self.key_of("drill.skip")
            return f"Say how it went: {grades}; or {skips} leaves it out."
        return "The story is still being looked for." if self._drilled.looking else ""

    def _why_no_other(self, action_id: str) -> str:
        if self._course is not None:
            return "The clock runs: another story can be taken before you begin."
        return self._drilled.why_no_other(1 if action_id == "drill.next-story" else -1)

    def do_drill_step(self) -> None:
        """Begin to tell, or go on to the next part."""
        now = self._look_at_clock()
        if self._course is None:
            self._course = Course(steps_of(self._drilled.story), now)
        else:
            self._course = self._course.on(now)
            if self._course.over:
                self._told_on = self.session.today.isoformat()
        self._run_clock()
        self.reload()

    def do_drill_badly(self) -> None:
        """Note that it went badly."""
        self._grade(Went.BADLY)

    def do_drill_fair(self) -> None:
        """Note that it went fair."""
        self._grade(Went.FAIR)

    def do_drill_well(self) -> None:
        """Note that it went well."""
        self._grade(Went.WELL)

    def do_drill_easily(self) -> None:
        """Note that it went easily."""
        self._grade(Went.EASILY)

    def _grade(self, went: Went) -> None:
        noted = self._note(went)
        if noted is not None:
            self._count(noted)

    def _note(self, went: Went, *, leaving: bool = False) -> Noted | None:
        """Save how the answer at hand went, as far as it was told."""
        course, story, due = self._course, self._drilled.story, self._drilled.due
        if course is None or story is None or due is None:
            return None
        saved = rehearsing.note(self.session, story.id, self._told(course, due, went))
        self.drop_draft()
        noted = Noted(self._at, saved.id, saved.rehearsed[-1], course, self._drilled)
        again = rehearsing.renewed(self.session, due).day
        when = f", due again on {again.isoformat()}" if again else ""
        adds = "" if leaving else f"{self.key_of('drill.note')} adds a note, "
        self.tell(f"Noted: {went.value}{when}. {adds}{self.undo_key} takes it back.")
        return noted

    def _told(self, course: Course, due: Due, went: Went) -> Rehearsal:
        parts = () if course.steps == (WHOLE,) else course.parts(self._now)
        return Rehearsal(due.question, "", course.seconds(self._now), went, parts=parts)

    def form_draft(self) -> FormDraft:
        """Return the answer at hand, told and not graded; nothing while it is still being told."""
        course, story, due = self._course, self._drilled.story, self._drilled.due
        about = FormDraft(self.FORM, {})
        if course is None or not course.over or story is None or due is None:
            return about
        told = replace(self._told(course, due, Went.FAIR), day=self._told_on)
        return about._replace(typed=answer_fields(told), story=story.id, named=story.title)

    @property
    def unsaved(self) -> bool:
        """Whether an answer is being told, or was told, and how it went is not noted."""
        return self._course is not None and self._drilled.story is not None

    def do_dialog_leave(self) -> None:
        """Leave, asking first how it went where an answer is not noted."""
        if not self.unsaved:
            self.dismiss(None)
            return
        course, now = self._course, self._look_at_clock()
        assert course is not None
        told = clock(course.seconds(now))
        done = f"You told it in {told}" if course.over else f"You told it for {told}"
        question = Confirm(
            self.session,
            f"{done}; how it went is not noted yet.",
            _WHEN_LEAVING,
            title="How did it go?",
        )
        self.app.push_screen(question, self.guarded(self._left))

    def _left(self, answer: str | None) -> None:
        if answer is None or answer == _STAY:
            return
        if answer != _LEAVE_OUT:
            self._note(Went(answer), leaving=True)
        self.drop_draft()
        self.dismiss(None)

    def _count(self, noted: Noted) -> None:
        """Go on behind an answer that is noted."""
        self._noted, self._taken_back = noted, None
        title = self._title_of(noted)
        due = self._asked[noted.at]
        self._results = [*self._results[: noted.at], Asked(due, noted.answer, title)]
        self._ask(noted.at + 1)

    def _title_of(self, noted: Noted) -> str:
        story = self.session.bank.stories.get(noted.story)
        return story.title if story else ""

    def do_drill_skip(self) -> None:
        """Leave the question out."""
        due, story = self._asked[self._at], self._drilled.story
        title = story.title if story and due.story else ""
        self._results = [*self._results[: self._at], Asked(due, None, title)]
        self.drop_draft()
        self._go_on()

    def do_drill_next_story(self) -> None:
        """Take the next best story."""
        self._drilled.place += 1
        self.reload()

    def do_drill_story_before(self) -> None:
        """Take the story before."""
        self._drilled.place -= 1
        self.reload()

    def do_drill_note(self) -> None:
        """Write a note to the answer noted last."""
        from sesbank.tui.screens.noting import NoteLine

        noted = self._noted
        if noted is None:
            return
        line = NoteLine(self.session, noted.story, noted.answer)
        self.app.push_screen(line, self.guarded(self._remarked))

    def _remarked(self, kept: object) -> None:
        if kept and self._noted is not None:
            self._take_up(self._noted)
            self.reload()

    def show_after(self, done: str, act: Act) -> None:
        """Say what was taken back or done again; an answer taken back is graded anew."""
        noted, back = self._noted, self._taken_back
        if noted is not None and noted.now(self.session) is None:
            self._noted, self._taken_back = None, noted
            self._results = self._results[: noted.at]
            self._at, self._course, self._drilled = noted.at, noted.course, noted.drilled
            self._run_clock()
        elif noted is not None:
            self._take_up(noted)
        elif back is not None and back.now(self.session) is not None:
            self._count(back)
        super().show_after(done, act)

    def _take_up(self, noted: Noted) -> None:
        """Have the answer noted last as it now stands, with its note."""
        answer = noted.now(self.session) or noted.answer
        self._noted = noted._replace(answer=answer)
        self._results[noted.at] = self._results[noted.at]._replace(answer=answer)
