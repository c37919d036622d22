"""Crashes at every file call, with what they leave, counted."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator

from bank_runs import Opener, Run, check, open_bank
from simulated_disk import Crash, Faults, SimulatedDisk

from sesbank.errors import BankError

DiskMaker = type[SimulatedDisk]


def count_calls(opener: Opener = open_bank, disk: DiskMaker = SimulatedDisk) -> int:
    """Return how many file calls an undisturbed run makes."""
    run = Run(disk(), opener)
    run.go()
    assert not run.wrong
    return run.disk.calls


def crashes(
    seeds: range, opener: Opener = open_bank, disk: DiskMaker = SimulatedDisk
) -> Iterator[tuple[str, list[str]]]:
    """Crash at every call, by kill and by power cut; yield what happened and what is wrong then."""
    for seed in seeds:
        for number in range(count_calls(opener, disk)):
            for power_cut in (False, True):
                run = Run(disk(seed * 7919 + number, Faults(crash_at=number)), opener)
                run.go()
                after = _restarted(run, power_cut=power_cut, twice=seed % 2 == 1)
                name = f"seed {seed}, {'power cut' if power_cut else 'kill'} at call {number}"
                yield f"{name}: {run.disk.log[-1]}", [*run.wrong, *check(run, after)]


def _restarted(run: Run, *, power_cut: bool, twice: bool) -> SimulatedDisk:
    """Return the disk after the crash, and after a second one while the bank was opened."""
    after = run.disk.restarted(power_cut=power_cut)
    if not twice:
        return after
    after.faults = Faults(crash_at=after.chance.randrange(12))
    second = Run(after, run.opener)
    with contextlib.suppress(Crash, BankError):
        second.opener(after).close()
    after.faults = Faults()
    return after.restarted(power_cut=power_cut)


def failures(
    times: int, code: int, *, every_call: bool = False, step: int = 1
) -> Iterator[tuple[str, list[str], Run]]:
    """Fail at every `step`-th call; yield what happened, what is wrong, and the run."""
    for number in range(0, count_calls(), step):
        for then in ("goes on", "kill", "power cut"):
            faults = Faults(fail_at=number, times=times, code=code, changing_only=not every_call)
            run = Run(SimulatedDisk(number, faults))
            run.go()
            run.disk.faults = Faults()
            after = run.disk if then == "goes on" else run.disk.restarted(power_cut=then[0] == "p")
            name = f"{times} x errno {code} at call {number}, then {then}"
            wrong = [*run.wrong, *check(run, after)]
            yield name, wrong, run


def failures_then_crash(
    seeds: range, code: int, disk: DiskMaker = SimulatedDisk
) -> Iterator[tuple[str, list[str], Run]]:
    """Fail at every call and cut the power a few calls later; yield as `failures` does."""
    for seed in seeds:
        for number in range(count_calls(disk=disk)):
            chance = random.Random(seed * 7919 + number)
            crash_at = number + chance.randint(1, 40)
            faults = Faults(crash_at, number, chance.choice([1, 1, 2, 3]), code)
            run = Run(disk(seed * 7919 + number, faults))
            run.go()
            run.disk.faults = Faults()
            name = f"seed {seed}: errno {code} at call {number}, power cut at {crash_at}"
            after = run.disk.restarted(power_cut=True)
            yield name, [*run.wrong, *check(run, after)], run
