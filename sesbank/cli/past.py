"""history, undo, redo, forget: what was, brought back or put away for good."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from sesbank.cli.command import Commands, command, open_session
from sesbank.cli.inputs import agreed
from sesbank.cli.named import story_argument
from sesbank.cli.printing import note, say, say_all, say_json, width
from sesbank.cli.tables import indented
from sesbank.domain.story import Story, Version
from sesbank.domain.text import clean_line, counted, shorten
from sesbank.errors import Exit, UsageError

if TYPE_CHECKING:
    from sesbank.domain.bank import Act
    from sesbank.domain.difference import PartDifference
    from sesbank.session import Session


def add_to(commands: Commands) -> None:
    """Add the commands of this group."""
    telling = command(
        commands,
        "history",
        run_history,
        does="show the earlier states of a story and what changed, or bring one back",
        example="sesbank history backlog --restore 2",
    )
    story_argument(telling, metavar="ID")
    telling.add_argument(
        "--restore", type=int, metavar="N", help="bring back the text of state N of the list"
    )
    for name, run, does in (
        ("undo", run_undo, "take back the latest act on the bank, also one of an earlier run"),
        ("redo", run_redo, "do again what was taken back last"),
    ):
        command(commands, name, run, does=does, example=f"sesbank {name}")
    forgetting = command(
        commands,
        "forget",
        run_forget,
        does="take a story out of bank, trash, history, undo, drafts and backups for good; "
        "acts that changed it can then no longer be undone",
        example="sesbank forget s-1k3c7q9xw-4fzc --yes",
    )
    story_argument(forgetting, metavar="ID")
    forgetting.add_argument("--yes", action="store_true", help="do it without asking")


def run_history(arguments: argparse.Namespace) -> int:
    """Show a story's earlier states, or bring one back."""
    from sesbank.session import history, stories

    with open_session(arguments) as session:
        story = stories.get(session, arguments.story)
        if arguments.restore is not None:
            story = history.restore_version(session, story.id, arguments.restore - 1)
            if arguments.json:
                say_json({"id": story.id, "restored": arguments.restore})
            else:
                say(f"Brought back state {arguments.restore}; the text before it is a state now.")
            return 0
    if arguments.json:
        say_json({"id": story.id, "title": story.title, "states": list(_shapes(story))})
    else:
        say_all(_lines(story))
    return 0


def _steps(story: Story) -> Iterator[tuple[int, str, str, tuple[PartDifference, ...]]]:
    """Yield each earlier state by number with what the next one changed."""
    from sesbank.session.history import difference

    states: tuple[Version | Story, ...] = (*story.versions, story)
    for number, (old, new) in enumerate(pairwise(states), 1):
        assert isinstance(old, Version)  # The story itself comes last.
        yield number, old.saved, old.reason, difference(old, new)


def _shapes(story: Story) -> Iterator[dict[str, object]]:
    for number, saved, reason, parts in _steps(story):
        changed = {
            part.part: [{"fate": s.fate.value, "text": s.text} for s in part.stretches]
            for part in parts
        }
        yield {"state": number, "saved": saved, "reason": reason, "changed": changed}


def _lines(story: Story) -> Iterator[str]:
    columns = width()
    number = len(story.versions)
    yield f"{story.title} has {number} earlier {'state' if number == 1 else 'states'}"
    for number, saved, reason, parts in _steps(story):
        yield ""
        yield f"{number}  until {saved} ({reason}), then:"
        for part in parts:
            text = "".join(_marked(s.fate.value, s.text) for s in part.stretches)
            yield from indented(text, columns, first=f"   {part.part}: ", rest="      ")


def _marked(fate: str, text: str) -> str:
    if fate == "same":
        words = text.split()
        if len(words) <= 12:
            return text
        return f"{' '.join(words[:6])} … {' '.join(words[-6:])} "
    return f"[-{text}-]" if fate == "gone" else f"{{+{text}+}}"


def run_undo(arguments: argparse.Namespace) -> int:
    """Take back the latest act."""
    return _step(arguments, lambda session: session.undo(), "undone")


def run_redo(arguments: argparse.Namespace) -> int:
    """Do again what was taken back last."""
    return _step(arguments, lambda session: session.redo(), "redone")


def _step(arguments: argparse.Namespace, step: Callable[[Session], Act | None], what: str) -> int:
    with open_session(arguments) as session:
        act = step(session)
    if arguments.json:
        say_json({what: act.label if act else None, "records": len(act.changes) if act else 0})
    elif act:
        say(f"{what.capitalize()}: {act.label}")
    if act is None:
        note(f"nothing to be {what}")
        return Exit.FOUND
    return 0


def run_forget(arguments: argparse.Namespace) -> int:
    """Forget a story, after asking."""
    from sesbank.session import forgetting

    with open_session(arguments) as session:
        story = forgetting.find(session, arguments.story)
        title = shorten(clean_line(story.title), 60)
        if not arguments.yes and not _agreed(title, as_json=arguments.json):
            note("Nothing was forgotten.")
            return 0
        done = forgetting.forget(session, story.id)
    if arguments.json:
        left = list(done.left)
        say_json(
            {
                "forgotten": story.id,
                "backups_rewritten": done.backups,
                "acts_dropped": done.acts,
                "left": left,
            }
        )
    else:
        say(f"Forgotten for good: “{title}”, in the bank and {_in_backups(done.backups)}.")
        if done.acts:
            say(
                f"{counted(done.acts, 'earlier act')} that changed it, with whatever else they "
                "changed, can no longer be undone."
            )
    for name in done.left:
        note(f"{name} may still hold it: delete that file if you want it gone there too")
    return Exit.FOUND if done.left else 0


def _in_backups(count: int) -> str:
    return "in one backup" if count == 1 else f"in {count} backups"


def _agreed(title: str, *, as_json: bool) -> bool:
    if as_json or sys.stdin is None or not sys.stdin.isatty():
        raise UsageError("nobody can be asked here: add --yes to forget the story for good")
    return agreed(
        f"Forget “{title}” for good, in every backup too? What was done to it can then no longer "
        "be undone, nor what was done to others in the same act."
    )
