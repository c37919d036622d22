"""Folding the journal in fails; the saves in it stand."""

from __future__ import annotations

import errno
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bank_folding import wait_until_folded

from sesbank.domain.bank import Act, Change
from sesbank.domain.records import RecordError
from sesbank.domain.story import Story
from sesbank.storage import BankStore
from sesbank.storage.disk import RealDisk


class NoNewFiles(RealDisk):
    """A disk that takes lines and has no room for a new file."""

    full = False

    def create(self, path: Path) -> int:
        if self.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().create(path)


def story(number: int) -> Story:
    return Story(id=f"s-{number:09d}-aaaa", title="T", action="I led. " * 200)


def add(store: BankStore, number: int) -> None:
    store.save(Act("add", (Change(None, story(number)),)))


@pytest.fixture
def disk() -> NoNewFiles:
    return NoNewFiles()


@pytest.fixture
def store(tmp_path: Path, disk: NoNewFiles) -> BankStore:
    store = BankStore.open(tmp_path / "bank.json", disk=disk)
    add(store, 1)
    disk.full = True
    return store


def test_f07_a_disk_full_for_the_checkpoint_only_refuses_no_save(
    store: BankStore, disk: NoNewFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sesbank.storage.folding.JOURNAL_LIMIT", 3000)
    for number in range(2, 12):
        add(store, number)
        wait_until_folded()
    assert store.notes == (
        "bank.json is not updated yet: no space left on device; your saves are safe in the "
        "journal bank.json.journal and go in as soon as they can",
    )
    assert len(BankStore.open(tmp_path / "bank.json").bank.stories) == 11
    disk.full = False
    for number in range(12, 30):
        add(store, number)
    store.close()
    assert (tmp_path / "bank.json.journal").read_bytes() == b""


def test_f46_closing_with_a_failing_checkpoint_keeps_everything(
    store: BankStore, tmp_path: Path, disk: NoNewFiles
) -> None:
    add(store, 2)
    store.close()
    assert any("bank.json is not updated yet: no space left" in note for note in store.notes)
    assert len(BankStore.open(tmp_path / "bank.json").bank.stories) == 2
    disk.full = False
    again = BankStore.open(tmp_path / "bank.json", disk=disk)
    add(again, 3)
    again.close()
    assert (tmp_path / "bank.json.journal").read_bytes() == b""
    assert len(BankStore.open(tmp_path / "bank.json").bank.stories) == 3


@pytest.mark.parametrize("value", [datetime(2026, 1, 1, tzinfo=UTC), {1, 2}, float("nan"), b"x"])
def test_f34_a_value_that_cannot_be_kept_is_refused_before_a_byte_is_written(
    tmp_path: Path, value: object
) -> None:
    store = BankStore.open(tmp_path / "bank.json")
    add(store, 1)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(RecordError):
        store.save(Act("x", (Change(None, story(2).edit(extra={"odd": value})),)))
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
    add(store, 3)
    assert len(BankStore.open(tmp_path / "bank.json").bank.stories) == 2


def test_f34_a_lone_surrogate_is_cleaned_on_the_way_in(tmp_path: Path) -> None:
    store = BankStore.open(tmp_path / "bank.json")
    store.save(Act("x", (Change(None, story(1).edit(title="A\ud800B")),)))
    assert store.bank.stories[story(1).id].title == "A\N{REPLACEMENT CHARACTER}B"
    store.close()
    assert BankStore.open(tmp_path / "bank.json").bank == store.bank


def test_a_bank_of_stock_tinydb_killed_after_its_first_save_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "bank.json"
    path.write_text('{"stories": {"1": {"id": "s-1", "title": "T"}}}')
    store = BankStore.open(path)
    add(store, 2)  # And no close: the program was killed.
    assert len(BankStore.open(path).bank.stories) == 2
