"""Disks that really run full: a file size limit everywhere, a small file system where allowed."""

from __future__ import annotations

import contextlib
import itertools
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sesbank.domain.bank import Act, Change
from sesbank.domain.story import Story
from sesbank.errors import NotSavedError
from sesbank.storage import BankStore

UNTIL_FULL = """
import resource, sys
from pathlib import Path
from sesbank.domain.bank import Act, Change
from sesbank.domain.story import Story
from sesbank.errors import NotSavedError
from sesbank.storage import BankStore

resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
store = BankStore.open(Path(sys.argv[1]))
for number in range(400):
    story = Story(id=f"s-{number:09d}-aaaa", title="T", action="I led. " * 100)
    try:
        store.save(Act("add", (Change(None, story),)))
    except NotSavedError as error:
        print(error)
        break
assert len(store.bank.stories) == number
print(number)
store.close()
"""


def add(store: BankStore, number: int) -> None:
    story = Story(id=f"s-{number:09d}-aaaa", title="T", action="I led. " * 100)
    store.save(Act("add", (Change(None, story),)))


def fill(store: BankStore) -> int:
    """Save until the disk is full; return how many saves were confirmed."""
    with contextlib.suppress(NotSavedError):
        for number in itertools.count():
            add(store, number)
    return number


@pytest.mark.skipif(os.name == "nt", reason="no file size limits here")
def test_f06_a_file_size_limit_refuses_the_save_and_keeps_all_before_it(tmp_path: Path) -> None:
    path = tmp_path / "stories" / "bank.json"
    run = subprocess.run(
        [sys.executable, "-c", UNTIL_FULL, str(path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    message, count = run.stdout.splitlines()
    assert message == "not saved: file too large"
    assert int(count) > 50
    store = BankStore.open(path)
    assert len(store.bank.stories) == int(count)
    add(store, 999)
    store.close()
    assert len(BankStore.open(path).bank.stories) == int(count) + 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    with contextlib.suppress(OSError):
        mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "sesbank-test", str(folder)]
        if subprocess.run(mount, capture_output=True, check=False).returncode == 0:
            try:
                yield folder
            finally:
                subprocess.run(["umount", str(folder)], check=True)
            return
    pytest.skip("no small file system can be mounted here")


def test_f05_a_full_disk_refuses_saves_until_there_is_room_again(small_disk: Path) -> None:
    path = small_disk / "bank.json"
    store = BankStore.open(path)
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 650_000)
    number = fill(store)
    assert len(store.bank.stories) == number
    with pytest.raises(NotSavedError, match="no space left"):
        add(store, number)
    assert len(store.bank.stories) == number
    store.close()
    store = BankStore.open(path)
    assert len(store.bank.stories) == number
    ballast.unlink()
    for more in range(number, number + 3):
        add(store, more)
    store.close()
    assert len(BankStore.open(path).bank.stories) == number + 3
