"""Inputs: texts named on the command line, with `-` for standard input."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from sesbank.cli.printing import note
from sesbank.domain.filters import read_query
from sesbank.errors import InputError, UsageError
from sesbank.files import LIMIT, read_text, text_in
from sesbank.locations import expanded

STANDARD_INPUT = "-"

LONGEST_PATH = 4_096
"""Characters of the longest path that any common system takes."""


def search_line(words: Sequence[str]) -> str:
    """Return the search line that is given.

    Raises UsageError for a condition that cannot be understood: to ignore it would answer another
    question than the one put.
    """
    line = " ".join(words)
    problems = read_query(line).problems
    if problems:
        raise UsageError("; ".join(problems))
    return line


def text_of(name: str, what: str, *, limit: int = LIMIT) -> str:
    """Return the text of a file, or of standard input for `-`, of at most `limit` bytes.

    `what` names the text for the hint a person at a terminal gets. Raises InputError.
    """
    if name != STANDARD_INPUT:
        if is_pasted(name):
            raise InputError(
                f"that is a text and no file name: to paste the {what}, give - in its place, "
                "as in `sesbank read -`"
            )
        return read_text(expanded(name), limit=limit)
    if sys.stdin is None:
        raise InputError("there is no standard input to read")
    if sys.stdin.isatty():
        note(f"Paste the {what}, then press Ctrl-D (Ctrl-Z and Enter on Windows).")
    data = sys.stdin.buffer.read(limit + 1)
    if len(data) > limit:
        raise InputError(f"standard input has more than {limit // 1_000_000} MB; give less")
    return text_in(data, "standard input")


def agreed(question: str) -> bool:
    """Return whether the person at the terminal says yes; anything else is no."""
    return input(f"{question} [y/N] ").strip().casefold() in ("y", "yes")


def is_pasted(name: str) -> bool:
    """Return whether what stands for the name of a file is a text itself."""
    return "\n" in name.strip() or len(name) > LONGEST_PATH
