"""Placeholder names: what a template of each paper beside the sheet may hold."""

from __future__ import annotations

from sesbank.domain.papers import PaperKind
from sesbank.domain.story import PARTS, TOLD_PARTS
from sesbank.sheet import values

_VACANCY = ("position", "agency", "announcement", "when", "place", "day", "notice", "count")

TEXT_LISTS = (*(f"row.{part}_text" for part in TOLD_PARTS), "row.figures", "row.bullets")
"""Lists of an item of a paper: a paragraph that holds one is repeated."""

BY_KIND: dict[PaperKind, tuple[str, ...]] = {
    PaperKind.THANKS: (
        *_VACANCY,
        "signed",
        *("row.number", "row.member", "row.role", "row.greeting", "row.thanks", "row.end"),
    ),
    PaperKind.CARDS: (
        *_VACANCY,
        *(f"row.{name}" for name in ("number", "title", "label", "name", *PARTS)),
        *("row.keyword_line", "row.keywords"),
    ),
    PaperKind.BOOK: (
        *("notice", "count", "row.number", "row.title", "row.meta", "row.ecqs", "row.figures"),
        *(f"row.{part}_{what}" for part in TOLD_PARTS for what in ("head", "text")),
        "row.figures_head",
    ),
    PaperKind.BULLETS: (*_VACANCY, "row.number", "row.label", "row.name", "row.bullets"),
}

LISTED = frozenset((*values.LISTS, *values.ROW_LISTS, *TEXT_LISTS))
"""Placeholders whose paragraph is repeated for every entry."""

ALL = tuple(dict.fromkeys((*values.NAMES, *(name for kind in BY_KIND.values() for name in kind))))
"""Every placeholder there is."""


def names_for(kind: PaperKind | None) -> tuple[str, ...]:
    """Return the placeholders of a paper, of a sheet where no paper is meant."""
    return values.NAMES if kind is None else BY_KIND[kind]
