"""The command line in this process, on a bank of the test's own."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_running import POSTING, Command, Done

from sesbank.cli.main import main
from sesbank.domain.mapping import Mapping
from sesbank.session import Session, stories
from sesbank.session.own_editor import VARIABLES


@pytest.fixture
def sesbank(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return what runs a command: `sesbank("list", "--json", given="standard input")`."""

    def run(*argv: object, given: str | bytes = b"") -> Done:
        data = given.encode() if isinstance(given, str) else given
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        capsys.readouterr()
        code = main([str(part) for part in argv])
        return Done(code, *capsys.readouterr())

    return run


@pytest.fixture
def bank(home: Path) -> Path:
    """Return the person's bank file with three stories in it."""
    path = home / "bank.json"
    with Session.open(path) as session:
        stories.add(
            session,
            title="Cleared the grants backlog",
            challenge="9,400 grants waited in the national program.",
            context="Three regions, 212 staff.",
            action="I directed intake by risk and led the review of the oldest grants.",
            result="Backlog to zero in 7 months.",
            ended="2023-05",
            tags=("grants",),
            mappings=(Mapping("opm-2025", "AR", "operational-mindset"),),
        )
        stories.add(
            session,
            title="Merged two field offices",
            challenge="Two field offices served one region.",
            action="I met every supervisor and led the staff through the change.",
            result="One office and no grievance.",
            mappings=(Mapping("opm-2025", "LP"),),
        )
        stories.add(session, title="A line for later")
    return path


@pytest.fixture
def posting(tmp_path: Path) -> Path:
    """Return a posting's file."""
    path = tmp_path / "posting.txt"
    path.write_text(POSTING, encoding="utf-8")
    return path


@pytest.fixture
def in_a_terminal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., tuple[int, str]]:
    """Return what runs sesbank on a terminal, with a script as editor: its code and output."""
    driving = pytest.importorskip("terminal_driving", reason="needs a pseudo-terminal")

    def run(script: Path, *words: str) -> tuple[int, str]:
        for name in VARIABLES:
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
        terminal = driving.Terminal(*words, folder=tmp_path)
        return terminal.ended(), terminal.drawn

    return run
