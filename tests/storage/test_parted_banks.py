"""A bank that went its own way on another machine, put in the place of this one's."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from zlib import crc32

import pytest

from sesbank.domain.bank import Act, Change
from sesbank.domain.story import Story
from sesbank.session import Session, copies, doctor
from sesbank.settings import Settings
from sesbank.storage import BankStore
from sesbank.storage.examining import examine


def add(store: BankStore, *titles: str) -> None:
    for title in titles:
        made = Story(id=f"s-{title.casefold().replace(' ', '-')}", title=title, action="I led.")
        store.save(Act("add", (Change(None, made),)))


def titles(store: BankStore) -> list[str]:
    return sorted(story.title for story in store.bank.stories.values())


def closed(path: Path, *more: str) -> None:
    store = BankStore.open(path)
    add(store, *more)
    store.close()


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "here").mkdir()
    return tmp_path / "here" / "bank.json"


@pytest.fixture
def there(here: Path, tmp_path: Path) -> Path:
    """The bank of another machine, as a sync service brought it there."""
    closed(here, "base")
    (tmp_path / "there").mkdir()
    return shutil.copy(here, tmp_path / "there" / "bank.json")


def apart(bank: Path) -> list[str]:
    return [file.name for file in bank.parent.glob("bank.apart-*.json")]


def merged(path: Path) -> list[str]:
    with Session.open(path, settings=Settings()) as session:
        doctor.merge(session)
        return titles(session.store)


@pytest.mark.parametrize("theirs", [("B one",), ("B one", "B two"), ("B 1", "B 2", "B 3")])
def test_a_bank_of_another_machine_over_the_open_one_loses_no_confirmed_save(
    here: Path, there: Path, theirs: tuple[str, ...]
) -> None:
    store = BankStore.open(here)
    add(store, "only here", "here too")
    closed(there, *theirs)
    shutil.copy(there, here)
    store.refresh()
    add(store, "later")
    store.close()
    assert any("doctor --merge" in note for note in store.notes)
    assert len(apart(here)) == 1
    assert merged(here) == sorted(["base", "only here", "here too", "later", *theirs])


def test_a_bank_of_another_machine_over_one_whose_program_was_killed_loses_no_confirmed_save(
    here: Path, there: Path
) -> None:
    add(BankStore.open(here), "only here")  # Never closed: its save stands in the journal.
    closed(there, "B one", "B two")
    shutil.copy(there, here)
    (_, told) = [found for found in examine(here) if found.about == "bank"]
    assert "the journal has 1 save of another state of bank.json" in told.text
    for _ in range(2):  # Looked at twice before anything is saved: kept once.
        looking = BankStore.open(here)
        assert titles(looking) == ["B one", "B two", "base"]
        assert any("doctor --merge" in note for note in looking.notes)
        looking.close()
    assert len(apart(here)) == 1
    assert merged(here) == ["B one", "B two", "base", "only here"]
    assert BankStore.open(here).notes == ()


def test_a_save_is_never_carried_out_on_a_state_it_was_not_made_on(here: Path, there: Path) -> None:
    closed(here, "in the file here")
    add(BankStore.open(here), "in the journal here")
    closed(there, "B one")  # As many saves as the file here had.
    shutil.copy(there, here)
    assert titles(BankStore.open(here)) == ["B one", "base"]
    assert merged(here) == ["B one", "base", "in the journal here"]


def test_an_older_state_that_went_its_own_way_is_kept_apart_to_be_merged(
    here: Path, there: Path
) -> None:
    store = BankStore.open(here)
    add(store, *(f"here {number}" for number in range(5)))
    closed(there, "B one")
    shutil.copy(there, here)
    add(store, "later")
    store.close()
    assert "B one" not in titles(store)
    assert len(merged(here)) == 8


def test_a_bank_that_another_program_went_on_with_is_followed_without_a_word(here: Path) -> None:
    store = BankStore.open(here)
    add(store, "one")
    for number in range(4):
        closed(here, f"more {number}")
    store.refresh()
    assert len(titles(store)) == 5
    assert store.notes == ()
    assert apart(here) == []


def test_what_was_kept_apart_already_is_offered_as_a_copy_and_not_merged_twice(
    here: Path, there: Path
) -> None:
    add(BankStore.open(here), "only here")
    closed(there, "B one", "B two")
    shutil.copy(there, here)
    BankStore.open(here).close()
    assert [copy.path.name for copy in copies.found(here)] == apart(here)
    assert merged(here) == merged(here)


def test_a_bank_and_a_journal_of_an_earlier_sesbank_open(here: Path, there: Path) -> None:
    """Earlier ones wrote no sums of saves, and keep a list of them as they found it."""
    add(BankStore.open(here), "in the journal")
    journal = here.with_name("bank.json.journal")
    body = re.sub(rb'"on": "[0-9a-f]{8}", ', b"", journal.read_bytes().split(b" ", 2)[2][:-1])
    journal.write_bytes(b"%08x %d %s\n" % (crc32(body), len(body), body))
    assert titles(BankStore.open(here)) == ["base", "in the journal"]
    bank = json.loads(here.read_text("utf-8"))
    for trail in ({"rev": 0, "sums": "11111111"}, None, 7):
        bank["_meta"]["1"]["trail"] = trail
        here.write_text(json.dumps(bank), "utf-8")
        assert titles(BankStore.open(here)) == ["base", "in the journal"]
    assert apart(here) == []
