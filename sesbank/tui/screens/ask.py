"""Ask: what a panel question probes, and the story to tell, while it is being typed."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import TextArea

from sesbank.domain.evidence import QuestionPart, QuestionReading
from sesbank.session import Session, asking, practice, telling
from sesbank.session.counsel import counsel
from sesbank.tui.actions import TABS, bindings_at
from sesbank.tui.plain import named, plain_line, together
from sesbank.tui.screens.acting import NARROW
from sesbank.tui.screens.speaking import Speaking
from sesbank.tui.views.ask import (
    answers_card,
    before_asking,
    card_body,
    card_title,
    nothing_fits,
    part_row,
    reading_body,
    reading_brief,
    still_reading,
)
from sesbank.tui.widgets.banner import Banner
from sesbank.tui.widgets.bars import KeyBar, TabBar
from sesbank.tui.widgets.pane import Pane
from sesbank.tui.widgets.prose import Prose
from sesbank.tui.widgets.rows import RowList

_PROMPT = "Type or paste what the panel asked: the answer comes while you type."
_LOW = 20
"""Lines below which the card goes before what the question probes."""

_MOST_PARTS = 5
"""Rows of the tick list before it scrolls."""

_ABOUT_STORIES = ("ask.next", "ask.previous", "ask.told")


class AskScreen(Speaking):
    """The question above; what it probes left, the story to tell right."""

    PLACES = (TABS, "ask")
    BINDINGS: ClassVar[list[BindingType]] = bindings_at(TABS, "ask")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._framework = session.framework.id
        self._reading: QuestionReading | None = None
        self._place = 0
        self._chosen = False
        self._practised = 0
        self._ticked: set[str] = set()

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield TabBar("ask")
        yield Banner()
        yield Prose(prompt=_PROMPT, id="question")
        with Horizontal(classes="panes answer"):
            with Vertical(classes="bare", id="left"):
                yield RowList(self._paint, lambda part: part.text, id="parts")
                yield Pane(id="reading", label=2)
            yield Pane(id="card")
        yield KeyBar()

    def on_mount(self) -> None:
        """Start in the question."""
        self.parts.border_title = Content("Parts to answer")
        self.parts.empty = "The parts of the question will stand here."
        self._name_question()
        self.question.focus()
        self._show()

    @property
    def question(self) -> Prose:
        """The field."""
        return self.query_one("#question", Prose)

    @property
    def parts(self) -> RowList[QuestionPart]:
        """The tick list."""
        return self.query_one("#parts", RowList)

    def _paint(self, part: QuestionPart, width: int) -> Content:
        question = self._reading.question if self._reading else ""
        return part_row(part, question, width, ticked=part.text in self._ticked)

    def _name_question(self) -> None:
        name = self.session.framework_named(self._framework).name
        title = together(Content("The panel asks · "), named(name))
        if self.panel:
            title = together(title, Content(" · "), plain_line(self.panel, "$muted"))
            if self.named_panel is None:
                other = f" ({self.key_of('ask.panel')} another)"
                title = together(title, Content(other).stylize("$muted"))
        self.question.border_title = title

    def reload(self) -> None:
        """Answer again: the stories may be others, and so may the panel ahead."""
        self._name_question()
        self._answer()

    @on(TextArea.Changed, "#question")
    def _typed(self) -> None:
        self._chosen = False
        self._answer()

    def on_resize(self) -> None:
        """Say it shorter or longer, as there is room."""
        self.set_class(self.size.height < _LOW, "-low")
        self._show()

    def _answer(self) -> None:
        question, framework = self.question.text, self._framework
        if not question.strip():
            self._reading = None
            self._ticked.clear()
            self._show()
            return
        self.work(
            "ask",
            lambda: asking.ask(
                self.session, question, framework=framework, seconds=asking.AS_TYPED
            ),
            self._answered,
        )

    def _answered(self, reading: QuestionReading) -> None:
        if self.question.text.strip():
            before, self._reading = self._reading, reading
            self._ticked &= {part.text for part in reading.parts}
            if self._chosen and before is not None:
                self._place = self._place_now(before, reading)
            else:
                self._place = self._first_unheard(reading)
            self._show()
            if not reading.settled:
                self._read_on()

    def _read_on(self, more: bool = True) -> None:
        """Read the stories put off, a moment at a time so that a key comes between; then answer."""
        if more:
            self.work("ask", lambda: asking.read_on(self.session), self._read_on)
        else:
            self._answer()

    def _place_now(self, before: QuestionReading, reading: QuestionReading) -> int:
        """Return where the story that was gone to stands by now, so that it stays in sight."""
        gone_to = [match.story for match in before.stories[self._place : self._place + 1]]
        places = (n for n, match in enumerate(reading.stories) if match.story in gone_to)
        return next(places, self._place)

    def _first_unheard(self, reading: QuestionReading) -> int:
        """Return the place of the best story the panel has not heard; the best when all are."""
        heard = telling.already_told(self.session, reading, self.panel)
        places = (n for n, match in enumerate(reading.stories) if match.story not in heard)
        return next(places, 0)

    def _show(self) -> None:
        reading = self._reading
        # While nothing is asked, a small screen has the examples in sight instead of empty panes.
        self.set_class(reading is None, "-unasked")
        self.parts.show(reading.parts if reading else ())
        # What an empty list says stands in its second line.
        self.parts.styles.height = 2 + min(len(self.parts.rows) or 2, _MOST_PARTS)
        if reading is None:
            probes, card = before_asking()
            self.query_one("#reading", Pane).show(Content("What it probes"), probes)
            self.query_one("#card", Pane).show(Content("The story to tell"), card)
            self.refresh_bars()
            return
        self._place = min(self._place, max(len(reading.stories) - 1, 0))
        self._show_card(reading)
        self.refresh_bars()

    def _show_card(self, reading: QuestionReading) -> None:
        card, probes = self.query_one("#card", Pane), self.query_one("#reading", Pane)
        answers = counsel(self.session, reading, self.panel)
        told = reading.asks_no_story
        match = reading.stories[self._place] if reading.stories else None
        story = self.session.bank.stories.get(match.story) if match else None
        if match is None or story is None:
            woven = tuple((word, False) for word in reading.keywords)
            nothing = nothing_fits(answers) if reading.settled else still_reading()
            title = Content("How to answer" if told else "The story to tell")
            card.show(title, answers_card(answers) if told else nothing)
        else:
            woven = asking.woven(self.session, reading, story)
            pace = self.session.settings.words_a_minute
            heard = telling.told_to(story, self.panel)
            title = card_title(self._place + 1, reading, match, heard)
            card.show(title, card_body(story, match, pace, asking.card_cues(story)))
        body = reading_brief if self.size.width < NARROW else reading_body
        probes.show(Content("What it probes"), body(reading, woven, () if told else answers))

    @on(RowList.Chosen, "#parts")
    def _tick(self) -> None:
        part = self.parts.current
        if part is not None:
            self._ticked ^= {part.text}
            self.parts.redraw()
            self.parts.action_move(1)

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        stories = self._reading.stories if self._reading else ()
        if action_id in _ABOUT_STORIES and not stories:
            return "No story answers this question." if self._reading else "Write a question first."
        if action_id == "ask.next" and self._place + 1 >= len(stories):
            return "There is no further story for this question."
        if action_id == "ask.previous" and self._place == 0:
            return "This is the best story for the question."
        return super().why_not(action_id)

    def do_ask_next(self) -> None:
        """Show the next best story."""
        self._place += 1
        self._chosen = True
        self._show()

    def do_ask_previous(self) -> None:
        """Show the story before."""
        self._place -= 1
        self._chosen = True
        self._show()

    def do_ask_told(self) -> None:
        """Note that the story shown was told to the panel."""
        if self._reading is None:
            return
        self.named_panel = panel = self.panel or telling.todays_panel(self.session)
        match = self._reading.stories[self._place]
        telling.log(self.session, match.story, panel, self._reading.question)
        other = self.key_of("ask.panel")
        self.tell(f"Noted as told to “{panel}”. Undo takes it back; {other} names another panel.")
        self._chosen = True
        self._name_question()
        self._show()

    def speaks_before_others(self) -> None:
        """Begin anew: before these nobody spoke yet."""
        self._ticked.clear()
        self._chosen = False
        self._name_question()
        if self._reading is not None:
            self._answered(self._reading)

    def do_ask_write(self) -> None:
        """Go to the question."""
        self.question.focus()
        self.question.select_all()

    def do_ask_practice(self) -> None:
        """Put a question of the bank in the field."""
        asked = practice.nth(self.session, self._practised, self._framework)
        # One edit, so that the field's own undo brings back what stood there.
        self.question.replace(asked, (0, 0), self.question.document.end)
        self._practised += 1
        self._ticked.clear()

    def do_ask_framework(self) -> None:
        """Read the question in the next framework."""
        ids = self.session.frameworks.ids
        self._framework = ids[(ids.index(self._framework) + 1) % len(ids)]
        self._name_question()
        self._answer()

    def do_go_ask(self) -> None:
        """Go to the question."""
        self.question.focus()

    def do_view_back(self) -> None:
        """Leave the question for its answer."""
        self.query_one("#card", Pane).focus()
