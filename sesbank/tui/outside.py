"""Outside: a text written in the person's own editor while the app stands aside."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.app import App

from sesbank.domain.text import clean
from sesbank.errors import InputError, SesbankError
from sesbank.files import reason
from sesbank.session.own_editor import Writing, why_no_editor

_AT_ONCE = 2.0
"""Seconds in which nobody has read a text and closed it again."""


def why_not_outside(app: App[Any]) -> str:
    """Return why a text cannot be written in another program now, empty when it can."""
    if app.is_web:
        return "In a browser there is no other editor to go to."
    reason = why_no_editor()
    return f"{reason[:1].upper()}{reason[1:]}." if reason else ""


def written_outside(
    app: App[Any],
    text: str,
    folder: Path,
    *,
    file: Path | None = None,
    taken: Callable[[str], object] = str,
) -> str:
    """Show a text in the person's editor and return it as it was left there.

    It stands in `file`, or in one of its own in `folder`; `taken` gets what it became, and the
    file goes only when that has returned. Raises SesbankError when the editor could not be run,
    failed, or left no text that can be read; what was written there is then in a file in
    `folder`, which the error names.
    """
    problem: SesbankError | None = None
    writing: Writing | None = None
    with app.suspend():
        # Textual never comes back from a suspension that an error leaves: catch it inside.
        try:
            writing = Writing(text, folder, file)
        except SesbankError as error:
            problem = error
        except OSError as error:
            problem = InputError(f"the editor could not be used: {reason(error)}")
    if writing is None:
        raise problem or InputError("the editor could not be used")
    result = clean(writing.text).removesuffix("\n")
    taken(result)
    writing.done()
    return result


def about(before: str, after: str, seconds: float) -> str:
    """Return what the person should be told of a text that came back, empty where nothing."""
    if before.strip() and not after.strip():
        return "Your editor left nothing: this part is empty now. ^z brings its words back."
    if before == after and seconds < _AT_ONCE:
        return (
            "Your editor came back at once with the text as it was. One with a window of its own "
            "must be told to wait, as in EDITOR='code --wait'."
        )
    return ""


def clock() -> float:
    """Return seconds that only go forward."""
    return time.monotonic()
