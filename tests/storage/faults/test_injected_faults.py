"""System calls of a real program killed or failed one by one; FAULT_SEEDS makes it all of them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sesbank.domain.bank import Act, Change
from sesbank.domain.story import Story
from sesbank.storage import BankStore

STEP = 1 if "FAULT_SEEDS" in os.environ else 5

SAVING = """
import sys
from pathlib import Path
from sesbank.domain.bank import Act, Change
from sesbank.domain.story import Story
from sesbank.errors import BankError, NotSavedError
from sesbank.storage import BankStore

try:
    store = BankStore.open(Path(sys.argv[1]))
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


def injected(path: Path, call: str, fault: str, number: int) -> set[int]:
    """Return the saves a program confirmed whose `number`-th call of a kind was hurt."""
    inject = f"inject={call}:{fault}:when={number}"
    command = ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}", "-e", inject]
    run = subprocess.run(
        [*command, sys.executable, "-c", SAVING, str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
        timeout=60,
    )
    return {int(line) for line in run.stdout.split()}


@pytest.fixture(scope="module")
def strace(tmp_path_factory: pytest.TempPathFactory) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    path = tmp_path_factory.mktemp("strace") / "bank.json"
    if injected(path, "fsync", "error=EIO", 999) != {0, 1, 2, 3, 4}:
        pytest.skip("strace may not follow programs here")


@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("fault", ["signal=KILL", "error=ENOSPC", "error=EIO"])
@pytest.mark.parametrize(("call", "calls"), [("fsync", 14), ("/^rename", 4)])
def test_f02_a_call_that_kills_or_fails_loses_no_confirmed_save(
    tmp_path: Path, call: str, calls: int, fault: str
) -> None:
    for number in range(1, calls + 1, STEP):
        path = tmp_path / f"{number}" / "bank.json"
        confirmed = injected(path, call, fault, number)
        store = BankStore.open(path)
        found = {int(uid[2:]) for uid in store.bank.stories}
        assert confirmed <= found, (call, fault, number)
        assert found == confirmed or (fault == "signal=KILL" and len(found - confirmed) == 1)
        more = Story(id="s-99", title="T")
        store.save(Act("add", (Change(None, more),)))
        store.close()
        assert len(BankStore.open(path).bank.stories) == len(found) + 1
        assert not list(path.parent.glob(".*.tmp"))
