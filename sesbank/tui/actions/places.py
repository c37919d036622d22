"""Places: what each place of the app is called, and the action that leads there."""

from __future__ import annotations

from dataclasses import dataclass

from sesbank.tui.actions.action import TABS


@dataclass(frozen=True, slots=True)
class Place:
    """A place where actions are done."""

    name: str
    """What a person knows it by."""
    by: str = ""
    """The id of the action that leads there; empty for the tabs together, which are always near."""


PLACES: dict[str, Place] = {
    TABS: Place("Any tab"),
    "bank": Place("Bank", "go.bank"),
    "coverage": Place("Coverage", "go.coverage"),
    "vacancies": Place("Vacancies", "go.vacancies"),
    "ask": Place("Ask", "go.ask"),
    "rehearse": Place("Rehearse", "go.rehearse"),
    # Of a story
    "editor": Place("Writing a story", "story.edit"),
    "figures": Place("Numbers of a story", "editor.figures"),
    "elsewhere": Place("Text to a file", "editor.elsewhere"),
    "retellings": Place("Other lengths", "story.lengths"),
    "checks": Place("Checks of a story", "story.checks"),
    "history": Place("History of a story", "story.history"),
    "map": Place("Map of a story", "story.map"),
    "ecqs": Place("Map of marked stories", "story.map"),
    "tqs": Place("TQs for a story", "map.tqs"),
    "searches": Place("Searches kept", "search.saved"),
    "papers": Place("Papers", "papers.show"),
    "capture": Place("Capture", "app.capture"),
    # Of coverage
    "standing": Place("Checks of the bank", "coverage.checks"),
    "gap": Place("A gap of coverage", "coverage.open"),
    "homes": Place("Where old stories belong", "coverage.homes"),
    # Of a vacancy
    "paste": Place("Pasting a posting", "vacancy.paste"),
    "path": Place("Posting from a file", "vacancy.file"),
    "learned": Place("What was learned", "vacancy.learned"),
    "match": Place("Match", "vacancy.open"),
    "read": Place("Posting", "vacancy.read"),
    "facts": Place("Facts of a posting", "vacancy.facts"),
    "sheet": Place("Sheet", "vacancy.sheet"),
    "filling": Place("Form", "sheet.interview"),
    "interview": Place("Interview", "sheet.interview"),
    # Of asking and rehearsing
    "panel": Place("Panels", "ask.panel"),
    "drill": Place("Drill", "rehearse.drill"),
    # Of the app
    "trash": Place("Trash", "app.trash"),
    "theme": Place("Colors", "app.theme"),
    "bringing": Place("Bringing in", "app.bring"),
    "tour": Place("Tour", "app.tour"),
}
"""The places that have actions of their own and a way to them; a question or a line to fill in
comes up by itself and is no place to go to."""

FIVE = ("bank", "coverage", "vacancies", "ask", "rehearse")
"""The tabs, each by the place it is."""
