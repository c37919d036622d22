"""Drilling: asks one question after the other and runs the clock; the keys stand in `drill`."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from sesbank.domain.telling_course import Course
from sesbank.session import Session, rehearsing
from sesbank.session.drilled import Drilled, Shown
from sesbank.session.following_up import following_up
from sesbank.session.mock import Asked
from sesbank.session.rehearsing import Due
from sesbank.tui.layout import clock, fitted
from sesbank.tui.plain import NOTHING, together
from sesbank.tui.screens.stacking import Stacking
from sesbank.tui.views.drill import (
    before_body,
    head_line,
    summary_body,
    telling_body,
    times_body,
)
from sesbank.tui.widgets.banner import Banner
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.pane import Pane

GRADING = ("drill.badly", "drill.fair", "drill.well", "drill.easily")
"""The actions that say how it went, worst first."""

_BEAT = 1.0
"""Seconds between two looks at the clock while it runs."""


class Drilling(Stacking):
    """The question and the story left, the time by parts right."""

    def __init__(
        self, session: Session, asked: Sequence[Due], *, framework: str, minutes: int = 0
    ) -> None:
        """Ask one after the other; with `minutes` as a mock interview that has so many."""
        super().__init__(session)
        self._asked = tuple(asked)
        self._framework = framework
        self._minutes = minutes
        self._begun = self._now = session.now().timestamp()
        self._at = -1
        self._course: Course | None = None
        self._results: list[Asked] = []
        self._said = ""
        self._drilled = Drilled(session, framework, None)

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield Static(NOTHING, id="drill-head")
        yield Banner()
        with Horizontal(classes="panes drilling"):
            yield Pane(id="drill", classes="first")
            yield Pane(id="drill-times", classes="second", label=12)
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask the first question."""
        self._clock = self.set_interval(_BEAT, self._tick, pause=True)
        self._go_on()
        self.query_one("#drill", Pane).focus()

    def on_screen_resume(self) -> None:
        """Let the clock be seen again."""
        self._run_clock()

    def on_screen_suspend(self) -> None:
        """Nobody looks at the clock; the time goes on."""
        self._clock.pause()

    @property
    def _over(self) -> bool:
        return self._at >= len(self._asked)

    @property
    def _runs(self) -> bool:
        """Whether a clock runs: that of a telling, or of the whole interview."""
        telling = self._course is not None and not self._course.over
        return (telling or self._minutes > 0) and not self._over

    @property
    def grade_keys(self) -> tuple[str, ...]:
        """The keys that say how it went, worst first."""
        return tuple(map(self.key_of, GRADING))

    def _run_clock(self) -> None:
        if self._runs and getattr(self.app, "beating", True):
            self._clock.resume()
        else:
            self._clock.pause()

    def _tick(self) -> None:
        """Draw the clock, and nothing else."""
        self._look_at_clock()
        self._show_head()

    def _look_at_clock(self) -> float:
        self._now = max(self.session.now().timestamp(), self._now)
        return self._now

    def _go_on(self) -> None:
        """Ask the next question."""
        self._ask(self._at + 1)

    def _ask(self, at: int) -> None:
        self._at, self._course = at, None
        due = None if self._over else rehearsing.renewed(self.session, self._asked[at])
        drilled = self._drilled = Drilled(self.session, self._framework, due)
        if drilled.looking:
            self.work("ask", drilled.look, lambda _: self._found(drilled))
        self._run_clock()
        self.reload()

    def _found(self, drilled: Drilled) -> None:
        drilled.looking = False
        if drilled is self._drilled:
            self.reload()
            self.refresh_bars()

    def reload(self) -> None:
        """Show the question at hand as it now stands."""
        self._show_head()
        pane = self.query_one("#drill", Pane)
        times = self.query_one("#drill-times", Pane)
        if self._drilled.due is None:
            names = {e.code: e.name for e in self.session.framework_named(self._framework).ecqs}
            pane.show(Content("What came of it"), summary_body(self._results, names))
            times.show(Content("Time"), NOTHING)
            return
        shown = self._drilled.shown
        course, pace = self._course, self.session.settings.words_a_minute
        if course is None:
            pane.show(Content("The panel asks"), before_body(shown, self.key_of("drill.step")))
        else:
            pane.show(Content("Tell it"), self._told_body(shown, course))
            self._keep_part_in_sight()
        times.show(Content("Time"), times_body(course, shown.story, pace, self._now))

    def _told_body(self, shown: Shown, course: Course) -> Content:
        cues, skips = self._drilled.cues, self.key_of("drill.skip")
        further: tuple[str, ...] = ()
        if self._minutes and course.over:
            further = following_up(self.session, shown.due, shown.story, self._framework)
        return telling_body(shown, course, cues, further, keys=(*self.grade_keys, skips))

    def _show_head(self) -> None:
        head = self.query_one("#drill-head", Static)
        room = self.size.width or self.app.size.width
        place = "Over" if self._over else f"{self._at + 1} of {len(self._asked)}"
        line = head_line(place, self._drilled.due, self._course, self._now)
        if self._minutes and not self._over:
            left = round(self._minutes * 60 - (self._now - self._begun))
            said = f"{clock(left)} left" if left >= 0 else f"{clock(-left)} over time"
            style = "bold $warning" if left < 0 else "$muted"
            line = together(line, Content(" · "), Content(said).stylize(style))
        line = fitted(line, room)
        if line.markup != self._said:
            self._said = line.markup
            head.update(line, layout=False)

    def on_resize(self) -> None:
        """Cut the first line where it has to be; the part being told stays in sight."""
        self._show_head()
        self.call_after_refresh(self._keep_part_in_sight)

    def _keep_part_in_sight(self) -> None:
        if self._course is not None and self._course.ends:
            self.query_one("#drill", Pane).scroll_end(animate=False)
