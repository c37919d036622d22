"""Nothing leaves the machine, and no story's words stand where others could read them."""

from __future__ import annotations

import ast
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from sesbank.cli.main import main
from sesbank.session import Session, stories
from sesbank.settings import Settings

ROOT = Path(__file__).parent.parent
SECRET = "zeppelin-over-potomac"

ABROAD = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "httpx", "aiohttp"}
TEXT_ONLY = {"urllib.parse"}
"""What takes the text of an address apart and reaches nothing."""
PROGRAMS = {"subprocess", "multiprocessing", "webbrowser", "pty"}

WATCHED = """
import sys
seen = []
def watch(event, arguments):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.bind", "socket.sendto",
                         "subprocess", "os.exec", "os.posix_spawn", "os.system", "urllib")):
        seen.append(event)
sys.addaudithook(watch)
from sesbank.cli.main import main
codes = [main(argv.split("|")) for argv in sys.argv[1:]]
sys.stderr.write("SEEN " + repr(seen) + repr(codes))
"""


def imports_of(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    found |= {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    return {name.partition(".")[0] for name in found - TEXT_ONLY}


def test_no_file_of_sesbank_imports_what_reaches_the_network() -> None:
    files = sorted((ROOT / "sesbank").rglob("*.py"))
    assert len(files) > 100
    assert [file.name for file in files if imports_of(file) & ABROAD] == []


def test_only_a_few_files_start_other_programs() -> None:
    starting = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "sesbank").rglob("*.py")
        if imports_of(file) & PROGRAMS
    }
    assert starting == {
        "sesbank/session/own_editor.py",  # the editor the person has named
        "sesbank/session/showing.py",  # what the system opens a Word file with
    }


def test_the_suite_refuses_the_network() -> None:
    with pytest.raises(AssertionError, match="network"):
        socket.create_connection(("192.0.2.1", 80), timeout=0.1)
    with socket.socket() as plain, pytest.raises(AssertionError, match="network"):
        plain.connect(("192.0.2.1", 80))


def test_a_whole_run_of_commands_opens_no_connection_and_no_program(tmp_path: Path) -> None:
    source = tmp_path / "stories.json"
    source.write_text('[{"title": "Grants", "action": "I led the national grants program."}]')
    posting = tmp_path / "posting.txt"
    posting.write_text("Director\nMTQ 1: Demonstrated experience directing a grants program.\n")
    runs = [
        f"import|{source}|--yes",
        "list",
        "ask|Tell us about a time you led a program.",
        f"match|{posting}",
        "backup",
        "doctor",
        "undo",
    ]
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *runs],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        env={**os.environ, "SESBANK_BANK": str(tmp_path / "bank.json")},
    )
    assert "SEEN [][0, 0, 0, 0, 0, 0, 0]" in done.stderr, done.stderr


def test_an_unforeseen_error_shows_no_word_of_a_story(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bank.json"
    with Session.open(path, settings=Settings()) as session:
        stories.add(session, title=SECRET, action=f"I flew the {SECRET}.")

    def fail(*arguments: object) -> None:
        raise RuntimeError(f"cannot do anything with {SECRET}")

    monkeypatch.setattr("sesbank.session.stories.find", fail)
    assert main(["--bank", str(path), "list"]) == 70
    shown = capsys.readouterr()
    assert "something went wrong" in shown.err
    assert SECRET not in shown.out + shown.err


def test_messages_about_files_hold_no_word_of_a_story(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bank.json"
    with Session.open(path, settings=Settings()) as session:
        for number in range(3):
            stories.add(session, title=SECRET, action=f"I flew the {SECRET} {number} times.")
    data = path.read_bytes()
    for size in range(0, len(data), 37):
        path.write_bytes(data[:size])
        main(["--bank", str(path), "doctor"])
        main(["--bank", str(path), "list"])
        shown = capsys.readouterr()
        assert SECRET not in shown.out + shown.err
