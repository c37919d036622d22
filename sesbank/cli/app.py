"""App: what `sesbank` without a command does. The only place that imports the full-screen app."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sesbank.errors import (
    BankError,
    LockedBankError,
    NewerBankError,
    SesbankError,
    UsageError,
)


def run(arguments: argparse.Namespace) -> int:
    """Open the app on the bank that was named, or the person's own."""
    if not on_a_terminal():
        raise UsageError("the app needs a terminal: see `sesbank --help` for commands without one")
    return open_app(arguments.bank)


def on_a_terminal() -> bool:
    """Return whether both ends are a terminal that the app can take over."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def open_app(bank: Path | None) -> int:
    """Open the app and return the exit code it ends with.

    A bank that cannot be read is not the end: what can be done about it is offered on screen.
    """
    from sesbank.cli.opening import open_telling
    from sesbank.tui.app import run as run_app

    done = ""
    while True:
        try:
            session = open_telling(bank, take_terminal=True)
        except (NewerBankError, LockedBankError):
            raise
        except BankError as error:
            done = _rescued(bank, error)
            continue
        with session:
            if done:
                session.tell(done)
            return run_app(session)


def _rescued(bank: Path | None, error: BankError) -> str:
    """Offer the ways to get a bank back until one works, and return what was done.

    Raises the error again when the person leaves it as it is.
    """
    from sesbank import locations
    from sesbank.session import rescue
    from sesbank.settings import settings_or_defaults
    from sesbank.tui.rescue import QUIT, RESTORE, ask

    path = locations.expanded(bank or locations.bank_path())
    theme = settings_or_defaults(locations.settings_path())[0].theme
    fault = str(error)
    while (way := ask(path, fault, theme)) != QUIT:
        try:
            if way == RESTORE:
                return rescue.back_from_backup(path)
            return rescue.back_from_damage(path)
        except SesbankError as failed:
            fault = str(failed)
    raise error
