from __future__ import annotations

import errno
import json
import os
import stat
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from sesbank.domain.bank import Act, Change, ConflictError
from sesbank.domain.figures import Figure, FigureKind
from sesbank.domain.records import RecordError
from sesbank.domain.story import Status, Story
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy
from sesbank.errors import BankError, NotSavedError
from sesbank.storage import BankStore
from sesbank.storage.disk import Lock, RealDisk

STORY = Story(id="s-000000001-aaaa", title="Cleared the backlog", action="I led.")
OTHER = Story(
    id="s-000000002-bbbb",
    title="Merged two offices",
    result="41 to 19 days",
    figures=(Figure(FigureKind.TIME, "41 to 19 days"),),
    status=Status.READY,
)
VACANCY = Vacancy(
    id="v-000000003-cccc",
    source="MTQ 1: lead change",
    requirements=(Requirement("tq1", RequirementKind.TQ, "MTQ 1", "lead change", 7, 18),),
)


def adding(*entries: Story | Vacancy) -> Act:
    return Act("add", tuple(Change(None, entry) for entry in entries))


def editing(before: Story, after: Story) -> Act:
    return Act("edit", (Change(before, after),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "stories" / "bank.json"


@pytest.fixture
def store(path: Path) -> Iterator[BankStore]:
    store = BankStore.open(path)
    yield store
    store.close()


def reopened(path: Path) -> BankStore:
    store = BankStore.open(path)
    store.close()
    return store


def begun(path: Path) -> None:
    """Leave a bank with one story in it."""
    store = BankStore.open(path)
    store.save(adding(OTHER))
    store.close()


def test_looking_at_no_bank_leaves_nothing_behind(path: Path) -> None:
    store = reopened(path)
    assert not store.bank.stories
    assert not store.refresh()
    assert not path.parent.exists()


def test_a_bank_begun_by_another_program_first_is_gone_on_with(path: Path) -> None:
    here, there = BankStore.open(path), BankStore.open(path)
    there.save(adding(OTHER))
    here.save(adding(STORY))
    assert set(here.bank.stories) == {STORY.id, OTHER.id}
    third = BankStore.open(path)
    third.save(adding(VACANCY))
    assert there.refresh()
    for store in (third, there, here):
        store.close()
    found = reopened(path).bank
    assert (set(found.stories), set(found.vacancies)) == ({STORY.id, OTHER.id}, {VACANCY.id})


def test_a_new_bank_is_empty_and_for_its_owner_only(store: BankStore, path: Path) -> None:
    assert not store.bank.stories
    assert not store.bank.vacancies
    store.save(adding(STORY))
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}


def test_what_is_saved_is_there_after_opening_again(store: BankStore, path: Path) -> None:
    bank = store.save(adding(STORY, OTHER, VACANCY))
    assert bank is store.bank
    assert reopened(path).bank == bank
    assert dict(bank.stories) == {STORY.id: STORY, OTHER.id: OTHER}
    assert dict(bank.vacancies) == {VACANCY.id: VACANCY}


def test_edits_removals_and_their_reverse_are_saved(store: BankStore, path: Path) -> None:
    store.save(adding(STORY, OTHER))
    act = Act("both", (Change(STORY, STORY.edit(title="New", rev=1)), Change(OTHER, None)))
    store.save(act)
    assert dict(reopened(path).bank.stories) == {STORY.id: STORY.edit(title="New", rev=1)}
    store.save(act.reversed)
    assert dict(reopened(path).bank.stories) == {STORY.id: STORY, OTHER.id: OTHER}


def test_a_record_changed_meanwhile_is_a_conflict_and_nothing_is_saved(
    store: BankStore, path: Path
) -> None:
    store.save(adding(STORY, OTHER))
    before = path.read_bytes()
    act = Act("x", (Change(OTHER, None), Change(STORY.edit(title="Older"), STORY)))
    with pytest.raises(ConflictError) as error:
        store.save(act)
    assert error.value.record == STORY.id
    assert path.read_bytes() == before
    assert dict(store.bank.stories) == {STORY.id: STORY, OTHER.id: OTHER}


def test_a_new_record_with_a_taken_id_is_a_conflict(store: BankStore) -> None:
    store.save(adding(STORY))
    with pytest.raises(ConflictError):
        store.save(adding(STORY.edit(title="Impostor")))


def test_text_is_cleaned_as_it_is_saved_and_undo_still_works(store: BankStore) -> None:
    dirty = STORY.edit(title="Cleared\x1b[31m it", action="One.\r\nTwo.")
    bank = store.save(adding(dirty))
    assert bank.stories[STORY.id] == STORY.edit(title="Cleared it", action="One.\nTwo.")
    store.save(Act("undo", (Change(dirty, None),)))
    assert not store.bank.stories


def test_a_value_that_json_cannot_carry_is_refused_before_anything_is_written(
    store: BankStore, path: Path
) -> None:
    store.save(adding(OTHER))
    before = {file: file.read_bytes() for file in path.parent.iterdir()}
    with pytest.raises(RecordError, match="mood"):
        store.save(adding(STORY.edit(extra={"mood": float("nan")})))
    assert {file: file.read_bytes() for file in path.parent.iterdir()} == before
    store.save(adding(STORY))


def test_unknown_fields_and_tables_survive_an_edit(store: BankStore, path: Path) -> None:
    store.save(adding(STORY))
    store.close()
    data = json.loads(path.read_text("utf-8"))
    data["stories"]["1"]["mood"] = {"colour": "blue"}
    data["sketches"] = {"7": {"line": 1}}
    data["_meta"]["1"]["made_by"] = "a later one"
    path.write_text(json.dumps(data), "utf-8")
    again = BankStore.open(path)
    found = again.bank.stories[STORY.id]
    assert found.extra == {"mood": {"colour": "blue"}}
    again.save(editing(found, found.edit(title="New")))
    again.close()
    data = json.loads(path.read_text("utf-8"))
    assert data["stories"]["1"]["mood"] == {"colour": "blue"}
    assert data["stories"]["1"]["title"] == "New"
    assert data["sketches"] == {"7": {"line": 1}}
    assert data["_meta"]["1"]["made_by"] == "a later one"


def test_unknown_fields_inside_a_figure_survive_an_edit_of_something_else(
    store: BankStore, path: Path
) -> None:
    store.save(adding(OTHER))
    store.close()
    data = json.loads(path.read_text("utf-8"))
    data["stories"]["1"]["figures"][0]["checked_by"] = "IG"
    path.write_text(json.dumps(data), "utf-8")
    again = BankStore.open(path)
    found = again.bank.stories[OTHER.id]
    added = Figure(FigureKind.MONEY, "$4M")
    again.save(editing(found, found.edit(title="New", figures=(added, *found.figures))))
    again.close()
    figures = json.loads(path.read_text("utf-8"))["stories"]["1"]["figures"]
    assert [(row["value"], row.get("checked_by")) for row in figures] == [
        ("$4M", None),
        ("41 to 19 days", "IG"),
    ]


def test_a_second_program_is_followed_and_its_saves_are_kept(store: BankStore, path: Path) -> None:
    other = BankStore.open(path)
    other.save(adding(STORY))
    assert store.refresh()
    assert not store.refresh()
    assert dict(store.bank.stories) == {STORY.id: STORY}
    other.save(editing(STORY, STORY.edit(title="Theirs")))
    bank = store.save(adding(OTHER))
    assert bank.stories[STORY.id].title == "Theirs"
    assert set(reopened(path).bank.stories) == {STORY.id, OTHER.id}
    other.close()


def test_the_same_story_edited_in_two_programs_is_a_conflict(store: BankStore, path: Path) -> None:
    store.save(adding(STORY))
    other = BankStore.open(path)
    other.save(editing(STORY, STORY.edit(title="Theirs")))
    other.close()
    with pytest.raises(ConflictError):
        store.save(editing(STORY, STORY.edit(title="Mine")))
    assert store.bank.stories[STORY.id].title == "Theirs"


def test_threads_that_save_at_once_all_have_their_story_kept(store: BankStore, path: Path) -> None:
    def save(number: int) -> None:
        for turn in range(5):
            store.save(adding(STORY.edit(id=f"s-{number}-{turn}")))

    threads = [threading.Thread(target=save, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(reopened(path).bank.stories) == 20


def test_a_bank_behind_a_link_stays_behind_it(tmp_path: Path) -> None:
    real = tmp_path / "disk" / "bank.json"
    begun(real)
    link = tmp_path / "bank.json"
    link.symlink_to(real)
    store = BankStore.open(link)
    store.save(adding(STORY))
    store.close()
    assert link.is_symlink()
    assert set(reopened(real).bank.stories) == {OTHER.id, STORY.id}


def test_a_link_to_nothing_is_refused_and_no_empty_bank_is_made(tmp_path: Path) -> None:
    link = tmp_path / "bank.json"
    link.symlink_to(tmp_path / "usb" / "bank.json")
    with pytest.raises(BankError, match="is not there"):
        BankStore.open(link)
    assert not (tmp_path / "usb" / "bank.json").exists()


def test_a_bank_deleted_while_open_is_written_again(store: BankStore, path: Path) -> None:
    store.save(adding(STORY))
    for file in path.parent.iterdir():
        if not file.name.endswith(".lock"):
            file.unlink()
    store.save(adding(OTHER))
    store.close()
    assert set(reopened(path).bank.stories) == {STORY.id, OTHER.id}


def test_a_closed_bank_refuses_to_save(path: Path) -> None:
    store = reopened(path)
    with pytest.raises(NotSavedError, match="closed"):
        store.save(adding(STORY))


class FullDisk(RealDisk):
    """A disk that runs full when told to."""

    full = False

    def write(self, handle: int, data: bytes) -> None:
        if self.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        super().write(handle, data)


def test_a_full_disk_says_so_and_changes_nothing_and_later_saves_work(path: Path) -> None:
    disk = FullDisk()
    store = BankStore.open(path, disk=disk)
    store.save(adding(STORY))
    disk.full = True
    with pytest.raises(NotSavedError, match="no space left") as error:
        store.save(adding(OTHER))
    assert error.value.exit_code == 6
    assert set(store.bank.stories) == {STORY.id}
    assert not list(path.parent.glob("*.tmp")) + list(path.parent.glob(".*.tmp"))
    disk.full = False
    store.save(adding(OTHER))
    store.close()
    assert set(reopened(path).bank.stories) == {STORY.id, OTHER.id}


def test_leftovers_of_a_killed_save_are_removed_at_opening(path: Path) -> None:
    begun(path)
    leftover = path.parent / ".bank.json.0123456789ab.tmp"
    leftover.write_bytes(b"half")
    reopened(path)
    assert not leftover.exists()


def test_stock_tinydb_opens_the_bank(path: Path, store: BankStore) -> None:
    store.save(adding(STORY, OTHER, VACANCY))
    store.close()
    with TinyDB(path, access_mode="r") as stock:
        assert stock.tables() == {"stories", "vacancies", "_meta"}
        found = stock.table("stories").get(where("id") == OTHER.id)
        assert isinstance(found, dict)
        assert found["title"] == OTHER.title
        (meta,) = stock.table("_meta").all()
        assert meta["schema"] == 1


def test_a_file_made_by_stock_tinydb_opens_and_its_stories_get_ids(path: Path) -> None:
    path.parent.mkdir()
    with TinyDB(path) as stock:
        stock.table("stories").insert({"title": "From outside", "action": "I wrote it."})
        stock.table("stories").insert({"title": "Another", "id": STORY.id})
    first = reopened(path)
    assert len(first.notes) == 1
    second = reopened(path)
    assert second.notes == ()
    assert second.bank == first.bank
    assert {story.title for story in first.bank.stories.values()} == {"From outside", "Another"}
    assert first.bank.stories[STORY.id].title == "Another"


def test_a_story_copied_by_hand_with_its_id_gets_one_of_its_own(path: Path) -> None:
    store = BankStore.open(path)
    store.save(adding(STORY))
    store.close()
    data = json.loads(path.read_text("utf-8"))
    data["stories"]["2"] = {**data["stories"]["1"], "title": "A copy"}
    path.write_text(json.dumps(data), "utf-8")
    bank = reopened(path).bank
    assert bank.stories[STORY.id] == STORY
    assert sorted(story.title for story in bank.stories.values()) == [
        "A copy",
        "Cleared the backlog",
    ]


def test_the_file_can_be_read_and_edited_by_hand(path: Path, store: BankStore) -> None:
    store.save(adding(STORY.edit(title="Añadió a “plan”")))
    store.close()
    lines = path.read_text("utf-8").splitlines()
    assert '  "title": "Añadió a “plan”",' in lines
    text = path.read_text("utf-8").replace("Añadió a ", "Wrote the ").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8"))
    assert reopened(path).bank.stories[STORY.id].title == "Wrote the “plan”"


def test_a_lock_that_cannot_be_taken_is_named(path: Path) -> None:
    begun(path)
    before = path.read_bytes()
    (path.parent / "bank.json.lock").unlink()
    (path.parent / "bank.json.lock").mkdir()
    with pytest.raises(BankError, match="is a directory"):
        BankStore.open(path)
    assert path.read_bytes() == before


def test_a_read_only_folder_can_be_read_and_says_that_nothing_is_saved(path: Path) -> None:
    class ReadOnly(RealDisk):
        """A folder mounted to be read only."""

        def lock(self, path: Path, wait: float) -> Lock:
            def refuse(**_: object) -> AbstractContextManager[None]:
                raise OSError(errno.EROFS, "Read-only file system")

            return refuse

    store = BankStore.open(path)
    store.save(adding(STORY))
    store.close()
    before = path.read_bytes()
    again = BankStore.open(path, disk=ReadOnly())
    assert set(again.bank.stories) == {STORY.id}
    assert "read-only" in again.notes[0]
    with pytest.raises(NotSavedError, match="read-only file system"):
        again.save(adding(OTHER))
    again.close()
    assert path.read_bytes() == before


@pytest.mark.parametrize("mask", [0o000, 0o077])
def test_files_are_for_their_owner_whatever_the_umask(path: Path, mask: int) -> None:
    old = os.umask(mask)
    try:
        store = BankStore.open(path)
        store.save(adding(STORY))
        store.close()
    finally:
        os.umask(old)
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}


def test_a_planted_link_at_the_journal_is_never_written_through(tmp_path: Path, path: Path) -> None:
    begun(path)
    store = BankStore.open(path)
    victim = tmp_path / "victim"
    victim.write_bytes(b"")
    path.with_name("bank.json.journal").unlink()
    path.with_name("bank.json.journal").symlink_to(victim)
    with pytest.raises(NotSavedError):
        store.save(adding(STORY))
    store.save(adding(STORY))
    store.close()
    assert victim.read_bytes() == b""
    assert set(reopened(path).bank.stories) == {STORY.id, OTHER.id}
