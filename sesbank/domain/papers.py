"""Papers: what else is printed from the bank beside the one-page sheet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sesbank.domain.sheet import Cut


class PaperKind(StrEnum):
    """A paper; its name is also how the names of its templates begin."""

    THANKS = "thank-you"
    """A note to each member of a panel."""
    CARDS = "cue-cards"
    """A card for each story: title, cues, key words."""
    BOOK = "story-book"
    """Every story whole."""
    BULLETS = "resume-bullets"
    """Results with figures by qualification, for the two-page resume."""


UNITS = {
    PaperKind.THANKS: ("note", "notes"),
    PaperKind.CARDS: ("card", "cards"),
    PaperKind.BOOK: ("story", "stories"),
    PaperKind.BULLETS: ("bullet", "bullets"),
}
"""What a paper has many of: the word for one, and for more."""

PAGE_LIMITS = {PaperKind.BULLETS: 2}
"""Pages a paper may have: an SES resume has two (OPM memorandum of 29 May 2025)."""


def kind_of_template(name: str) -> PaperKind | None:
    """Return the paper a template is for by its name, None for one of a sheet."""
    return next((kind for kind in PaperKind if name.casefold().startswith(kind.value)), None)


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A finished paper."""

    data: bytes
    """The .docx file; the same content gives the same bytes."""
    pages: int
    """How many pages it has, as measured."""
    count: int
    """Notes, cards, stories or bullets in it."""
    limit: int | None = None
    """How many pages it may have."""
    cuts: tuple[Cut, ...] = ()
    """What was left out to keep to the limit."""
    warnings: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    """The text in reading order, for a preview."""
    bold: frozenset[int] = frozenset()
    """The places of the lines that are bold as a whole: titles and headings."""
