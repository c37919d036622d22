"""Values: what each placeholder stands for on one sheet, with its figures marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from sesbank.domain.figure_places import places_of
from sesbank.domain.figures import find_figures
from sesbank.domain.interview import InterviewKind
from sesbank.domain.panel import member
from sesbank.domain.sheet import CueLine, SheetContent, SheetRow
from sesbank.domain.story import PARTS
from sesbank.domain.text import clean_line
from sesbank.domain.vacancy import AgencyNote
from sesbank.sheet import wording

FIGURE, UNCONFIRMED, QUIET = "Figure", "Unconfirmed", "Quiet"
"""Marks, which are the names of the character styles that show them."""

BETWEEN = "\N{NO-BREAK SPACE}· "
"""Between things on one line; the dot stays with what is before it."""


class Piece(NamedTuple):
    """A stretch of a value in one look."""

    text: str
    mark: str = ""


Rich: TypeAlias = tuple[Piece, ...]
"""A value with marks; an empty one has no text."""

SCALARS = (
    "position",
    "agency",
    "announcement",
    "when",
    "place",
    "kind",
    "panel",
    "opening",
    "thanks",
    "notice",
)
LISTS = ("questions", "facts", "reminders", "notes")
ROW_SCALARS = tuple(
    f"row.{name}"
    for name in ("number", "label", "name", "title", *PARTS, "keyword_line", "backup", "gap")
)
ROW_LISTS = ("row.keywords",)
NAMES = (*SCALARS, *LISTS, *ROW_SCALARS, *ROW_LISTS)
"""Every placeholder a sheet knows."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What placeholders mean at one place."""

    single: Mapping[str, Rich]
    many: Mapping[str, tuple[Rich, ...]]

    def inside(self, other: Scope) -> Scope:
        """Return a scope that knows this one's names and another's."""
        return Scope({**self.single, **other.single}, {**self.many, **other.many})


@dataclass(frozen=True, slots=True)
class Values:
    """Everything a template is filled with."""

    page: Scope
    rows: tuple[Scope, ...]


def values_of(content: SheetContent, *, notice: str = "", note_lines: int = 0) -> Values:
    """Return what the placeholders stand for; every text is cleaned here, whatever it came from."""
    single = {
        "position": plain(content.position),
        "agency": plain(content.agency),
        "announcement": plain(content.announcement),
        "when": plain(content.when),
        "place": plain(content.place),
        "kind": plain(_kind(content)),
        "panel": _panel(content.panel),
        "opening": marked(content.opening),
        "thanks": plain(content.thanks),
        "notice": plain(notice),
    }
    many = {
        "questions": tuple(plain(text) for text in content.questions),
        "facts": tuple(_fact(fact) for fact in content.facts),
        "reminders": tuple(plain(text) for text in content.reminders),
        "notes": _notes(note_lines),
    }
    rows = tuple(row_values(row, number) for number, row in enumerate(content.rows, 1))
    return Values(Scope(single, many), rows)


def plain(text: str) -> Rich:
    """Return a text without marks."""
    line = clean_line(text)
    return (Piece(line),) if line else ()


def marked(text: str, unsure: Iterable[str] = ()) -> Rich:
    """Return a text with its figures marked, and those the person is not sure of as such."""
    line = clean_line(text)
    spans = {(span.start, span.end): FIGURE for span in find_figures(line)}
    for figure in map(clean_line, unsure):
        for place in places_of(line, figure):
            spans = {span: mark for span, mark in spans.items() if not _overlap(span, place)}
            spans[place] = UNCONFIRMED
    return tuple(_cut(line, spans))


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _cut(line: str, spans: Mapping[tuple[int, int], str]) -> Iterable[Piece]:
    at = 0
    for (start, end), mark in sorted(spans.items()):
        if start > at:
            yield Piece(line[at:start])
        yield Piece(line[start:end], mark)
        if mark == UNCONFIRMED:
            yield Piece(f"\N{NO-BREAK SPACE}{wording.UNCONFIRMED_MARK}", QUIET)
        at = end
    if at < len(line):
        yield Piece(line[at:])


@lru_cache(maxsize=2_000)
def row_values(row: SheetRow, number: int) -> Scope:
    """Return a row's values; the same object for the same row, so that others may keep by it."""
    cues = {cue.part: cue for cue in row.cues}
    woven = BETWEEN.join(filter(None, map(clean_line, row.keywords)))
    single = {
        "row.number": plain(str(number)),
        "row.label": plain(row.label),
        "row.name": plain(row.name),
        "row.title": plain(row.title),
        "row.keyword_line": (Piece(woven),) if woven else (),
        "row.backup": plain(row.backup),
        "row.gap": plain(row.gap),
    }
    for part in PARTS:
        cue = cues.get(part, CueLine(part, ""))
        single[f"row.{part}"] = marked(cue.text, cue.unconfirmed)
    return Scope(single, {"row.keywords": tuple(plain(word) for word in row.keywords)})


def _panel(names: Iterable[str]) -> Rich:
    """Return the panel on one line, roles quieter than names."""
    pieces: list[Piece] = []
    for name in filter(None, map(clean_line, names)):
        who, rest = member(name)
        pieces += [Piece(BETWEEN, QUIET)] if pieces else []
        pieces += [Piece(who)]
        pieces += [Piece(rest, QUIET)] if rest else []
    return tuple(pieces)


def _fact(fact: AgencyNote) -> Rich:
    where = ", ".join(filter(None, map(clean_line, (fact.source, fact.day))))
    return (*marked(fact.text), *((Piece(f" ({where})", QUIET),) if where else ()))


def _kind(content: SheetContent) -> str:
    """Return the kind of interview; an agency's panel goes without saying."""
    return "" if content.kind is InterviewKind.PANEL else wording.KINDS[content.kind]


def _notes(lines: int) -> tuple[Rich, ...]:
    return tuple((Piece("Notes" if at == 0 else "", QUIET),) for at in range(lines))
