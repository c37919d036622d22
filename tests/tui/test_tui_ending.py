"""The real program in a terminal: ended from outside, and started on a bank that does not open."""

import json
import os
import select
import signal
import sys
import time
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="needs a system with pseudo-terminals")

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 40
"""Seconds; the program is slow to start on a busy machine."""


class Terminal:
    """sesbank running in a pseudo-terminal."""

    def __init__(self, bank: Path) -> None:
        self.pid, self.end = pty.fork()
        if self.pid == 0:  # the child
            os.environ.update(TERM="xterm-256color", COLUMNS="100", LINES="30")
            os.chdir(ROOT)
            os.execv(sys.executable, [sys.executable, "-m", "sesbank", "--bank", str(bank)])
        self.output = b""

    def type(self, text: str) -> None:
        os.write(self.end, text.encode())

    def read(self) -> bool:
        """Take what was written; return whether there may be more."""
        if self.end < 0:
            time.sleep(0.05)
            return False
        ready, _, _ = select.select([self.end], [], [], 0.05)
        if not ready:
            return True
        try:
            data = os.read(self.end, 65536)
        except OSError:
            return False
        self.output += data
        return bool(data)

    def until(self, what) -> None:
        """Read on until something holds."""
        ends = time.monotonic() + PATIENCE
        while not what():
            assert time.monotonic() < ends, self.output[-2000:]
            self.read()

    def wait(self) -> int:
        """Read to the end and return the exit code."""
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            self.read()
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                while self.end >= 0 and select.select([self.end], [], [], 0)[0] and self.read():
                    pass
                return os.waitstatus_to_exitcode(status)
        raise AssertionError("it did not end")

    def hang_up(self) -> None:
        """Take the terminal away, as closing its window does."""
        os.close(self.end)
        self.end = -1

    def close(self) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self.end >= 0:
            os.close(self.end)


@pytest.fixture
def run(request):
    def start(bank: Path) -> Terminal:
        terminal = Terminal(bank)
        request.addfinalizer(terminal.close)
        return terminal

    return start


def drafts(bank: Path) -> list[str]:
    return [
        json.loads(file.read_text(encoding="ascii"))["fields"]["title"]
        for file in sorted((bank.parent / "drafts").glob("*.json"))
    ]


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_what_was_being_written_survives_a_signal(run, tmp_path, name):
    bank = tmp_path / "bank.json"
    terminal = run(bank)
    terminal.until(lambda: b"first story" in terminal.output)
    terminal.type("n")
    terminal.until(lambda: b"How it stands" in terminal.output)
    terminal.type("Half written")
    terminal.until(lambda: b"written" in terminal.output)
    number = getattr(signal, name)
    os.kill(terminal.pid, number)
    assert terminal.wait() == 128 + number
    assert drafts(bank) == ["Half written"]


def test_what_was_being_written_survives_the_window_being_closed(run, tmp_path):
    bank = tmp_path / "bank.json"
    terminal = run(bank)
    terminal.until(lambda: b"first story" in terminal.output)
    terminal.type("n")
    terminal.until(lambda: b"How it stands" in terminal.output)
    terminal.type("Half written")
    terminal.until(lambda: b"written" in terminal.output)
    terminal.hang_up()
    assert terminal.wait() == 128 + signal.SIGHUP
    assert drafts(bank) == ["Half written"]


def test_what_was_being_written_survives_a_kill(run, tmp_path):
    bank = tmp_path / "bank.json"
    terminal = run(bank)
    terminal.until(lambda: b"first story" in terminal.output)
    terminal.type("n")
    terminal.until(lambda: b"How it stands" in terminal.output)
    terminal.type("Half written")
    terminal.until(lambda: drafts(bank) == ["Half written"])
    os.kill(terminal.pid, signal.SIGKILL)
    assert terminal.wait() == -signal.SIGKILL
    assert drafts(bank) == ["Half written"]


def test_keys_in_one_burst_on_the_first_question_are_kept_and_stop_nothing(run, tmp_path):
    bank = tmp_path / "bank.json"
    terminal = run(bank)
    terminal.until(lambda: b"first story" in terminal.output)
    terminal.type("nHalf written")
    # Their order may change on the way to the new screen, but none is lost.
    terminal.until(lambda: [sorted(title) for title in drafts(bank)] == [sorted("Half written")])
    os.kill(terminal.pid, signal.SIGTERM)
    assert terminal.wait() == 128 + signal.SIGTERM


def test_a_bank_that_does_not_open_is_told_and_left_alone(run, tmp_path):
    bank = tmp_path / "bank.json"
    bank.write_bytes(b"{ this is no bank")
    terminal = run(bank)
    terminal.until(lambda: b"cannot be opened" in terminal.output)
    terminal.type("q")
    assert terminal.wait() == 3
    assert bank.read_bytes() == b"{ this is no bank"
    assert b"Traceback" not in terminal.output
