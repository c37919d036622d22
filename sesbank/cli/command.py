"""Command: what every command of the command line has in common."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from sesbank.domain.text import quoted, whole_number
from sesbank.errors import InputError, UsageError

if TYPE_CHECKING:
    from sesbank.session import Session

Run: TypeAlias = Callable[[argparse.Namespace], int]
"""Carries out a command and returns the exit code."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError instead of printing the usage and leaving."""
        raise UsageError(f"{message}: see `{self.prog} --help`")


if TYPE_CHECKING:
    Commands: TypeAlias = argparse._SubParsersAction[Parser]
else:
    Commands = object


def command(commands: Commands, name: str, run: Run, *, does: str, example: str) -> Parser:
    """Add a command with its help, its example, --bank and --json, and return its parser."""
    parser = commands.add_parser(
        name,
        help=does,
        description=f"{does[0].upper()}{does[1:]}.",
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    bank_option(parser, default=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    parser.set_defaults(run=run)
    return parser


def bank_option(parser: Parser, *, default: str | None) -> None:
    """Add --bank, which may stand before or behind the command."""
    parser.add_argument(
        "--bank", metavar="FILE", type=Path, default=default, help="the bank file to use"
    )


def framework_option(parser: Parser, *, instead: str) -> None:
    """Add --framework; `instead` says what is used without it."""
    parser.add_argument(
        "--framework",
        metavar="ID",
        help=f"the ECQ framework, such as opm-2025 or opm-2006; without it {instead}",
    )


def force_option(parser: Parser) -> None:
    """Add --force to a command that writes a file."""
    parser.add_argument(
        "--force",
        action="store_true",
        help="write over a file of that name; without it that file stays and the new one is "
        "called “name (2)”",
    )


def check_option(parser: Parser, gap: str) -> None:
    """Add --check to a command that shows gaps as a part of its answer.

    Without it they are no failure: hardly a bank answers all, and `check` is what looks for faults.
    """
    parser.add_argument("--check", action="store_true", help=f"end with exit code 1 where {gap}")


def count(text: str) -> int:
    """Return a number from 1 on that an option takes; argparse says what is wrong with another."""
    number = whole_number(text, 999_999)
    if not number:
        raise argparse.ArgumentTypeError(f"{quoted(text)} should be a whole number from 1 on")
    return number


def refuse(arguments: argparse.Namespace, *options: str, where: str, hint: str = "") -> None:
    """Raise UsageError for options that were given and would change nothing.

    `options` as written, such as "--force"; `where` they do nothing, such as "with --preview";
    `hint` what to do instead of leaving them out.
    """
    named = [option for option in options if given(getattr(arguments, _stored_as(option)))]
    if named:
        do = "does" if len(named) == 1 else "do"
        instead = hint or f"leave {'it' if len(named) == 1 else 'them'} out"
        raise UsageError(f"{' and '.join(named)} {do} nothing {where}: {instead}")


def _stored_as(option: str) -> str:
    return option.removeprefix("--").replace("-", "_")


def given(value: object) -> bool:
    """Return whether an option stands on the command line; an empty text may stand there."""
    return value not in (None, False, [])


@contextlib.contextmanager
def wrong_use() -> Iterator[None]:
    """Make what an argument says wrongly an error of use: no file or bank is at fault."""
    try:
        yield
    except InputError as error:
        raise UsageError(str(error)) from None


def open_session(arguments: argparse.Namespace) -> Session:
    """Open the bank that was named, or the person's own; what it notes is told at its end."""
    from sesbank.cli.opening import open_telling

    return open_telling(arguments.bank)


def nothing_to_offer(session: Session) -> str:
    """Return in a line why no story can be offered, empty when some can."""
    if session.bank.offered:
        return ""
    if session.bank.stories:
        return (
            "no story in the bank can be offered yet: each is retired or has neither action "
            "nor result"
        )
    return (
        f"the bank {session.path} has no stories yet: add them with `sesbank import` "
        "or open the app with `sesbank`"
    )
