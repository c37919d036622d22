"""Restores, migrations and backups broken off at every file call of a simulated disk."""

from __future__ import annotations

import contextlib
import json

import pytest
from bank_runs import PATH
from simulated_disk import Crash, Faults, SimulatedDisk

from sesbank.domain.bank import Act, Change
from sesbank.domain.story import Story
from sesbank.errors import BankError
from sesbank.storage import BankStore, migration
from sesbank.storage.rescue import bank_in, put_back


def story(number: int) -> Story:
    return Story(id=f"s-{number}", title=f"Story {number}", action="I led it. " * 30)


def add(store: BankStore, *numbers: int) -> None:
    store.save(Act("add", tuple(Change(None, story(n)) for n in numbers)))


def damaged_disk(seed: int) -> SimulatedDisk:
    """A bank of three stories, two of them in its backup, whose file was zeroed."""
    disk = SimulatedDisk(seed)
    store = BankStore.open(PATH, disk=disk)
    add(store, 1, 2)
    store.backups.make(store.frozen(), "first-save")
    add(store, 3)
    store.close()
    disk.put("bank.json", bytes(len(disk.files["bank.json"])))
    return disk


def calls_of(disk: SimulatedDisk) -> int:
    before = disk.calls
    put_back(PATH, disk)
    return disk.calls - before


@pytest.mark.parametrize("power_cut", [False, True], ids=["kill", "power cut"])
def test_f40_a_restore_broken_off_anywhere_leaves_the_old_or_the_restored_state(
    power_cut: bool,
) -> None:
    for number in range(calls_of(damaged_disk(0))):
        disk = damaged_disk(number)
        disk.faults = Faults(crash_at=disk.calls + number)
        with contextlib.suppress(Crash):
            put_back(PATH, disk)
        after = disk.restarted(power_cut=power_cut)
        try:
            found = set(BankStore.open(PATH, disk=after).bank.stories)
        except BankError:
            found = {"s-1", "s-2"}
            put_back(PATH, after)  # Still damaged: the backup is there, the restore works again.
        assert found == {"s-1", "s-2"}, disk.log[-1]
        assert set(BankStore.open(PATH, disk=after).bank.stories) == {"s-1", "s-2"}


@pytest.mark.parametrize("power_cut", [False, True], ids=["kill", "power cut"])
def test_f31_a_migration_broken_off_anywhere_is_done_or_not(
    power_cut: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def step(tables: dict[str, dict[str, dict[str, object]]]) -> None:
        for row in tables["stories"].values():
            row["title"] = row.pop("headline")

    monkeypatch.setitem(migration.STEPS, 0, step)
    rows = {"1": {"id": "s-1", "headline": "Story 1"}}
    old = json.dumps({"stories": rows, "_meta": {"1": {"schema": 0, "rev": 7, "id": "a"}}})
    for number in range(80):
        disk = SimulatedDisk(number)
        disk.put("bank.json", old.encode())
        disk.faults = Faults(crash_at=number)
        confirmed = False
        with contextlib.suppress(Crash):
            store = BankStore.open(PATH, disk=disk)
            add(store, 2)
            confirmed = True
            store.close()
        after = disk.restarted(power_cut=power_cut)
        bank = BankStore.open(PATH, disk=after).bank
        assert bank.stories["s-1"].title == "Story 1"
        assert "s-2" in bank.stories or not confirmed, disk.log[-1]
        if after.files["bank.json"] != old.encode():
            assert any("pre-v1" in name for name in after.files), "a backup came first"


@pytest.mark.parametrize("power_cut", [False, True], ids=["kill", "power cut"])
def test_f32_an_import_of_many_broken_off_anywhere_is_whole_or_absent(power_cut: bool) -> None:
    for number in range(60):
        disk = SimulatedDisk(number)
        add(BankStore.open(PATH, disk=disk), 0)
        disk.faults = Faults(crash_at=disk.calls + number)
        with contextlib.suppress(Crash):
            store = BankStore.open(PATH, disk=disk)
            add(store, *range(1, 501))
            store.close()
        found = BankStore.open(PATH, disk=disk.restarted(power_cut=power_cut)).bank
        assert len(found.stories) in (1, 501), disk.log[-1]


def test_a_backup_broken_off_anywhere_counts_whole_or_not_at_all() -> None:
    for number in range(30):
        disk = SimulatedDisk(number)
        store = BankStore.open(PATH, disk=disk)
        add(store, 1)
        disk.faults = Faults(crash_at=disk.calls + number)
        done = False
        with contextlib.suppress(Crash):
            store.backups.make(store.frozen(), "first-save")
            done = True
        after = BankStore.open(PATH, disk=disk.restarted(power_cut=True))
        listed = after.backups.listed()
        assert len(listed) == 1 or not done
        for backup in listed:
            assert bank_in(after.backups.read(backup.name)) == after.bank
