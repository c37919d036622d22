"""coverage: which ECQs the bank shows, and where it has gaps."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sesbank.cli.command import (
    Commands,
    check_option,
    command,
    framework_option,
    open_session,
)
from sesbank.cli.printing import say_all, say_json, width
from sesbank.cli.shapes import coverage_shape
from sesbank.cli.tables import indented, table
from sesbank.domain.coverage import Coverage, EcqCover
from sesbank.domain.text import counted
from sesbank.errors import Exit

if TYPE_CHECKING:
    from sesbank.session.coverage import Candidate

    Offered = Mapping[tuple[str, str], tuple[Candidate, ...]]

_MOST_OFFERS = 3
"""Stories offered for one place."""


def add_to(commands: Commands) -> None:
    """Add the command of this group."""
    covering = command(
        commands,
        "coverage",
        run_coverage,
        does="show the stories for every ECQ and competency, and the gaps",
        example="sesbank coverage --framework opm-2006",
    )
    framework_option(covering, instead="the one in your settings")
    check_option(covering, "an ECQ has no recent story")


def run_coverage(arguments: argparse.Namespace) -> int:
    """Show the grid."""
    from sesbank.session import coverage

    with open_session(arguments) as session:
        grid = coverage.grid(session, arguments.framework)
        offered = coverage.fillers(session, grid)
        titles = {story.id: story.title for story in session.bank.stories.values()}
    if arguments.json:
        say_json(coverage_shape(grid) | {"fillers": _fillers(offered)})
    else:
        say_all(_lines(grid, titles))
        say_all(_offers(grid, offered))
    return Exit.FOUND if arguments.check and grid.gaps else 0


def _lines(grid: Coverage, titles: dict[str, str]) -> Iterator[str]:
    columns = width()
    yield from indented(f"{grid.framework.name} ({grid.framework.id})", columns)
    yield ""
    yield from table(
        list(_rows(grid)), columns, heads=("ECQ", "standing", "main", "side", "old", "years")
    )
    yield ""
    if grid.gaps:
        named = ", ".join(f"{row.ecq.code} {row.ecq.name}" for row in grid.gaps)
        yield from indented(named, columns, first="No recent story for: ")
    else:
        yield "Every ECQ has a recent story."
    if grid.unmapped:
        unmapped = counted(len(grid.unmapped), "story", "stories")
        yield f"Mapped to nothing in this framework: {unmapped}."
    for key in dict.fromkeys(key for row in grid.ecqs for key in row.aging):
        yield from indented(f"Ages out within a year: {titles[key]}", columns)
    for use in grid.overused:
        yield from indented(f"Overused: {titles[use.story]} ({use.reason})", columns)


def _offers(grid: Coverage, offered: Offered) -> Iterator[str]:
    """Yield which stories may fill what is empty, by their older mappings and their words."""
    if offered:
        yield ""
        yield from indented(
            "Older mappings and words suggest; `sesbank map STORY` tells why, `sesbank map "
            "--suggested` confirms where all old ones belong:",
            width(),
        )
    for (ecq, competency), found in offered.items():
        place = f"{ecq} {grid.framework.competency(competency).name}" if competency else ecq
        for candidate in found[:_MOST_OFFERS]:
            yield from indented(f"{place}: {candidate.story.title}", width(), first="- ")


def _fillers(offered: Offered) -> list[dict[str, object]]:
    return [
        {"ecq": ecq, "competency": competency or None, "stories": [c.story.id for c in found]}
        for (ecq, competency), found in offered.items()
    ]


def _rows(grid: Coverage) -> Iterator[tuple[str, ...]]:
    for row in grid.ecqs:
        yield _ecq(row)
        for cover in row.competencies:
            main, side = cover.main, len(cover.stories) - cover.main
            counts = (str(count) if count else "-" for count in (main, side))
            yield (f"- {cover.competency.name}", "", *counts, "", _span(cover.years))


def _ecq(row: EcqCover) -> tuple[str, ...]:
    counts = (len(row.primary), len(row.supporting), len(row.aged))
    main, side, old = (str(count) if count else "-" for count in counts)
    standing = "-" if row.ecq.fundamental else row.standing.value
    return f"{row.ecq.code} {row.ecq.name}", standing, main, side, old, _span(row.years)


def _span(years: tuple[str, ...]) -> str:
    return "-".join(dict.fromkeys((years[0], years[-1]))) if years else ""
