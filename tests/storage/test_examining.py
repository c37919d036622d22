"""Looking a bank over while other programs use it, and where not all of it can be looked at."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sesbank.domain.bank import Act, Change
from sesbank.domain.story import Story
from sesbank.storage import BankStore
from sesbank.storage.disk import RealDisk
from sesbank.storage.examining import Grade, examine


def add(store: BankStore, *numbers: int) -> None:
    for number in numbers:
        store.save(Act("add", (Change(None, Story(f"s-{number}", f"T{number}")),)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bank.json"


def told(path: Path, about: str) -> list[tuple[Grade, str]]:
    return [(found.grade, found.text) for found in examine(path) if found.about == about]


def test_a_bank_that_is_folded_and_saved_meanwhile_is_not_called_damaged(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = BankStore.open(path)
    add(store, 1, 2)
    read = RealDisk.read
    meanwhile: list[Callable[[], object]] = [store.fold, lambda: add(store, 3)]

    def reading(self: RealDisk, file: Path) -> bytes:
        data = read(self, file)
        while file.name == path.name and meanwhile:
            meanwhile.pop(0)()
        return data

    monkeypatch.setattr(RealDisk, "read", reading)
    ((grade, text),) = told(path, "bank")
    assert grade is Grade.GOOD
    assert "3 stories" in text


@pytest.mark.parametrize(
    ("closed", "about"), [("backups", "backups"), ("drafts", "drafts"), ("bank.json.undo", "undo")]
)
def test_what_cannot_be_looked_into_is_told_and_the_rest_is_looked_at(
    path: Path, closed: str, about: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(call: str) -> None:
        real = getattr(RealDisk, call)

        def refusing(self: RealDisk, file: Path) -> object:
            if file.name == closed:
                raise PermissionError(13, "Permission denied", str(file))
            return real(self, file)

        monkeypatch.setattr(RealDisk, call, refusing)

    store = BankStore.open(path)
    add(store, 1)
    refuse("names")
    refuse("read")
    assert told(path, about) == [(Grade.LOOK, f"{closed} cannot be looked into: permission denied")]
    assert told(path, "bank")[0][0] is Grade.GOOD
    assert sum(closed in found.text for found in examine(path)) == 1


@pytest.mark.parametrize("target", ["gone.json", "bank.json"])
def test_a_link_that_leads_nowhere_is_damage_and_no_new_bank(path: Path, target: str) -> None:
    path.symlink_to(path.with_name(target))
    ((grade, text),) = told(path, "bank")
    assert grade is Grade.DAMAGED
    assert "which is not there" in text


def test_a_damaged_record_is_told_of_the_bank_and_not_of_a_backup(path: Path) -> None:
    path.write_text(json.dumps({"stories": {"1": {"id": "s", "ended": "spring"}}}))
    ((grade, text),) = told(path, "bank")
    assert grade is Grade.DAMAGED
    assert text.startswith("bank.json cannot be read and was left as it is: stories 1.ended")
