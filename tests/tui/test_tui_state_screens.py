"""Screens in states one seldom sees: damaged, changed elsewhere, not saved, hidden, refused, told.

Compared with the files in `screens/`; SESBANK_UPDATE_SCREENS=1 writes them anew.
"""

import errno
import os
import re
from pathlib import Path

import pytest
from textual.events import Paste
from tui_driving import TITLES, press, settle, shown, write

from sesbank.domain.mapping import Mapping
from sesbank.errors import BankError
from sesbank.session import Session, backups, stories
from sesbank.storage.disk import RealDisk
from sesbank.tui.app import SesbankApp
from sesbank.tui.rescue import RescueApp

FOLDER = Path(__file__).parent / "screens"
UPDATE = bool(os.environ.get("SESBANK_UPDATE_SCREENS"))
SIZES = [(80, 24), (120, 36), (200, 50)]
QUESTION = "Tell us how you directed a grants program under pressure, and what was the result?"

WAYS = {
    "why-not": "U",
    "hidden-story": "B enter",
    "hidden-editor": "e f9",
    "notice": "r",
    "editor-elsewhere": "e ctrl+o",
    "search-empty": "slash z z z z enter",
    "search-wrong": "slash a f t e r colon x enter",
}
"""Keys from the bank to each state; what is said in the corner is part of it."""

sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def compare(name: str, size: tuple[int, int], text: str) -> None:
    file = FOLDER / f"{name}-{size[0]}x{size[1]}.txt"
    if UPDATE:
        file.write_text(text + "\n", encoding="utf-8")
    assert text + "\n" == file.read_text(encoding="utf-8")


@sizes
@pytest.mark.parametrize("name", WAYS)
async def test_the_state_looks_as_it_did(with_vacancy, opened, monkeypatch, name, size):
    monkeypatch.setenv("HOME", "/home/me")
    async with opened(with_vacancy, size=size, keys=WAYS[name], toasts=True) as pilot:
        compare(name, size, shown(pilot))


@sizes
async def test_a_story_told_to_a_panel_looks_as_it_did(with_vacancy, opened, size):
    async with opened(with_vacancy, size=size, keys="4", toasts=True) as pilot:
        pilot.app.post_message(Paste(QUESTION))
        await settle(pilot)
        await press(pilot, "ctrl+t escape")
        compare("ask-told", size, shown(pilot))


@sizes
async def test_old_narratives_with_their_homes_look_as_they_did(empty, opened, size):
    told = {
        "LP": ("Built a bench", "I coached every supervisor, gave feedback and lifted morale."),
        "RD": ("Met the deadlines", "I set milestones and delivered; the backlog fell by half."),
        "BA": ("Cut the leases", "I cut a budget of 480 million dollars and gave up leases."),
    }
    for ecq, (title, action) in told.items():
        stories.add(empty, title=title, action=action, mappings=(Mapping("opm-2006", ecq),))
    async with opened(empty, size=size, keys="2 a", toasts=True) as pilot:
        compare("homes", size, shown(pilot))


@sizes
async def test_a_bank_changed_elsewhere_looks_as_it_did(session, opened, size):
    with Session.open(session.path, settings=session.settings) as other:
        async with opened(session, size=size, toasts=True) as pilot:
            stories.add(other, title="Written elsewhere")
            pilot.app.beat()
            await settle(pilot)
            compare("changed-elsewhere", size, shown(pilot))


@sizes
async def test_one_story_edited_in_two_programs_looks_as_it_did(session, opened, size):
    with Session.open(session.path, settings=session.settings) as other:
        async with opened(session, size=size, keys="e") as pilot:
            await write(pilot, "Mine. ")
            theirs = stories.get(other, TITLES[0])
            stories.save(other, theirs.edit(title="Theirs", challenge="Theirs."))
            await press(pilot, "ctrl+s")
            compare("conflict", size, shown(pilot))


@sizes
async def test_a_full_disk_looks_as_it_did(session, opened, monkeypatch, size):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    async with opened(session, size=size, toasts=True) as pilot:
        for name in ("write", "create", "append"):
            monkeypatch.setattr(RealDisk, name, full)
        await press(pilot, "r")
        compare("not-saved", size, shown(pilot))
        monkeypatch.undo()


@sizes
async def test_a_damaged_bank_looks_as_it_did(session, monkeypatch, size):
    backups.make(session)
    session.close()
    monkeypatch.chdir(session.path.parent)
    path = Path("bank.json")
    data = bytearray(path.read_bytes())
    data[60:70] = bytes(10)
    path.write_bytes(data)
    with pytest.raises(BankError) as error:
        Session.open(path)
    # Place and time of the copy differ from run to run.
    said = re.sub(r"\S+/damaged-\w+", "/home/me/backups/damaged-20261122T090000Z", str(error.value))
    app = RescueApp(path, said)
    async with app.run_test(size=size) as pilot:
        compare("damaged", size, shown(pilot))


@sizes
async def test_a_text_that_was_not_saved_is_offered_as_it_was(session, size):
    async with SesbankApp(session, beating=False).run_test(size=size) as pilot:
        await press(pilot, "n")
        await write(pilot, "Opened the flood desk")
        pilot.app.keep_drafts()
    async with SesbankApp(session, beating=False).run_test(size=size) as pilot:
        await settle(pilot)
        compare("draft-offered", size, shown(pilot))
