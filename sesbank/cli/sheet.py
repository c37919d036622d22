"""sheet: one page for the interview room, as a Word file."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sesbank.cli.command import (
    Commands,
    Parser,
    command,
    force_option,
    nothing_to_offer,
    refuse,
)
from sesbank.cli.paper_shapes import sheet_shape
from sesbank.cli.postings import NO_REQUIREMENT, open_posting, posting_arguments
from sesbank.cli.preparing import interview_options, preparation_of
from sesbank.cli.printing import note, say, say_all, say_json, width
from sesbank.cli.tables import indented
from sesbank.domain.page_size import Paper
from sesbank.domain.papers import PaperFile
from sesbank.domain.sheet import Block, Cut, SheetFile
from sesbank.domain.text import shorten
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import Exit, UsageError
from sesbank.files import placed
from sesbank.locations import expanded


def add_to(commands: Commands) -> None:
    """Add the command of this group."""
    making = command(
        commands,
        "sheet",
        run_sheet,
        does="write the one-page Word sheet for a posting and say what did not fit",
        example="sesbank sheet posting.txt -o prep.docx --paper a4",
    )
    posting_arguments(making)
    ends = making.add_mutually_exclusive_group()
    ends.add_argument("-o", "--output", type=Path, metavar="OUT.docx", help="the file to write")
    ends.add_argument(
        "--preview",
        action="store_true",
        help="say what stands on the page and what does not fit, and write nothing",
    )
    look_options(making)
    blocks = making.add_mutually_exclusive_group()
    blocks.add_argument(
        "--without",
        action="append",
        default=[],
        choices=[block.value for block in Block],
        metavar="BLOCK",
        help=f"leave a block away: {', '.join(Block)}; once for each. A kept vacancy's sheet is"
        " made without those its latest one was written without, unless you name any",
    )
    blocks.add_argument(
        "--whole", action="store_true", help="with every block, whatever was so far"
    )
    force_option(making)
    making.add_argument("--open", action="store_true", help="show the file in its program")
    interview_options(making)


def look_options(parser: Parser) -> None:
    """Add the choice of paper and template."""
    parser.add_argument(
        "--paper", choices=[paper.value for paper in Paper], help="without it as in your settings"
    )
    parser.add_argument("--template", metavar="NAME", help="without it as in your settings")


def run_sheet(arguments: argparse.Namespace) -> int:
    """Write a sheet."""
    from sesbank.session import preparing, sheets

    if arguments.output is None and not arguments.preview:
        raise UsageError(
            "name the file to write with -o, or add --preview: see `sesbank sheet --help`"
        )
    if arguments.preview:
        refuse(arguments, "--force", "--open", where="with --preview")
    if arguments.output is not None:
        placed(expanded(arguments.output))
    changes = preparation_of(arguments)
    session, vacancy = open_posting(arguments)
    with session:
        problem = nothing_to_offer(session) if vacancy.matched else NO_REQUIREMENT
        if problem:
            if arguments.json:
                say_json(sheet_shape(None, None))
            note(f"no sheet was written: {problem}")
            return Exit.FOUND
        without = _left_away(arguments, vacancy)
        sheet = sheets.make(
            session,
            preparing.prepared(session, vacancy, changes),
            template=arguments.template,
            paper=Paper(arguments.paper) if arguments.paper else None,
            without=without,
        )

        def remember(path: Path) -> str:
            return sheets.record(session, vacancy.id, path, without=without)

        return _told(arguments, sheet, remember)


def _left_away(arguments: argparse.Namespace, vacancy: Vacancy) -> tuple[Block, ...]:
    """Return the blocks to leave away, and say so where nobody named them this time."""
    from sesbank.session import sheets

    if arguments.whole or arguments.without:
        return tuple(map(Block, arguments.without))
    away = sheets.left_away(vacancy)
    if away:
        note(f"left away as on the latest sheet: {', '.join(away)}; --whole prints every block")
    return away


def _told(arguments: argparse.Namespace, sheet: SheetFile, remember: Callable[[Path], str]) -> int:
    """Say what did not fit, then write the file unless only a preview is wanted."""
    with written_all_the_same() as told:
        if not arguments.json:
            say_all(sheet_lines(sheet, preview=arguments.preview))
    path = None if arguments.preview else written(sheet, arguments)
    if path and (reason := remember(path)):
        note(reason)
    told()
    if arguments.json:
        say_json(sheet_shape(sheet, path))
    elif path:
        say(f"Wrote {path}")
    return 0


@contextlib.contextmanager
def written_all_the_same() -> Iterator[Callable[[], None]]:
    """Let a reader that goes away early, such as `head`, not keep the file from being written.

    Yields what is called once the file is written, and then tells of it as usual.
    """
    gone: list[BrokenPipeError] = []

    def told() -> None:
        if gone:
            raise gone[0]

    try:
        yield told
    except BrokenPipeError as error:
        gone.append(error)


def written(made: SheetFile | PaperFile, arguments: argparse.Namespace) -> Path:
    """Write a file where the options say, say when it had to be called otherwise, and open it."""
    from sesbank.session import new_files, showing

    wanted = expanded(arguments.output)
    path = new_files.write(made.data, wanted, overwrite=arguments.force)
    if reason := new_files.beside(wanted, path):
        note(reason)
    if arguments.open and (reason := showing.show(path)):
        note(reason)
    return path


def sheet_lines(sheet: SheetFile, *, preview: bool = False) -> Iterator[str]:
    """Yield what has no story and what was cut to keep to one page; in a preview the page too."""
    columns = width()
    for warning in sheet.warnings:
        yield from indented(warning, columns, first="! ")
    if preview:
        for line in sheet.lines:
            yield from indented(line, columns, first="  ")
    if sheet.gaps:
        yield from indented(f"No story yet for {', '.join(sheet.gaps)}.", columns, first="! ")
    if not sheet.cuts:
        yield f"Everything fits on one page, cues in {sheet.cue_points:g} points."
        return
    yield (
        f"To keep it to one page, {len(sheet.cuts)} things were cut; "
        f"cues in {sheet.cue_points:g} points:"
    )
    yield from cut_lines(sheet.cuts)


def cut_lines(cuts: Iterable[Cut]) -> Iterator[str]:
    """Yield what was left out, a thing a line."""
    for cut in cuts:
        text = f"{cut.where}: {cut.what}: {shorten(cut.text, 90)}"
        yield from indented(text, width(), first="- ")
