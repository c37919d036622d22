"""learned: what later postings are asked about, and how to take it back."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from sesbank.cli.command import Commands, command, open_session
from sesbank.cli.printing import say, say_all, say_json, width
from sesbank.cli.tables import table, wrap
from sesbank.domain.text import shorten

if TYPE_CHECKING:
    from sesbank.session.learning import Learnt


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = command(
        commands,
        "learned",
        run_learned,
        does="list what was learned from your corrections of postings, or take some of it back",
        example="sesbank learned --forget 2",
    )
    parser.add_argument("--forget", type=int, metavar="N", help="take back number N of the list")


def run_learned(arguments: argparse.Namespace) -> int:
    """List the lessons, or take one back."""
    from sesbank.session import learning

    with open_session(arguments) as session:
        if arguments.forget is not None:
            lesson = learning.unlearn(session, arguments.forget)
            if not arguments.json:
                say(f"Unlearned: “{shorten(lesson.text, 60)}”. Undo brings it back.")
        known = learning.learnt(session)
    if arguments.json:
        say_json([_shape(number, each) for number, each in enumerate(known, 1)])
    elif arguments.forget is None:
        rows = [(str(number), each.does, each.lesson.text) for number, each in enumerate(known, 1)]
        say_all(table(rows, width()) if rows else wrap(learning.NOTHING, width()))
    return 0


def _shape(number: int, each: Learnt) -> dict[str, object]:
    return {
        "number": number,
        "does": each.lesson.kind,
        "text": each.lesson.text,
        "vacancy": each.vacancy.id,
        "title": each.vacancy.title or None,
    }
