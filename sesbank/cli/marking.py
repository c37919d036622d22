"""tag, retire, offer, remove: one act on one or many stories."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sesbank.cli.command import Commands, command, open_session
from sesbank.cli.named import stories_argument
from sesbank.cli.printing import say, say_json
from sesbank.domain.story import Status
from sesbank.domain.tagging import TagLine, tag_names
from sesbank.errors import UsageError

if TYPE_CHECKING:
    from sesbank.session import Session

Change = Callable[["Session", Sequence[str]], str]
"""Changes the stories of these ids in one act; returns the names of those it changed or what it
did, empty where nothing was to do."""


def add_to(commands: Commands) -> None:
    """Add the commands of this group."""
    tagging = command(
        commands,
        "tag",
        run_tag,
        does="add tags to stories, or take tags away",
        example="sesbank tag backlog --add grants --drop draft",
    )
    stories_argument(tagging)
    tagging.add_argument("--add", action="append", default=[], metavar="TAG", help="add this tag")
    tagging.add_argument("--drop", action="append", default=[], metavar="TAG", help="take it away")
    for name, run, does in (
        ("retire", run_retire, "keep stories and offer them no longer"),
        ("offer", run_offer, "offer retired stories again"),
        ("remove", run_remove, "move stories to the trash, from where they come back for 30 days"),
    ):
        stories_argument(command(commands, name, run, does=does, example=f"sesbank {name} backlog"))


def run_tag(arguments: argparse.Namespace) -> int:
    """Tag stories."""
    from sesbank.session import bulk

    both = sorted(set(arguments.add) & set(arguments.drop))
    if both:
        raise UsageError(f"the tag {both[0]!r} cannot be added and taken away at once")
    asked = TagLine(tag_names(arguments.add), tag_names(arguments.drop))
    if not asked.on and not asked.off:
        raise UsageError("say which tag: --add TAG or --drop TAG")

    def tag(session: Session, ids: Sequence[str]) -> str:
        done = bulk.tag(session, ids, asked)
        return done.said and f"{done.said}: {done.names}"

    return _all(arguments, tag)


def run_retire(arguments: argparse.Namespace) -> int:
    """Retire stories."""
    from sesbank.session import bulk

    def retire(session: Session, ids: Sequence[str]) -> str:
        return bulk.set_status(session, ids, Status.RETIRED)

    return _all(arguments, retire, "Retired")


def run_offer(arguments: argparse.Namespace) -> int:
    """Offer stories again."""
    from sesbank.session import bulk

    return _all(arguments, bulk.reinstate, "On offer again")


def run_remove(arguments: argparse.Namespace) -> int:
    """Move stories to the trash."""
    from sesbank.session import bulk

    return _all(arguments, bulk.remove, "In the trash")


def _all(arguments: argparse.Namespace, change: Change, what: str = "") -> int:
    """Carry a change out on every story named, as one act; each is found before it.

    `what` was done to them, where the change does not say it itself.
    """
    from sesbank.session import stories

    with open_session(arguments) as session:
        named = [stories.get(session, reference) for reference in arguments.stories]
        ids = list(dict.fromkeys(story.id for story in named))
        done = change(session, ids)
        after = [session.bank.stories.get(story) for story in ids]
    if arguments.json and any(story is None for story in after):
        say_json({"removed": ids})
    elif arguments.json:
        found = [story for story in after if story is not None]
        say_json([{"id": s.id, "status": s.status.value, "tags": list(s.tags)} for s in found])
    else:
        said = f"{what}: {done}" if what else done
        say(said if done else "Nothing changed.")
    return 0
