"""Inside Textual: what it has no public door to and the app cannot do without, all in one place.

A new version of Textual may break what stands here, and nothing else of the app. What overrides a
method that Textual calls has to stand in the class that does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rich.console import RenderableType
from textual.app import App
from textual.binding import Binding
from textual.content import Content
from textual.keys import _character_to_key
from textual.notifications import Notification
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

character_to_key = _character_to_key
"""Returns what Textual calls the key that writes a character."""


def notices_of(app: App[Any]) -> Sequence[Notification]:
    """Return the notices that are shown, oldest first."""
    return tuple(app._notifications)


def put_away(app: App[Any], notice: Notification, *, drawing: bool = True) -> None:
    """Take a notice away; without `drawing` what comes next draws the rest."""
    app._unnotify(notice, refresh=drawing)


def stacks_of(app: App[Any]) -> Iterator[tuple[str, Sequence[Screen[Any]]]]:
    """Yield the screens of each mode that was opened, the lowest first."""
    yield from app._screen_stacks.items()


def has_screen(app: App[Any]) -> bool:
    """Return whether there is a screen yet, or still."""
    return bool(app._screen_stack)


def error_of(app: App[Any]) -> Exception | None:
    """Return what ended an app."""
    return app._exception


def end_with(app: App[Any], said: RenderableType) -> None:
    """End an app at once, with something to print behind it instead of a traceback."""
    app._exit_renderables.append(said)
    app._close_messages_no_wait()


def classes_for(screen: Screen[Any], width: int, height: int) -> Iterable[str]:
    """Return the classes of a screen that go by its columns and lines."""
    yield from screen._get_breakpoint_classes(width, screen.HORIZONTAL_BREAKPOINTS or [])
    yield from screen._get_breakpoint_classes(height, screen.VERTICAL_BREAKPOINTS or [])


def size_known(screen: Screen[Any]) -> object:
    """Return the size that a screen was laid out for last."""
    return screen._size


def keys_of(widget: Widget) -> Mapping[str, Sequence[Binding]]:
    """Return the keys that a widget itself takes, with what they do."""
    return widget._bindings.key_to_bindings


def frame(widget: Widget, title: Content, subtitle: Content) -> None:
    """Put words into a frame without drawing the widget anew, as the properties would."""
    widget._border_title, widget._border_subtitle = title, subtitle


def says_under_frame(widget: Widget) -> str:
    """Return the words that stand in the lower line of a widget's frame."""
    return widget._border_subtitle.plain if widget._border_subtitle is not None else ""


def never_pass_over(timer: Timer) -> None:
    """Have a timer keep its turn however late it comes."""
    timer._skip = False
