"""lengths: one story in other lengths, each tied to it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from sesbank.cli.command import Commands, command, open_session
from sesbank.cli.inputs import text_of
from sesbank.cli.named import story_argument
from sesbank.cli.printing import say, say_all, say_json, width
from sesbank.cli.tables import table
from sesbank.domain.retellings import LENGTH_NAMES, LENGTHS, Length
from sesbank.domain.text import shorten, word_count
from sesbank.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from sesbank.domain.story import Story

_TEXT_WIDTH = 60


def add_to(commands: Commands) -> None:
    """Add the command of this group."""
    telling = command(
        commands,
        "lengths",
        run_lengths,
        does="show a story's other lengths, or write one",
        example="sesbank lengths backlog 2min --text two-minutes.txt",
    )
    story_argument(telling)
    telling.add_argument("length", nargs="?", choices=[length.value for length in LENGTHS])
    how = telling.add_mutually_exclusive_group()
    how.add_argument("--text", metavar="FILE", help="a file with the text, - for standard input")
    how.add_argument(
        "--in-step", action="store_true", help="it says what the story now says: no mark any more"
    )
    how.add_argument("--remove", action="store_true", help="take the text away")


def run_lengths(arguments: argparse.Namespace) -> int:
    """Show or write a story's other lengths."""
    from sesbank.session import retellings, stories

    writes = bool(arguments.text or arguments.in_step or arguments.remove)
    if writes and not arguments.length:
        raise UsageError(f"say which length: {', '.join(length.value for length in LENGTHS)}")
    text = text_of(arguments.text, "text") if arguments.text else ""
    with open_session(arguments) as session:
        story = stories.get(session, arguments.story)
        if writes:
            length = Length(arguments.length)
            said = story.retelling(length)
            if said is None and not text:
                raise NotFoundError(f"the story is not told in {LENGTH_NAMES[length]} yet")
            kept = text or (said.text if said and not arguments.remove else "")
            new = retellings.retold(
                session, story, length, kept, in_step=bool(text) or arguments.in_step
            )
            story = stories.save(session, new)
    _tell_lengths(story, arguments)
    return 0


def _tell_lengths(story: Story, arguments: argparse.Namespace) -> None:
    told = {length: story.retelling(length) for length in LENGTHS}
    if arguments.json:
        say_json(
            {
                "id": story.id,
                "lengths": [
                    {"length": each.length.value, "text": each.text,
                     "moved_on": story.moved_on_from(each)}
                    for each in told.values() if each
                ],
            }
        )  # fmt: skip
    elif arguments.length and (one := told[Length(arguments.length)]):
        say(one.text)
    else:
        rows = [
            (
                length.value,
                f"{word_count(each.text)} words" if each else "not written",
                ("the story moved on" if story.moved_on_from(each) else "in step") if each else "",
                shorten(each.text, _TEXT_WIDTH) if each else "",
            )
            for length, each in told.items()
        ]
        say_all(table(rows, width(), heads=("length", "words", "standing", "text")))
