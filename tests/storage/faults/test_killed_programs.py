"""Real programs killed while they save, and locks left or held; FAULT_KILLS=200 for a long run."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from fault_counts import count

from sesbank.domain.bank import Act, Change
from sesbank.domain.story import Story
from sesbank.errors import BankError, NotSavedError
from sesbank.storage import BankStore, store
from sesbank.storage.bank_file import BankFile
from sesbank.storage.lock import BusyError, FileLock

KILLS = int(os.environ.get("FAULT_KILLS", "6"))

SAVING = """
import sys
from pathlib import Path
from sesbank.domain.bank import Act, Change
from sesbank.domain.story import Story
from sesbank.storage import BankStore, folding

folding.JOURNAL_LIMIT = 60_000
first = int(sys.argv[2])
for round in range(10_000):
    store = BankStore.open(Path(sys.argv[1]))
    for number in range(40):
        name = f"s-{first:05d}{round:04d}-{number:04d}"
        story = Story(id=name, title=name, action="I led. " * (number * 7 % 400))
        store.save(Act("add", (Change(None, story),)))
        print(name, flush=True)
    if round % 2:
        store.close()
"""

HOLDING = """
import sys, time
from pathlib import Path
from sesbank.storage.lock import FileLock

with FileLock(Path(sys.argv[1]))():
    print("held", flush=True)
    time.sleep(60)
"""


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def killed_after(program: subprocess.Popen[str], seconds: float) -> list[str]:
    """Return the saves a program confirmed before it was killed."""
    assert program.stdout is not None
    confirmed = [program.stdout.readline().strip()]
    timer = threading.Timer(seconds, program.send_signal, [signal.SIGKILL])
    timer.start()
    confirmed += [line.strip() for line in program.stdout if line.endswith("\n")]
    program.wait()
    program.stdout.close()
    timer.join()
    return confirmed


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL here")
def test_a_killed_program_loses_no_confirmed_save(tmp_path: Path) -> None:
    path, chance = tmp_path / "stories" / "bank.json", random.Random(3)
    confirmed: set[str] = set()
    for number in range(KILLS):
        program = start(SAVING, path, number)
        confirmed |= set(killed_after(program, chance.uniform(0.0, 0.4)))
        bank = BankStore.open(path)
        found = set(bank.bank.stories)
        assert confirmed <= found
        assert len(found - confirmed) <= number + 1, "only the save under way may be there too"
        bank.close()
    assert not list(path.parent.glob(".*.tmp"))
    assert len(confirmed) > 10 * KILLS
    count("kills of a saving program", KILLS)
    count("saves it had confirmed", len(confirmed))


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL here")
def test_f14_a_lock_whose_holder_was_killed_is_free_at_once(tmp_path: Path) -> None:
    path = tmp_path / "bank.json"
    BankStore.open(path).close()
    program = start(HOLDING, path.with_name("bank.json.lock"))
    assert program.stdout is not None
    program.stdout.readline()
    program.kill()
    program.wait()
    program.stdout.close()
    started = time.monotonic()
    bank = BankStore.open(path)
    bank.save(Act("add", (Change(None, Story(id="s-1", title="T")),)))
    bank.close()
    assert time.monotonic() - started < 2


def test_f15_a_lock_that_is_held_is_waited_for_and_then_named(tmp_path: Path) -> None:
    path = tmp_path / "bank.json"
    BankStore.open(path).save(Act("add", (Change(None, Story(id="s-0", title="T")),)))
    file = BankFile(path, wait=0.2)
    file.load()
    bank = store.BankStore(file)
    other = FileLock(path.with_name("bank.json.lock"))
    with other():
        with pytest.raises(NotSavedError, match="another sesbank is saving"):
            bank.save(Act("add", (Change(None, Story(id="s-1", title="T")),)))
        assert set(BankStore.open(path).bank.stories) == {"s-0"}, "reading needs no lock"
        assert not bank.refresh()
        path.write_bytes(path.read_bytes()[:-40])
        with pytest.raises(BankError, match="another sesbank is saving"):
            BankFile(path, wait=0.1).load()  # Half a file may be whole when the other is done.


def test_a_bank_read_beside_another_program_goes_on_with_what_that_saved(tmp_path: Path) -> None:
    path = tmp_path / "bank.json"
    there = BankStore.open(path)
    there.save(Act("add", (Change(None, Story(id="s-0", title="T")),)))
    with FileLock(path.with_name("bank.json.lock"))():
        here = BankStore.open(path)
    there.save(Act("add", (Change(None, Story(id="s-1", title="T")),)))
    there.close()
    here.save(Act("add", (Change(None, Story(id="s-2", title="T")),)))
    here.close()
    assert set(BankStore.open(path).bank.stories) == {"s-0", "s-1", "s-2"}
    assert here.notes == ()


def test_a_lock_counts_in_its_thread_and_keeps_other_threads_out(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "lock", wait=0.1)
    refused: list[bool] = []

    def try_it() -> None:
        try:
            with lock():
                refused.append(False)
        except BusyError:
            refused.append(True)

    with lock(), lock():
        thread = threading.Thread(target=try_it)
        thread.start()
        thread.join()
    try_it()
    assert refused == [True, False]
