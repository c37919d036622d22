"""The real app, ended in every way there is while somebody types, and opened on a damaged bank."""

from __future__ import annotations

import json
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals on Windows", allow_module_level=True)

from terminal_driving import PATIENCE, Terminal

from sesbank.session import Session, backups, drafts, stories

TYPED = "Opened the flood desk"


def kept(bank: Path) -> list[str]:
    """Return the titles of the texts that the next start would offer."""
    with Session.open(bank) as session:
        return [draft.fields["title"] for draft in drafts.drafts(session)]


def lines(bank: Path) -> list[str]:
    """Return the lines captured and not kept that the next start would offer."""
    with Session.open(bank) as session:
        return [draft.fields["line"] for draft in drafts.drafts(session)]


def until(true: Callable[[], bool], what: str) -> None:
    limit = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < limit, what
        time.sleep(0.02)


def typing(bank: Path, folder: Path) -> Terminal:
    """Open the app and type a title into a new story, which is not saved."""
    terminal = Terminal("--bank", str(bank), folder=folder)
    terminal.wait_for("Merged two field offices")
    terminal.press("n")
    terminal.wait_for("New story")
    terminal.press(TYPED)
    terminal.wait_for("desk")
    return terminal


def test_f37_what_was_typed_before_a_kill_is_offered_by_the_next_start_and_can_be_saved(
    bank: Path, tmp_path: Path
) -> None:
    terminal = typing(bank, tmp_path)
    until(lambda: kept(bank) == [TYPED], "the beat puts it on the disk, nobody has to ask")
    terminal.send(signal.SIGKILL)
    assert terminal.ended() == -signal.SIGKILL
    again = Terminal("--bank", str(bank), folder=tmp_path)
    again.wait_for("You were writing")
    again.press("c")
    again.wait_for("New story")
    again.press("\x13")
    again.wait_for("Saved:")
    again.press("\x11")
    assert again.ended() == 0
    with Session.open(bank) as session:
        assert stories.get(session, TYPED)
    assert kept(bank) == []


def test_f37_what_was_typed_into_a_small_form_survives_a_kill(bank: Path, tmp_path: Path) -> None:
    terminal = Terminal("--bank", str(bank), folder=tmp_path)
    terminal.wait_for("Merged two field offices")
    terminal.press("c")
    terminal.wait_for("Into the inbox")
    terminal.press(TYPED)
    until(lambda: lines(bank) == [TYPED], "the beat puts it on the disk, nobody has to ask")
    terminal.send(signal.SIGKILL)
    assert terminal.ended() == -signal.SIGKILL
    again = Terminal("--bank", str(bank), folder=tmp_path)
    again.wait_for("You were keeping a line")
    again.press("c")
    again.wait_for("Into the inbox")
    again.press("\x13")
    again.wait_for("In the inbox:")
    again.press("\x11")
    assert again.ended() == 0
    with Session.open(bank) as session:
        assert stories.get(session, TYPED)
    assert lines(bank) == []


@pytest.mark.parametrize("way", ["SIGHUP", "SIGTERM", "the terminal is closed"])
def test_f37_an_app_that_is_told_to_end_keeps_the_last_letter_that_was_typed(
    bank: Path, tmp_path: Path, way: str
) -> None:
    terminal = typing(bank, tmp_path)
    if way.startswith("SIG"):
        number = getattr(signal, way)
        terminal.send(number)
        assert terminal.ended() == 128 + number
    else:
        assert terminal.close() == 128 + signal.SIGHUP
    assert kept(bank) == [TYPED]


def test_a_damaged_bank_offers_its_backup_on_screen_and_opens_with_it(
    bank: Path, tmp_path: Path
) -> None:
    with Session.open(bank) as session:
        backups.make(session)
    damage = bank.read_bytes()[:200]
    bank.write_bytes(damage)
    terminal = Terminal("--bank", str(bank), folder=tmp_path)
    terminal.wait_for("The bank cannot be opened")
    terminal.wait_for("3 stories")
    terminal.press("q")
    assert terminal.ended() == 3
    assert bank.read_bytes() == damage
    assert "Traceback" not in terminal.drawn
    terminal = Terminal("--bank", str(bank), folder=tmp_path)
    terminal.wait_for("The bank cannot be opened")
    terminal.press("r")
    terminal.wait_for("Merged two field offices")
    terminal.press("q")
    assert terminal.ended() == 0
    assert len(json.loads(bank.read_bytes())["stories"]) == 3
    (copy,) = (bank.parent / "backups").glob("damaged-*/bank.json")
    assert copy.read_bytes() == damage
