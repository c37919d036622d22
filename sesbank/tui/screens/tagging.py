"""Tagging: tags put on stories or taken away, completed from those of the bank."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sesbank.domain.completion import Completion
from sesbank.domain.story import Story
from sesbank.domain.tagging import tag_completions
from sesbank.session import Session, bulk, searches
from sesbank.tui.plain import NOTHING, plain_line, sentence
from sesbank.tui.screens.completing import Completing
from sesbank.tui.screens.one_line import OneLine
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.completions import Completions
from sesbank.tui.widgets.fields import Line

_HOW = "Commas between tags; -tag takes a tag away."
_NO_CHANGE = "Nothing would change."


class TagDialog(OneLine, Completing):
    """Says while one types what the line does. Gives back the line, or None for Esc."""

    DOES = "Tag"  # Tab takes what completes the line.

    def __init__(self, session: Session, meant: Sequence[Story]) -> None:
        super().__init__(session, f"Tag {bulk.named(meant)}:", "a tag", title="Tag")
        self._ids = [story.id for story in meant]
        self._on, self._off = searches.tags(session, self._ids)

    def compose(self) -> ComposeResult:
        """Lay out the line under its question, what may complete it, and what it does."""
        with Vertical(classes="box small"):
            yield Static(sentence(self.question), classes="question")
            yield Static(Content(_HOW).stylize("$muted"))
            yield Line(prompt="a tag", id="line")
            yield Static(NOTHING, id="tags-do")
            with Vertical(id="tags-offered", classes="" if self._on or self._off else "nothing"):
                yield Completions()
            yield KeyBar()

    @property
    def line(self) -> Line:
        """The line."""
        return self.query_one("#line", Line)

    def ways_on(self, line: str, cursor: int) -> Sequence[Completion]:
        """Return the tags that may stand at the cursor: behind a minus those there are to take."""
        return tag_completions(line, cursor, self._on, self._off)

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Offer the tags of the bank from the start."""
        self.offer()

    @on(Input.Changed, "#line")
    def _say_effect(self) -> None:
        line = self.line.value
        said = bulk.tagging(self.session, self._ids, line)
        if not said and line.strip(" ,-"):
            said = _NO_CHANGE
        self.query_one("#tags-do", Static).update(plain_line(said, "$muted"))

    def show_texts(self) -> None:
        """Put the texts anew."""
        super().show_texts()
        self._say_effect()
