"""Editor: a story written part by part, with a rail that tells how it stands."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from sesbank.domain.ecq_limits import next_strength, why_no_room
from sesbank.domain.evidence import EcqGuess
from sesbank.domain.figures import Figure
from sesbank.domain.findings import Finding
from sesbank.domain.mapping import MappedBy, Mapping, accepted_last
from sesbank.domain.retellings import Length
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.session import Session, checks, stories
from sesbank.session.drafts import Draft
from sesbank.tui.actions import BY_ID, bindings_at, key_name
from sesbank.tui.key_map import key_map_of
from sesbank.tui.layout import fitted
from sesbank.tui.outside import about, clock, why_not_outside, written_outside
from sesbank.tui.plain import joined, plain_line, sentence, together
from sesbank.tui.screens.checks import Seen
from sesbank.tui.screens.saving import SavingForm
from sesbank.tui.views.rail import checks_note, part_note, rail, told_by, told_in, unmapped_guesses
from sesbank.tui.views.story_names import mapping_name
from sesbank.tui.widgets.fields import Choice, Line
from sesbank.tui.widgets.pane import Pane
from sesbank.tui.widgets.prose import Prose

Looked = tuple[tuple[EcqGuess, ...], tuple[Finding, ...]]
"""What the words suggest, and what the checks find."""

_LEAST_TITLE = 20
"""Cells of the title below which it takes the place of what stands before it; half stay always."""


class EditorScreen(SavingForm):
    """Writes a new story or an old one anew. Gives back the story as saved, or None."""

    PLACES = ("editor",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("editor")
    _written_at: Widget | None = None
    """The field that was left for the rail."""

    def __init__(
        self,
        session: Session,
        story: Story | None,
        mappings: tuple[Mapping, ...] = (),
        *,
        draft: Draft | None = None,
        opening: str = "",
    ) -> None:
        """Open on a story; `opening` names an action of the editor to begin with."""
        super().__init__(session, story, mappings, draft=draft)
        self._guesses: tuple[EcqGuess, ...] | None = None
        self._findings: tuple[Finding, ...] | None = None
        self._opening = opening

    def on_mount(self) -> None:
        """Start where there is something to write."""
        self.begin()
        first = "title" if self._base is None else next(iter(self.draft.missing_parts), "title")
        self.query_one(f"#field-{first}").focus()
        self._tell_all()
        self._look()
        if self._opening:
            self.call_after_refresh(self.action_act, self._opening)

    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(Choice.Changed)
    def _changed(self) -> None:
        self._tell_all()
        self._look()

    def _tell_all(self) -> None:
        draft, pace = self.draft, self.session.settings.words_a_minute
        for name in TOLD_PARTS:
            note = Content(part_note(draft, name))
            self.query_one(f"#field-{name}").border_subtitle = note
        told = Content(" " + told_in(draft, pace))
        self.tell_below(joined([told, checks_note(draft, self._findings)], " · "))
        self.query_one(Pane).show(
            Content("How it stands"),
            rail(
                draft,
                pace,
                self.session.names,
                framework=self.session.framework.id,
                guesses=self._guesses,
                findings=self._findings,
            ),
            stay=True,
        )
        self.head()

    def head(self, error: str = "") -> None:
        """Say in the first line what is edited and whether it is saved, or why it is not."""
        name = "New story" if self._base is None else "Edit"
        style = "$muted" if self.state == "saved" else "$warning"
        title = plain_line(self.query_one("#field-title", Line).value, "bold")
        before = Content(f" {name}{'  ' if title.plain else ''}").stylize("bold $primary")
        after = together(Content("  "), sentence(f"· {self.state}", style), Content(" "))
        room = self.size.width - before.cell_length - after.cell_length
        if room < min(title.cell_length, _LEAST_TITLE):
            # How the text stands must be read whole; that it is being edited can be seen.
            room = max(self.size.width - after.cell_length - 1, _LEAST_TITLE // 2)
            before = Content(" ")
        line = together(before, fitted(title, room), after)
        if error:
            line = together(Content(" ! ").stylize("bold $error"), sentence(error, "$error"))
            line = fitted(line, self.size.width)
        self.query_one("#editor-head", Static).update(line)

    def on_resize(self) -> None:
        """Name the story in the room there is."""
        self.head()

    def show_texts(self) -> None:
        """Put the texts anew."""
        self._tell_all()

    def _look(self) -> None:
        draft = self.draft

        def look() -> Looked:
            return (
                stories.suggestions(self.session, draft),
                checks.of_story(self.session, draft),
            )

        self.work("look", look, self._looked)

    def _looked(self, looked: Looked) -> None:
        self._guesses, self._findings = looked
        self._tell_all()
        self.refresh_bars()

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id == "editor.accept" and not self._open_guesses:
            return "No ECQ is suggested that the story is not mapped to already."
        if action_id == "editor.accept":
            reason = why_no_room(self.draft.mappings, self._accepted)
            if reason:
                return f"The story has no room for it: {reason}."
        if action_id == "editor.unaccept" and self._to_take_back is None:
            return "No suggested ECQ was accepted for this story, so none can be taken back."
        if action_id == "editor.outside":
            return why_not_outside(self.app) or self._no_part
        return super().why_not(action_id)

    @property
    def _open_guesses(self) -> tuple[EcqGuess, ...]:
        """The suggestions that can still be accepted, best first."""
        return unmapped_guesses(self._guesses, self.draft, self.session.framework.id)

    @property
    def _accepted(self) -> Mapping:
        """The mapping that accepting the best suggestion would make."""
        guess = self._open_guesses[0]
        framework = self.session.framework.id
        strength = next_strength(self.draft.mappings, framework)
        return Mapping(framework, guess.code, "", strength, MappedBy.SUGGESTION)

    @property
    def _to_take_back(self) -> Mapping | None:
        """The suggestion accepted last: here, before the latest save, or in a draft taken up."""
        return accepted_last(self._mappings, self.session.framework.id)

    def called(self, action_id: str) -> str:
        """Return what the footer calls an action here; one that has nothing to do is left out."""
        if action_id == "editor.unaccept" and self._to_take_back is not None:
            return "Take back"
        return ""

    @property
    def _no_part(self) -> str:
        at_hand = isinstance(self.focused, Prose)
        return "" if at_hand else "Go to one of the story's parts first: that one is written there."

    def do_editor_accept(self) -> None:
        """Map the story to the best suggested ECQ."""
        mapping, words = self._accepted, told_by(self._open_guesses[0])
        self._mappings = (*self._mappings, mapping)
        self._tell_all()
        name = self.session.framework.ecq(mapping.ecq).name
        keys = key_map_of(self.app).of(BY_ID["editor.unaccept"])
        back = f" {key_name(keys[0])} takes it back." if keys else ""
        self.tell(f"Will be mapped to {name} when you save, {words}.{back}")

    def do_editor_unaccept(self) -> None:
        """Take away the mapping that came of accepting a suggestion last."""
        mapping = self._to_take_back
        if mapping is None:
            return
        self._mappings = tuple(m for m in self._mappings if m is not mapping)
        self._tell_all()
        name = mapping_name(mapping, self.session.names)
        self.tell(f"Taken back when you save: {name}")

    def do_editor_outside(self) -> None:
        """Write the part at hand in one's own editor."""
        field = self.focused
        if not isinstance(field, Prose):
            return
        before, begun = field.text, clock()
        part = (field.id or "").removeprefix("field-")

        def taken(text: str) -> None:
            if text != before:
                # One edit, so that the field's own undo takes it back.
                field.replace(text, (0, 0), field.document.end)
            self.keep_draft()

        folder = self.session.path.parent
        after = written_outside(
            self.app, before, folder, file=self.keep_for_outside(part), taken=taken
        )
        if note := about(before, after, clock() - begun):
            self.tell(note)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On a screen that becomes narrow show the side that has the focus."""
        self.set_class(event.widget is self.query_one(Pane), "-detail")
        self.tell_below()

    def do_editor_rail(self) -> None:
        """Show how the story stands, or the form again, where there is room for one."""
        rail_pane = self.query_one(Pane)
        if rail_pane.has_focus:
            self.remove_class("-detail")  # What is not shown takes no focus.
            (self._written_at or self.query_one("#field-title")).focus()
        else:
            self._written_at = self.focused
            self.add_class("-detail")
            rail_pane.focus()

    def do_editor_figures(self) -> None:
        """Say how sure each number is."""
        from sesbank.tui.screens.figures import FiguresDialog

        self.app.push_screen(FiguresDialog(self.session, self.draft), self._noted)

    def _noted(self, figures: tuple[Figure, ...] | None) -> None:
        if figures is not None:
            self._figures = figures
            self._tell_all()
            self._look()

    def do_editor_lengths(self) -> None:
        """Tell the story in other lengths."""
        self.tell_in(Length.HALF_MINUTE)

    def tell_in(self, length: Length) -> None:
        """Tell the story in a length."""
        from sesbank.tui.screens.retellings import RetellingsDialog

        def changed(story: Story) -> None:
            self._retellings = story.retellings

        def left(_result: None) -> None:
            self._tell_all()
            self._look()

        self.app.push_screen(RetellingsDialog(self.session, self.draft, changed, length), left)

    def do_editor_checks(self) -> None:
        """Show what is to be mended."""
        from sesbank.tui.screens.checks import ChecksDialog

        self.app.push_screen(ChecksDialog(self.session, self.draft), self._checked)

    def _checked(self, seen: Seen | None) -> None:
        if seen is None:
            return
        self._waived, finding = seen
        self._tell_all()
        self._look()
        if finding is not None:
            self._go_to(finding)

    def _go_to(self, finding: Finding) -> None:
        """Go to the words a finding is about."""
        if finding.part.startswith("retelling:"):
            self.tell_in(Length(finding.part.removeprefix("retelling:")))
            return
        if not finding.part:
            return
        field = self.query_one(f"#field-{finding.part}")
        field.focus()
        if isinstance(field, Prose) and finding.end > finding.start:
            field.light(finding.start, finding.end)
