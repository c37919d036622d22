"""App: what `sesbank` without a command does. The only place that imports the full-screen app."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sesbank.errors import UsageError


def run(arguments: argparse.Namespace) -> int:
    """Open the app on the bank that was named, or the person's own."""
    if not on_a_terminal():
        raise UsageError("the app needs a terminal: see `sesbank --help` for commands without one")
    return open_app(arguments.bank)


def on_a_terminal() -> bool:
    """Return whether both ends are a terminal that the app can take over."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def open_app(bank: Path | None) -> int:
    """Open the app and return the exit code it ends with."""
    from sesbank.session import Session
    from sesbank.tui.app import run as run_app

    with Session.open(bank) as session:
        return run_app(session)
