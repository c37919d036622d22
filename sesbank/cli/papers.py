"""paper: thank-you notes, cue cards, the story book and resume bullets, as Word files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from sesbank.cli.command import (
    Commands,
    command,
    force_option,
    framework_option,
    open_session,
    refuse,
)
from sesbank.cli.paper_shapes import paper_shape
from sesbank.cli.postings import open_posting
from sesbank.cli.preparing import INTERVIEW, SHEET_ALONE, interview_options, preparation_of
from sesbank.cli.printing import say, say_all, say_json, width
from sesbank.cli.sheet import cut_lines, look_options, written, written_all_the_same
from sesbank.cli.tables import indented
from sesbank.domain.page_size import Paper
from sesbank.domain.papers import UNITS, PaperFile, PaperKind
from sesbank.domain.text import counted
from sesbank.errors import Exit
from sesbank.files import placed
from sesbank.locations import expanded


def add_to(commands: Commands) -> None:
    """Add the command of this group."""
    printing = command(
        commands,
        "paper",
        run_paper,
        does="write thank-you notes, cue cards, a story book or resume bullets for Word",
        example="sesbank paper cue-cards posting.txt -o cards.docx",
    )
    kinds = [str(kind) for kind in PaperKind]
    printing.add_argument("kind_of_paper", metavar="KIND", choices=kinds, help=", ".join(kinds))
    printing.add_argument(
        "posting",
        metavar="POSTING",
        nargs="?",
        help="a text file, - for standard input, or a kept id; without it the whole bank is meant",
    )
    printing.add_argument(
        "-o", "--output", required=True, type=Path, metavar="OUT.docx", help="the file to write"
    )
    framework_option(printing, instead="the one the posting names, else the one in your settings")
    look_options(printing)
    force_option(printing)
    printing.add_argument("--open", action="store_true", help="show the file in its program")
    interview_options(printing)


def run_paper(arguments: argparse.Namespace) -> int:
    """Write a paper."""
    from sesbank.session import papers, preparing

    kind = PaperKind(arguments.kind_of_paper)
    placed(expanded(arguments.output))
    _understood(arguments, kind)
    changes = preparation_of(arguments)
    if arguments.posting is None:
        session, vacancy = open_session(arguments), None
    else:
        session, vacancy = open_posting(arguments)
    with session:
        if vacancy is not None:
            vacancy = preparing.prepared(session, vacancy, changes)
        paper = Paper(arguments.paper) if arguments.paper else None
        made = papers.make(session, kind, vacancy, template=arguments.template, paper=paper)
    with written_all_the_same() as told:
        if not arguments.json:
            say_all(_lines(made, kind))
    path = written(made, arguments)
    told()
    if arguments.json:
        say_json(paper_shape(made, path))
    else:
        say(f"Wrote {path}")
    over = made.limit is not None and made.pages > made.limit
    return Exit.FOUND if over else 0


def _understood(arguments: argparse.Namespace, kind: PaperKind) -> None:
    """Raise UsageError for options that the paper has no place for."""
    refuse(arguments, *SHEET_ALONE, where="here", hint="only the sheet has a place for that")
    if arguments.posting is None:
        hint = "name a posting or a kept vacancy"
        refuse(arguments, "--framework", *INTERVIEW, where="without a posting", hint=hint)
    elif kind is PaperKind.BOOK:
        refuse(arguments, *INTERVIEW, where="on a story book")
    elif kind is not PaperKind.THANKS:
        refuse(arguments, "--panel", where=f"on {kind.value}")


def _lines(made: PaperFile, kind: PaperKind) -> Iterator[str]:
    """Yield what a paper holds, what was left out, and whether it is too long."""
    for warning in made.warnings:
        yield from indented(warning, width(), first="! ")
    yield f"{counted(made.count, *UNITS[kind])} on {counted(made.pages, 'page')}."
    if made.limit is not None and made.pages > made.limit:
        yield f"! that is over the limit of {made.limit} pages"
    if made.cuts:
        yield f"To keep to {made.limit} pages, {len(made.cuts)} were left out:"
        yield from cut_lines(made.cuts)
