"""`sesbank` without a command opens the app: through a real terminal, from the real entry point."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from cli_running import Command

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals on Windows", allow_module_level=True)

from terminal_driving import Terminal

HOSTILE = "Grants \x1b]52;c;cGF5\x07 \x1b[2Jcleared [@click=app.quit]now[/]"


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
