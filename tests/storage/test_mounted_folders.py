"""F17: a real FUSE mount, where one may be made: the bank works there and foreign changes stay."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from sesbank.domain.bank import Act, Change
from sesbank.domain.story import Story
from sesbank.errors import NotSavedError
from sesbank.storage import BankStore, network
from sesbank.storage.examining import examine


def add(store: BankStore, number: int) -> None:
    story = Story(id=f"s-{number}", title=f"Story {number}", action="I led it. " * 20)
    store.save(Act("add", (Change(None, story),)))


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """A folder and the same folder through FUSE, as another machine would reach it."""
    if shutil.which("bindfs") is None or not os.access("/dev/fuse", os.R_OK | os.W_OK):
        pytest.skip("bindfs is not installed, or there is no /dev/fuse")
    here, there = tmp_path / "server", tmp_path / "mounted"
    here.mkdir()
    there.mkdir()
    done = subprocess.run(["bindfs", str(here), str(there)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("nothing may be mounted here")
    try:
        yield here, there
    finally:
        subprocess.run(["umount", str(there)], check=True)


def test_f17_a_bank_on_a_fuse_mount_saves_follows_and_never_overwrites_a_foreign_change(
    mounted: tuple[Path, Path],
) -> None:
    here, there = mounted
    mine, theirs = BankStore.open(there / "bank.json"), BankStore.open(here / "bank.json")
    add(mine, 1)
    assert theirs.refresh()
    add(theirs, 2)
    add(mine, 3)  # Its revision is behind: what came in between is taken in first.
    assert set(mine.bank.stories) == {"s-1", "s-2", "s-3"}
    seen = mine.bank.stories["s-1"]
    theirs.refresh()
    theirs.save(Act("edit", (Change(seen, seen.edit(title="Theirs")),)))
    with pytest.raises(Exception, match="has changed since it was read"):
        mine.save(Act("edit", (Change(seen, seen.edit(title="Mine")),)))
    mine.close()
    theirs.close()
    found = BankStore.open(here / "bank.json").bank.stories
    assert {story.title for story in found.values()} == {"Theirs", "Story 2", "Story 3"}


def test_f17_another_bank_put_there_by_another_machine_is_never_overwritten(
    mounted: tuple[Path, Path], tmp_path: Path
) -> None:
    here, there = mounted
    mine = BankStore.open(there / "bank.json")
    add(mine, 1)
    other = BankStore.open(tmp_path / "other.json")
    add(other, 9)
    other.close()
    foreign = (tmp_path / "other.json").read_bytes()
    (here / "bank.json").write_bytes(foreign)
    with pytest.raises(NotSavedError, match="another bank"):
        add(mine, 2)
    assert (here / "bank.json").read_bytes() == foreign


def test_f17_a_fuse_mount_that_is_a_network_folder_is_told_once_and_by_the_doctor(
    mounted: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, there = mounted
    # What bindfs shows is local; here it stands for sshfs, which the same table names.
    monkeypatch.setattr(network, "_REMOTE_FUSE", ("fuse.bindfs", "fuse"))
    store = BankStore.open(there / "bank.json")
    assert "is a network folder (fuse" in store.remote
    add(store, 1)
    store.close()
    told = [finding.text for finding in examine(there / "bank.json") if finding.about == "place"]
    assert told == [store.remote]
