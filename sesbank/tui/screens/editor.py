"""Editor: a story written part by part, with a rail that tells how it stands."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from sesbank.domain.evidence import EcqGuess
from sesbank.domain.mapping import MappedBy, Mapping, Strength
from sesbank.domain.story import TOLD_PARTS, Outcome, Status, Story
from sesbank.errors import SesbankError
from sesbank.session import Session, stories
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import NOTHING, plain_line, together
from sesbank.tui.screens.acting import Acting
from sesbank.tui.screens.confirm import Answer, Confirm
from sesbank.tui.views.names import OUTCOME_NAMES, PART_NAMES
from sesbank.tui.views.prompts import HINTS, LABELS, PROMPTS
from sesbank.tui.views.rail import part_note, rail, told_in, unmapped_guesses
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.fields import Choice, Line, Prose
from sesbank.tui.widgets.pane import Pane

_LINES = ("title", "role", "organisation", "grade_at_time", "started", "ended")
_SAVE = Answer("s", "save", "Save and leave")
_COPY = Answer("n", "copy", "Keep it as a new story: this one was changed meanwhile")
_ANSWERS = (
    Answer("d", "discard", "Leave without saving"),
    Answer("y", "stay", "Stay here"),
)


class EditorScreen(Acting):
    """Writes a new story or an old one anew. Gives back the story as saved, or None."""

    PLACES = ("editor",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("editor")

    def __init__(
        self, session: Session, story: Story | None, mappings: tuple[Mapping, ...] = ()
    ) -> None:
        super().__init__(session)
        self._base = story
        self._saved: Story | None = None
        self._mappings = story.mappings if story else mappings
        self._guesses: tuple[EcqGuess, ...] = ()
        self._kept: dict[str, Any] = {}

    def compose(self) -> ComposeResult:
        """Lay out the form and the rail."""
        story = self._base or Story("", "")
        yield Static(NOTHING, id="editor-head")
        with Horizontal(classes="panes"):
            with VerticalScroll(id="form", classes="first", can_focus=False):
                yield from self._line("title", story.title)
                for name in TOLD_PARTS:
                    yield self._prose(name, story)
                for name in _LINES[1:]:
                    yield from self._line(name, getattr(story, name))
                yield from self._line("tags", ", ".join(story.tags))
                yield from self._choices(story)
            yield Pane(id="rail", classes="second")
        yield Static(NOTHING, id="strip")
        yield KeyBar()

    def _line(self, name: str, value: str) -> ComposeResult:
        with Horizontal(classes="field"):
            yield Static(Content(LABELS[name]), classes="label")
            yield Line(value, prompt=HINTS[name], id=f"field-{name}")

    def _prose(self, name: str, story: Story) -> Prose:
        field = Prose(story.part(name), prompt=PROMPTS[name], id=f"field-{name}")
        field.border_title = Content(PART_NAMES[name])
        return field

    def _choices(self, story: Story) -> ComposeResult:
        with Horizontal(classes="field"):
            yield Static(Content("Outcome"), classes="label")
            yield Choice(
                [(o.value, OUTCOME_NAMES[o]) for o in Outcome], story.outcome.value, id="outcome"
            )
        with Horizontal(classes="field"):
            yield Static(Content("Status"), classes="label")
            yield Choice([(s.value, s.value) for s in Status], story.status.value, id="status")

    def on_mount(self) -> None:
        """Start where there is something to write."""
        self._kept = self.fields
        first = "title" if self._base is None else next(iter(self._base.missing_parts), "title")
        self.query_one(f"#field-{first}").focus()
        self._tell_all()
        self._suggest()

    @property
    def fields(self) -> dict[str, Any]:
        """What stands in the form, by the story's field names."""
        values: dict[str, Any] = {
            name: self.query_one(f"#field-{name}", Line).value for name in _LINES
        }
        for name in TOLD_PARTS:
            values[name] = self.query_one(f"#field-{name}", Prose).text
        tags = self.query_one("#field-tags", Line).value.split(",")
        values["tags"] = tuple(tag.strip() for tag in tags if tag.strip())
        values["outcome"] = Outcome(self.query_one("#outcome", Choice).value)
        values["status"] = Status(self.query_one("#status", Choice).value)
        values["mappings"] = self._mappings
        return values

    @property
    def draft(self) -> Story:
        """The story as it stands in the form."""
        return (self._base or Story("", "")).edit(**self.fields)

    @property
    def unsaved(self) -> bool:
        """Whether the form holds what the bank does not."""
        return self.is_mounted and self.fields != self._kept

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
        self._head()

    def _head(self, error: str = "") -> None:
        name = "New story" if self._base is None else "Edit"
        state = "not saved yet" if self.unsaved or self._base is None else "saved"
        title = self.query_one("#field-title", Line).value
        line = together(
            Content(f" {name}  ").stylize("bold $primary"),
            plain_line(title, "bold"),
            Content("  "),
            Content(f"· {state}").stylize("$warning" if state != "saved" else "$muted"),
        )
        if error:
            line = together(Content(" ! ").stylize("bold $error"), plain_line(error, "$error"))
        self.query_one("#editor-head", Static).update(line)

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

    def do_editor_save(self) -> bool:
        """Save; the text stays where it is, saved or not."""
        try:
            if self._base is None:
                saved = stories.add(self.session, **self.fields)
            else:
                saved = stories.save(self.session, self._base.edit(**self.fields))
        except SesbankError as error:
            self._head(str(error))
            self.tell_error(error)
            self.take_in()
            return False
        self._base = self._saved = saved
        self._kept = self.fields
        self._head()
        self.tell(f"Saved: “{saved.title}”")
        return True

    def do_dialog_leave(self) -> None:
        """Leave, asking first when something is not saved."""
        if not self.unsaved:
            self.dismiss(self._saved)
            return
        question = "This story has changes that are not saved."
        answers = (_COPY if self._overtaken else _SAVE, *_ANSWERS)
        self.app.push_screen(Confirm(self.session, question, answers), self._answered)

    @property
    def _overtaken(self) -> bool:
        """Whether the bank holds another state of the story than the one edited here."""
        present = self.session.bank.stories.get(self._base.id) if self._base else self._base
        return self._base is not None and (present is None or present.rev != self._base.rev)

    def _answered(self, answer: str | None) -> None:
        if answer == "copy":
            self._base, answer = None, "save"
        if answer == "discard" or (answer == "save" and self.do_editor_save()):
            self.dismiss(self._saved)
