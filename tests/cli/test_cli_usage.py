"""The command line as a whole: usage, exit codes, and what it never shows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_running import Command

from sesbank import __version__
from sesbank.cli import bank as bank_commands


def test_the_version_is_told(sesbank: Command) -> None:
    assert sesbank("--version").out == f"sesbank {__version__}\n"


@pytest.mark.parametrize(
    "argv",
    [["nonsense"], ["list", "--nonsense"], ["show"], ["sheet", "x.txt"], ["--bank"], ["ask"]],
)
def test_wrong_usage_is_one_line_and_code_2(sesbank: Command, argv: list[str]) -> None:
    done = sesbank(*argv)
    assert done.code == 2
    assert done.out == ""
    assert done.complaint.startswith("sesbank: ")
    assert "--help" in done.complaint


def test_control_codes_of_an_argument_are_not_echoed(sesbank: Command) -> None:
    done = sesbank("no\x1b[2Jnsense\x9b")
    assert "\x1b" not in done.err
    assert "\x9b" not in done.err


def test_without_a_terminal_the_app_does_not_open(sesbank: Command) -> None:
    done = sesbank()
    assert done.code == 2
    assert "terminal" in done.complaint


def test_an_unforeseen_error_is_one_line_without_text_of_a_story(
    sesbank: Command, monkeypatch: pytest.MonkeyPatch, bank: Path
) -> None:
    def fail(_: object) -> int:
        raise ValueError("secret words of a story")

    monkeypatch.setattr(bank_commands, "run_where", fail)
    done = sesbank("where")
    assert done.code == 70
    assert "ValueError" in done.complaint
    assert "secret" not in done.err


def test_with_the_debug_variable_the_whole_error_is_shown(
    sesbank: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sesbank.session", None)  # its import fails now
    monkeypatch.setenv("SESBANK_DEBUG", "1")
    done = sesbank("list")
    assert done.code == 70
    assert "Traceback" in done.err


def test_the_whole_error_steers_no_terminal(
    sesbank: Command, monkeypatch: pytest.MonkeyPatch, bank: Path
) -> None:
    def fail(_: object) -> int:
        raise ValueError("a \x1b]0;stolen\x07title")

    monkeypatch.setattr(bank_commands, "run_where", fail)
    monkeypatch.setenv("SESBANK_DEBUG", "1")
    done = sesbank("where")
    assert "ValueError: a title" in done.err
    assert "\x1b" not in done.err


@pytest.mark.parametrize("place", ["before", "behind"])
def test_the_bank_may_be_named_before_or_behind_the_command(
    sesbank: Command, tmp_path: Path, place: str
) -> None:
    named = ["--bank", tmp_path / "other.json"]
    argv = [*named, "where", "--json"] if place == "before" else ["where", "--json", *named]
    assert sesbank(*argv).data["bank"] == str(tmp_path / "other.json")


def test_where_names_the_bank_and_makes_nothing(sesbank: Command, home: Path) -> None:
    done = sesbank("where")
    assert done.code == 0
    assert str(home / "bank.json") in done.out
    assert list(home.iterdir()) == []


def test_every_place_is_told_as_json(sesbank: Command) -> None:
    places = sesbank("where", "--json").data
    assert set(places) >= {"bank", "settings", "own_templates", "shipped_examples"}


def test_stopping_with_ctrl_c_ends_with_130(
    sesbank: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(bank_commands, "run_where", stopped)
    done = sesbank("where")
    assert done.code == 130
    assert done.complaint == "sesbank: stopped"


def python(*argv: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "sesbank", *argv],
        cwd=folder,
        env={**os.environ, **variables},
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("locale", ["C", "en_US.ISO-8859-1", "nonsense"])
def test_output_is_utf_8_whatever_the_locale(bank: Path, tmp_path: Path, locale: str) -> None:
    options = {"LC_ALL": locale, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = python("show", "Cleared", folder=tmp_path, **options)
    assert done.returncode == 0, done.stderr
    assert "·" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_error(bank: Path, tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "sesbank", "list"],
            stdout=writer,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            timeout=60,
            check=False,
        )
    finally:
        os.close(writer)
    assert done.returncode == 141
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_output_that_cannot_be_written_is_no_traceback(bank: Path, tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "sesbank", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            timeout=60,
            check=False,
        )
    assert done.returncode == 6
    assert b"the output could not be written: no space left" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_without_a_standard_error_nothing_gets_among_the_results(
    bank: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m sesbank list zzz --json 2>&-'],
        stdout=subprocess.PIPE,
        cwd=tmp_path,
        timeout=60,
        check=False,
    )
    assert json.loads(done.stdout) == []
