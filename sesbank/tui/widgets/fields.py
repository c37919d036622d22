"""Fields of one line. What is typed or pasted is cleaned before it is anything else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from sesbank.domain.text import clean, clean_line
from sesbank.tui.actions import move_bindings
from sesbank.tui.glyphs import apart, is_part_of_sign
from sesbank.tui.layout import fitted
from sesbank.tui.plain import named, together
from sesbank.tui.veil import VEIL
from sesbank.tui.widgets.in_turn import edit_in_turn
from sesbank.tui.widgets.steps import Stand, Steps


class Line(Input):
    """A field of one line."""

    DEFAULT_CSS = """
    Line { border: none; height: 1; padding: 0 1; background: $panel; color: $foreground; }
    Line:focus { border: none; background: $cursor-background; background-tint: transparent; }
    Line > .input--placeholder { color: $muted; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "step_back", show=False),
        Binding("ctrl+y", "step_again", show=False),
    ]

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """The room its text takes: one more letter does not have the screen laid out anew."""

    def __init__(self, value: str = "", *, prompt: str = "", id: str | None = None) -> None:  # noqa: A002
        self._steps, self._stepping, self._cursor_was = Steps(), False, 0
        super().__init__(clean_line(value), placeholder=prompt, id=id, select_on_focus=False)

    def watch_virtual_size(self) -> None:
        """Scroll back where the text has become shorter."""
        self.scroll_x = self.validate_scroll_x(self.scroll_x)

    @on(events.Focus)
    def _show_cursor(self) -> None:
        """Bring the cursor into sight: it is at the end of a text that may be longer than here."""
        cursor = Region(self._cursor_offset, 0, width=1, height=1)
        self.scroll_to_region(cursor, force=True, animate=False)

    @on(events.Blur)
    def _show_beginning(self) -> None:
        """Begin at the beginning again: without a cursor a text is told by its first words."""
        self.scroll_to(x=0, force=True, animate=False)

    @on(events.Resize)
    def _keep_cursor_shown(self) -> None:
        if self.has_focus:
            self._show_cursor()

    def post_message(self, message: Message) -> bool:
        """Tell the screen of a change without going through what lies between.

        What it changes elsewhere is so drawn in one go with the letter, and not in a second.
        """
        if isinstance(message, Input.Changed) and self.is_attached:
            return self.screen.post_message(message)
        return super().post_message(message)

    async def _on_key(self, event: events.Key) -> None:
        await edit_in_turn(self, event)

    def begin(self, value: str) -> None:
        """Begin anew with another text, which no step leads back from."""
        self.value = value
        self._steps.forget()

    def watch_value(self, before: str, value: str) -> None:
        """Remember each step the person takes; what others put in is no step of theirs."""
        if not self.has_focus:
            self._steps.forget()
        elif not self._stepping:
            self._steps.changed(Stand(before, self._cursor_was), value)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys of undo to the screen where there is no step to go."""
        if action == "step_back":
            return self._steps.can_go_back
        if action == "step_again":
            return self._steps.can_go_again
        return super().check_action(action, parameters)

    def action_step_back(self) -> None:
        """Take the latest step in this field back."""
        self._go_to(self._steps.back(self._stand))

    def action_step_again(self) -> None:
        """Take again the step taken back last."""
        self._go_to(self._steps.again(self._stand))

    @property
    def _stand(self) -> Stand:
        return Stand(self.value, self.cursor_position)

    def _go_to(self, stand: Stand | None) -> None:
        if stand is not None:
            self._stepping = True
            self.value = stand.value
            self._stepping = False
            self.cursor_position = stand.cursor

    def render_line(self, y: int) -> Strip:
        """Draw the line, hidden while text is; the prompt of an empty one stays."""
        strip = super().render_line(y)
        return VEIL.over_strip(strip) if self.value else strip

    @property
    def _value(self) -> Text:
        # Drawn with signs that stand by themselves; the value stays as it was written.
        return Text(apart(self.value), no_wrap=True, overflow="ignore", end="")

    def _position_to_cell(self, position: int) -> int:
        return cell_len(apart(self.value[:position]))

    def action_cursor_left(self, select: bool = False) -> None:
        """Go one sign back, with all its marks."""
        super().action_cursor_left(select)
        while self._is_in_sign:
            super().action_cursor_left(select)

    def action_cursor_right(self, select: bool = False) -> None:
        """Go one sign on, with all its marks."""
        super().action_cursor_right(select)
        while self._is_in_sign:
            super().action_cursor_right(select)

    @property
    def _is_in_sign(self) -> bool:
        return is_part_of_sign(self.value[self.cursor_position : self.cursor_position + 1])

    def validate_value(self, value: str) -> str:
        """Let nothing in that could act on the terminal."""
        # The cursor of a text that becomes shorter is moved before anybody is told of the change.
        self._cursor_was = self.cursor_position if self.is_running else 0
        return clean(value).replace("\n", " ").replace("\t", " ")

    def _on_paste(self, event: events.Paste) -> None:
        # Textual would keep the first line and drop the rest without a word.
        event.prevent_default()
        event.stop()
        start, end = sorted(self.selection)
        self.replace(clean_line(event.text), start, end)


_BACK = Content("‹ ")
"""Stands before what is chosen."""


class Choice(Widget, can_focus=True):
    """One of a few, on one line: arrows or space go on to the next."""

    DEFAULT_CSS = """
    Choice { height: 1; width: auto; padding: 0 1; background: $panel; }
    Choice:focus { background: $cursor-background; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = move_bindings("choice")

    place: reactive[int] = reactive(0, layout=True)
    """Which one it is."""

    class Changed(Message):
        """Another one was chosen."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

        @property
        def control(self) -> Choice:
            """The field it happened in."""
            return self.choice

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        value: str = "",
        *,
        label: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._options = options or (("", ""),)
        self._label = label
        values = [option for option, _ in self._options]
        self.set_reactive(Choice.place, values.index(value) if value in values else 0)

    @property
    def value(self) -> str:
        """The value chosen."""
        return self._options[self.place][0]

    def choose(self, value: str) -> None:
        """Take a value; one that is not among them changes nothing."""
        values = [option for option, _ in self._options]
        if value in values:
            self.place = values.index(value)

    def action_turn(self, step: int) -> None:
        """Go on to the next, or back."""
        self.place = (self.place + step) % len(self._options)
        self.post_message(self.Changed(self))

    def on_click(self, event: events.Click) -> None:
        """Go on to the next; on the arrow that points back go there."""
        behind_label = event.x - self.gutter.left - self._before.cell_length
        self.action_turn(-1 if 0 <= behind_label < _BACK.cell_length else 1)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """Take the room the text needs."""
        return self._text().cell_length

    def render(self) -> Content:
        """Draw the one chosen between arrows, which keep their room."""
        over = self._text().cell_length - self.size.width
        return self._text(over) if over > 0 else self._text()

    def _text(self, over: int = 0) -> Content:
        name = named(self._options[self.place][1])
        if over:
            name = fitted(name, max(name.cell_length - over, 1))
        return together(self._before, _BACK, name, Content(" ›"))

    @property
    def _before(self) -> Content:
        label = named(self._label, "$muted")
        return together(label, Content(" ")) if self._label else label
