"""System calls of a real program killed or failed one by one; FAULT_SEEDS makes it all of them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from fault_counts import count

from sesbank.domain.bank import Act, Change
from sesbank.domain.story import Story
from sesbank.storage import BankStore

ALL = "FAULT_SEEDS" in os.environ

SAVING = """
import sys
from pathlib import Path
from sesbank.domain.bank import Act, Change
from sesbank.domain.story import Story
from sesbank.errors import BankError, NotSavedError
from sesbank.storage import BankStore
from sesbank.storage.bank_file import BankFile

try:
    file = BankFile(Path(sys.argv[1]), wait=0.1)
    file.load()
    store = BankStore(file)
except BankError:
    sys.exit()
for number in range(5):
    try:
        store.save(Act("add", (Change(None, Story(id=f"s-{number}", title="T")),)))
    except NotSavedError:
        continue
    print(number, flush=True)
store.close()
"""

EXPORTING = """
import sys
from pathlib import Path
from sesbank.errors import SesbankError
from sesbank.files import write_new

try:
    write_new(Path(sys.argv[1]), b"whole " * 1000)
    print("0")
except SesbankError:
    pass
"""

CALLS = ("write", "fsync", "rename", "openat", "flock", "close", "mkdir")
"""What a saving program calls. Where one of them fails, `ftruncate` and `unlink` follow."""


class Injected(NamedTuple):
    """A fault put into the calls of one kind, from one of them on."""

    call: str
    fault: str
    when: str

    @property
    def option(self) -> str:
        return f"inject={self.call}:{self.fault}:when={self.when}"


def traced(script: str, path: Path, *faults: Injected, log: str = os.devnull) -> set[int]:
    """Return the numbers a program printed, whose calls were hurt."""
    calls = {fault.call for fault in faults} or {*CALLS, "ftruncate", "unlink", "link"}
    command = ["strace", "-f", "-qq", "-o", log, "-e", "trace=" + ",".join(sorted(calls))]
    for fault in faults:
        command += ["-e", fault.option]
    run = subprocess.run(
        [*command, sys.executable, "-c", script, str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
        timeout=60,
    )
    return {int(line) for line in run.stdout.split()}


Points = dict[str, list[int]]
"""By call, the numbers of those that have to do with the bank: counted from the program's start."""


def points(script: str, path: Path, log: Path) -> Points:
    """Return where an undisturbed program can be hurt."""
    traced(script, path, log=str(log))
    found: Points = {}
    counts: dict[str, int] = {}
    begun = False
    for line in log.read_text("utf-8", "replace").splitlines():
        named = re.match(r"\d+ +(\w+)\((\d?)", line)
        if named is None:
            continue
        begun = begun or str(path.parent) in line
        counts[named[1]] = counts.get(named[1], 0) + 1
        if begun and (named[1], named[2]) != ("write", "1"):
            found.setdefault(named[1], []).append(counts[named[1]])
    return found


@pytest.fixture(scope="module")
def strace(tmp_path_factory: pytest.TempPathFactory) -> Points:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    folder = tmp_path_factory.mktemp("strace")
    found = points(SAVING, folder / "bank" / "bank.json", folder / "log")
    if not found.get("fsync"):
        pytest.skip("strace may not follow programs here")
    return found


def chosen(numbers: list[int], fault: str) -> Iterator[int]:
    """Yield all of them in a long run, else one, another for each fault."""
    if ALL:
        yield from numbers
    elif numbers:
        yield numbers[sum(map(ord, fault)) * 7 % len(numbers)]


def check(path: Path, confirmed: set[int], *, killed: bool) -> None:
    """The next program finds what was confirmed, goes on, and leaves nothing lying about."""
    store = BankStore.open(path)
    found = {int(uid[2:]) for uid in store.bank.stories}
    assert confirmed <= found
    assert found == confirmed or (killed and len(found - confirmed) == 1)
    store.save(Act("add", (Change(None, Story(id="s-99", title="T")),)))
    store.close()
    assert len(BankStore.open(path).bank.stories) == len(found) + 1
    assert not list(path.parent.glob(".*.tmp"))


@pytest.mark.parametrize("fault", ["signal=KILL", "error=ENOSPC", "error=EIO"])
@pytest.mark.parametrize("call", CALLS)
def test_f02_a_call_that_kills_or_fails_loses_no_confirmed_save(
    strace: Points, tmp_path: Path, call: str, fault: str
) -> None:
    killed = fault == "signal=KILL"
    for number in chosen(strace.get(call, []), fault):
        path = tmp_path / f"{number}" / "bank.json"
        confirmed = traced(SAVING, path, Injected(call, fault, str(number)))
        check(path, confirmed, killed=killed)
        count("system calls killed at" if killed else "system calls failed")


AGAIN = [
    ("write", "error=ENOSPC", "ftruncate", "signal=KILL"),
    ("write", "error=ENOSPC", "ftruncate", "error=EIO"),
    ("fsync", "error=EIO", "ftruncate", "signal=KILL"),
    ("fsync", "error=EIO", "ftruncate", "error=EIO"),
    ("rename", "error=EIO", "unlink", "signal=KILL"),
    ("rename", "error=ENOSPC", "unlink", "error=EIO"),
]


@pytest.mark.parametrize(("call", "fault", "then", "again"), AGAIN if ALL else AGAIN[::2])
def test_f02_taking_back_a_call_that_failed_may_fail_or_be_killed_too(
    strace: Points, tmp_path: Path, call: str, fault: str, then: str, again: str
) -> None:
    for number in chosen(strace[call], fault):
        path = tmp_path / f"{number}" / "bank.json"
        first = Injected(call, fault, str(number))
        confirmed = traced(SAVING, path, first, Injected(then, again, "1+"))
        store = BankStore.open(path)
        found = {int(uid[2:]) for uid in store.bank.stories}
        # A refused save that can neither be kept nor taken back may be there: never the reverse.
        assert confirmed <= found
        store.close()
        count("system calls failed", 2)


@pytest.mark.parametrize("fault", ["signal=KILL", "error=ENOSPC", "error=EIO"])
@pytest.mark.parametrize("call", ["write", "fsync", "link", "unlink"])
@pytest.mark.usefixtures("strace")
def test_f02_a_file_for_the_person_is_whole_or_not_there(
    tmp_path: Path, call: str, fault: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    found = points(EXPORTING, folder / "stories.json", tmp_path / "log")
    (folder / "stories.json").unlink()
    for number in chosen(found[call], fault):
        done = traced(EXPORTING, folder / "stories.json", Injected(call, fault, str(number)))
        if (folder / "stories.json").exists():
            assert (folder / "stories.json").read_bytes() == b"whole " * 1000
            (folder / "stories.json").unlink()
        else:
            assert not done
        count("system calls killed at" if "KILL" in fault else "system calls failed")
