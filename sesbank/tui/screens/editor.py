"""Editor: a story written part by part, with a rail that tells how it stands."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from sesbank.domain.evidence import EcqGuess
from sesbank.domain.mapping import MappedBy, Mapping, Strength
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.session import Session, stories
from sesbank.session.drafts import Draft
from sesbank.tui.actions import bindings_at
from sesbank.tui.layout import fitted
from sesbank.tui.plain import plain_line, together
from sesbank.tui.screens.saving import SavingForm
from sesbank.tui.views.rail import part_note, rail, told_in, unmapped_guesses
from sesbank.tui.widgets.fields import Choice, Line
from sesbank.tui.widgets.pane import Pane

_LEAST_TITLE = 20
"""Cells of the title that stay whatever is said beside it."""


class EditorScreen(SavingForm):
    """Writes a new story or an old one anew. Gives back the story as saved, or None."""

    PLACES = ("editor",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("editor")

    def __init__(
        self,
        session: Session,
        story: Story | None,
        mappings: tuple[Mapping, ...] = (),
        *,
        draft: Draft | None = None,
    ) -> None:
        super().__init__(session, story, mappings, draft=draft)
        self._guesses: tuple[EcqGuess, ...] = ()

    def on_mount(self) -> None:
        """Start where there is something to write."""
        self.begin()
        first = "title" if self._base is None else next(iter(self.draft.missing_parts), "title")
        self.query_one(f"#field-{first}").focus()
        self._tell_all()
        self._suggest()

    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(Choice.Changed)
    def _changed(self) -> None:
        self._tell_all()
        self._suggest()

    def _tell_all(self) -> None:
        draft, pace = self.draft, self.session.settings.words_a_minute
        for name in TOLD_PARTS:
            note = Content(part_note(draft, name))
            self.query_one(f"#field-{name}").border_subtitle = note
        self.query_one("#strip", Static).update(Content(" " + told_in(draft, pace)))
        self.query_one(Pane).show(
            Content("How it stands"),
            rail(draft, pace, self._guesses, self.session.frameworks),
            stay=True,
        )
        self.head()

    def head(self, error: str = "") -> None:
        """Say in the first line what is edited and whether it is saved, or why it is not."""
        name = "New story" if self._base is None else "Edit"
        before = Content(f" {name}  ").stylize("bold $primary")
        style = "$muted" if self.state == "saved" else "$warning"
        after = together(Content("  "), plain_line(f"· {self.state}", style))
        title = plain_line(self.query_one("#field-title", Line).value, "bold")
        room = max(self.size.width - before.cell_length - after.cell_length, _LEAST_TITLE)
        line = together(before, fitted(title, room), after)
        if error:
            line = together(Content(" ! ").stylize("bold $error"), plain_line(error, "$error"))
        self.query_one("#editor-head", Static).update(line)

    def on_resize(self) -> None:
        """Name the story in the room there is."""
        self.head()

    def _suggest(self) -> None:
        draft = self.draft
        self.work("suggest", lambda: stories.suggestions(self.session, draft), self._suggested)

    def _suggested(self, guesses: tuple[EcqGuess, ...]) -> None:
        self._guesses = guesses
        self._tell_all()
        self.refresh_bars()

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id == "editor.accept" and not unmapped_guesses(self._guesses, self.draft):
            return "No ECQ is suggested that the story is not mapped to already."
        return super().why_not(action_id)

    def do_editor_accept(self) -> None:
        """Map the story to the best suggested ECQ."""
        guess = unmapped_guesses(self._guesses, self.draft)[0]
        framework = self.session.framework.id
        taken = any(m.strength is Strength.PRIMARY for m in self.draft.mapped_in(framework))
        strength = Strength.SUPPORTING if taken else Strength.PRIMARY
        mapping = Mapping(framework, guess.code, "", strength, MappedBy.SUGGESTION)
        self._mappings = (*self._mappings, mapping)
        self._tell_all()
        self.tell(f"Will be mapped to {guess.name} when you save.")
