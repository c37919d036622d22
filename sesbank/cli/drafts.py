"""drafts: texts of editors that were never saved, shown and dropped."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sesbank.cli.command import Commands, command, open_session, refuse
from sesbank.cli.printing import note, say, say_all, say_json, width
from sesbank.cli.tables import indented, table
from sesbank.domain.text import counted, shorten
from sesbank.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from sesbank.session import Session
    from sesbank.session.drafts import Draft


def add_to(commands: Commands) -> None:
    """Add the command of this group."""
    listing = command(
        commands,
        "drafts",
        run_drafts,
        does="list what was typed in the app and never saved, show one, or drop it",
        example="sesbank drafts s-1k3c7q9xw-4fzc",
    )
    listing.add_argument("key", nargs="?", metavar="DRAFT", help="show this one whole")
    listing.add_argument("--drop", action="store_true", help="throw it away for good")


def run_drafts(arguments: argparse.Namespace) -> int:
    """List the drafts, show one, or drop it."""
    from sesbank.session import drafts

    if not arguments.key:
        refuse(arguments, "--drop", where="without a draft", hint="say which: sesbank drafts DRAFT")
    with open_session(arguments) as session:
        found = drafts.drafts(session)
        if arguments.key:
            found = (_meant(found, arguments.key),)
        if arguments.drop:
            _drop(session, found[0])
    if arguments.drop:
        say_json({"dropped": found[0].key}) if arguments.json else say(f"Dropped: {found[0].key}")
    elif arguments.json:
        say_json([_shape(draft) for draft in found])
    elif arguments.key:
        say_all(_lines(found[0]))
    else:
        say_all(table([_row(draft) for draft in found], width()))
        note(f"{counted(len(found), 'draft')}; the app offers to take them up")
    return 0


def _meant(found: tuple[Draft, ...], key: str) -> Draft:
    draft = next((each for each in found if each.key == key), None)
    if draft is None:
        raise NotFoundError(
            f"no draft {shorten(key, 60)!r}: `sesbank drafts` lists those there are"
        )
    return draft


def _drop(session: Session, draft: Draft) -> None:
    from sesbank.session import drafts

    if draft.is_open:
        raise UsageError(f"the draft {draft.key} is open in another sesbank: close it there first")
    drafts.drop_draft(session, draft.key)


def _shape(draft: Draft) -> dict[str, object]:
    fields = {name: text or None for name, text in draft.fields.items()}
    return {"key": draft.key, "saved": draft.saved, "open": draft.is_open, "fields": fields}


def _row(draft: Draft) -> tuple[str, ...]:
    said = draft.fields.get("title") or next(filter(None, draft.fields.values()), "")
    return (draft.key, draft.saved[:16], "open" if draft.is_open else "", shorten(said, 60))


def _lines(draft: Draft) -> Iterator[str]:
    for name, text in draft.fields.items():
        if text.strip():
            yield name
            for line in text.splitlines():
                yield from indented(line, width(), first="  ")
