"""Outside: a text written in the person's own editor while the app stands aside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.app import App

from sesbank.domain.text import clean
from sesbank.errors import InputError, SesbankError
from sesbank.session.own_editor import Writing, editor_command


def why_not_outside(app: App[Any]) -> str:
    """Return why a text cannot be written in another program now, empty when it can."""
    if app.is_web:
        return "In a browser there is no other editor to go to."
    if not editor_command():
        return "No editor is named: set EDITOR, for example to nano or vim."
    return ""


def written_outside(app: App[Any], text: str, folder: Path) -> str:
    """Show a text in the person's editor and return it as it was left there.

    Raises SesbankError when the editor could not be run, failed, or left no text that can be
    read; what was written there is then in a file in `folder`, which the error names.
    """
    problem: SesbankError | None = None
    result = text
    with app.suspend():
        # Textual never comes back from a suspension that an error leaves: catch it inside.
        try:
            writing = Writing(text, folder)
            result = clean(writing.text).removesuffix("\n")
            writing.done()
        except SesbankError as error:
            problem = error
        except OSError as error:
            problem = InputError(f"the editor could not be used: {error.strerror or error}")
    if problem is not None:
        raise problem
    return result
