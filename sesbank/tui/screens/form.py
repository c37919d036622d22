"""Form: the fields of a story, laid out, read and filled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from sesbank.domain.mapping import Mapping as EcqMapping
from sesbank.domain.story import TOLD_PARTS, Outcome, Status, Story
from sesbank.session import Session
from sesbank.session.draft_forms import BESIDE, LINES
from sesbank.tui.key_map import key_map_of
from sesbank.tui.plain import NOTHING, joined, together
from sesbank.tui.screens.acting import Acting
from sesbank.tui.views.prompts import HINTS, LABELS, PROMPTS
from sesbank.tui.views.story_names import OUTCOME_NAMES, PART_NAMES
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.fields import Choice, Line
from sesbank.tui.widgets.pane import Pane
from sesbank.tui.widgets.prose import Prose

_RAIL = "editor.rail"

CHOSEN = ("outcome", "status")
"""The fields that are one of a few."""


class StoryForm(Acting):
    """A story's fields beside a rail; what is done with them is the editor's."""

    def __init__(
        self, session: Session, story: Story | None, mappings: Iterable[EcqMapping] = ()
    ) -> None:
        super().__init__(session)
        self._base = story
        self._mappings = story.mappings if story else tuple(mappings)
        self._figures = story.figures if story else ()
        self._retellings = story.retellings if story else ()
        self._waived = story.waived if story else ()
        self._told = NOTHING

    def compose(self) -> ComposeResult:
        """Lay out the form and the rail."""
        story = self._base or Story("", "")
        yield Static(NOTHING, id="editor-head")
        with Horizontal(classes="panes"):
            with VerticalScroll(id="form", classes="first", can_focus=False):
                yield from self._line("title", story.title)
                for name in TOLD_PARTS:
                    yield self._prose(name, story)
                for name in LINES[1:]:
                    yield from self._line(name, getattr(story, name))
                yield from self._line("tags", ", ".join(story.tags))
                yield from self._choices(story)
            yield Pane(id="rail", classes="second", label=2)
        yield Static(NOTHING, id="strip")
        yield KeyBar()

    def tell_below(self, told: Content | None = None) -> None:
        """Say below the form how the text stands, and the key that leads to the rest or back."""
        self._told = self._told if told is None else told
        key = Content(key_map_of(self.app).first(_RAIL)).stylize("bold $key")
        way = together(key, Content(" text" if self.has_class("-detail") else " more"))
        self.query_one("#strip", Static).update(joined([self._told, way], " · "))

    @on(events.Click, "#strip")
    async def _below_clicked(self) -> None:
        await self.action_act(_RAIL)

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

    @on(Input.Submitted)
    def _line_is_done(self) -> None:
        """Go on to the next field."""
        self.focus_next()

    @property
    def fields(self) -> dict[str, Any]:
        """What stands in the form, by the story's field names."""
        values: dict[str, Any] = {
            name: self.query_one(f"#field-{name}", Line).value for name in LINES
        }
        for name in TOLD_PARTS:
            values[name] = self.query_one(f"#field-{name}", Prose).text
        tags = self.query_one("#field-tags", Line).value.split(",")
        values["tags"] = tuple(tag.strip() for tag in tags if tag.strip())
        values["outcome"] = Outcome(self.query_one("#outcome", Choice).value)
        values["status"] = Status(self.query_one("#status", Choice).value)
        values["mappings"], values["figures"] = self._mappings, self._figures
        values["retellings"], values["waived"] = self._retellings, self._waived
        return values

    def fill(self, fields: Mapping[str, Any]) -> None:
        """Put other values into the form."""
        self.put(Story("", "").edit(**fields), fields)

    def put(self, story: Story, names: Iterable[str]) -> None:
        """Put fields of a story into the form, by their names."""
        for name in names:
            value = getattr(story, name)
            if name in TOLD_PARTS:
                self.query_one(f"#field-{name}", Prose).text = value
            elif name in CHOSEN:
                self.query_one(f"#{name}", Choice).choose(value.value)
            elif name in BESIDE:
                setattr(self, f"_{name}", value)
            else:
                text = ", ".join(value) if name == "tags" else value
                self.query_one(f"#field-{name}", Line).begin(text)

    @property
    def draft(self) -> Story:
        """The story as it stands in the form."""
        return (self._base or Story("", "")).edit(**self.fields)
