"""Completing: a line that may be completed, and what its keys do while something is offered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.widgets import Input

from sesbank.tui.screens.acting import Acting
from sesbank.tui.widgets.completions import Completions
from sesbank.tui.widgets.fields import Line
from sesbank.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from sesbank.domain.completion import Completion
    from sesbank.session.paths import Paths


class Completing(Acting):
    """Offers how its line may go on. Tab takes what is at hand, arrows choose among values."""

    @property
    def line(self) -> Line:
        """The line."""
        raise NotImplementedError

    @property
    def offered(self) -> Completions:
        """What may complete the line."""
        return self.query_one(Completions)

    def ways_on(self, line: str, cursor: int) -> Sequence[Completion]:
        """Return how a line may go on at the cursor."""
        raise NotImplementedError

    def go_below(self) -> None:
        """Go from the line to what stands below it."""

    def offer(self) -> None:
        """Offer how the line may go on, while it has the focus."""
        if self.focused is not self.line:
            self.offered.offer([])
            return
        found = list(self.ways_on(self.line.value, self.line.cursor_position))
        if found != list(self.offered.rows) or bool(found) is not self.offered.display:
            self.offered.offer(found)

    @on(RowList.Chosen, "#completions")
    def _completed(self, event: RowList.Chosen) -> None:
        event.stop()
        chosen = self.offered.current
        if chosen is not None:
            self.complete(chosen)

    def complete(self, completion: Completion) -> None:
        """Put a completion into the line, ready to go on typing."""
        line = self.line.value
        rest = line[completion.end :]
        rest = rest.lstrip() if completion.text.endswith(" ") else rest
        self.line.value = line[: completion.start] + completion.text + rest
        self.line.cursor_position = completion.start + len(completion.text)
        self.offer()

    @on(Input.Changed)
    def _line_changed(self, event: Input.Changed) -> None:
        if event.input is self.line:
            self.offer()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Offer nothing once the line is left."""
        if event.widget is self.line:
            self.offered.offer([])

    def on_key(self, event: events.Key) -> None:
        """Take a completion with Tab, choose among values with arrows, else go below."""
        if self.focused is not self.line:
            return
        if event.key == "tab":
            self.offer()  # What was typed right before Tab may not have been looked up yet.
        if event.key == "tab" and self.offered.display and self.offered.current:
            self.complete(self.offered.current)
        elif event.key in ("down", "up") and self.offered.for_values:
            self.offered.action_move(1 if event.key == "down" else -1)
        elif event.key == "down":
            self.go_below()
        else:
            return
        event.prevent_default()
        event.stop()


class CompletingPath(Completing):
    """A dialog whose line is a path; Esc lets what is offered go first.

    It stands behind the kind of dialog among the bases: Textual takes the look from the first.
    """

    KINDS: ClassVar[Mapping[str, str]] = {}
    """The endings of the files that are offered and what they are; folders always are."""

    @cached_property
    def _paths(self) -> Paths:
        from sesbank.session.paths import Paths

        return Paths(self.KINDS)

    @property
    def line(self) -> Line:
        """The line with the path."""
        return self.query_one(Line)

    def ways_on(self, line: str, cursor: int) -> Sequence[Completion]:
        """Return the names in the folder typed so far."""
        return self._paths.completions(line, cursor)

    def do_dialog_leave(self) -> None:
        """Leave what is offered, then the dialog."""
        if self.offered.display:
            self.offered.offer([])
        else:
            super().do_dialog_leave()
