"""Figures as said: which numbers of a cue the person is not sure of, or will not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sesbank.domain.figure_places import places_of
from sesbank.domain.figures import Figure, FigureState

UNSURE = frozenset({FigureState.ESTIMATE, FigureState.UNCONFIRMED})
"""States of figures that are marked where they are printed."""


def unconfirmed(text: str, figures: Iterable[Figure]) -> tuple[str, ...]:
    """Return the figures of `text`, as they stand in it, that the person could not confirm."""
    unsure = (figure for figure in figures if figure.state in UNSURE)
    return tuple(dict.fromkeys(text[start:end] for start, end in _places(text, unsure)))


def withheld(text: str, figures: Iterable[Figure]) -> bool:
    """Whether `text` says a figure that is known and not to be said."""
    return any(True for _ in _withheld_places(text, figures))


def without_withheld(text: str, figures: Iterable[Figure], mark: str) -> str:
    """Return `text` with a mark in place of each figure that is not to be said."""
    kept, at = [], 0
    for start, end in _withheld_places(text, figures):
        if start >= at:
            kept += [text[at:start], mark]
        at = max(at, end)
    return "".join([*kept, text[at:]])


def _withheld_places(text: str, figures: Iterable[Figure]) -> Iterator[tuple[int, int]]:
    return _places(text, (figure for figure in figures if figure.state is FigureState.WITHHELD))


def _places(text: str, figures: Iterable[Figure]) -> Iterator[tuple[int, int]]:
    yield from sorted(place for figure in figures for place in places_of(text, figure.value))
