"""list, show, where: what is in the bank and where it is."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from sesbank.cli.command import Commands, command, open_session
from sesbank.cli.inputs import search_line
from sesbank.cli.named import story_argument
from sesbank.cli.printing import note, say_all, say_json, width
from sesbank.cli.shapes import listed_shape, places_shape, story_shape
from sesbank.cli.tables import clock, indented, table, wrap
from sesbank.domain.figures import Figure
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.domain.text import counted

if TYPE_CHECKING:
    from sesbank.domain.rehearsal import Rehearsal
    from sesbank.session import Session


def add_to(commands: Commands) -> None:
    """Add the commands of this group."""
    listing = command(
        commands,
        "list",
        run_list,
        does="list the stories a search line asks for, all without one",
        example="sesbank list grants backlog ecq:AR after:2020 sort:ended",
    )
    listing.add_argument("query", nargs="*", metavar="QUERY", help="words and field:value")
    showing = command(
        commands,
        "show",
        run_show,
        does="show one story whole",
        example='sesbank show "Cleared the grants backlog"',
    )
    story_argument(showing)
    command(
        commands,
        "where",
        run_where,
        does="say where the bank, the settings and your own templates and themes are",
        example="sesbank where",
    )


def run_list(arguments: argparse.Namespace) -> int:
    """List stories."""
    line = search_line(arguments.query)
    with open_session(arguments) as session:
        list_found(session, line, as_json=arguments.json)
    return 0


def list_found(session: Session, line: str, *, as_json: bool) -> None:
    """Print the stories that a search line finds."""
    from sesbank.session import stories

    found = [hit.story for hit in stories.find(session, line)]
    if as_json:
        pace = session.settings.words_a_minute
        say_json([listed_shape(story, pace) for story in found])
    elif found:
        say_all(_list_lines(session, found))
    if not found:
        note(_nothing(session, line))


def _nothing(session: Session, line: str) -> str:
    if session.bank.stories:
        return f"no story for {line!r} among {len(session.bank.stories)}"
    return f"the bank {session.path} has no stories yet: add them with `sesbank import`"


def _list_lines(session: Session, found: list[Story]) -> list[str]:
    framework, pace = session.settings.framework, session.settings.words_a_minute
    rows = [
        (story.id, story.title, _codes(story, framework), _minutes(story, pace), story.status)
        for story in found
    ]
    lines = table(rows, width(), heads=("id", "title", "ECQs", "time", "status"))
    return [*lines, "", f"{len(found)} of {counted(len(session.bank.stories), 'story', 'stories')}"]


def _codes(story: Story, framework: str) -> str:
    return " ".join(dict.fromkeys(mapping.ecq for mapping in story.mapped_in(framework))) or "-"


def _minutes(story: Story, pace: int) -> str:
    return clock(story.seconds_to_tell(pace))


def run_show(arguments: argparse.Namespace) -> int:
    """Show a story."""
    from sesbank.session import stories

    with open_session(arguments) as session:
        story = stories.get(session, arguments.story)
        if arguments.json:
            say_json(story_shape(story))
        else:
            say_all(_story_lines(story, session.settings.words_a_minute))
    return 0


def _story_lines(story: Story, pace: int) -> list[str]:
    columns = width()
    period = " to ".join(filter(None, (story.started, story.ended)))
    facts = (story.role, story.organisation, story.grade_at_time, period, story.outcome.value)
    lines = wrap(story.title, columns)
    lines += wrap(" · ".join(filter(None, facts)), columns)
    lines += wrap(f"{story.id} · {story.status.value} · {_minutes(story, pace)} to tell", columns)
    for part in TOLD_PARTS:
        text = story.part(part).strip()
        if text:
            lines += ["", part.upper(), *_paragraphs(text, columns)]
    lines += _more_lines(story, columns)
    if story.missing_parts:
        lines += ["", f"Still empty: {', '.join(story.missing_parts)}"]
    return lines


def _paragraphs(text: str, columns: int) -> list[str]:
    return [line for paragraph in text.splitlines() for line in wrap(paragraph, columns)]


def _more_lines(story: Story, columns: int) -> list[str]:
    lines: list[str] = []
    shown = [
        ("Figures", [_figure(figure) for figure in story.figures]),
        (
            "Mapped to",
            [
                " ".join(filter(None, (m.framework, m.ecq, m.competency, f"({m.strength.value})")))
                for m in story.mappings
            ],
        ),
        ("Tags", [", ".join(story.tags)] if story.tags else []),
        ("Told to", [f"{t.panel}, {t.day}" for t in story.told]),
        ("Rehearsed", [rehearsal_line(each) for each in story.rehearsed]),
    ]
    for head, items in shown:
        if items:
            lines += ["", head.upper()]
            lines += [row for item in items for row in indented(item, columns, first="- ")]
    return lines


def rehearsal_line(rehearsal: Rehearsal) -> str:
    """Return when and how an answer went, in a line."""
    said = f"{rehearsal.day}, {clock(rehearsal.seconds)}, {rehearsal.went.value}"
    return f"{said}: {rehearsal.note}" if rehearsal.note else said


def _figure(figure: Figure) -> str:
    where = f", {figure.where}" if figure.where else ""
    return f"{figure.value} {figure.counts} ({figure.state.value}{where})"


def run_where(arguments: argparse.Namespace) -> int:
    """Say where things are; the bank is not opened."""
    from sesbank import locations

    bank: Path = arguments.bank or locations.bank_path()
    places = {
        "bank": locations.expanded(bank).absolute(),
        "settings": locations.settings_path(),
        "own_templates": locations.own_folder("templates"),
        "own_themes": locations.own_folder("themes"),
        "own_frameworks": locations.own_folder("frameworks"),
        "shipped_templates": locations.shipped("templates"),
        "shipped_themes": locations.shipped("themes"),
        "shipped_examples": locations.shipped("examples"),
    }
    if arguments.json:
        say_json(places_shape(places))
    else:
        # A path is never wrapped, so that it can be copied.
        margin = max(map(len, places))
        say_all(f"{name.replace('_', ' '):<{margin}}  {path}" for name, path in places.items())
    return 0
