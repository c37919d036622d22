"""Tour: five steps through the app, left at any time, each beside the screen it tells of."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sesbank.session import Session
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import NOTHING, joined
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.rows import RowList


class Step(NamedTuple):
    """One step."""

    tab: str
    """The tab it is told on."""
    title: str
    lines: tuple[str, ...]


STEPS = (
    Step(
        "bank",
        "Bank: your stories",
        (
            "n writes a story in its four parts; the rail says how long it takes to tell.",
            "c keeps one line from anywhere; / finds any word, slips forgiven.",
        ),
    ),
    Step(
        "coverage",
        "Coverage: what the stories show",
        (
            "Two recent stories are wanted for each ECQ. Gaps are named in words.",
            "Enter on a gap offers older stories or starts a new one; m on a story maps it.",
        ),
    ),
    Step(
        "vacancies",
        "Vacancies: what a posting asks",
        (
            "n takes a pasted posting and finds its requirements, each quoted from the text.",
            "Every match shows the words on both sides; S makes the one page for the room.",
        ),
    ),
    Step(
        "ask",
        "Ask: what a question probes",
        (
            "Type or paste what the panel asked; 5 has you tell it aloud, and times it.",
            "It shows the parts to answer, the story to tell, and the words to weave in.",
        ),
    ),
    Step(
        "bank",
        "Keys: nothing to memorize",
        (
            "The bottom line names the keys that work; ? lists all, ^p finds anything by name.",
            "u takes back whatever you did. All is saved here, and nothing ever leaves.",
        ),
    ),
)
"""What is told, in order."""


class TourDialog(Dialog):
    """One step. Gives back the number of the step to go to, or None to leave."""

    DEFAULT_CSS = """
    TourDialog { align: center bottom; background: $background $behind-tour; }
    """
    PLACES = ("tour",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("tour")

    def __init__(self, session: Session, step: int) -> None:
        super().__init__(session)
        self._step = step

    @property
    def _is_last(self) -> bool:
        return self._step + 1 == len(STEPS)

    def called(self, action_id: str) -> str:
        """Return what the bottom line calls an action here, empty for its usual word."""
        return "Done" if action_id == "tour.next" and self._is_last else ""

    def compose(self) -> ComposeResult:
        """Lay out the step's words; the list only takes the keys."""
        with Vertical(classes="box small", id="tour-box"):
            yield Static(NOTHING, id="tour-text")
            yield RowList(_paint, str, one_click=True, id="tour-next")
            yield KeyBar()

    def on_mount(self) -> None:
        """Tell the step."""
        step = STEPS[self._step]
        title = Content(f"{self._step + 1} of {len(STEPS)} · {step.title}")
        self.query_one("#tour-box").border_title = title
        self.query_one("#tour-text", Static).update(joined([Content(x) for x in step.lines]))
        rows = self.query_one("#tour-next", RowList)
        rows.styles.height = 1
        rows.show(("That was all: Enter ends it" if self._is_last else "Enter: the next step",))
        rows.focus()

    def on_row_list_chosen(self) -> None:
        """Go on."""
        self.do_tour_next()

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id == "tour.previous" and self._step == 0:
            return "This is the first step."
        return super().why_not(action_id)

    def do_tour_next(self) -> None:
        """Go to the next step; after the last one leave."""
        following = self._step + 1
        self.dismiss(following if following < len(STEPS) else None)

    def do_tour_previous(self) -> None:
        """Go to the step before."""
        self.dismiss(self._step - 1)


def _paint(text: str, _width: int) -> Content:
    return Content(text).stylize("$key")
