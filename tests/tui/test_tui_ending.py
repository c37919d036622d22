"""The real program in a terminal: ended from outside, and started on a bank that does not open."""

import json
import signal
from pathlib import Path

import pytest

driving = pytest.importorskip("terminal_driving", reason="needs a system with pseudo-terminals")


@pytest.fixture
def run(request, tmp_path):
    def start(bank: Path):
        terminal = driving.Terminal("--bank", str(bank), folder=tmp_path)
        request.addfinalizer(terminal.stop)
        return terminal

    return start


def half_written(terminal) -> None:
    """Begin a new story, and go on once its editor takes what is typed."""
    terminal.wait_for("first story")
    terminal.press("n")
    terminal.wait_for("0:00 to tell")
    terminal.press("Half written")


def drafts(bank: Path) -> list[str]:
    return [
        json.loads(file.read_text(encoding="ascii"))["fields"]["title"]
        for file in sorted((bank.parent / "drafts").glob("*.json"))
    ]


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_what_was_being_written_survives_a_signal(run, tmp_path, name):
    bank = tmp_path / "bank.json"
    terminal = run(bank)
    half_written(terminal)
    terminal.wait_for("kept as you write")
    number = getattr(signal, name)
    terminal.send(number)
    assert terminal.ended() == 128 + number
    assert drafts(bank) == ["Half written"]


def test_what_was_being_written_survives_the_window_being_closed(run, tmp_path):
    bank = tmp_path / "bank.json"
    terminal = run(bank)
    half_written(terminal)
    terminal.wait_for("kept as you write")
    assert terminal.close() == 128 + signal.SIGHUP
    assert drafts(bank) == ["Half written"]


def test_what_was_being_written_survives_a_kill(run, tmp_path):
    bank = tmp_path / "bank.json"
    terminal = run(bank)
    half_written(terminal)
    terminal.until(lambda: drafts(bank) == ["Half written"])
    terminal.send(signal.SIGKILL)
    assert terminal.ended() == -signal.SIGKILL
    assert drafts(bank) == ["Half written"]


def test_keys_in_one_burst_on_the_first_question_are_kept_and_stop_nothing(run, tmp_path):
    bank = tmp_path / "bank.json"
    terminal = run(bank)
    terminal.wait_for("first story")
    terminal.press("nHalf written")
    # Their order may change on the way to the new screen, but none is lost.
    terminal.until(lambda: [sorted(title) for title in drafts(bank)] == [sorted("Half written")])
    terminal.send(signal.SIGTERM)
    assert terminal.ended() == 128 + signal.SIGTERM


def test_a_bank_that_does_not_open_is_told_and_left_alone(run, tmp_path):
    bank = tmp_path / "bank.json"
    bank.write_bytes(b"{ this is no bank")
    terminal = run(bank)
    terminal.wait_for("cannot be opened")
    terminal.press("q")
    assert terminal.ended() == 3
    assert bank.read_bytes() == b"{ this is no bank"
    assert "Traceback" not in terminal.drawn
