"""Offers on the screen: what speaks for a place where a story may belong."""

from __future__ import annotations

from textual.content import Content

from sesbank.domain.offers import Offer
from sesbank.tui.layout import Column
from sesbank.tui.plain import plain_line, together
from sesbank.tui.views.rail import cue_line

_LEAST = 12
"""Cells below which what speaks for an offer says nothing."""


def why(offer: Offer) -> Content:
    """Return what speaks for an offer: the crosswalk, and the words of the story."""
    led = f"crosswalk: {offer.row.strength.value}" if offer.row else ""
    words = cue_line(offer.guess.cues) if offer.guess and offer.guess.cues else Content("")
    between = Content("; " if led and words.plain else "")
    return together(plain_line(led, "$muted"), between, words)


def why_column(offer: Offer, room: int) -> list[Column]:
    """Return what speaks for an offer as a column of at most so many cells, none where too few."""
    told = why(offer)
    return [Column(told, min(told.cell_length, room))] if room >= _LEAST and told.plain else []
