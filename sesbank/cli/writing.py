"""capture, new, edit: stories written from the command line."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from sesbank.cli.command import Commands, Parser, command, open_session, wrong_use
from sesbank.cli.inputs import text_of
from sesbank.cli.named import story_argument
from sesbank.cli.printing import note, say, say_json
from sesbank.cli.shapes import story_shape
from sesbank.domain.story import Story
from sesbank.domain.text import shorten
from sesbank.errors import SesbankError, UsageError
from sesbank.files import shown

if TYPE_CHECKING:
    from sesbank.session import Session
    from sesbank.session.conflicts import EditConflictError

NO_EDITOR = (
    "no editor can be opened here: set EDITOR, or give fields with --set title=…, or the text of "
    "the story as - on standard input"
)


def add_to(commands: Commands) -> None:
    """Add the commands of this group."""
    capturing = command(
        commands,
        "capture",
        run_capture,
        does="keep a line as a story in the inbox, to be written later",
        example='sesbank capture "Saved $1.2M a year on the lab contract"',
    )
    capturing.add_argument("line", nargs="+", metavar="LINE", help="what happened, in a line")
    capturing.add_argument("--number", default="", help='a figure of it, such as "$1.2M a year"')
    capturing.add_argument("--day", default="", help="when it ended: 2023, 2023-05 or 2023-05-31")
    writing = command(
        commands,
        "new",
        run_new,
        does="write a new story in your editor, from fields, or from standard input",
        example='sesbank new --set title="Merged two labs" --set result="One lab, $2M less"',
    )
    _add_source(writing)
    editing = command(
        commands,
        "edit",
        run_edit,
        does="edit a story in your editor, by fields, or from standard input",
        example="sesbank edit backlog --set status=ready --set ended=2023-05",
    )
    story_argument(editing)
    _add_source(editing)


def _add_source(parser: Parser) -> None:
    parser.add_argument(
        "text",
        nargs="?",
        metavar="FILE",
        help="a file with the story under a `# Title` line, or - for standard input; "
        "without it your editor opens",
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help="set a field, such as title, action, ended or tags; an empty value clears it",
    )


def run_capture(arguments: argparse.Namespace) -> int:
    """Keep a line in the inbox."""
    from sesbank.session import stories

    with open_session(arguments) as session:
        line = " ".join(arguments.line)
        with wrong_use():
            story = stories.capture(session, line, number=arguments.number, day=arguments.day)
    return tell_story(story, "In the inbox", as_json=arguments.json)


def _one_source(arguments: argparse.Namespace) -> None:
    if arguments.text and arguments.set:
        raise UsageError("give either the text of the story or fields with --set, not both")


def run_new(arguments: argparse.Namespace) -> int:
    """Write a new story."""
    from sesbank.session import stories, writing

    _one_source(arguments)
    given = field_pairs(arguments.set)
    text = text_of(arguments.text, "story") if arguments.text else ""
    with open_session(arguments) as session:
        if text:
            story = writing.add_written(session, text)
        elif given:
            with wrong_use():
                fields = writing.read_fields(given)
                story = stories.add(session, title=fields.pop("title", ""), **fields)
        else:
            form = writing.blank_form("Title of the story")
            written = in_editor(session, form, lambda t: writing.add_written(session, t))
            if written is None:
                if arguments.json:
                    say_json(None)
                note("Nothing was written.")
                return 0
            story = written
    return tell_story(story, "Saved", as_json=arguments.json)


def run_edit(arguments: argparse.Namespace) -> int:
    """Edit a story."""
    from sesbank.session import stories, writing

    _one_source(arguments)
    given = field_pairs(arguments.set)
    text = text_of(arguments.text, "story") if arguments.text else ""
    with open_session(arguments) as session:
        present = stories.get(session, arguments.story)
        if text:
            story = writing.save_written(session, present, text, base=present)
        elif given:
            with wrong_use():
                story = writing.set_fields(session, present, given)
        else:
            form = writing.as_form(present)
            save = partial(writing.save_written, session, present, base=present)
            saved = in_editor(session, form, save)
            story = saved or present
    changed = story.rev != present.rev
    if arguments.json:
        say_json({**story_shape(story), "changed": changed})
        return 0
    return tell_story(story, "Saved" if changed else "Unchanged", as_json=False)


def in_editor(session: Session, form: str, keep: Callable[[str], Story]) -> Story | None:
    """Return the story as kept after editing, None when nothing was changed.

    What could not be kept stays in its file, and the error says where.
    """
    from sesbank.session.conflicts import EditConflictError
    from sesbank.session.own_editor import Writing, editor_command

    if not editor_command() or not all(s and s.isatty() for s in (sys.stdin, sys.stdout)):
        raise UsageError(NO_EDITOR)
    writing = Writing(form, session.path.parent)
    if writing.text == form:
        writing.done()
        return None
    file = shown(writing.path.absolute())
    try:
        story = keep(writing.text)
    except EditConflictError as conflict:
        conflict.args = (_ways_out(conflict, file),)
        raise
    except SesbankError as error:
        error.args = (f"{error}; your text is in {file}",)
        raise
    except BaseException:
        note(f"not saved: your text is in {file}")
        raise
    writing.done()
    return story


def _ways_out(conflict: EditConflictError, file: str) -> str:
    """Return what to do where the bank holds another state of the story that was edited."""
    title, file = shorten(conflict.mine.title, 40), shlex.quote(file)
    if conflict.present is None:
        return (
            f"not saved: “{title}” was removed meanwhile; your text is in {file}: "
            f"`sesbank new {file}` keeps it as a new story"
        )
    return (
        f"not saved: “{title}” was changed meanwhile; your text is in {file}: "
        f"`sesbank edit {conflict.mine.id} {file}` puts it in the place of the other, which "
        f"`sesbank history {conflict.mine.id}` keeps; `sesbank new {file}` keeps both"
    )


def field_pairs(given: Sequence[str]) -> dict[str, str]:
    """Return what --set gives as fields. Raises UsageError."""
    pairs: dict[str, str] = {}
    for one in given:
        name, sign, value = one.partition("=")
        if not sign or not name.strip():
            raise UsageError(f"--set takes FIELD=VALUE, such as status=ready, not {one[:40]!r}")
        if name.strip() in pairs:
            raise UsageError(f"--set names {name.strip()} twice: give it once")
        pairs[name.strip()] = value
    return pairs


def tell_story(story: Story, what: str, *, as_json: bool) -> int:
    """Say what was done with a story, or print it, and return the exit code."""
    if as_json:
        say_json(story_shape(story))
    else:
        say(f"{what}: {story.title} ({story.id})")
    return 0
