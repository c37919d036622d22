"""Every command on hostile texts, files and arguments: what it prints steers no terminal."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

driving = pytest.importorskip("terminal_driving", reason="needs a system with pseudo-terminals")

import hostile_home  # noqa: E402 - what follows needs the same
from cli_running import POSTING  # noqa: E402
from hostile_commands import commands, looks  # noqa: E402
from hostile_text import HOSTILE  # noqa: E402
from odd_text import fill  # noqa: E402
from terminal_bytes import PART_OF_TEXT, steering  # noqa: E402

from sesbank import locations  # noqa: E402
from sesbank.cli.parser import HOMES  # noqa: E402
from sesbank.session import Session  # noqa: E402
from sesbank.settings import Settings  # noqa: E402

TALK = Path(__file__).with_name("talk.py")

FINE = PART_OF_TEXT | {repr("\n")}
PATIENCE = 600.0


@pytest.fixture
def session(home):
    """A hostile bank in a hostile home."""
    hostile_home.make(locations.settings_path().parent)
    together = " ".join(text for name, text in HOSTILE.items() if name != "word")
    with Session.open(home / "bank.json", settings=Settings()) as session:
        fill(session, [together], POSTING)
        yield session


def planned(listed, folder):
    file, log = folder / "plan.json", folder / "codes.json"
    file.write_text(json.dumps({"commands": listed, "log": str(log)}), encoding="ascii")
    return file


def test_no_command_steers_the_terminal_it_prints_on(session, tmp_path, request):
    listed = commands(session, tmp_path)
    session.close()
    assert {argv[0] for argv in listed} >= HOMES.keys() - {"demo"}
    plan = planned(listed, tmp_path)
    terminal = driving.Terminal(str(plan), folder=tmp_path, program=(str(TALK),))
    request.addfinalizer(terminal.stop)
    terminal.press("n\n" * 4)  # what may be asked
    assert terminal.ended(PATIENCE) == 0
    # A terminal puts a return before each new line.
    look(plan, terminal.output, FINE | {repr("\r")})


def test_no_listing_sends_codes_down_a_pipe(session, tmp_path):
    listed = looks(session, tmp_path)
    session.close()
    as_json = [[*argv, "--json"] for argv in listed if argv[0] != "export"]
    plan = planned([*listed, *as_json], tmp_path)
    done = subprocess.run(
        [sys.executable, str(TALK), str(plan)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=tmp_path,
        check=True,
    )
    look(plan, done.stdout, FINE)


def look(plan, output, fine):
    told = json.loads(plan.read_text(encoding="ascii"))
    codes = json.loads(Path(told["log"]).read_text(encoding="ascii"))
    listed = told["commands"]
    parts = re.split(rb"\x1b_command \d+\x1b\\", output)[1:-1]
    assert len(parts) == len(codes) == len(listed)
    for argv, code, printed in zip(listed, codes, parts, strict=True):
        assert steering(printed, (100, 30)) <= fine, argv
        assert code in (0, 1, 2, 3, 130), (argv, printed)
        assert printed.strip(), argv
