"""Bars: the tabs at the top and the keys that work here at the bottom, one line each."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from sesbank.tui.actions import BY_ID, Action, key_name
from sesbank.tui.layout import fit
from sesbank.tui.plain import joined, together
from sesbank.tui.working_keys import is_writing, working_keys

TABS = (
    ("bank", "1", "Bank"),
    ("coverage", "2", "Coverage"),
    ("vacancies", "3", "Vacancies"),
    ("ask", "4", "Ask"),
    ("rehearse", "5", "Rehearse"),
)
"""Name, key and title of each tab."""

ALWAYS = ("app.help", "app.palette")
"""The actions whose keys stand at the right end and never make room."""


AT_HAND = ("app.capture", "edit.undo")
"""On the tabs, the actions that stand before those, where the line is not a short one."""

WAYS_OUT = ("dialog.leave", "view.back")
"""The actions that leave a dialog or a field: one of them always has room."""

SHORT = 80
"""Columns below which they make room."""

ROOMY = 100
"""Columns from which keys stand further apart."""


class TabBar(Widget):
    """The name of the app, the tabs, and the state of the bank."""

    DEFAULT_CSS = """
    TabBar { height: 1; dock: top; background: $panel; color: $foreground; }
    """

    tab: reactive[str] = reactive("")
    """The name of the tab in front."""
    status: reactive[tuple[Content, ...]] = reactive(())
    """What stands at the right end, in pieces; where there is no room the first ones go."""

    class Pressed(Message):
        """A tab was clicked on."""

        def __init__(self, tab: str) -> None:
            super().__init__()
            self.tab = tab

    def __init__(self, tab: str) -> None:
        super().__init__()
        self.set_reactive(TabBar.tab, tab)
        self._places: list[tuple[int, int, str]] = []

    def render(self) -> Content:
        """Draw the bar: with little room without the name, with less with the tabs close."""
        bar, status = self._drawn(" sesbank ")
        if status.cell_length > self._room(bar):
            bar, status = self._drawn("")
        if status.cell_length > self._room(bar):
            bar, status = self._drawn("", apart=False)
        room = self._room(bar)
        if room <= 3:
            return fit(bar, self.size.width)
        return together(bar, Content(" "), fit(status, room, right=True))

    def _drawn(self, name: str, *, apart: bool = True) -> tuple[Content, Content]:
        """Return the tabs behind a name, and as much of the status as has room beside them."""
        bar = Content(name).stylize("bold $primary")
        self._places = []
        for tab, key, title in TABS:
            bar += Content(" " if apart else "")
            label = Content(f" {key} {title} " if apart else f" {key} {title}")
            here = tab == self.tab
            label = label.stylize("bold $tab on $tab-background" if here else "$foreground")
            self._places.append((bar.cell_length, bar.cell_length + label.cell_length, tab))
            bar += label
        return bar, self._status_in(self._room(bar))

    def _room(self, bar: Content) -> int:
        # A blank stands on either side of the status.
        return self.size.width - bar.cell_length - 2

    def _status_in(self, room: int) -> Content:
        pieces = self.status
        while len(pieces) > 1 and sum(piece.cell_length for piece in pieces) > room:
            pieces = pieces[1:]
        return together(*pieces)

    @property
    def places(self) -> list[tuple[int, int, str]]:
        """Where each tab begins and where it ends, in cells, with its name."""
        self.render()  # At another size it may not be drawn yet.
        return list(self._places)

    def on_click(self, event: events.Click) -> None:
        """Tell which tab was clicked on."""
        for start, end, name in self._places:
            if start <= event.x < end:
                self.post_message(self.Pressed(name))


class KeyBar(Widget):
    """The keys that work here, most wanted first; what cannot be done now is dimmed."""

    DEFAULT_CSS = """
    KeyBar { height: 1; dock: bottom; background: $panel; color: $foreground; }
    """

    def __init__(self, *, lines: int = 1) -> None:
        """`lines` is how many it may take where the keys have no room in one."""
        super().__init__()
        self._lines = lines
        self._places: list[tuple[int, int, int, str]] = []
        self._drawn_for: Widget | None = None
        """What had the focus then."""
        self._needed: tuple[int, int] = (0, 1)
        """A width, and the lines that were needed in it."""
        if lines > 1:
            self.styles.height = "auto"

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        # Textual tells of a focus twice, and of each screen that comes up once more; what else
        # changes the keys are actions, after which the screen refreshes its bars.
        if screen.focused is not self._drawn_for:
            self.renew()

    def renew(self) -> None:
        """Draw the keys that work now, and take the lines they need."""
        self.refresh(layout=self._lines > 1 and self._height(self.size.width) != self.size.height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Take the lines that the keys need."""
        return self._height(width)

    def _height(self, width: int) -> int:
        """Return the lines needed; they stay taken while others work, so that nothing jumps."""
        wide, most = self._needed
        now = len(self._drawn(width)) if width else 1
        self._needed = (width, max(now, most) if width == wide else now)
        return self._needed[1]

    def render(self) -> Content:
        """Draw the keys that fit."""
        self._drawn_for = self.screen.focused
        width = self.size.width
        drawn = self._drawn(width)
        self._places = [(y, *place) for y, line in enumerate(drawn) for place in _places(line)]
        lines = (together(*(label for _, _, label in line)) for line in drawn)
        return joined([fit(line, width) for line in lines])

    def _drawn(self, width: int) -> list[list[Label]]:
        """Return the labels of each line: where one begins, its key, what it says.

        With few columns one blank less between keys makes room for one key more; so it does where
        they would else need another line.
        """
        if width < ROOMY:
            return self._drawn_apart(width, 1)
        drawn = self._drawn_apart(width, 2)
        closer = drawn if len(drawn) == 1 else self._drawn_apart(width, 1)
        return closer if len(closer) < len(drawn) else drawn

    def _drawn_apart(self, width: int, apart: int) -> list[list[Label]]:
        keys = self._keys()
        ends = [name for name in self._ends() if name in keys]
        right = [(keys[name], self._label(BY_ID[name], keys[name], apart)) for name in ends]
        room = max(width - sum(label.cell_length for _, label in right), 0)
        labels = self._labels(keys, (*ends, "app.capture"), apart)
        first = list(self._that_fit(labels, room))
        used = sum(labels[name].cell_length for name in first)
        filled = ("", Content(" " * (room - used)))
        lines = [[*((keys[name], labels[name]) for name in first), filled, *right]]
        rest = [name for name in labels if name not in first]
        while rest and len(lines) < self._lines:
            fitting = list(self._that_fit({name: labels[name] for name in rest}, width))
            if not fitting:
                break
            lines.append([(keys[name], labels[name]) for name in fitting])
            rest = [name for name in rest if name not in fitting]
        return [list(_starting(line)) for line in lines]

    def _labels(
        self, keys: Mapping[str, str], elsewhere: Container[str], apart: int
    ) -> dict[str, Content]:
        return {
            action_id: self._label(BY_ID[action_id], key, apart)
            for action_id, key in keys.items()
            if action_id not in elsewhere and self._word(BY_ID[action_id])
        }

    def _that_fit(self, labels: Mapping[str, Content], room: int) -> Iterator[str]:
        """Yield the actions whose labels have room; the way out always has some."""
        out = next((name for name in WAYS_OUT if name in labels), "")
        kept = labels[out].cell_length if out else 0
        for action_id, label in labels.items():
            kept -= label.cell_length if action_id == out else 0
            if label.cell_length + kept > room:
                break
            room -= label.cell_length
            yield action_id
        if kept and kept <= room:
            yield out

    def _ends(self) -> tuple[str, ...]:
        """Return the actions at the right end: of the tabs also what a hand goes to anywhere."""
        tabs = any(True for _ in self.screen.query(TabBar))
        return (*AT_HAND, *ALWAYS) if tabs and self.size.width >= SHORT else ALWAYS

    def _keys(self) -> dict[str, str]:
        """Return the first key of each action that works here, those the screen wants first."""
        works = {action_id: keys[0] for action_id, keys in working_keys(self.screen).items()}
        foremost = getattr(self.screen, "foremost", ())
        return {name: works[name] for name in (*foremost, *works) if name in works}

    def _word(self, action: Action) -> str:
        """Return what the footer calls an action; the way out of a field is always named."""
        called = getattr(self.screen, "called", None)
        here = called(action.id) if called else ""
        if here:
            return str(here)
        if action.id == "view.back":
            return "Leave" if is_writing(self.screen) else getattr(self.screen, "way_back", "")
        return action.short

    def _label(self, action: Action, key: str, apart: int) -> Content:
        why_not = getattr(self.screen, "why_not", None)
        off = bool(why_not and why_not(action.id))
        return _key_label(key_name(key), f"{self._word(action)}{' ' * apart}", off)

    def on_click(self, event: events.Click) -> None:
        """Press the key clicked on."""
        for y, start, end, key in self._places:
            if y == event.y and start <= event.x < end:
                self.app.simulate_key(key)


Label: TypeAlias = tuple[int, str, Content]
"""Where it begins in its line, the key, what it says."""


def _starting(labels: Iterable[tuple[str, Content]]) -> Iterator[Label]:
    """Yield the labels that stand side by side with where each begins."""
    start = 0
    for key, label in labels:
        yield start, key, label
        start += label.cell_length


def _places(line: Iterable[Label]) -> Iterator[tuple[int, int, str]]:
    """Yield where each label of a line begins and ends, with its key."""
    return ((start, start + label.cell_length, key) for start, key, label in line if key)


@lru_cache(1_000)  # The keys are drawn at each step of the focus, and hardly one is another.
def _key_label(key: str, word: str, off: bool) -> Content:
    return together(
        Content(f" {key}").stylize("$muted" if off else "bold $key"),
        Content(f" {word}").stylize("$muted" if off else "$foreground"),
    )
