"""The real program on a real terminal of our own."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path

PATIENCE = 60.0
"""Seconds until the app must have drawn what is waited for."""

SESBANK = ("-m", "sesbank")
"""What Python runs as the real program."""


_KIND = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}


class Terminal:
    """A program on a pseudo-terminal, of 100 columns and 30 lines at its start."""

    def __init__(self, *argv: str, folder: Path, program: Sequence[str] = SESBANK) -> None:
        self.output = b""
        self._end, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self._program = subprocess.Popen(
            [sys.executable, *program, *argv],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            cwd=folder,
            env={**os.environ, **_KIND},
            start_new_session=True,
            # Its own terminal, so that it hears when that goes away.
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(inner)

    def wait_for(self, text: str) -> None:
        """Read until a text was drawn; fails when it is not drawn in time."""
        limit = time.monotonic() + PATIENCE
        while text not in self.drawn:
            assert self._read(limit), f"never drawn: {text!r} in {self.drawn[-500:]!r}"

    def until(self, what: Callable[[], bool]) -> None:
        """Read on until something holds; fails when it does not in time."""
        limit = time.monotonic() + PATIENCE
        while not what():
            assert time.monotonic() < limit, f"not so after {self.drawn[-500:]!r}"
            self._read(time.monotonic() + 0.05)

    def press(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    def send(self, signal: int) -> None:
        """Send the program a signal."""
        self._program.send_signal(signal)

    def close(self) -> int:
        """Close the terminal under the program, and return the code it ends with."""
        os.close(self._end)
        return self._program.wait(PATIENCE)

    def ended(self, patience: float = PATIENCE) -> int:
        """Read until the program ends, and return its exit code."""
        limit = time.monotonic() + patience
        while self._read(limit):
            pass
        code = self._program.wait(PATIENCE)
        os.close(self._end)
        return code

    def stop(self) -> None:
        """End the program where it still runs."""
        if self._program.poll() is None:
            self._program.kill()
            self._program.wait(PATIENCE)

    @property
    def drawn(self) -> str:
        """What was written, without the terminal's own control sequences."""
        text = self.output.decode("utf-8", "replace")
        return re.sub(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[()][A-Z0-9]|\x1b[=>]", "", text)

    def _read(self, limit: float) -> bool:
        ready, _, _ = select.select([self._end], [], [], max(limit - time.monotonic(), 0))
        try:
            data = os.read(self._end, 65_536) if ready else b""
        except OSError:  # Linux says so when the other end is closed
            data = b""
        self.output += data
        return bool(data)
