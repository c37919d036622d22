"""Inputs: texts named on the command line, with `-` for standard input."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from sesbank.cli.printing import note
from sesbank.domain.filters import read_query
from sesbank.errors import InputError, UsageError
from sesbank.files import LIMIT, read_text
from sesbank.locations import expanded

STANDARD_INPUT = "-"


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


def text_of(name: str, what: str) -> str:
    """Return the text of a file, or of standard input for `-`.

    `what` names the text for the hint a person at a terminal gets. Raises InputError.
    """
    if name != STANDARD_INPUT:
        return read_text(expanded(name))
    if sys.stdin is None:
        raise InputError("there is no standard input to read")
    if sys.stdin.isatty():
        note(f"Paste the {what}, then press Ctrl-D (Ctrl-Z and Enter on Windows).")
    return _decoded(sys.stdin.buffer.read(LIMIT + 1))


def _decoded(data: bytes) -> str:
    if len(data) > LIMIT:
        raise InputError(f"standard input has more than {LIMIT // 1_000_000} MB; give less")
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))  # as Windows shells pipe text
    if b"\0" in data and not marked:
        raise InputError("standard input is not text; give plain text (UTF-8)")
    text = data.decode("utf-16" if marked else "utf-8-sig", errors="replace")
    if not text.strip():
        raise InputError("standard input is empty; give it some text")
    return text
