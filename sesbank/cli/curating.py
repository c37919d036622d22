"""merge, searches: stories made one, and the searches kept by name."""

from __future__ import annotations

import argparse

from sesbank.cli.bank import list_found
from sesbank.cli.command import Commands, command, open_session
from sesbank.cli.inputs import search_line
from sesbank.cli.named import stories_argument
from sesbank.cli.printing import note, say, say_all, say_json, width
from sesbank.cli.tables import table
from sesbank.errors import NotFoundError, UsageError


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
        example='sesbank searches "People" "ecq:LP has:number"',
    )
    keeping.add_argument(
        "name", nargs="?", metavar="NAME", help="what it is called; alone it lists what is found"
    )
    keeping.add_argument("line", nargs="?", metavar="QUERY", help="what it searches for")
    keeping.add_argument(
        "--drop", action="store_true", help="keep the search of this name no longer"
    )


def run_merge(arguments: argparse.Namespace) -> int:
    """Merge stories."""
    from sesbank.session import bulk, stories

    with open_session(arguments) as session:
        ids = [stories.get(session, named).id for named in arguments.stories]
        merged = bulk.merge(session, ids, ids[0])
    if arguments.json:
        say_json({"id": merged.id, "title": merged.title, "merged": ids[1:]})
    else:
        say(f"Merged into “{merged.title}”. `sesbank undo` takes it back.")
    return 0


def run_searches(arguments: argparse.Namespace) -> int:
    """List, keep, use or drop searches."""
    from sesbank.session import searches

    if arguments.drop and not arguments.name:
        raise UsageError("say which search to drop: sesbank searches NAME --drop")
    if arguments.drop and arguments.line is not None:
        raise UsageError("--drop takes the name alone: leave the search line out")
    line = None if arguments.line is None else search_line([arguments.line])
    with open_session(arguments) as session:
        if arguments.name and line is not None:
            searches.save(session, arguments.name, line)
        elif arguments.name:
            known = _line_kept(searches.saved(session), arguments.name)
            if not arguments.drop:
                list_found(session, known, as_json=arguments.json)
                return 0
            searches.drop(session, arguments.name)
        kept = searches.saved(session)
    if arguments.json:
        say_json(kept)
    elif kept:
        say_all(table(list(kept.items()), width(), heads=("name", "searches for")))
    else:
        note("no search is kept yet")
    return 0


def _line_kept(kept: dict[str, str], name: str) -> str:
    """Return the line of a search. Raises NotFoundError with the names there are."""
    if name not in kept:
        known = ", ".join(kept) or "none yet"
        raise NotFoundError(f"no search is kept as {name!r}: there are {known}")
    return kept[name]
