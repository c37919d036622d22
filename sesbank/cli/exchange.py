"""import, export: stories in and out as files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sesbank.cli.command import Commands, command, force_option, open_session, refuse
from sesbank.cli.inputs import STANDARD_INPUT, agreed, search_line, text_of
from sesbank.cli.printing import complain, note, say, say_all, say_json, say_raw, width
from sesbank.cli.shapes import listed_shape
from sesbank.cli.tables import indented, table
from sesbank.domain.file_kinds import FileKind, kind_of
from sesbank.domain.story import PARTS, Story
from sesbank.domain.text import counted
from sesbank.errors import Exit, InputError, UsageError
from sesbank.files import Place, look_at, read_bytes
from sesbank.locations import expanded

if TYPE_CHECKING:
    from sesbank.session import Session

_ENDINGS = (
    "files ending in .docx, .md, .txt, .csv or .json, or a folder of them; "
    "- for JSON from standard input"
)
_WRITTEN = "the file to write, ending in .json, .csv or .md; - for JSON to standard output"


def add_to(commands: Commands) -> None:
    """Add the commands of this group."""
    importing = command(
        commands,
        "import",
        run_import,
        does="take stories from Word, Markdown, CSV and JSON files or a folder, after a look",
        example="sesbank import narratives.docx notes.md stories.csv\n  sesbank import Narratives",
    )
    importing.add_argument("files", nargs="+", metavar="FILE", help=_ENDINGS)
    importing.add_argument("--yes", action="store_true", help="keep them without asking")
    importing.add_argument(
        "--front-matter", action="store_true", help="also what stands before the stories, a name"
    )
    exporting = command(
        commands,
        "export",
        run_export,
        does="write stories to a file that `sesbank import` reads back; only JSON keeps all",
        example="sesbank export stories.json ecq:AR\n  sesbank export story-book.md",
    )
    exporting.add_argument("file", metavar="FILE", help=_WRITTEN)
    exporting.add_argument("query", nargs="*", metavar="QUERY", help="words and field:value")
    force_option(exporting)
    exporting.add_argument(
        "--raw", action="store_true", help="CSV: leave cells that look like formulas unmarked"
    )


def run_import(arguments: argparse.Namespace) -> int:
    """Show what files hold, ask, and keep it in one act."""
    from sesbank.session import exchange

    asks = not arguments.yes
    if asks and (arguments.json or STANDARD_INPUT in arguments.files or not _can_answer()):
        _all_there(arguments.files)
        raise UsageError("nobody can be asked here: add --yes to keep what is found")
    with open_session(arguments) as session:
        found, notes, failures, left_out = _read_all(session, arguments.files)
        if arguments.front_matter:
            found, left_out = (*left_out, *found), ()
            notes = [note for note in notes if exchange.LEFT_OUT not in note]
        if not arguments.json:
            say_all(_found_lines(found, notes))
            if left_out:
                say("`--front-matter` keeps what is left out as well.\n")
        if asks and not agreed(f"Keep {counted(len(found), 'story', 'stories')}?"):
            note("Nothing was kept.")
            return 0
        accepted = exchange.accept(session, found)
        new = len(accepted.kept)
        if arguments.json:
            pace = session.settings.words_a_minute
            say_json(
                {
                    "found": [listed_shape(story, pace) for story in found],
                    "stories": [listed_shape(story, pace) for story in accepted.kept],
                    "left_out": [listed_shape(story, pace) for story in left_out],
                    "notes": notes,
                    "kept": new,
                    "copies": accepted.copies,
                }
            )
        else:
            say(_outcome(len(found), new, accepted.copies))
            say_all(_leads(session, accepted.kept))
    return Exit.FOUND if failures or not found else 0


def _all_there(files: list[str]) -> None:
    """Raise InputError for the first file that is not there."""
    for name in files:
        if name != STANDARD_INPUT and look_at(expanded(name)) is Place.NOTHING:
            read_bytes(expanded(name))


def _read_all(
    session: Session, files: list[str]
) -> tuple[tuple[Story, ...], list[str], int, tuple[Story, ...]]:
    """Read every file and folder that can be read; raises InputError when none can."""
    from sesbank.session import exchange

    found: list[Story] = []
    notes: list[str] = []
    failures: list[InputError] = []
    left_out: list[Story] = []
    inside = 0
    for name in files:
        try:
            if name == STANDARD_INPUT:
                piped = exchange.import_json(
                    session, text_of(name, "JSON", limit=exchange.largest_json())
                )
                read = exchange.Found(piped.stories, piped.notes)
            else:
                read = exchange.read_all(session, expanded(name))
        except InputError as error:
            failures.append(error if name in str(error) else InputError(f"{name}: {error}"))
            continue
        found += read.stories
        notes += read.notes
        left_out += read.left_out
        inside += read.failed
    if len(failures) == len(files) == 1:
        raise failures[0]
    for failure in failures:
        complain(str(failure))
    if len(failures) == len(files):
        raise InputError("none of the files could be read: nothing was kept")
    return tuple(found), notes, len(failures) + inside, tuple(left_out)


def _found_lines(found: tuple[Story, ...], notes: list[str]) -> list[str]:
    rows = [(story.title, f"{story.words} words", _empty(story.missing_parts)) for story in found]
    lines = table(rows, width(), heads=("title", "length", "empty parts"))
    lines += [row for text in notes for row in indented(text, width(), first="! ")]
    return [*lines, ""]


def _empty(missing: tuple[str, ...]) -> str:
    return "all four" if missing == PARTS else ", ".join(missing) or "-"


def _can_answer() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _outcome(found: int, new: int, copies: int) -> str:
    if not found:
        return "No story was found: nothing was kept."
    if not new:
        return f"All {found} are in the bank already: nothing was changed."
    present = f", {found - new} were in the bank already" if found > new else ""
    copied = f", {copies} as copies beside a story that differs" if copies else ""
    return f"Kept {new} of {counted(found, 'story', 'stories')}{present}{copied}."


def _leads(session: Session, kept: Sequence[Story]) -> Iterator[str]:
    """Yield what is to be done next for narratives of an older framework."""
    from sesbank.session import mappings

    new, name = {story.id for story in kept}, session.framework.name
    homeless = [s for s in mappings.homeless(session, session.framework.id) if s.id in new]
    if homeless:
        number = counted(len(homeless), "story is", "stories are")
        lead = f"{number} mapped in an older framework alone; `sesbank map --suggested` shows where"
        yield from indented(f"{lead} they may belong in {name}.", width())


def run_export(arguments: argparse.Namespace) -> int:
    """Write stories to a file or to standard output."""
    from sesbank.session import exchange, new_files, stories

    line = search_line(arguments.query)
    path = expanded(arguments.file)
    if arguments.file == STANDARD_INPUT:
        refuse(arguments, "--force", "--raw", where="for standard output")
    if kind_of(path) is not FileKind.CSV:
        refuse(arguments, "--raw", where="for files other than .csv")
    with open_session(arguments) as session:
        if arguments.file == STANDARD_INPUT:
            say_raw(exchange.export_json(session, line))
            return 0
        data = exchange.export_file(session, path, line, raw=arguments.raw)
        number = len(stories.find(session, line))
    written = new_files.write(data, path, overwrite=arguments.force)
    if reason := new_files.beside(path, written):
        note(reason)
    if arguments.json:
        say_json({"file": str(written), "stories": number})
    else:
        say(f"Wrote {counted(number, 'story', 'stories')} to {written}")
    return 0
