"""Banner: one line below the tabs that stays while something is wrong with the bank."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from sesbank.tui.plain import NOTHING


class Banner(Static):
    """Takes no room while there is nothing to say."""

    DEFAULT_CSS = """
    Banner { height: auto; max-height: 2; padding: 0 1; background: $panel; display: none; }
    Banner.-said { display: block; }
    """

    def __init__(self) -> None:
        super().__init__(NOTHING)
        self._said = ""

    def say(self, content: Content) -> None:
        """Show a line, or nothing."""
        if content.plain == self._said:
            return
        self._said = content.plain
        self.set_class(bool(content.plain), "-said")
        self.update(content)
