"""Figures on the screen: each number with how sure the person is of it, in sign and words."""

from __future__ import annotations

from textual.content import Content

from sesbank.domain.figure_places import places_of
from sesbank.domain.figures import FigureState
from sesbank.domain.noting import Noted
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.tui.layout import Column, row
from sesbank.tui.plain import plain_line, together

STATE_NAMES = {
    FigureState.DOCUMENTED: "documented",
    FigureState.MEMORY: "from memory",
    FigureState.ESTIMATE: "estimate",
    FigureState.UNCONFIRMED: "cannot confirm",
    FigureState.WITHHELD: "do not say",
}
STATE_SIGNS = {
    FigureState.DOCUMENTED: "✓",
    FigureState.MEMORY: "·",
    FigureState.ESTIMATE: "~",
    FigureState.UNCONFIRMED: "?",
    FigureState.WITHHELD: "✗",
}
_STYLES = {
    FigureState.DOCUMENTED: "$success",
    FigureState.UNCONFIRMED: "$warning",
    FigureState.WITHHELD: "$error",
}
_NOT_NOTED = "how sure?"


def figure_row(noted: Noted, width: int) -> Content:
    """Return a figure's row in the list: sign, value, what it counts, state."""
    figure = noted.figure
    sign = STATE_SIGNS[figure.state] if noted.kept else "+"
    style = _STYLES.get(figure.state, "$muted") if noted.kept else "$key"
    name = together(
        Content(f"{sign} ").stylize(style),
        plain_line(figure.value, "bold"),
        Content("  "),
        plain_line(figure.counts, "$muted"),
    )
    state = STATE_NAMES[figure.state] if noted.kept else _NOT_NOTED
    return row(width, Column(name), Column(Content(state).stylize(style), 14))


def figure_lines(figures: tuple[Noted, ...], most: int) -> list[Content]:
    """Return the figures for the rail, a line each, and how many more there are."""
    lines = [_line(noted) for noted in figures[:most]]
    if len(figures) > most:
        lines.append(Content(f"{len(figures) - most} more").stylize("$muted"))
    return lines or [Content("none: how many, how much, how often?").stylize("$warning")]


def _line(noted: Noted) -> Content:
    figure = noted.figure
    if not noted.kept:
        return together(Content("+ ").stylize("$key"), plain_line(figure.value))
    style = _STYLES.get(figure.state, "$muted")
    return together(
        Content(f"{STATE_SIGNS[figure.state]} ").stylize(style),
        plain_line(figure.value),
        Content(f"  {STATE_NAMES[figure.state]}").stylize(style),
    )


def where_said(story: Story, value: str) -> str:
    """Return the sentence-sized piece of the story around a figure, empty where it is not said."""
    for name in TOLD_PARTS:
        text = story.part(name)
        for place, behind in places_of(text, value)[:1]:
            start = max(text.rfind(". ", 0, place) + 1, text.rfind("\n", 0, place) + 1, 0)
            end = text.find(". ", behind)
            return text[start : end + 1 if end >= 0 else len(text)].strip()
    return ""
