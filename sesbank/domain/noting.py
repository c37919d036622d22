"""Noting: every number of a story with how sure the person is of it, noted or only found."""

from __future__ import annotations

from typing import NamedTuple

from sesbank.domain.figures import Figure, find_figures
from sesbank.domain.story import TOLD_PARTS, Story


class Noted(NamedTuple):
    """A number of a story."""

    figure: Figure
    kept: bool
    """Whether the person noted it; else it was only found in the text."""


def all_figures(story: Story) -> tuple[Noted, ...]:
    """Return the figures noted, then those that the text says besides, each once."""
    noted = [Noted(figure, True) for figure in story.figures]
    said = {figure.value.casefold() for figure in story.figures}
    for name in TOLD_PARTS:
        for span in find_figures(story.part(name)):
            value = span.text.casefold()
            if not any(value in other for other in said):
                said.add(value)
                noted.append(Noted(Figure(span.kind, span.text), False))
    return tuple(noted)


def renoted(figures: tuple[Figure, ...], before: Figure, after: Figure) -> tuple[Figure, ...]:
    """Return the figures with one noted anew, at its place or behind the others."""
    if before in figures:
        return tuple(after if figure == before else figure for figure in figures)
    return (*figures, after)
