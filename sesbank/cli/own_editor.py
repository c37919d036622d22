"""Own editor: a text opened in the editor the person has chosen, and what it became."""

from __future__ import annotations

import contextlib
import os
import secrets
import shlex
import subprocess
import sys
from pathlib import Path

from sesbank.errors import InputError, UsageError
from sesbank.files import read_text, shown, write_new


def editor() -> list[str]:
    """Return the person's editor as a command, from VISUAL, else EDITOR; empty without one."""
    for variable in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(os.environ.get(variable, ""))
        except ValueError as error:
            raise UsageError(f"{variable} cannot be read as a command: {error}") from None
        if words:
            return words
    return []


def can_edit() -> bool:
    """Return whether there is a terminal and an editor to open a text in."""
    streams = (sys.stdin, sys.stdout)
    return bool(editor()) and all(s is not None and s.isatty() for s in streams)


class Edited:
    """A text in the person's editor, in a file of its owner's beside the bank.

    `text` is what it became. `done` takes the file away; until then nothing written is lost.
    """

    def __init__(self, text: str, folder: Path) -> None:
        self.path = write_new(
            folder / f"story-{secrets.token_hex(4)}.md", text.encode("utf-8"), overwrite=False
        )
        self.text = self._edit()

    def done(self) -> None:
        """Take the file away: what it held is saved, or was not changed."""
        with contextlib.suppress(OSError):
            self.path.unlink()

    def _edit(self) -> str:
        command = editor()
        try:
            code = subprocess.run([*command, str(self.path)], check=False).returncode  # noqa: S603
        except OSError as error:
            self.done()
            raise UsageError(f"{command[0]} could not be started: {error.strerror}") from None
        if code:
            raise InputError(
                f"{command[0]} ended with code {code}: nothing was saved; your text is in "
                f"{shown(self.path)}",
            )
        return read_text(self.path)
