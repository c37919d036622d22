"""Meanwhile: a line on the terminal about what is going on, only where it takes long."""

from __future__ import annotations

import sys
import time

from sesbank.cli.printing import say_meanwhile

PATIENCE = 0.5
"""Seconds in which nothing needs to be said."""

AT_ONCE = "waiting"
"""How a word begins that comes late enough by itself."""


class Meanwhile:
    """Says what is going on, each word in the place of the one before, and wipes it at the end.

    Nothing is said where standard error is no terminal.
    """

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._width = 0
        self._ended = sys.stderr is None or not sys.stderr.isatty()

    def __call__(self, text: str) -> None:
        """Say it, unless it is too early to say anything or too late."""
        early = time.monotonic() - self._started < PATIENCE and not text.startswith(AT_ONCE)
        if not self._ended and not early:
            say_meanwhile(f"{text} …".ljust(self._width))
            self._width = len(text) + 2

    def wipe(self) -> None:
        """Take away what was said; what is printed next begins on a clean line."""
        if self._width and not self._ended:
            say_meanwhile(" " * self._width)
            say_meanwhile("")
        self._width = 0

    def end(self) -> None:
        """Wipe what was said and say no more: another takes the terminal."""
        self.wipe()
        self._ended = True
