"""Preferences: the settings, each kept the moment it is chosen."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from sesbank import locations
from sesbank.domain.page_size import Paper
from sesbank.domain.text import whole_number
from sesbank.errors import NotSavedError, SesbankError
from sesbank.session import Session, preferences
from sesbank.settings import ABOUT, FASTEST
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import NOTHING, plain_line
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.views.story_names import PAPERS
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.fields import Choice, Line

LABELS = {
    "name": "Your name",
    "framework": "Framework",
    "words_a_minute": "Words a minute",
    "theme": "Colors",
    "paper": "Paper",
    "template": "Template",
    "meaning": "Word vectors",
    "first_steps": "First steps",
}
"""What each setting is called, in the order shown."""

_LINES = ("name", "words_a_minute")
_SWITCHES = {
    "meaning": (("on", "on, where installed"), ("off", "off")),
    "first_steps": (("on", "offered while the bank is empty"), ("off", "not offered")),
}
"""What is on or off, and what that is called."""


class SettingsDialog(Dialog):
    """One line a setting; what a setting is for stands below."""

    PLACES = ("settings",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("settings")

    def __init__(self, session: Session, titles: dict[str, str]) -> None:
        super().__init__(session)
        self._titles = titles
        self._lost: NotSavedError | None = None

    def compose(self) -> ComposeResult:
        """Lay out the settings."""
        with Vertical(classes="box", id="settings-box"):
            with VerticalScroll(can_focus=False, id="settings-form"):
                for name, label in LABELS.items():
                    with Horizontal(classes="field"):
                        yield Static(Content(label), classes="label")
                        yield self._field(name)
            yield Static(NOTHING, id="settings-about")
            yield Static(plain_line(str(locations.settings_path()), "$muted"), id="settings-file")
            yield KeyBar()

    def _field(self, name: str) -> Line | Choice:
        settings, field = self.session.settings, f"set-{name}"
        if name in _LINES:
            return Line(str(getattr(settings, name)), id=field)
        if name in _SWITCHES:
            return Choice(_SWITCHES[name], "on" if getattr(settings, name) else "off", id=field)
        return Choice(self._options(name), str(getattr(settings, name)), id=field)

    def _options(self, name: str) -> list[tuple[str, str]]:
        if name == "paper":
            return list(PAPERS)
        if name == "theme":
            return list(self._titles.items())
        if name == "template":
            return [(template, template) for template in preferences.templates()]
        frameworks = self.session.frameworks.frameworks
        return [(framework.id, framework.name) for framework in frameworks]

    def on_mount(self) -> None:
        """Start at the first setting."""
        box = self.query_one("#settings-box")
        box.border_title = Content("Settings · each change is kept at once")
        box.border_subtitle = Content("Tab goes on · ← → choose")
        self.query_one("#set-name").focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what the setting at hand is for."""
        name = (event.widget.id or "").removeprefix("set-")
        self._say(plain_line(ABOUT.get(name, ""), "$muted"))

    @on(Choice.Changed)
    def _chosen(self, event: Choice.Changed) -> None:
        name = (event.choice.id or "").removeprefix("set-")
        value: Any = event.choice.value
        if name in _SWITCHES:
            value = value == "on"
        elif name == "paper":
            value = Paper(value)
        if self._keep(**{name: value}) and name == "theme":
            self.app.theme = value

    @on(Input.Submitted)
    @on(Input.Blurred)
    def _written(self) -> None:
        self._keep_lines()

    def _keep_lines(self) -> bool:
        """Keep what stands in the lines; return whether all of it could be."""
        pace = self.query_one("#set-words_a_minute", Line).value.strip()
        changes: dict[str, object] = {"name": self.query_one("#set-name", Line).value.strip()}
        number = whole_number(pace, FASTEST)
        changes["words_a_minute"] = pace if number is None else number
        return self._keep(**changes)

    def _keep(self, **changes: object) -> bool:
        settings = self.session.settings
        if all(getattr(settings, name) == value for name, value in changes.items()):
            return True
        try:
            preferences.change(self.session, **changes)
        except SesbankError as error:
            self._lost = error if isinstance(error, NotSavedError) else None
            self._say(plain_line(f"! {_short(error)}", "$error"))
            return False
        self._say(Content("Kept.").stylize("$success"))
        return True

    def _say(self, content: Content) -> None:
        self.query_one("#settings-about", Static).update(content)

    def do_dialog_leave(self) -> None:
        """Leave; a value that no setting takes keeps you here, a file that takes none does not."""
        self._lost = None
        if self._keep_lines():
            self.dismiss(None)
        elif self._lost is not None:
            lost = f"The settings were not kept: {self._lost}"
            self.app.notify(lost, severity="error", timeout=12)
            self.dismiss(None)


def _short(error: SesbankError) -> str:
    """Return an error without the path of the file, which stands below anyway."""
    return str(error).removeprefix(f"{locations.settings_path()}: ")
