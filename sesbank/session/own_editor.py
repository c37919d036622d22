"""Own editor: a text opened in the editor the person has chosen, and what it became."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

from sesbank.domain.text import clean_line
from sesbank.errors import InputError, UsageError
from sesbank.files import Place, look_at, read_text, reason, shown, write_new
from sesbank.storage.left_behind import new_editor_file

VARIABLES = ("SESBANK_EDITOR", "VISUAL", "EDITOR")
"""The environment variables that name the editor, the first one set wins."""


NO_EDITOR = "no editor is named: set EDITOR, for example to nano or vim"

_SMALL = 4_096
"""Bytes of a file that may be nothing but blanks."""


def editor_command() -> list[str]:
    """Return the editor's program with its arguments, empty where none is named or found."""
    return [] if why_no_editor() else _split(_named()[1])


def why_no_editor() -> str:
    """Return why there is no editor to go to, empty where there is one."""
    variable, named = _named()
    if not variable:
        return NO_EDITOR
    try:
        command = _split(named)
    except ValueError:
        return f"{variable} is no command, a quote in it is not closed: {clean_line(named)}"
    if not shutil.which(command[0]):
        return f"{variable} names {clean_line(command[0])}, which is not there"
    return ""


def _split(named: str) -> list[str]:
    """Return the words of a command; on Windows a backslash parts folders and hides nothing."""
    if os.name != "nt":
        return shlex.split(named)
    return [word.strip('"') for word in shlex.split(named, posix=False)]


def _named() -> tuple[str, str]:
    """Return the variable that names the editor, and what it says; both empty where none does."""
    for name in VARIABLES:
        if os.environ.get(name, "").strip():
            return name, os.environ[name]
    return "", ""


class Writing:
    """A text in the person's editor: `text` is what it became once this is made.

    It stands in a file that only the person can read, in a folder of theirs, never in one that
    all share. `done` takes the file away; until then nothing that was written there is lost.
    """

    def __init__(self, text: str, folder: Path, file: Path | None = None) -> None:
        """Open a text in the editor and wait for it, in a file of its own unless one is given.

        Raises UsageError where there is no editor, InputError when it failed: what was written
        there stays then in a file in `folder`, and the error names it.
        """
        reason = why_no_editor()
        if reason:
            raise UsageError(reason)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._before = text
        self._spare = new_editor_file(folder)
        self.path = write_new(file or self._spare, text.encode("utf-8"), overwrite=True)
        self.text = self._written(editor_command())

    def done(self) -> None:
        """Take the file away: what it holds is kept elsewhere, or was not changed."""
        with contextlib.suppress(OSError):
            self.path.unlink()

    def _written(self, command: list[str]) -> str:
        try:
            # The person's own editor, by the person's own words; no shell reads them.
            with _ctrl_c_is_the_editors():
                code = subprocess.run([*command, str(self.path)], check=False).returncode  # noqa: S603
        except OSError as error:
            self.done()
            raise InputError(f"{command[0]} could not be started: {reason(error)}") from None
        if code:
            raise InputError(f"{command[0]} {_how_it_ended(code)}: {self._left()}")
        return self._read(command[0])

    def _read(self, editor: str) -> str:
        try:
            if self.path.stat().st_size < _SMALL and not self.path.read_bytes().strip():
                return ""
        except FileNotFoundError:
            raise InputError(f"{editor} left no file: the text is as it was") from None
        try:
            return read_text(self.path)
        except InputError:
            self._set_aside()
            return read_text(self.path)  # Fails again, and names the file where it is now.

    def _left(self) -> str:
        with contextlib.suppress(OSError, InputError):
            if read_text(self.path) == self._before:
                self.done()
                return "the text is as it was"
        if look_at(self.path) is Place.NOTHING:
            return "the text is as it was"
        self._set_aside()
        return f"the text is as it was; what you wrote is in {shown(self.path)}"

    def _set_aside(self) -> None:
        """Give the file a name of its own, under which nothing takes it for a part of a draft."""
        if self.path != self._spare:
            with contextlib.suppress(OSError):
                self.path = self.path.replace(self._spare)


@contextlib.contextmanager
def _ctrl_c_is_the_editors() -> Iterator[None]:
    """Leave Ctrl-C to the program that has the terminal: here it would leave the text behind."""
    if threading.current_thread() is not threading.main_thread():
        yield  # Only there are signals handled.
        return
    before = signal.signal(signal.SIGINT, lambda *_: None)  # Unlike SIG_IGN not inherited.
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _how_it_ended(code: int) -> str:
    if code > 0:
        return f"ended with code {code}"
    with contextlib.suppress(ValueError):
        return f"was ended from outside ({signal.Signals(-code).name})"
    return f"was ended from outside (signal {-code})"
