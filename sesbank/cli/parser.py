"""Parser: the commands there are, and the file each one lives in."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from importlib import import_module

from sesbank import __version__
from sesbank.cli import app
from sesbank.cli.command import Commands, Parser, bank_option
from sesbank.domain.text import shorten
from sesbank.errors import UsageError

DESCRIPTION = """A story bank for Senior Executive Service candidates.

Without a command the app opens. Exit codes: 0 done; 1 done, and there is something
to look at; 2 wrong usage; 3 the bank or an input cannot be read; 4 the bank is of a newer
sesbank; 5 another sesbank holds it; 6 not saved."""

EXAMPLE = """examples:
  sesbank                                open the app
  sesbank demo                           see the main job on invented examples
  sesbank match posting.txt              which story serves which requirement
  sesbank sheet posting.txt -o page.docx one page for the interview room"""

HOMES = {
    "demo": "demo",
    "list": "bank",
    "show": "bank",
    "capture": "writing",
    "new": "writing",
    "edit": "writing",
    "map": "mapping",
    "tag": "marking",
    "retire": "marking",
    "offer": "marking",
    "remove": "marking",
    "merge": "curating",
    "searches": "curating",
    "lengths": "lengths",
    "number": "numbers",
    "import": "exchange",
    "export": "exchange",
    "read": "postings",
    "match": "postings",
    "learned": "learning",
    "keep": "keeping",
    "vacancies": "choosing",
    "pin": "choosing",
    "ban": "choosing",
    "release": "choosing",
    "accept": "choosing",
    "mend": "mending",
    "discard": "mending",
    "prepare": "preparing",
    "cue": "preparing",
    "interviews": "interviews",
    "sheet": "sheet",
    "paper": "papers",
    "ask": "asking",
    "questions": "practising",
    "rehearse": "rehearsing",
    "coverage": "coverage",
    "check": "checking",
    "where": "bank",
    "backup": "backups",
    "restore": "backups",
    "doctor": "doctor",
    "history": "past",
    "undo": "past",
    "redo": "past",
    "forget": "past",
    "trash": "trash",
    "drafts": "drafts",
    "settings": "settings",
}
"""Each command's module in this package. Only the one that is called is loaded."""


_LEAVES_OUT = re.compile(r"^-(?=[a-z]+:)")
"""How a condition of a search begins that is left out, as in -tag:draft. With a blank before it
argparse takes it for no option; the search line does not mind."""


def build(called: str = "") -> Parser:
    """Return the parser of the command that is called, or of all where none is known."""
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
    for home in [HOMES[called]] if called in HOMES else dict.fromkeys(HOMES.values()):
        import_module(f"sesbank.cli.{home}").add_to(commands)
    return parser


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the arguments, with the command's function as `run`.

    Raises UsageError with one line; exits for --help and --version.
    """
    called = _called(argv)
    if called and called not in HOMES:
        raise UsageError(_unknown(called))
    return build(called).parse_args([_LEAVES_OUT.sub(r" \g<0>", word) for word in argv])


def _unknown(called: str) -> str:
    """Return a line about a command there is not, with the nearest ones."""
    from difflib import get_close_matches

    near = get_close_matches(called.casefold(), HOMES, n=3)
    meant = f"; did you mean {' or '.join(near)}?" if near else ""
    return f"there is no command {shorten(called, 40)!r}{meant}: see `sesbank --help`"


def _called(argv: Sequence[str]) -> str:
    """Return the word that must be the command: the first that is no option of sesbank itself."""
    words = iter(argv)
    for word in words:
        if word == "--bank":
            next(words, None)
        elif not word.startswith("-"):
            return word
    return ""
