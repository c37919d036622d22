"""Personal: what a person makes of the app: its colors, the settings, the first steps."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.filter import LineFilter

from sesbank.errors import SesbankError
from sesbank.session import Session, preferences
from sesbank.tui.colorless import GROUNDS, THEME, Colorless
from sesbank.tui.patience import PatientApp
from sesbank.tui.screens.acting import Acting
from sesbank.tui.themes import VARIABLES, load_themes


class PersonalApp(PatientApp):
    """An app in the person's colors."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._colorless: Colorless | None = None
        book = load_themes()
        self.titles = book.titles
        """What the themes are called, by name."""
        self.problems = book.problems
        """What is wrong with files of the person's own, a line each."""
        for theme in book.themes:
            self.register_theme(theme)
        self._dress(THEME if self.no_color else session.settings.theme)

    def _dress(self, wanted: str) -> None:
        names = list(self.titles)
        if wanted not in names:
            self.problems = (*self.problems, f"there is no theme “{wanted}”")
        chosen = wanted if wanted in names else next(iter(names), "")
        if chosen:
            self.theme = chosen

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the variables the look needs whatever the theme."""
        return VARIABLES

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what stands between the screen and the terminal."""
        if not self.no_color:
            return super().get_line_filters()
        if self._colorless is None:
            self._colorless = Colorless(self.theme_variables[ground] for ground in GROUNDS)
        return [self._colorless]

    @on(Acting.ThemeWanted)
    def _choose_theme(self) -> None:
        from sesbank.tui.screens.theming import ThemeDialog

        if self.no_color:
            self.notify("NO_COLOR is set: no color is shown until it is taken away.")
            return
        self.push_screen(ThemeDialog(self.session, self.titles, self.theme), self._keep_theme)

    def _keep_theme(self, name: str | None) -> None:
        if name is None or name == self.session.settings.theme:
            return
        try:
            preferences.change(self.session, theme=name)
        except SesbankError as error:
            self.notify(f"Worn now, and not kept: {error}", severity="warning")
        else:
            self.notify(f"Colors: {self.titles[name]}")

    @on(Acting.SettingsWanted)
    def _show_settings(self) -> None:
        from sesbank.tui.screens.preferences import SettingsDialog

        self.push_screen(SettingsDialog(self.session, self.titles))
