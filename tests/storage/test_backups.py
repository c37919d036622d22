"""Backups: made, read back, thinned, and brought back."""

from __future__ import annotations

import errno
import gzip
import json
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sesbank.domain.bank import Act, Change
from sesbank.domain.story import Story
from sesbank.errors import BankError, NewerBankError
from sesbank.storage import BankStore, migration
from sesbank.storage.backups import Backups
from sesbank.storage.disk import RealDisk
from sesbank.storage.rescue import bank_in, put_back
from sesbank.storage.thinning import Backup, kept

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def story(number: int, title: str = "T") -> Story:
    return Story(id=f"s-{number:09d}-aaaa", title=title, action="I led. " * 20)


def add(store: BankStore, *numbers: int) -> None:
    store.save(Act("add", tuple(Change(None, story(n)) for n in numbers)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "stories").mkdir()
    return tmp_path / "stories" / "bank.json"


@pytest.fixture
def store(path: Path) -> Iterator[BankStore]:
    store = BankStore.open(path)
    store.backups.now = lambda: NOON
    yield store
    store.close()


def test_a_backup_is_a_bank_file_for_its_owner_alone(store: BankStore, path: Path) -> None:
    add(store, 1, 2)
    made = store.backups.make(store.frozen(), "before import")
    assert made.name == "bank-20261122T120000Z-r000001-before-import.json.gz"
    file = path.parent / "backups" / made.name
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert len(json.loads(gzip.decompress(file.read_bytes()))["stories"]) == 2
    assert bank_in(store.backups.read(made.name)) == store.bank


def test_an_equal_state_is_kept_once(store: BankStore) -> None:
    add(store, 1)
    one = store.backups.make(store.frozen(), "first-save")
    assert store.backups.make(store.frozen(), "import") == one
    assert store.backups.listed() == (one,)


def test_what_a_person_asked_for_stays_until_they_remove_it(store: BankStore) -> None:
    add(store, 1)
    store.backups.make(store.frozen(), "first-save")
    asked = store.backups.make(store.frozen(), "asked-for")
    assert store.backups.make(store.frozen(), "asked-for") == asked
    for number in range(2, 30):
        store.backups.now = lambda number=number: NOON + timedelta(minutes=number)
        add(store, number)
        store.backups.make(store.frozen(), "first-save")
    assert asked in store.backups.listed()
    assert len(store.backups.listed()) == 1 + 10
    store.backups.remove(asked.name)
    assert asked not in store.backups.listed()


def test_f16_a_clock_put_back_gives_unique_names_and_never_loses_the_newest(
    store: BankStore,
) -> None:
    moments = [NOON, NOON, *(NOON - timedelta(days=730 - n) for n in range(30))]
    for number, moment in enumerate(moments, 1):
        store.backups.now = lambda moment=moment: moment
        add(store, number)
        store.backups.make(store.frozen(), "first-save")
    listed = store.backups.listed()
    assert listed[0].rev == len(moments)
    assert len({backup.name for backup in listed}) == len(listed) <= 41
    assert len(store.backups.read(listed[0].name).tables["stories"]) == len(moments)


def test_f41_four_hundred_days_of_backups_thin_to_days_weeks_and_months() -> None:
    there: list[Backup] = []
    for day in range(400):
        for hour in (9, 13, 17):
            moment = NOON + timedelta(days=day, hours=hour - 12)
            rev = day * 3 + hour // 5
            there.append(Backup(f"{rev:05}-{hour}", moment, rev, "first-save"))
            names = kept(there)
            there = [backup for backup in there if backup.name in names]
    days = sorted({backup.made.date() for backup in there}, reverse=True)
    assert len(there) <= 10 + 12 + 10 + 9
    assert len(days) >= 12 + 6 + 5
    assert (days[0] - days[11]).days == 11
    assert (days[0] - days[-1]).days > 200
    assert sum(backup.made >= days_ago(there, 3) for backup in there) >= 9


def days_ago(there: list[Backup], number: int) -> datetime:
    return max(backup.made for backup in there) - timedelta(days=number)


def test_f41_a_damaged_backup_is_named_and_never_counts_as_the_newest(
    store: BankStore, path: Path
) -> None:
    for number in range(1, 15):
        store.backups.now = lambda number=number: NOON + timedelta(minutes=number)
        add(store, number)
        made = store.backups.make(store.frozen(), "first-save")
    file = path.parent / "backups" / made.name
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    with pytest.raises(BankError, match=f"{made.name} is damaged"):
        store.backups.read(made.name)
    newest = store.backups.newest_good()
    assert newest is not None
    assert newest[0].rev == 13
    add(store, 99)
    store.backups.make(store.frozen(), "first-save")
    assert file.exists()


@pytest.mark.parametrize("place", range(0, 100, 9))
def test_any_hurt_byte_of_a_backup_is_noticed(store: BankStore, path: Path, place: int) -> None:
    add(store, 1)
    made = store.backups.make(store.frozen(), "x")
    file = path.parent / "backups" / made.name
    data = bytearray(file.read_bytes())
    spot = len(data) * place // 100
    data[spot] ^= 0x10
    file.write_bytes(data)
    try:
        found = bank_in(store.backups.read(made.name))
    except BankError:
        return
    assert found == store.bank
    assert spot < 10, "only fields of the header may differ without harm"


class Full(RealDisk):
    """A disk on which nothing can be written into backups."""

    def write(self, handle: int, data: bytes) -> None:
        if data[:2] == b"\x1f\x8b":
            raise OSError(errno.ENOSPC, "No space left on device")
        super().write(handle, data)


class Lying(RealDisk):
    """A disk that writes other bytes than it was given."""

    def write(self, handle: int, data: bytes) -> None:
        super().write(handle, data[:-1] + b"!" if data[:2] == b"\x1f\x8b" else data)


@pytest.mark.parametrize("disk", [Full, Lying])
def test_f08_a_backup_that_fails_leaves_nothing_behind(
    store: BankStore, path: Path, disk: type[RealDisk]
) -> None:
    add(store, 1)
    backups = Backups(path, disk())
    with pytest.raises(OSError, match=r"space|read back"):
        backups.make(store.frozen(), "first-save")
    assert backups.listed() == ()
    assert list((path.parent / "backups").iterdir()) == []


def test_f23_a_change_by_hand_is_backed_up_before_it_is_taken_in(path: Path) -> None:
    first = BankStore.open(path)
    add(first, 1)
    first.close()
    store = BankStore.open(path)
    path.write_text(path.read_text("utf-8").replace('"T"', '"By hand"'), "utf-8")
    assert store.refresh()
    assert store.bank.stories[story(1).id].title == "By hand"
    (backup,) = store.backups.listed()
    assert backup.reason == "hand-edit"
    before = bank_in(store.backups.read(backup.name))
    assert before.stories[story(1).id].title == "T"
    store.close()
    BankStore.open(path)
    BankStore.open(path)
    assert len(store.backups.listed()) == 2


def test_a_bank_that_is_gone_while_backups_are_there_is_never_begun_anew(
    store: BankStore, path: Path
) -> None:
    add(store, 1)
    store.backups.make(store.frozen(), "x")
    store.close()
    path.unlink()
    path.with_name("bank.json.journal").unlink()
    with pytest.raises(BankError, match="there are backups of it"):
        BankStore.open(path)
    assert not path.exists()
    put_back(path, RealDisk())
    assert set(BankStore.open(path).bank.stories) == {story(1).id}


def _rename_headline(tables: dict[str, dict[str, dict[str, object]]]) -> None:
    for row in tables["stories"].values():
        row["title"] = row.pop("headline")


@pytest.fixture
def old_bank(path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A bank of a layout 0 that called the title a headline."""
    monkeypatch.setitem(migration.STEPS, 0, _rename_headline)
    rows = {"1": {"id": "s-1", "headline": "Old"}, "2": {"id": "s-2", "headline": "Older"}}
    meta = {"1": {"schema": 0, "rev": 7, "id": "abc"}}
    path.write_text(json.dumps({"stories": rows, "_meta": meta}))
    return path.read_bytes()


def test_f31_an_older_layout_is_migrated_after_a_verified_backup(
    path: Path, old_bank: bytes
) -> None:
    store = BankStore.open(path)
    assert {s.title for s in store.bank.stories.values()} == {"Old", "Older"}
    assert path.read_bytes() == old_bank, "nothing is written until something is saved"
    (backup,) = store.backups.listed()
    assert backup.reason == "pre-v1"
    kept_file = gzip.decompress((path.parent / "backups" / backup.name).read_bytes())
    assert json.loads(kept_file)["stories"]["1"]["headline"] == "Old"
    assert bank_in(store.backups.read(backup.name)) == store.bank
    add(store, 3)
    store.close()
    assert json.loads(path.read_text())["_meta"]["1"]["schema"] == 1
    assert len(BankStore.open(path).bank.stories) == 3


def test_f31_without_a_backup_an_older_layout_is_not_touched(path: Path, old_bank: bytes) -> None:
    with pytest.raises(BankError, match="no space left"):
        BankStore.open(path, disk=Full())
    assert path.read_bytes() == old_bank


def test_an_older_layout_without_a_step_is_refused(path: Path) -> None:
    path.write_text('{"stories": {}, "_meta": {"1": {"schema": 0}}}')
    with pytest.raises(BankError, match="_meta: schema"):
        BankStore.open(path)


def test_f30_a_newer_layout_is_refused_with_its_own_code(path: Path) -> None:
    path.write_text('{"stories": {}, "_meta": {"1": {"schema": 2}}}')
    before = path.read_bytes()
    with pytest.raises(NewerBankError) as error:
        BankStore.open(path)
    assert error.value.exit_code == 4
    assert path.read_bytes() == before
    assert {file.name for file in path.parent.iterdir()} <= {"bank.json", "bank.json.lock"}


def test_f24_a_damaged_bank_is_copied_once_and_restored_with_the_later_saves(path: Path) -> None:
    store = BankStore.open(path)
    add(store, 1)
    store.close()
    store = BankStore.open(path)
    store.backups.make(store.frozen(), "first-save")
    add(store, 2)
    add(store, 3)
    journal = path.with_name("bank.json.journal").read_bytes()
    path.write_bytes(b"\0" * 3000)
    for _ in range(2):
        with pytest.raises(BankError, match=r"A copy of it is in .*damaged-"):
            BankStore.open(path)
    (copy,) = (path.parent / "backups").glob("damaged-*")
    assert (copy / "bank.json").read_bytes() == b"\0" * 3000
    assert (copy / "bank.json.journal").read_bytes() == journal
    done = put_back(path, RealDisk())
    assert (done.later, done.records, done.copy) == (2, 3, copy)
    again = BankStore.open(path)
    add(again, 4)
    again.close()
    assert len(BankStore.open(path).bank.stories) == 4


def test_f20_an_older_copy_with_a_newer_journal_is_settled_by_a_restore(path: Path) -> None:
    store = BankStore.open(path)
    add(store, 1)
    store.close()
    old = path.read_bytes()
    for number in (2, 3):
        store = BankStore.open(path)
        add(store, number)
        store.backups.make(store.frozen(), "first-save")
        if number == 2:
            store.close()
    path.write_bytes(old)
    with pytest.raises(BankError, match="saves are missing"):
        BankStore.open(path)
    put_back(path, RealDisk())
    assert len(BankStore.open(path).bank.stories) == 3


def test_a_stranger_s_file_is_refused_and_nothing_is_put_beside_it(path: Path) -> None:
    path.write_text('{"stories": [{"title": "An export"}]}')
    with pytest.raises(BankError):
        BankStore.open(path)
    assert not (path.parent / "backups").exists()


def test_files_that_differ_in_their_ending_alone_have_each_its_own_backups(path: Path) -> None:
    store = BankStore.open(path)
    add(store, 1)
    store.backups.make(store.frozen(), "x")
    store.close()
    other = path.with_suffix(".txt")
    assert Backups(other, RealDisk()).listed() == ()
    second = BankStore.open(other)  # A new bank, and nothing that was lost.
    add(second, 2)
    assert second.backups.make(second.frozen(), "x").name.startswith("bank.txt-")
    assert len(second.backups.listed()) == 1
    second.close()
    assert len(Backups(path, RealDisk()).listed()) == 1


def test_backups_of_an_earlier_sesbank_are_found_by_the_bank_of_another_ending(path: Path) -> None:
    store = BankStore.open(path)
    add(store, 1)
    made = store.backups.make(store.frozen(), "x")
    store.close()
    other = path.rename(path.with_suffix(".db"))
    path.with_name("bank.json.journal").rename(path.with_name("bank.db.journal"))
    assert Backups(other, RealDisk()).listed() == (made,)
    notes = path.with_suffix(".txt")
    notes.write_text("my own notes")
    assert Backups(notes, RealDisk()).listed() == ()
    other.unlink()
    assert put_back(other, RealDisk()).records == 1


def test_a_backup_that_went_meanwhile_is_named_and_the_bank_left(path: Path) -> None:
    store = BankStore.open(path)
    add(store, 1)
    store.close()
    before = path.read_bytes()
    with pytest.raises(BankError, match="is gone"):
        put_back(path, RealDisk(), "bank-20260101T000000Z-r000001-x.json.gz")
    assert path.read_bytes() == before
