"""trash: what was removed in the last 30 days, and back."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from sesbank.cli.command import Commands, command, open_session
from sesbank.cli.printing import say, say_all, say_json, width
from sesbank.cli.tables import table
from sesbank.domain.text import shorten
from sesbank.domain.trash import DAYS, Trashed
from sesbank.errors import UsageError

if TYPE_CHECKING:
    from sesbank.session import Session

_NAMED = 5
"""Things that can be put back which are named before the others are counted."""


def add_to(commands: Commands) -> None:
    """Add the command of this group."""
    listing = command(
        commands,
        "trash",
        run_trash,
        does=f"list what was removed in the last {DAYS} days, or put something back",
        example="sesbank trash --restore s-1k3c7q9xw-4fzc",
    )
    listing.add_argument(
        "--restore",
        nargs="?",
        const="",
        metavar="ID",
        help="put this story or vacancy back: its id, the start of it, or its title",
    )


def run_trash(arguments: argparse.Namespace) -> int:
    """List the trash, or put something back."""
    from sesbank.session import trash

    with open_session(arguments) as session:
        if arguments.restore is not None:
            if not arguments.restore.strip():
                raise UsageError(_which(trash.listed(session)))
            entry = trash.restore_from(session, arguments.restore)
            if arguments.json:
                say_json({"restored": entry.id})
            else:
                say(f"Put back: {entry.title or entry.id}")
            return 0
        _list(session, trash.listed(session), as_json=arguments.json)
    return 0


def _which(found: tuple[Trashed, ...]) -> str:
    """Return in a line what can be put back, the latest removed first."""
    if not found:
        return "there is nothing to put back: the trash is empty"
    named = [f"{item.entry.id} “{shorten(item.entry.title, 40)}”" for item in found[:_NAMED]]
    more = f" and {len(found) - _NAMED:,} more" if len(found) > _NAMED else ""
    return f"say what to put back, by id or title: {', '.join(named)}{more}"


def _list(session: Session, found: tuple[Trashed, ...], *, as_json: bool) -> None:
    from sesbank.session.trash import kind_of

    if as_json:
        say_json(
            [
                {
                    "id": item.entry.id,
                    "kind": kind_of(item),
                    "title": item.entry.title or None,
                    "removed": item.removed,
                }
                for item in found
            ]
        )
        return
    rows = [(item.entry.id, kind_of(item), item.entry.title, item.removed[:10]) for item in found]
    if rows:
        say_all(table(rows, width(), heads=("id", "kind", "title", "removed")))
    say(f"{len(found)} in the trash of {session.path.name}")
