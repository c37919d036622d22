"""sheet: one page for the interview room, as a Word file."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from sesbank.cli.command import Commands, command, nothing_to_offer
from sesbank.cli.postings import NO_REQUIREMENT, SOMETHING, open_posting, posting_arguments
from sesbank.cli.printing import note, say_all, say_json, width
from sesbank.cli.shapes import sheet_shape
from sesbank.cli.tables import indented
from sesbank.domain.sheet import Paper, SheetFile
from sesbank.domain.text import shorten


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
    making.add_argument(
        "-o", "--output", required=True, type=Path, metavar="OUT.docx", help="the file to write"
    )
    making.add_argument(
        "--paper", choices=[paper.value for paper in Paper], help="without it as in your settings"
    )
    making.add_argument("--template", metavar="NAME", help="without it as in your settings")
    making.add_argument("--force", action="store_true", help="write over a file of that name")


def run_sheet(arguments: argparse.Namespace) -> int:
    """Write a sheet."""
    from sesbank.session import sheets

    session, vacancy = open_posting(arguments)
    with session:
        problem = nothing_to_offer(session) if vacancy.matched else NO_REQUIREMENT
        if problem:
            if arguments.json:
                say_json(sheet_shape(None, None))
            note(f"no sheet was written: {problem}")
            return SOMETHING
        paper = Paper(arguments.paper) if arguments.paper else None
        sheet = sheets.make(session, vacancy, template=arguments.template, paper=paper)
    path = sheets.write(sheet, arguments.output.expanduser(), overwrite=arguments.force)
    if arguments.json:
        say_json(sheet_shape(sheet, path))
    else:
        say_all(sheet_lines(sheet, path))
    return 0


def sheet_lines(sheet: SheetFile, path: Path) -> Iterator[str]:
    """Yield where a sheet was written and what was cut to keep it to one page."""
    columns = width()
    yield f"Wrote {path}"
    for warning in sheet.warnings:
        yield from indented(warning, columns, first="! ")
    if not sheet.cuts:
        yield "Everything fits on one page."
        return
    yield f"To keep it to one page, {len(sheet.cuts)} things were cut:"
    for cut in sheet.cuts:
        text = f"{cut.where}: {cut.what}: {shorten(cut.text, 90)}"
        yield from indented(text, columns, first="- ")
