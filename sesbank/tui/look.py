"""Look: the style sheet, parsed when colors change and not for each screen that comes up."""

from __future__ import annotations

from pathlib import Path

from textual.css.stylesheet import Stylesheet

FURTHER = str(Path(__file__).with_name("further.tcss"))
"""The look of every screen but the bank, which each of them asks for."""


class Look(Stylesheet):
    """A style sheet that stays parsed while its variables are the same.

    Textual parses all of it anew for every screen of an app that wears a theme: three times
    before the first picture.
    """

    def __init__(self, *, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._has_others = False

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take other variables, which ask for parsing anew; the same ones ask for nothing."""
        if variables != self._variables:
            super().set_variables(variables)
            self._has_others = True

    def reparse(self) -> None:
        """Parse with the variables there now; rules that were added are parsed when asked for."""
        if self._has_others:
            super().reparse()
            self._has_others = False
