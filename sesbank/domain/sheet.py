"""Prep sheet: what goes on the one page a candidate takes into the room."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from sesbank.domain.interview import InterviewKind
from sesbank.domain.vacancy import AgencyNote


class Block(StrEnum):
    """What of a sheet can be left away by choice; position, requirements and stories cannot."""

    OCCASION = "occasion"
    """When, where and what kind of interview."""
    PANEL = "panel"
    OPENING = "opening"
    KEYWORDS = "keywords"
    BACKUPS = "backups"
    QUESTIONS = "questions"
    FACTS = "facts"
    REMINDERS = "reminders"
    NOTES = "notes"
    """Ruled lines to write on, where the page has room for them."""
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class CueLine:
    """One cue of a row: a CCAR part in at most twelve of the person's own words."""

    part: str
    """"challenge", "context", "action" or "result"."""
    text: str
    unconfirmed: tuple[str, ...] = ()
    """Figures in `text` that the person could not confirm; the sheet marks them."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One requirement with the story that answers it, or a named gap."""

    requirement: str
    """The requirement's id."""
    label: str
    """"MTQ 1", "ECQ 2"."""
    name: str
    """The requirement in a few words, or the ECQ's name."""
    title: str = ""
    """The story's title; empty for a gap."""
    cues: tuple[CueLine, ...] = ()
    keywords: tuple[str, ...] = ()
    """Words to weave in."""
    backup: str = ""
    """Title of the second story."""
    gap: str = ""
    """For a row without a story: what is missing, and the best almost."""


@dataclass(frozen=True, slots=True)
class SheetContent:
    """Everything wished for on the page, before it is fitted."""

    position: str
    agency: str = ""
    announcement: str = ""
    when: str = ""
    """Date, time and zone as printed."""
    place: str = ""
    kind: InterviewKind = InterviewKind.PANEL
    panel: tuple[str, ...] = ()
    opening: str = ""
    rows: tuple[SheetRow, ...] = ()
    questions: tuple[str, ...] = ()
    """To put to the panel."""
    facts: tuple[AgencyNote, ...] = ()
    reminders: tuple[str, ...] = ()
    thanks: str = ""
    """Thank-you line; empty for a QRB."""
    notes: bool = True
    """Whether what is left of the page is ruled to write on."""

    def without(self, blocks: Collection[Block]) -> SheetContent:
        """Return the content as it is when the person chose to leave blocks away."""
        empty = {name: EMPTY[name] for block in blocks for name in _FIELDS.get(block, ())}
        rows = self.rows
        if Block.KEYWORDS in blocks:
            rows = tuple(replace(row, keywords=()) for row in rows)
        if Block.BACKUPS in blocks:
            rows = tuple(replace(row, backup="") for row in rows)
        return replace(self, rows=rows, **empty)  # type: ignore[arg-type]


_FIELDS = {
    Block.OCCASION: ("when", "place", "kind"),
    Block.PANEL: ("panel",),
    Block.OPENING: ("opening",),
    Block.QUESTIONS: ("questions",),
    Block.FACTS: ("facts",),
    Block.REMINDERS: ("reminders",),
    Block.NOTES: ("notes",),
    Block.THANKS: ("thanks",),
}
EMPTY: dict[str, object] = {
    **dict.fromkeys(("when", "place", "opening", "thanks"), ""),
    **dict.fromkeys(("panel", "questions", "facts", "reminders"), ()),
    "kind": InterviewKind.PANEL,
    "notes": False,
}
"""What a field of a content holds when its block is left away."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Something that did not fit on the page."""

    what: str
    """"key words", "backup story", "context cue"."""
    where: str
    """The row's label or the block's name."""
    text: str
    """What was left out or shortened, as it was."""


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A finished sheet: exactly one page."""

    data: bytes
    """The .docx file; the same content gives the same bytes."""
    cuts: tuple[Cut, ...] = ()
    warnings: tuple[str, ...] = ()
    """Misspelt placeholders, unknown fonts and the like, one line each."""
    cue_points: float = 0.0
    """Size the cues were set in, in points."""
    fill: float = 0.0
    """Share of the page's height in use, 0 to 1, as estimated."""
    lines: tuple[str, ...] = ()
    """The text on the page, in reading order."""
    shown: SheetContent | None = None
    """What stands on the page, for a preview."""

    @property
    def gaps(self) -> tuple[str, ...]:
        """The requirements on the page that no story answers, by their labels."""
        rows = self.shown.rows if self.shown else ()
        return tuple(row.label or row.name for row in rows if not row.title)
