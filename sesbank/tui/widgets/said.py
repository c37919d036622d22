"""Said: some lines about what is at hand."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.widgets import Static

from sesbank.tui.plain import NOTHING


class Said(Static):
    """Takes no room while there is nothing to say."""

    DEFAULT_CSS: ClassVar[str] = "Said.nothing { display: none; }"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - as Textual calls it
        super().__init__(NOTHING, id=id)

    def say(self, content: Content) -> None:
        """Show other lines."""
        self.set_class(not content.plain, "nothing")
        self.update(content)
