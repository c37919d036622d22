"""Outside: a text written in the person's own editor, and taken back."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from textual.app import App

from sesbank.domain.text import clean
from sesbank.errors import SesbankError

VARIABLES = ("SESBANK_EDITOR", "VISUAL", "EDITOR")
"""The environment variables that name the editor, the first one set wins."""


class OutsideError(SesbankError):
    """The person's editor could not be used; the text is as it was."""


def editor_command() -> list[str]:
    """Return the editor's program with its arguments, empty where none is named or found."""
    named = next((os.environ[name] for name in VARIABLES if os.environ.get(name, "").strip()), "")
    try:
        command = shlex.split(named)
    except ValueError:
        return []
    return command if command and shutil.which(command[0]) else []


def why_not_outside(app: App[Any]) -> str:
    """Return why a text cannot be written in another program now, empty when it can."""
    if app.is_web:
        return "In a browser there is no other editor to go to."
    if not editor_command():
        return "No editor is named: set EDITOR, for example to nano or vim."
    return ""


def written_outside(app: App[Any], text: str) -> str:
    """Show a text in the person's editor and return it as it was left there.

    The file is in a folder only the person can look into, and gone afterwards. Raises
    OutsideError when the editor could not be run, failed, or left no text that can be read.
    """
    problem: Exception | None = None
    result = text
    with tempfile.TemporaryDirectory(prefix="sesbank-") as folder:
        path = Path(folder) / "part.txt"
        path.write_text(text, encoding="utf-8")
        with app.suspend():
            # Textual never comes back from a suspension that an error leaves: catch it inside.
            try:
                result = _run([*editor_command(), str(path)], path)
            except (OSError, ValueError, subprocess.SubprocessError) as error:
                problem = error
    if problem is not None:
        raise OutsideError(f"the editor could not be used, the text is as it was: {problem}")
    return clean(result)


def _run(command: list[str], path: Path) -> str:
    # The person's own editor, by the person's own words; no shell reads them.
    subprocess.run(command, check=True)  # noqa: S603
    return path.read_text(encoding="utf-8").removesuffix("\n")
