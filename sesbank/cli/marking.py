"""tag, retire, offer, remove: one act on one or many stories."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from sesbank.cli.command import Commands, Parser, command, open_session
from sesbank.cli.printing import say, say_json
from sesbank.domain.story import Story
from sesbank.domain.text import clean_line
from sesbank.errors import UsageError

if TYPE_CHECKING:
    from sesbank.session import Session

Change = Callable[["Session", Story], Story]
"""Changes one story and returns it as it is then."""


def add_to(commands: Commands) -> None:
    """Add the commands of this group."""
    tagging = command(
        commands,
        "tag",
        run_tag,
        does="add tags to stories, or take tags away",
        example="sesbank tag backlog --add grants --drop draft",
    )
    _stories(tagging)
    tagging.add_argument("--add", action="append", default=[], metavar="TAG", help="add this tag")
    tagging.add_argument("--drop", action="append", default=[], metavar="TAG", help="take it away")
    for name, run, does in (
        ("retire", run_retire, "keep stories and offer them no longer"),
        ("offer", run_offer, "offer retired stories again"),
        ("remove", run_remove, "move stories to the trash, from where they come back for 30 days"),
    ):
        _stories(command(commands, name, run, does=does, example=f"sesbank {name} backlog"))


def _stories(parser: Parser) -> None:
    parser.add_argument(
        "stories", nargs="+", metavar="STORY", help="an id, the start of one, or a title"
    )


def run_tag(arguments: argparse.Namespace) -> int:
    """Tag stories."""
    from sesbank.session import stories

    added, dropped = (tuple(map(clean_line, tags)) for tags in (arguments.add, arguments.drop))
    if not added and not dropped:
        raise UsageError("say which tag: --add TAG or --drop TAG")

    def change(session: Session, story: Story) -> Story:
        kept = [tag for tag in story.tags if tag not in dropped]
        return stories.save(session, story.edit(tags=(*kept, *added)), "tagged")

    return _each(arguments, change, "Tagged")


def run_retire(arguments: argparse.Namespace) -> int:
    """Retire stories."""
    from sesbank.session import stories

    return _each(arguments, lambda session, s: stories.retire(session, s.id), "Retired")


def run_offer(arguments: argparse.Namespace) -> int:
    """Offer stories again."""
    from sesbank.session import stories

    return _each(arguments, lambda session, s: stories.reinstate(session, s.id), "On offer again")


def run_remove(arguments: argparse.Namespace) -> int:
    """Move stories to the trash."""
    from sesbank.session import stories

    def change(session: Session, story: Story) -> Story:
        stories.remove(session, story.id)
        return story

    return _each(arguments, change, "In the trash")


def _each(arguments: argparse.Namespace, change: Change, what: str) -> int:
    """Carry a change out on every story named; all of them are found before the first."""
    from sesbank.session import stories

    with open_session(arguments) as session:
        named = [stories.get(session, reference) for reference in arguments.stories]
        done = [change(session, story) for story in {s.id: s for s in named}.values()]
    if arguments.json:
        shapes = [{"id": s.id, "status": s.status.value, "tags": list(s.tags)} for s in done]
        say_json(shapes)
    else:
        for story in done:
            tags = " ".join(f"#{tag}" for tag in story.tags) if what == "Tagged" else ""
            say(f"{what}: {story.title} {tags}".rstrip())
    return 0
