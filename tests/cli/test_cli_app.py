"""`sesbank` without a command opens the app: through a real terminal, from the real entry point."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from cli_running import Command

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals on Windows", allow_module_level=True)

import fcntl
import pty
import struct
import termios

PATIENCE = 30.0
"""Seconds until the app must have drawn what is waited for."""

HOSTILE = "Grants \x1b]52;c;cGF5\x07 \x1b[2Jcleared [@click=app.quit]now[/]"


class Terminal:
    """A program on a pseudo-terminal of 100 columns and 30 lines."""

    def __init__(self, *argv: str, folder: Path) -> None:
        self.output = b""
        self._end, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self._program = subprocess.Popen(
            [sys.executable, "-m", "sesbank", *argv],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            cwd=folder,
            env={**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"},
            start_new_session=True,
        )
        os.close(inner)

    def wait_for(self, text: str) -> None:
        """Read until a text was drawn; fails when it is not drawn in time."""
        limit = time.monotonic() + PATIENCE
        while text not in self.drawn:
            assert self._read(limit), f"never drawn: {text!r} in {self.drawn[-500:]!r}"

    def press(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    def ended(self) -> int:
        """Read until the program ends, and return its exit code."""
        limit = time.monotonic() + PATIENCE
        while self._read(limit):
            pass
        code = self._program.wait(PATIENCE)
        os.close(self._end)
        return code

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


def test_the_app_opens_on_the_named_bank_and_leaves_with_0(bank: Path, tmp_path: Path) -> None:
    terminal = Terminal("--bank", str(bank), folder=tmp_path)
    terminal.wait_for("Merged two field offices")
    terminal.press("q")
    assert terminal.ended() == 0


def test_codes_in_a_title_never_reach_the_terminal(sesbank: Command, tmp_path: Path) -> None:
    source = tmp_path / "hostile.json"
    hostile = HOSTILE.replace("\x1b", "\\u001b").replace("\x07", "\\u0007")
    source.write_text(f'[{{"title": "{hostile}", "action": "I did."}}]', encoding="utf-8")
    assert sesbank("import", source, "--yes").code == 0
    terminal = Terminal(folder=tmp_path)
    terminal.wait_for("[@click=app.quit]now[/]")
    terminal.press("q")
    assert terminal.ended() == 0
    assert b"]52;" not in terminal.output


def test_demo_ends_in_the_app_on_the_scratch_bank(tmp_path: Path) -> None:
    terminal = Terminal("demo", "--out", str(tmp_path / "demo"), folder=tmp_path)
    terminal.wait_for("Press Enter")
    terminal.press("\r")
    terminal.wait_for("Bank")
    terminal.press("q")
    assert terminal.ended() == 0
    assert (tmp_path / "demo" / "bank.json").is_file()
