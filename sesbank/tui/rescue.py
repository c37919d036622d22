"""Rescue: the screen of a bank that cannot be opened, with the ways there are to get it back."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sesbank.domain.text import counted
from sesbank.session.rescue import Outlook, Way, outlook
from sesbank.tui.look import FURTHER
from sesbank.tui.plain import plain, plain_line, together
from sesbank.tui.themes import load_themes, look_variables

RESTORE, SALVAGE, QUIT = "restore", "salvage", "quit"


class RescueApp(App[str]):
    """Asks what to do about a bank that does not open. Returns the way chosen, or "quit".

    Nothing is done here: whoever asked does it, and asks again where it fails.
    """

    TITLE = "sesbank"
    CSS_PATH = ["look.tcss", FURTHER]  # noqa: RUF012 - as Textual has it
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "choose('restore')", "Restore", show=False),
        Binding("s", "choose('salvage')", "Salvage", show=False),
        Binding("q,escape,ctrl+q", "choose('quit')", "Quit", show=False, priority=True),
    ]
    CSS = """
    Screen { align: center middle; }
    #rescue { width: 76; max-width: 100%; height: auto; max-height: 100%; padding: 1 2; }
    #rescue OptionList { height: auto; border: none; margin: 1 0; background: $surface; }
    """

    def __init__(self, bank: Path, fault: str, theme: str = "") -> None:
        super().__init__()
        self._fault = fault
        self._outlook: Outlook = outlook(bank)
        book = load_themes()
        for each in book.themes:
            self.register_theme(each)
        names = [theme, *book.titles]
        self.theme = next((name for name in names if name in book.titles), self.theme)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the variables the look needs whatever the theme."""
        return look_variables()

    def compose(self) -> ComposeResult:
        """Lay out what is wrong over what can be done."""
        with Vertical(id="rescue", classes="box"):
            yield Static(plain_line("The bank cannot be opened", "bold $error"))
            yield Static(plain(""))
            yield Static(plain(self._fault), id="fault")
            yield OptionList(id="ways")
            yield Static(
                plain(
                    "Nothing was changed. Before anything is, the files are copied as they are "
                    "into the folder backups.",
                    "$muted",
                )
            )

    def _options(self) -> list[Option]:
        back, damage = self._outlook
        return [
            _option("r", RESTORE, _from_backup(back), can=back is not None),
            _option("s", SALVAGE, _from_damage(damage), can=damage is not None),
            _option("q", QUIT, "Quit, and leave everything as it is", can=True),
        ]

    def on_mount(self) -> None:
        """Start at the first way there is."""
        ways = self.query_one(OptionList)
        ways.add_options(self._options())
        ways.highlighted = next((n for n, way in enumerate(ways.options) if not way.disabled), None)
        ways.focus()

    def action_choose(self, way: str) -> None:
        """Leave with a way, unless there is nothing on it."""
        if way == QUIT or (self._outlook.backup if way == RESTORE else self._outlook.damage):
            self.exit(way)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.exit(event.option.id or QUIT)


def _option(key: str, way: str, text: str, *, can: bool) -> Option:
    prompt = together(Content(f" {key}  ").stylize("bold $key"), plain_line(text))
    return Option(prompt, id=way, disabled=not can)


def _from_backup(way: Way | None) -> str:
    if way is None or way.backup is None:
        return "Restore: there is no backup that can be read"
    later = f", with {counted(way.later, 'later save')}" if way.later else ""
    return f"Restore the backup of {way.backup.made:%Y-%m-%d %H:%M} UTC: {_held(way)}{later}"


def _from_damage(way: Way | None) -> str:
    if way is None:
        return "Salvage: nothing in the damaged files can be read"
    partly = f", {way.partly} with something missing" if way.partly else ""
    return f"Salvage what can be read: {_held(way)}{partly}"


def _held(way: Way) -> str:
    stories = counted(way.stories, "story", "stories")
    more = f" and {counted(way.vacancies, 'vacancy', 'vacancies')}" if way.vacancies else ""
    return stories + more


def ask(bank: Path, fault: str, theme: str = "") -> str:
    """Show what is wrong with a bank and return the way chosen."""
    return RescueApp(bank, fault, theme).run() or QUIT
