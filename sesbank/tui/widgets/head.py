"""Head: the first line of a vacancy, with the two stages of the way through it."""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from sesbank.tui.plain import NOTHING

_STAGES = {"vacancy.read": " R Read ", "vacancy.match": " M Match "}
"""What each is called, by the action that goes there."""

_BETWEEN = Content("─")


def stages(here: str) -> Content:
    """Return the stages side by side, the one at hand lit."""
    names = (
        Content(name).stylize("bold $tab on $tab-background" if action == here else "")
        for action, name in _STAGES.items()
    )
    return _BETWEEN.join(names)


class Head(Static):
    """Names the vacancy behind the stages, which can be clicked on."""

    class Pressed(Message):
        """A stage was clicked on."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action
            """The action that goes there."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - as Textual calls it
        super().__init__(NOTHING, id=id)

    def on_click(self, event: events.Click) -> None:
        """Tell which stage was clicked on."""
        for start, stop, action in _places():
            if start <= event.x < stop:
                self.post_message(self.Pressed(action))


def _places() -> Iterator[tuple[int, int, str]]:
    start = 0
    for action, name in _STAGES.items():
        yield start, start + len(name), action
        start += len(name) + _BETWEEN.cell_length
