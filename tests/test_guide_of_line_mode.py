"""Every line of the guide to line mode runs as it stands, in order, on the example bank."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from sesbank.cli.main import main

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "guide" / "line-mode.md"

IN_AN_EDITOR = ("new", "edit backlog")
"""What opens the person's own editor on a terminal."""

MAY_FIND = ("check tag:strategy", "check tag:strategy --waive N01")
"""What ends with 1 where there is something to mend, as the guide says of it."""


def lines() -> list[list[str]]:
    """Return the words behind `sesbank` of each line, in order."""
    blocks = re.findall(r"^```sh\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), re.M | re.S)
    return [shlex.split(line, comments=True)[1:] for b in blocks for line in b.splitlines()]


def test_every_line_of_the_guide_runs_on_the_example_bank(
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    ended = {}
    for words in lines():
        typed = io.TextIOWrapper(io.BytesIO(b"I led it. It fell by a third.\n"))
        monkeypatch.setattr(sys, "stdin", typed)
        ended[" ".join(words)] = (main(words), capsys.readouterr().err)
    failed = {
        line: (code, err)
        for line, (code, err) in ended.items()
        if line not in IN_AN_EDITOR and code not in ((0, 1) if line in MAY_FIND else (0,))
    }
    assert failed == {}
    assert not [err for _, err in ended.values() if "finds nothing here" in err]
    assert set(IN_AN_EDITOR) | set(MAY_FIND) <= set(ended)
