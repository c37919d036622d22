"""Crashes, power cuts and failing calls on a simulated disk; FAULT_SEEDS=20 makes it a long run."""

from __future__ import annotations

import errno
import os

import bank_mutants
import pytest
from bank_crashes import crashes, failures, failures_then_crash
from fault_counts import count
from simulated_disk import SimulatedDisk

from sesbank.storage.folder import SafeFolder
from sesbank.storage.folding import FoldingBank
from sesbank.storage.on_disk import BankOnDisk

SEEDS = int(os.environ.get("FAULT_SEEDS", "0"))
STEP = 1 if SEEDS else 4
FOR_EVER = 10**9


@pytest.mark.parametrize("twice", [False, True], ids=["once", "and again while opening"])
def test_a_crash_at_any_file_call_loses_no_confirmed_save(twice: bool) -> None:
    seeds = range(int(twice), max(SEEDS, 2), 2)
    runs = list(crashes(seeds))
    wrong = [(name, faults) for name, faults in runs if faults]
    assert wrong == []
    count("simulated crashes by kill", len(runs) // 2)
    count("simulated crashes by power cut", len(runs) // 2)
    if twice:
        count("of both, with a second crash while opening", len(runs))


@pytest.mark.parametrize("times", [1, 3, FOR_EVER])
@pytest.mark.parametrize("every_call", [False, True], ids=["writing calls", "every call"])
def test_a_failing_call_refuses_the_save_or_keeps_it(times: int, every_call: bool) -> None:
    refused, code = 0, errno.EIO if every_call else errno.ENOSPC
    for name, faults, run in failures(times, code, every_call=every_call, step=STEP):
        assert faults == [], name
        # Only a disk that also refuses to take it back may show a refused save later.
        assert run.appeared == 0 or times > 1, name
        refused += run.refused
        count("simulated failing calls")
    assert refused > 0
    count("saves refused in those", refused)


def test_a_failing_call_and_a_power_cut_soon_after_lose_no_confirmed_save() -> None:
    seeds = range(max(SEEDS, 1))
    runs = list(failures_then_crash(seeds, errno.EIO))
    wrong = [(name, f) for name, f, _ in runs if f]
    assert wrong == []
    count("failing calls followed by a power cut", len(runs))
    count("saves refused in those", sum(run.refused for _, _, run in runs))


@pytest.mark.parametrize(
    "mutant",
    [
        bank_mutants.NoSyncOfSnapshots,
        bank_mutants.NoSyncOfJournal,
        bank_mutants.NoSyncOfNames,
        bank_mutants.SnapshotInPlace,
    ],
)
def test_a_disk_used_carelessly_is_caught(mutant: type[SimulatedDisk]) -> None:
    assert any(faults for _, faults in crashes(range(2), disk=mutant))
    count("broken variants caught")


def test_a_journal_emptied_before_the_snapshot_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BankOnDisk, "checkpoint", bank_mutants.journal_emptied_first)
    assert any(faults for _, faults in crashes(range(2)))
    count("broken variants caught")


def test_a_failed_sync_that_is_tried_again_is_caught() -> None:
    runs = failures_then_crash(range(4), errno.EIO, bank_mutants.SyncTriedAgain)
    assert any(faults for _, faults, _ in runs)
    count("broken variants caught")


def test_r2_a_journal_emptied_in_place_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BankOnDisk, "checkpoint", bank_mutants.old_journal_used_again)
    assert any(faults for _, faults in crashes(range(4)))
    count("broken variants caught")


def test_r3_a_folder_not_synced_again_after_a_failed_sync_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(SafeFolder, "sync_names", bank_mutants.names_taken_for_safe)
    runs = failures_then_crash(range(20), errno.EIO)
    assert any(faults for _, faults, _ in runs)
    count("broken variants caught")


def test_a_fold_that_drops_what_was_saved_meanwhile_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(FoldingBank, "fold_in", bank_mutants.journal_replaced_empty)
    assert any(faults for _, faults in crashes(range(1)))
    count("broken variants caught")
