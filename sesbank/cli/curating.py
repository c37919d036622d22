"""merge, searches: stories made one, and the searches kept by name."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from sesbank.cli.bank import list_found
from sesbank.cli.command import Commands, command, count, open_session, refuse, wrong_use
from sesbank.cli.inputs import search_line
from sesbank.cli.named import stories_argument
from sesbank.cli.printing import note, say, say_all, say_json, width
from sesbank.cli.tables import table

if TYPE_CHECKING:
    from sesbank.session import Session


def add_to(commands: Commands) -> None:
    """Add the commands of this group."""
    merging = command(
        commands,
        "merge",
        run_merge,
        does="merge stories into the first one named; no word is lost",
        example='sesbank merge backlog "lobby waits"',
    )
    stories_argument(merging)
    keeping = command(
        commands,
        "searches",
        run_searches,
        does="list the searches kept, keep one under a name, or list what one finds",
        example='sesbank searches "People" "ecq:LP has:number"\n'
        '  sesbank searches "People" --rename "Leading people"',
    )
    keeping.add_argument(
        "name", nargs="?", metavar="NAME", help="what it is called; alone it lists what is found"
    )
    keeping.add_argument("line", nargs="?", metavar="QUERY", help="what it searches for")
    change = keeping.add_mutually_exclusive_group()
    change.add_argument("--drop", action="store_true", help="keep the search no longer")
    change.add_argument("--rename", metavar="NEW", help="give the search another name")
    change.add_argument("--place", type=count, metavar="N", help="put it in this place of the list")


def run_merge(arguments: argparse.Namespace) -> int:
    """Merge stories."""
    from sesbank.session import bulk, stories

    with open_session(arguments) as session:
        ids = [stories.get(session, named).id for named in arguments.stories]
        with wrong_use():
            merged = bulk.merge(session, ids, ids[0])
    if arguments.json:
        say_json({"id": merged.id, "title": merged.title, "merged": ids[1:]})
    else:
        say(f"Merged into “{merged.title}”. `sesbank undo` takes it back.")
    return 0


def run_searches(arguments: argparse.Namespace) -> int:
    """List, keep, use, rename, order or drop searches."""
    from sesbank.session import searches

    changes = ("--drop", "--rename", "--place")
    if not arguments.name:
        hint = "say which search is meant: sesbank searches NAME"
        refuse(arguments, *changes, where="without a name", hint=hint)
    if arguments.line is not None:
        refuse(arguments, *changes, where="with a search line", hint="give the name alone")
    line = None if arguments.line is None else search_line([arguments.line])
    with open_session(arguments) as session:
        if line is not None:
            lost = searches.replaced(session, arguments.name, line)
            searches.save(session, arguments.name, line)
            if lost:
                note(f"In place of the search kept under that name: “{lost}”")
        elif arguments.name and not _changed(session, arguments):
            found = searches.line_of(session, arguments.name)
            list_found(session, found, as_json=arguments.json)
            return 0
        kept = searches.saved(session)
    if arguments.json:
        say_json(kept)
    elif kept:
        say_all(table(list(kept.items()), width(), heads=("name", "searches for")))
    else:
        note("no search is kept yet")
    return 0


def _changed(session: Session, arguments: argparse.Namespace) -> bool:
    """Rename, order or drop the search that is named; return whether any of it was wanted."""
    from sesbank.session import searches

    if arguments.rename is not None:
        searches.rename(session, arguments.name, arguments.rename)
    elif arguments.place:
        searches.place(session, arguments.name, arguments.place)
    elif arguments.drop:
        searches.line_of(session, arguments.name)
        searches.drop(session, arguments.name)
    else:
        return False
    return True
