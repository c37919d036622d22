"""Personal: what a person makes of the app: its colors, the settings, the first steps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from textual import on
from textual.filter import LineFilter

from sesbank.errors import SesbankError
from sesbank.session import Session, preferences
from sesbank.tui.look import Look
from sesbank.tui.patience import PatientApp
from sesbank.tui.screens.acting import Acting, Dialog
from sesbank.tui.themes import COLORLESS, FIRST, load_themes, look_variables

if TYPE_CHECKING:
    from sesbank.domain.story import Story
    from sesbank.tui.colorless import Colorless


class PersonalApp(PatientApp):
    """An app in the person's colors."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.wants_example = False
        """Whether the person left to look at the example bank."""
        self._left_tour_at = 0
        self._colorless: Colorless | None = None
        wanted = COLORLESS if self.no_color else session.settings.theme
        book = load_themes(only=(wanted, FIRST))
        self.problems = book.problems
        """What is wrong with files of the person's own, a line each."""
        for theme in book.themes:
            self.register_theme(theme)
        self._dress(wanted, list(book.titles))
        self.stylesheet = Look(variables=self.get_css_variables())

    @cached_property
    def titles(self) -> dict[str, str]:
        """What the themes are called, by name; asked for them, the app has them all at hand."""
        book = load_themes()
        for theme in book.themes:
            self.register_theme(theme)
        return book.titles

    def _dress(self, wanted: str, names: list[str]) -> None:
        told = any(line.startswith(f"theme {wanted}.toml ") for line in self.problems)
        if wanted not in names and not told:
            self.problems = (*self.problems, f"there is no theme “{wanted}”")
        chosen = wanted if wanted in names else next(iter(names), "")
        if chosen:
            self._put_on(chosen)

    def _put_on(self, chosen: str) -> None:
        """Wear a theme from the start: to change into it would style all once more."""
        self.set_reactive(PersonalApp.theme, chosen)
        dark = self.current_theme.dark
        classes = {f"-theme-{chosen}": True, "-dark-mode": dark, "-light-mode": not dark}
        self.update_classes(classes, update=False)

    def _validate_theme(self, theme_name: str) -> str:
        if theme_name not in self.available_themes:
            _ = self.titles  # It may be one that was left for later.
        return super()._validate_theme(theme_name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the variables the look needs whatever the theme."""
        return look_variables()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what stands between the screen and the terminal."""
        if not self.no_color:
            return super().get_line_filters()
        if self._colorless is None:
            from sesbank.tui.colorless import GROUNDS, Colorless

            self._colorless = Colorless(self.theme_variables[ground] for ground in GROUNDS)
        return [self._colorless]

    @on(Acting.ThemeWanted)
    def _choose_theme(self) -> None:
        from sesbank.tui.screens.theming import ThemeDialog

        if self.no_color:
            self.notify("NO_COLOR is set: no color is shown until it is taken away.")
            return
        self._look_again()
        self.push_screen(ThemeDialog(self.session, self.titles, self.theme), self._keep_theme)

    def _look_again(self) -> None:
        """Forget which themes there were: a file may have come, changed or gone meanwhile."""
        self.__dict__.pop("titles", None)

    def _keep_theme(self, name: str | None) -> None:
        if name is None or name == self.session.settings.theme:
            return
        try:
            preferences.change(self.session, theme=name)
        except SesbankError as error:
            self.notify(f"Worn now, and not kept: {error}", severity="warning")
        else:
            self.notify(f"Colors: {self.titles.get(name, name)}")

    @on(Acting.SettingsWanted)
    def _show_settings(self) -> None:
        from sesbank.tui.screens.preferences import SettingsDialog

        self._look_again()
        self.push_screen(SettingsDialog(self.session, self.titles))

    def greet(self) -> None:
        """Offer the first steps to who has nothing here yet."""
        bank = self.session.bank
        nothing_open = not isinstance(self.screen, Dialog)
        wanted = self.session.settings.first_steps
        if wanted and not bank.stories and not bank.vacancies and nothing_open:
            self._welcome()

    @on(Acting.WelcomeWanted)
    def _welcome(self) -> None:
        from sesbank.tui.screens.welcome import welcome

        self.push_screen(welcome(self.session), self._begin)

    def _begin(self, answer: str | None) -> None:
        steps = {
            "bring": self._bring,
            "example": self._show_example,
            "new": self._write_first,
            "tour": self._take_tour,
            "empty": self._start_empty,
        }
        if answer in steps:
            self.call_later(steps[answer])

    def _start_empty(self) -> None:
        """Leave an empty bank alone from now on, and say where the first steps are."""
        if not self.session.settings.first_steps or self.session.bank.stories:
            return
        try:
            preferences.change(self.session, first_steps=False)
        except SesbankError as error:
            self.notify(f"Asked again at the next start: {error}", severity="warning")
        else:
            self.notify("The first steps stay at hand: ^p, then “first steps”.", timeout=8)

    @on(Acting.BringWanted)
    def _bring(self) -> None:
        from sesbank.tui.screens.bringing import BringDialog

        self.push_screen(BringDialog(self.session), self._lead_home)

    def _lead_home(self, kept: tuple[Story, ...] | None) -> None:
        """Offer old narratives a place in the framework of today."""
        from sesbank.session import mappings

        framework = self.session.framework.id
        brought = {story.id for story in kept or () if "chapter" in story.extra}
        led = [s for s in mappings.homeless(self.session, framework) if s.id in brought]
        if led:
            from sesbank.tui.screens.homes import HomesDialog

            self.push_screen(HomesDialog(self.session, led, framework))

    @on(Acting.BackupWanted)
    def _back_up(self) -> None:
        from sesbank.session import backups

        try:
            made = backups.make(self.session)
        except SesbankError as error:
            self.notify(str(error), severity="error", timeout=12)
        else:
            self.notify(
                f"Backed up and read back: {made.name}. In a terminal `sesbank backup --list` "
                "shows all there are, `sesbank restore` brings one back.",
                timeout=10,
            )

    @on(Acting.ExampleWanted)
    def _show_example(self) -> None:
        self.wants_example = True
        self.exit(0)

    async def _write_first(self) -> None:
        if isinstance(self.screen, Acting):
            await self.screen.action_act("story.new")

    @on(Acting.TourWanted)
    async def _take_tour(self) -> None:
        await self._tour(self._left_tour_at)

    async def _tour(self, step: int) -> None:
        from sesbank.tui.screens.tour import STEPS, TourDialog

        def told(following: int | None) -> None:
            if following is not None:
                self.call_later(self._tour, following)
            # Left in the midst it goes on there; the step before is one key away.
            self._left_tour_at = step if step + 1 < len(STEPS) else 0

        if self.current_mode != STEPS[step].tab:
            await self.switch_mode(STEPS[step].tab)
        self.push_screen(TourDialog(self.session, step), told)
