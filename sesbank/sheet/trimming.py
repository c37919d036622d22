"""Trimming: in which order things leave a page that is too full, and what has left it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeAlias

from sesbank.domain.figure_places import places_of
from sesbank.domain.sheet import CueLine, Cut, SheetContent, SheetRow
from sesbank.domain.text import clean_line, shorten
from sesbank.domain.vacancy import AgencyNote
from sesbank.sheet import wording

Trim: TypeAlias = Callable[[SheetContent], SheetContent]
"""One step: takes a single thing off the page, or makes a single line shorter."""

_FIRM = {"position": 90, "agency": 70, "announcement": 40, "when": 60, "place": 60, "thanks": 110}
_HARD = {"position": 60, "agency": 50, "announcement": 30, "when": 50, "place": 40, "thanks": 70}


def trims(content: SheetContent) -> Iterator[Trim]:
    """Yield the steps in order; action and result of every story survive longest.

    What costs least first (`light_trims`); lists to three; long lines shorter; context, then
    challenge; the lists altogether; lines shorter still, key words; requirements from the end; at
    last what stands on top. Questions for the panel that the person wrote outlast key words and
    reminders: nobody else thinks of them in the room.
    """
    own = any(question not in wording.QUESTIONS for question in content.questions)
    proposed = {} if own else {"questions": 2}
    yield from light_trims(content)
    yield from _lists_to(content, facts=2, questions=3)
    yield from _shorter(content, 90, _FIRM)
    for part in ("context", "challenge"):
        yield from (_row_trim(at, _without_cue(part)) for at in _from_end(content))
    yield from _lists_to(content, facts=0, reminders=2, **proposed)
    yield from _keywords_to(content, 2)
    yield from _lists_to(content, reminders=0, **dict.fromkeys(proposed, 0))
    yield from _shorter(content, 64, _HARD)
    yield from _keywords_to(content, 0)
    yield from _lists_to(content, questions=1)
    yield from _shorter(content, 40, _HARD)
    yield from _lists_to(content, questions=0)
    for at in _from_end(content):
        if at:
            yield _without_row(at)
    yield from _bare_top()


def light_trims(content: SheetContent) -> Iterator[Trim]:
    """Yield the steps that cost least: long lists to five, key words to four, backup stories.

    Then key words and reminders to three. Of the backup stories those go first that need the
    most room.
    """
    yield from _lists_to(content, facts=3, reminders=5, questions=5)
    yield from _keywords_to(content, 4)
    backed = [at for at in _from_end(content) if content.rows[at].backup]
    wordy = sorted(backed, key=lambda at: -len(content.rows[at].name + content.rows[at].backup))
    yield from (_row_trim(at, _without_backup) for at in wordy)
    yield from _keywords_to(content, 3)
    yield from _lists_to(content, reminders=3)


def cuts(wished: SheetContent, shown: SheetContent) -> tuple[Cut, ...]:
    """Return everything that is wished for and not shown as it was, in reading order."""
    return (*_top_cuts(wished, shown), *_row_cuts(wished, shown), *_list_cuts(wished, shown))


def _from_end(content: SheetContent) -> range:
    return range(len(content.rows) - 1, -1, -1)


def _lists_to(content: SheetContent, **most: int) -> Iterator[Trim]:
    """Yield steps that take the last item off a list, until it has at most so many."""
    for name, count in most.items():
        for kept in range(len(getattr(content, name)) - 1, count - 1, -1):
            yield _list_to(name, kept)


def _with(content: SheetContent, name: str, value: Any) -> SheetContent:
    changes: dict[str, Any] = {name: value}
    return replace(content, **changes)


def _list_to(name: str, kept: int) -> Trim:
    return lambda content: _with(content, name, getattr(content, name)[:kept])


def _keywords_to(content: SheetContent, most: int) -> Iterator[Trim]:
    for at in _from_end(content):
        if len(content.rows[at].keywords) > most:
            yield _row_trim(at, lambda row: replace(row, keywords=row.keywords[:most]))


def _row_trim(at: int, change: Callable[[SheetRow], SheetRow]) -> Trim:
    def trim(content: SheetContent) -> SheetContent:
        rows = list(content.rows)
        rows[at] = change(rows[at])
        return replace(content, rows=tuple(rows))

    return trim


def _without_backup(row: SheetRow) -> SheetRow:
    return replace(row, backup="")


def _without_cue(part: str) -> Callable[[SheetRow], SheetRow]:
    return lambda row: replace(row, cues=tuple(cue for cue in row.cues if cue.part != part))


def _without_row(at: int) -> Trim:
    return lambda content: replace(content, rows=content.rows[:at])


def _shorter(content: SheetContent, wide: int, top: dict[str, int]) -> Iterator[Trim]:
    """Yield steps that shorten lines to about `wide` characters, then those on top."""
    yield lambda content: replace(content, opening=_at_a_word(content.opening, wide + 20))
    yield lambda content: replace(content, panel=_short_panel(content.panel, wide))
    for name in ("questions", "reminders", "facts"):
        yield _shorter_list(name, wide)
    for at in _from_end(content):
        yield _row_trim(at, lambda row: _shorter_row(row, wide))
    for name, most in top.items():
        yield _shorter_top(name, most)


def _shorter_top(name: str, most: int) -> Trim:
    return lambda content: _with(content, name, shorten(getattr(content, name), most))


def _shorter_list(name: str, wide: int) -> Trim:
    def short(item: str | AgencyNote) -> str | AgencyNote:
        if isinstance(item, str):
            return shorten(item, wide)
        return AgencyNote(shorten(item.text, wide), shorten(item.source, 40), item.day[:10])

    return lambda content: _with(content, name, tuple(map(short, getattr(content, name))))


def _short_panel(panel: tuple[str, ...], wide: int) -> tuple[str, ...]:
    return tuple(shorten(name, max(wide // 2, 24)) for name in panel[: 6 if wide > 60 else 3])


def _shorter_row(row: SheetRow, wide: int) -> SheetRow:
    return replace(
        row,
        label=shorten(row.label, wide // 4),
        name=shorten(row.name, wide),
        title=shorten(row.title, wide),
        backup=shorten(row.backup, wide // 2),
        gap=shorten(row.gap, wide * 2),
        cues=tuple(_shorter_cue(cue, wide) for cue in row.cues),
        keywords=_short_keywords(row.keywords, wide // 3),
    )


def _short_keywords(words: tuple[str, ...], wide: int) -> tuple[str, ...]:
    """Leave long key words away while there are others: half a one weaves nothing in."""
    kept = tuple(word for word in words if len(word) <= wide)
    return kept or tuple(shorten(word, wide) for word in words[:1])


def _shorter_cue(cue: CueLine, wide: int) -> CueLine:
    text = _at_a_word(cue.text, wide)
    return CueLine(cue.part, text, tuple(said for said in cue.unconfirmed if places_of(text, said)))


def _at_a_word(line: str, wide: int) -> str:
    """Shorten a line at a word that is no bare number: half a figure says something else."""
    text = shorten(line, wide)
    if text == line:
        return line
    kept = text.rstrip("…").split()
    while len(kept) > 1 and kept[-1].rstrip(" ,;:.")[-1:].isdigit():
        kept.pop()
    return " ".join(kept).rstrip(" ,;:.") + "…"


def _bare_top() -> Iterator[Trim]:
    for name in ("opening", "thanks", "place", "announcement", "agency"):
        yield _shorter_top_away(name)
    yield lambda content: replace(content, panel=())
    yield lambda content: replace(content, rows=tuple(_barest(row) for row in content.rows))
    yield _shorter_top("position", 30)


def _shorter_top_away(name: str) -> Trim:
    return lambda content: _with(content, name, "")


def _barest(row: SheetRow) -> SheetRow:
    return replace(_shorter_row(row, 24), cues=row.cues[-1:], keywords=(), backup="")


def _top_cuts(wished: SheetContent, shown: SheetContent) -> Iterator[Cut]:
    for name in ("position", "agency", "announcement", "when", "place", "opening", "thanks"):
        yield from _changed(name, "top of the page", getattr(wished, name), getattr(shown, name))
    yield from _items("panel member", "panel", wished.panel, shown.panel)


def _list_cuts(wished: SheetContent, shown: SheetContent) -> Iterator[Cut]:
    yield from _items("question", "questions", wished.questions, shown.questions)
    facts = [[fact_line(fact) for fact in content.facts] for content in (wished, shown)]
    yield from _items("fact", "facts", tuple(facts[0]), tuple(facts[1]))
    yield from _items("reminder", "reminders", wished.reminders, shown.reminders)


def fact_line(fact: AgencyNote) -> str:
    """Return a fact with its source and date as it stands on the page."""
    where = ", ".join(filter(None, map(clean_line, (fact.source, fact.day))))
    return clean_line(fact.text) + (f" ({where})" if where else "")


def _row_cuts(wished: SheetContent, shown: SheetContent) -> Iterator[Cut]:
    for at, row in enumerate(wished.rows):
        where = clean_line(row.label) or clean_line(row.name)
        if at >= len(shown.rows):
            yield Cut("requirement", where, row_text(row))
            continue
        kept = shown.rows[at]
        for name, what in _ROW_PARTS.items():
            yield from _changed(what, where, getattr(row, name), getattr(kept, name))
        kept_cues = {cue.part: cue.text for cue in kept.cues}
        for cue in row.cues:
            yield from _changed(f"{cue.part} cue", where, cue.text, kept_cues.get(cue.part, ""))
        yield from _items("key word", where, row.keywords, kept.keywords)


_ROW_PARTS = {
    "label": "label",
    "name": "name",
    "title": "story title",
    "backup": "backup story",
    "gap": "gap",
}


def row_text(row: SheetRow) -> str:
    """Return everything a row says, on one line."""
    texts = [row.name, row.title, *(cue.text for cue in row.cues), *row.keywords]
    return " · ".join(filter(None, map(clean_line, [*texts, row.backup, row.gap])))


def _changed(what: str, where: str, before: str, after: str) -> Iterator[Cut]:
    if clean_line(before) != clean_line(after):
        yield Cut(f"{what}, shortened" if clean_line(after) else what, where, clean_line(before))


def _items(what: str, where: str, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Cut]:
    for at, item in enumerate(before):
        yield from _changed(what, where, item, after[at] if at < len(after) else "")
