"""number: how sure each number of a story is."""

from __future__ import annotations

import argparse
import dataclasses
from typing import TYPE_CHECKING

from sesbank.cli.command import Commands, command, open_session, refuse
from sesbank.cli.named import story_argument
from sesbank.cli.printing import note, say_all, say_json, width
from sesbank.cli.tables import table
from sesbank.domain.figures import FigureState
from sesbank.domain.noting import all_figures, renoted
from sesbank.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from sesbank.domain.story import Story


def add_to(commands: Commands) -> None:
    """Add the command of this group."""
    noting = command(
        commands,
        "number",
        run_number,
        does="show the numbers of a story, or say how sure one is",
        example='sesbank number backlog "9,400" documented --where "Annual report 2023"',
    )
    story_argument(noting)
    noting.add_argument("value", nargs="?", metavar="NUMBER", help="as the story says it")
    noting.add_argument("state", nargs="?", choices=[state.value for state in FigureState])
    noting.add_argument("--counts", metavar="TEXT", help='what it counts; "" takes that away')
    noting.add_argument("--where", metavar="TEXT", help='where it is written; "" takes that away')
    noting.add_argument("--forget", action="store_true", help="take away what is noted of it")


def run_number(arguments: argparse.Namespace) -> int:
    """Show the numbers of a story, or note one."""
    from sesbank.session import stories

    _understood(arguments)
    with open_session(arguments) as session:
        story = stories.get(session, arguments.story)
        if arguments.value is not None:
            story = stories.save(session, _noted(story, arguments))
    found = all_figures(story)
    if arguments.json:
        say_json(
            {
                "id": story.id,
                "numbers": [
                    {"value": n.figure.value, "state": n.figure.state.value if n.kept else None,
                     "counts": n.figure.counts or None, "where": n.figure.where or None}
                    for n in found
                ],
            }
        )  # fmt: skip
    elif found:
        rows = [
            (
                n.figure.value,
                n.figure.state.value if n.kept else "-",
                n.figure.counts,
                n.figure.where,
            )
            for n in found
        ]
        say_all(table(rows, width(), heads=("number", "state", "counts", "written where")))
    else:
        note("the story has no numbers yet")
    return 0


def _understood(arguments: argparse.Namespace) -> None:
    """Raise UsageError for what is said of no number, or of one whose notes are taken away."""
    if arguments.value is None:
        say_which = "name the number, as the story says it"
        refuse(
            arguments, "--counts", "--where", "--forget", where="without a number", hint=say_which
        )
    elif arguments.forget:
        refuse(arguments, "--counts", "--where", where="with --forget")
        if arguments.state:
            raise UsageError(f"say either {arguments.state!r} or --forget, not both")
    elif arguments.state is None and arguments.counts is None and arguments.where is None:
        raise UsageError(f"say how sure it is: {', '.join(state.value for state in FigureState)}")


def _noted(story: Story, arguments: argparse.Namespace) -> Story:
    """Return the story with what is said of a number."""
    here = next((n for n in all_figures(story) if n.figure.value == arguments.value), None)
    if here is None:
        known = ", ".join(n.figure.value for n in all_figures(story)) or "none"
        raise NotFoundError(f"the story has no number {arguments.value!r}: it has {known}")
    if arguments.forget:
        return story.edit(figures=tuple(f for f in story.figures if f != here.figure))
    after = dataclasses.replace(
        here.figure,
        state=FigureState(arguments.state) if arguments.state else here.figure.state,
        counts=here.figure.counts if arguments.counts is None else arguments.counts,
        where=here.figure.where if arguments.where is None else arguments.where,
    )
    return story.edit(figures=renoted(story.figures, here.figure, after))
