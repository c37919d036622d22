"""Looking at what is no bank, or not there: nothing is written, and nothing is waited for."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sesbank.domain.bank import Act, Change
from sesbank.domain.story import Story
from sesbank.errors import BankError
from sesbank.storage import BankStore


def _text(path: Path) -> None:
    path.write_text("my own notes")


def _other_program(path: Path) -> None:
    path.write_text(json.dumps({"_default": {"1": {"a": 1}}}))


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("made", [_text, _other_program, _folder, _pipe])
def test_what_is_no_bank_is_refused_without_a_file_beside_it(
    tmp_path: Path, made: Callable[[Path], None]
) -> None:
    path = tmp_path / "mine.txt"
    made(path)
    with pytest.raises(BankError) as error:
        BankStore.open(path)
    assert os.listdir(tmp_path) == ["mine.txt"]  # noqa: PTH208
    assert "restore" not in str(error.value)


def test_where_nothing_is_looking_leaves_nothing_and_the_first_save_makes_the_bank(
    tmp_path: Path,
) -> None:
    path = tmp_path / "bank.json"
    looking = BankStore.open(path)
    assert list(tmp_path.iterdir()) == []
    other = BankStore.open(path)
    other.save(Act("add", (Change(None, Story("s-1", "One")),)))
    looking.save(Act("add", (Change(None, Story("s-2", "Two")),)))
    assert set(looking.bank.stories) == {"s-1", "s-2"}


def test_a_bank_that_lost_everything_but_its_backups_is_still_told_how_to_come_back(
    tmp_path: Path,
) -> None:
    path = tmp_path / "bank.json"
    store = BankStore.open(path)
    store.save(Act("add", (Change(None, Story("s-1", "One")),)))
    store.backups.make(store.frozen(), "x")
    store.close()
    path.with_name("bank.json.journal").unlink()
    path.write_bytes(b"")
    with pytest.raises(BankError, match="sesbank restore"):
        BankStore.open(path)
