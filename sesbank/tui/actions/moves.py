"""Moves: the keys by which lists, panes and choices are gone through, the same everywhere."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from sesbank.tui.actions.action import Move


def _move(move_id: str, title: str, keys: str, widget: str, call: str) -> Move:
    return Move(move_id, title, tuple(keys.split()), widget, call)


MOVES: tuple[Move, ...] = (
    _move("list.down", "Down a row", "down j", "list", "move(1)"),
    _move("list.up", "Up a row", "up k", "list", "move(-1)"),
    _move("list.page-down", "A page on", "pagedown ctrl+d", "list", "page(1)"),
    _move("list.page-up", "A page back", "pageup ctrl+u", "list", "page(-1)"),
    _move("list.first", "To the first row", "home g", "list", "edge(0)"),
    _move("list.last", "To the last row", "end G", "list", "edge(-1)"),
    _move("list.choose", "Open what is marked", "enter", "list", "choose"),
    _move("pane.down", "Scroll down", "j down", "pane", "scroll_down"),
    _move("pane.up", "Scroll up", "k up", "pane", "scroll_up"),
    _move("pane.page-down", "A page on", "pagedown ctrl+d", "pane", "page_down"),
    _move("pane.page-up", "A page back", "pageup ctrl+u", "pane", "page_up"),
    _move("pane.first", "To the top", "g home", "pane", "scroll_home"),
    _move("pane.last", "To the end", "G end", "pane", "scroll_end"),
    _move("source.down", "To the next sentence", "down j", "source", "go(1)"),
    _move("source.up", "To the sentence before", "up k", "source", "go(-1)"),
    _move("source.page-down", "Ten sentences on", "pagedown ctrl+d", "source", "go(10)"),
    _move("source.page-up", "Ten sentences back", "pageup ctrl+u", "source", "go(-10)"),
    _move("source.first", "To the first sentence", "g home", "source", "go(-100000)"),
    _move("source.last", "To the last sentence", "G end", "source", "go(100000)"),
    _move("source.mark", "Begin to mark here, or let go", "v space", "source", "mark"),
    _move("choice.next", "Take the next one", "right l space enter", "choice", "turn(1)"),
    _move("choice.previous", "Take the one before", "left h", "choice", "turn(-1)"),
    _move("toggles.next", "To the next one", "right l", "toggles", "move(1)"),
    _move("toggles.previous", "To the one before", "left h", "toggles", "move(-1)"),
    _move("toggles.turn", "Turn it on or off", "space enter", "toggles", "turn"),
)
"""Every way of moving about there is."""


def moves_of(widget: str) -> tuple[Move, ...]:
    """Return the moves of a kind of widget, in table order."""
    return tuple(move for move in MOVES if move.widget == widget)


def move_bindings(widget: str) -> list[BindingType]:
    """Return the bindings of a kind of widget; each carries its move's id."""
    return [
        Binding(",".join(move.keys), move.call, move.title, show=False, id=move.id)
        for move in moves_of(widget)
    ]
