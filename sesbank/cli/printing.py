"""Printing: the only door to standard output and standard error."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import sys
from collections.abc import Iterable

from sesbank.domain.text import clean, clean_line

NARROWEST, WIDEST = 40, 110
"""Columns between which text is laid out, whatever the terminal says."""


def prepare_streams() -> None:
    """Read and write UTF-8 whatever the locale says; no odd character ever stops a command."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(text: str = "") -> None:
    """Print text on standard output, without control codes."""
    print(clean(text))


def say_all(lines: Iterable[str]) -> None:
    """Print lines on standard output, without control codes."""
    for line in lines:
        say(line)


def say_json(value: object, *, one_line: bool = False) -> None:
    """Print a value as JSON in plain ASCII: control codes and accents are escaped."""
    print(json.dumps(value, indent=None if one_line else 2, allow_nan=False))


def say_raw(text: str) -> None:
    """Print text that is escaped already and ends its own lines."""
    print(text, end="")


def note(message: str) -> None:
    """Print one line on standard error: something worth knowing that is no error."""
    # Without a standard error `print` would put it among the results.
    if sys.stderr is not None:
        print(clean_line(message), file=sys.stderr)


def say_meanwhile(text: str) -> None:
    """Put a passing word on standard error, over the one before it on the same line."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(f"\r{clean_line(text)}" if text.strip() else f"\r{text}", end="", file=sys.stderr)
            sys.stderr.flush()


def complain(message: str) -> None:
    """Print one line on standard error: what is wrong and what to do."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(f"sesbank: {clean_line(message)}", file=sys.stderr)


def show_trace(text: str) -> None:
    """Print on standard error a trace that was asked for; the error in it may quote a person."""
    if sys.stderr is not None:
        print(clean(text), end="", file=sys.stderr)


def width() -> int:
    """Return the columns to lay text out in."""
    return min(max(shutil.get_terminal_size((80, 24)).columns, NARROWEST), WIDEST)


def flush() -> None:
    """Write out what was printed, so that a failure shows now and not after the end."""
    if sys.stdout is not None:
        sys.stdout.flush()


def silence() -> None:
    """Point standard output nowhere: its reader has gone, and the interpreter flushes once more."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
