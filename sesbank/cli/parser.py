"""Parser: the commands there are, from one list of groups."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from sesbank import __version__
from sesbank.cli import app, asking, bank, coverage, demo, exchange, postings, sheet
from sesbank.cli.command import Commands, Parser, bank_option

DESCRIPTION = """A story bank for Senior Executive Service candidates.

Without a command the app opens. Exit codes: 0 done; 1 done, and there is something
to look at; 2 wrong usage; 3 the bank or an input cannot be read; 6 not saved."""

EXAMPLE = """examples:
  sesbank                                open the app
  sesbank demo                           see the main job on invented examples
  sesbank match posting.txt              which story serves which requirement
  sesbank sheet posting.txt -o page.docx one page for the interview room"""

GROUPS = (demo, bank, exchange, postings, sheet, asking, coverage)


def build() -> Parser:
    """Return the parser of the whole command line."""
    parser = Parser(
        prog="sesbank",
        description=DESCRIPTION,
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"sesbank {__version__}")
    bank_option(parser, default=None)
    parser.set_defaults(run=app.run)
    commands: Commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", parser_class=Parser
    )
    for group in GROUPS:
        group.add_to(commands)
    return parser


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the arguments, with the command's function as `run`.

    Raises UsageError with one line; exits for --help and --version.
    """
    return build().parse_args(argv)
