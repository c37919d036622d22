"""Showing: a written file opened in the program the system has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from sesbank.files import reason

_OPENERS = {"darwin": "open", "linux": "xdg-open"}
_AWAY = ("SSH_CONNECTION", "SSH_TTY")
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


def over_ssh(environment: Mapping[str, str] | None = None) -> bool:
    """Return whether the person sits at another machine, as ssh tells the programs it starts."""
    found = os.environ if environment is None else environment
    return any(found.get(name) for name in _AWAY)


def show(path: Path, environment: Mapping[str, str] | None = None) -> str:
    """Open a file with the system's program; return a line that says why not, or an empty one.

    Over ssh a program would open on a screen nobody sits at.
    """
    found = os.environ if environment is None else environment
    if over_ssh(found):
        return f"over ssh nothing can be opened here: the file is {path}"
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - Windows' own way to open a document
        return ""
    opener = shutil.which(_OPENERS.get(sys.platform, "xdg-open"), path=found.get("PATH"))
    screen = sys.platform == "darwin" or any(found.get(name) for name in _DISPLAYS)
    if opener is None or not screen:
        return f"there is no screen to open it on: the file is {path}"
    return _started([opener, str(path.absolute())], path)


def _started(words: list[str], path: Path) -> str:
    """Start a program that outlives this one and says nothing on its terminal."""
    try:
        subprocess.Popen(  # noqa: S603 - the system's own opener, with one file name
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return f"it could not be opened ({reason(error)}): the file is {path}"
    return ""
