"""Own editor: a text opened in the editor the person has chosen, and what it became."""

from __future__ import annotations

import contextlib
import os
import secrets
import shlex
import shutil
import subprocess
from pathlib import Path

from sesbank.errors import InputError, UsageError
from sesbank.files import read_text, shown, write_new

VARIABLES = ("SESBANK_EDITOR", "VISUAL", "EDITOR")
"""The environment variables that name the editor, the first one set wins."""


def editor_command() -> list[str]:
    """Return the editor's program with its arguments, empty where none is named or found."""
    named = next((os.environ[name] for name in VARIABLES if os.environ.get(name, "").strip()), "")
    try:
        command = shlex.split(named)
    except ValueError:
        return []
    return command if command and shutil.which(command[0]) else []


class Writing:
    """A text in the person's editor: `text` is what it became once this is made.

    It stands in a file that only the person can read, in a folder of theirs, never in one that
    all share. `done` takes the file away; until then nothing that was written there is lost.
    """

    def __init__(self, text: str, folder: Path) -> None:
        """Open a text in the editor and wait for it.

        Raises UsageError where there is no editor, InputError when it failed: the file stays
        then if the text was changed, and the error names it.
        """
        command = editor_command()
        if not command:
            raise UsageError("no editor is named: set EDITOR, for example to nano or vim")
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._before = text
        self.path = write_new(folder / f"story-{secrets.token_hex(4)}.md", text.encode("utf-8"))
        self.text = self._written(command)

    def done(self) -> None:
        """Take the file away: what it holds is kept elsewhere, or was not changed."""
        with contextlib.suppress(OSError):
            self.path.unlink()

    def _written(self, command: list[str]) -> str:
        try:
            # The person's own editor, by the person's own words; no shell reads them.
            code = subprocess.run([*command, str(self.path)], check=False).returncode  # noqa: S603
        except OSError as error:
            self.done()
            why = (error.strerror or "it failed").casefold()
            raise InputError(f"{command[0]} could not be started: {why}") from None
        if code:
            raise InputError(f"{command[0]} ended with code {code}: {self._left()}")
        return read_text(self.path) if self.path.stat().st_size else ""

    def _left(self) -> str:
        with contextlib.suppress(OSError, InputError):
            if read_text(self.path) == self._before:
                self.done()
                return "the text is as it was"
        return f"the text is as it was; what you wrote is in {shown(self.path)}"
