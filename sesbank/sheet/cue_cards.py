"""Cue cards: a card for each story, to be cut out and gone through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from sesbank.domain.interview import Interview
from sesbank.domain.sheet import SheetContent, SheetRow
from sesbank.domain.story import Story
from sesbank.domain.text import clean_line
from sesbank.domain.vacancy import Vacancy
from sesbank.sheet.composing import spoken_title
from sesbank.sheet.cues import cues_for
from sesbank.sheet.paper_making import PaperContent
from sesbank.sheet.thank_you import vacancy_values
from sesbank.sheet.values import BETWEEN, Rich, Scope, Values, plain, row_values


def cards_of_sheet(
    content: SheetContent, vacancy: Vacancy, interview: Interview | None
) -> PaperContent:
    """Return a card for each story of a sheet, with every requirement it answers."""
    cards: dict[tuple[object, ...], SheetRow] = {}
    for row in (row for row in content.rows if row.title):
        key = (row.title, row.cues)
        known = cards.get(key)
        cards[key] = row if known is None else _both(known, row)
    return _paper(list(cards.values()), vacancy_values(vacancy, interview), content.position)


def cards_of_stories(stories: Iterable[Story], ecq_name: Callable[[str, str], str]) -> PaperContent:
    """Return a card for each story, with the ECQs it is mapped to by their names.

    `ecq_name` names an ECQ by its framework and code.
    """
    none = Vacancy("", "")
    rows = [
        SheetRow(
            requirement=story.id,
            label="",
            name=BETWEEN.join(dict.fromkeys(ecq_name(m.framework, m.ecq) for m in story.mappings)),
            title=spoken_title(story),
            cues=cues_for(none, "", story),
        )
        for story in stories
    ]
    return _paper(rows, {}, "Cue cards")


def _both(one: SheetRow, other: SheetRow) -> SheetRow:
    return replace(
        one,
        label=f"{one.label}{BETWEEN}{other.label}",
        name=f"{one.name}{BETWEEN}{other.name}",
        keywords=tuple(dict.fromkeys((*one.keywords, *other.keywords))),
    )


def _paper(rows: list[SheetRow], single: Mapping[str, Rich], title: str) -> PaperContent:
    names = ("position", "agency", "announcement", "when", "place", "day", "notice")
    known: dict[str, Rich] = {**dict.fromkeys(names, ()), **single, "count": plain(str(len(rows)))}
    scopes = tuple(row_values(row, number) for number, row in enumerate(rows, 1))
    return PaperContent(
        title=f"Cue cards {clean_line(title)}" if title != "Cue cards" else title,
        values=Values(Scope(known, {}), scopes),
        count=len(rows),
    )
