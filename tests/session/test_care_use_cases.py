"""The care of the bank through the session: backups, trash, undo across runs, drafts, conflicts."""

from __future__ import annotations

import errno
import gzip
import json
import stat
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sesbank.domain.mapping import Mapping
from sesbank.domain.vacancy import Choice, Cue, Requirement, RequirementKind, Vacancy
from sesbank.errors import InputError, NotFoundError, NotSavedError
from sesbank.session import (
    Session,
    backups,
    doctor,
    drafts,
    forgetting,
    history,
    searches,
    stories,
    trash,
    vacancies,
)
from sesbank.session.conflicts import EditConflictError
from sesbank.session.exchange import accept, export_json, import_json
from sesbank.settings import Settings
from sesbank.storage.disk import RealDisk

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SECRET = "zeppelin"


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.moment = START

    def __call__(self) -> datetime:
        self.moment += timedelta(milliseconds=20)
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "stories" / "bank.json"


@pytest.fixture
def session(path: Path, clock: Clock) -> Iterator[Session]:
    with again(path, clock) as opened:
        yield opened


def again(path: Path, clock: Clock) -> Session:
    """Open the bank as the next run does."""
    return Session.open(path, settings=Settings(), now=clock)


def reasons(session: Session) -> list[str]:
    return [backup.reason for backup in backups.listed(session)]


# --- backups ---


def test_the_first_save_of_a_run_is_preceded_by_one_backup(
    session: Session, path: Path, clock: Clock
) -> None:
    stories.add(session, title="One")
    stories.add(session, title="Two")
    assert reasons(session) == [], "an empty bank needs none"
    session.close()
    with again(path, clock) as second:
        stories.add(second, title="Three")
        stories.add(second, title="Four")
        (backup,) = backups.listed(second)
        assert backup.reason == "first-save"
        assert len(second.store.backups.read(backup.name).tables["stories"]) == 2


def test_a_run_that_only_reads_makes_no_backup(session: Session, path: Path, clock: Clock) -> None:
    stories.add(session, title="One")
    session.close()
    with again(path, clock) as second:
        stories.find(second, "one")
    assert backups.listed_at(path) == ()


def test_half_an_hour_of_changes_is_backed_up_with_them(session: Session, clock: Clock) -> None:
    stories.add(session, title="One")
    clock.moment += timedelta(minutes=29)
    stories.add(session, title="Two")
    assert reasons(session) == []
    clock.moment += timedelta(minutes=2)
    stories.add(session, title="Three")
    (backup,) = backups.listed(session)
    assert backup.reason == "half-hour"
    assert len(session.store.backups.read(backup.name).tables["stories"]) == 3


def test_an_import_is_preceded_by_a_backup_that_is_there_when_it_begins(session: Session) -> None:
    stories.add(session, title="One")
    imported = import_json(session, '[{"title": "Two"}, {"title": "Three"}]')
    accept(session, imported.stories)
    assert [backup.reason for backup in backups.listed_at(session.path)] == ["import"]


def test_f08_a_failing_backup_warns_and_the_save_stands(
    session: Session, path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    stories.add(session, title="One")
    session.close()
    write = RealDisk.write

    def full(self: RealDisk, handle: int, data: bytes) -> None:
        if data[:2] == b"\x1f\x8b":
            raise OSError(errno.ENOSPC, "No space left on device")
        write(self, handle, data)

    monkeypatch.setattr(RealDisk, "write", full)
    with again(path, clock) as second:
        stories.add(second, title="Two")
        second.keeper.finish()
        assert "no backup was made: no space left on device" in " ".join(second.notes)
        with pytest.raises(NotSavedError, match="no backup was made"):
            backups.make(second)
    assert backups.listed_at(path) == ()
    with again(path, clock) as third:
        assert len(third.bank.stories) == 2


def test_a_restore_backs_up_the_present_state_and_can_be_undone(session: Session) -> None:
    one = stories.add(session, title="One", action="I led one.")
    backup = backups.make(session)
    two = stories.add(session, title="Two")
    edited = stories.save(session, one.edit(action="I led it all."))
    done = backups.restore(session, backup.name)
    assert done.changed == 2
    assert set(session.bank.stories) == {one.id}
    assert session.bank.stories[one.id].action == "I led one."
    assert session.bank.stories[one.id].rev > edited.rev
    assert backups.listed(session)[0].reason == "restore"
    assert [item.entry.id for item in trash.listed(session)] == [two.id]
    session.undo()
    assert set(session.bank.stories) == {one.id, two.id}
    assert trash.listed(session) == ()


def test_a_restore_names_what_it_cannot_find(session: Session) -> None:
    with pytest.raises(NotFoundError, match="there is no backup yet"):
        backups.restore(session)
    stories.add(session, title="One")
    backups.make(session)
    with pytest.raises(NotFoundError, match="no backup has 'zzz'"):
        backups.restore(session, "zzz")


# --- trash and forgetting ---


def test_a_removed_story_is_in_the_trash_until_it_is_put_back(
    session: Session, path: Path, clock: Clock
) -> None:
    one = stories.add(session, title="One", action="I led.")
    stories.remove(session, one.id)
    session.close()
    with again(path, clock) as second:
        assert one.id not in second.bank.stories
        (item,) = trash.listed(second)
        assert item.entry == one
        assert trash.restore_from(second, one.id) == one
        assert second.bank.stories[one.id] == one
        assert trash.listed(second) == ()
        with pytest.raises(NotFoundError):
            trash.restore_from(second, one.id)


def test_undoing_a_putting_back_returns_it_to_the_trash_also_in_a_later_run(
    session: Session, path: Path, clock: Clock
) -> None:
    one = stories.add(session, title="One", action="I led.")
    stories.remove(session, one.id)
    (before,) = trash.listed(session)
    trash.restore_from(session, one.id)
    session.undo()
    assert one.id not in session.bank.stories
    assert trash.listed(session) == (before,), "as it was, under the same day"
    session.redo()
    assert trash.listed(session) == ()
    session.close()
    with again(path, clock) as second:
        second.undo()
        assert trash.listed(second) == (before,)
        second.undo()
        assert second.bank.stories[one.id] == one
        assert trash.listed(second) == ()


def test_a_bank_restored_over_the_trash_and_taken_back_leaves_the_trash_as_it_was(
    session: Session,
) -> None:
    one = stories.add(session, title="One", action="I led.")
    backups.make(session)
    one = stories.save(session, one.edit(action="I led it all."))
    stories.remove(session, one.id)
    (before,) = trash.listed(session)
    backups.restore(session)
    assert session.bank.stories[one.id].action == "I led."
    session.undo()
    assert trash.listed(session) == (before,)


def test_a_removed_vacancy_is_in_the_trash_and_undo_takes_it_out(session: Session) -> None:
    kept = vacancies.keep(session, Vacancy(id="v-1", source="Director"))
    vacancies.remove(session, kept.id)
    assert [trash.kind_of(item) for item in trash.listed(session)] == ["vacancy"]
    session.undo()
    assert trash.listed(session) == ()
    session.redo()
    assert len(trash.listed(session)) == 1


def test_what_undo_takes_out_again_is_no_trash(session: Session) -> None:
    stories.add(session, title="One")
    session.undo()
    assert trash.listed(session) == ()


def test_after_thirty_days_the_trash_is_emptied_with_the_next_save(
    session: Session, path: Path, clock: Clock
) -> None:
    for title in ("Old", "Young"):
        stories.remove(session, stories.add(session, title=title).id)
        clock.moment += timedelta(days=12)
    session.close()
    clock.moment += timedelta(days=12)
    with again(path, clock) as second:
        assert len(trash.listed(second)) == 2
        stories.add(second, title="New")  # The older one was removed more than 30 days ago.
        assert [item.entry.title for item in trash.listed(second)] == ["Young"]


def test_forgetting_takes_a_story_out_of_every_file(session: Session, path: Path) -> None:
    story = stories.add(session, title="Big", action=f"I flew the {SECRET}.")
    other = stories.add(session, title="Other")
    story = stories.save(session, story.edit(action=f"I landed the {SECRET}."))
    requirement = Requirement("tq-1", RequirementKind.TQ, "TQ 1", text="x", start=0, end=1)
    choice = Choice("tq-1", story.id)
    vacancies.keep(
        session,
        Vacancy(
            id="v-1",
            source="x",
            requirements=(requirement,),
            pins=(choice,),
            cues=(Cue("tq-1", story.id, "action", f"{SECRET}!"),),
        ),
    )
    backups.make(session)
    stories.remove(session, story.id)
    backups.make(session)
    drafts.keep_draft(session, story.id, {"action": f"a {SECRET}"})
    drafts.keep_draft(session, "story-0123", {"story": story.id, "action": f"a {SECRET}"})
    drafts.keep_draft(session, "new-story", {"action": "Something else."})
    assert forgetting.find(session, "Big").id == story.id
    done = forgetting.forget(session, story.id)
    assert done.backups >= 2
    assert done.left == ()
    assert set(session.bank.stories) == {other.id}
    assert session.bank.vacancies["v-1"].pins == ()
    assert trash.listed(session) == ()
    session.close()
    files = [file for file in path.parent.rglob("*") if file.is_file()]
    assert len([file for file in files if file.suffix == ".gz"]) >= 2
    for file in files:
        data = file.read_bytes()
        whole = gzip.decompress(data) if file.suffix == ".gz" else data
        assert SECRET.encode() not in whole, file
    assert [draft.key for draft in drafts.drafts(session)] == ["new-story"]
    with pytest.raises(NotFoundError):
        forgetting.find(session, "Big")


def test_forgetting_names_what_it_cannot_reach(session: Session, path: Path) -> None:
    story = stories.add(session, title="One")
    backup = backups.make(session)
    (path.parent / "backups" / backup.name).write_bytes(b"hurt")
    (path.parent / "bank.json.set-aside-0123").write_bytes(b"old")
    done = forgetting.forget(session, story.id)
    assert done.left == (f"backups/{backup.name}", "bank.json.set-aside-0123")


# --- undo across runs ---


def test_undo_and_redo_go_on_after_a_restart(session: Session, path: Path, clock: Clock) -> None:
    one = stories.add(session, title="One")
    accept(session, import_json(session, '[{"title": "Two"}, {"title": "Three"}]').stories)
    session.close()
    log = path.with_name("bank.json.undo")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    with again(path, clock) as second:
        assert second.can_undo == "import 2 stories"
        second.undo()
        assert set(second.bank.stories) == {one.id}
    with again(path, clock) as third:
        assert third.can_redo == "import 2 stories"
        third.redo()
        assert len(third.bank.stories) == 3
        third.undo()
        third.undo()
        assert third.undo() is None
        assert not third.bank.stories


def test_two_programs_share_what_can_be_undone(session: Session, path: Path, clock: Clock) -> None:
    stories.add(session, title="One")
    assert session.can_undo == "add “One”"
    with again(path, clock) as other:
        stories.add(other, title="Two")
    session.refresh()
    assert session.can_undo == "add “Two”"
    session.undo()
    assert [story.title for story in session.bank.stories.values()] == ["One"]


def test_an_act_that_cannot_be_undone_any_more_makes_way_for_the_one_before(
    session: Session, path: Path, clock: Clock
) -> None:
    stories.add(session, title="One")
    two = stories.add(session, title="Two")
    session.close()
    path.write_text(path.read_text("utf-8").replace('"Two"', '"By hand"'), "utf-8")
    with again(path, clock) as second:
        with pytest.raises(NotSavedError, match="the step before it is next"):
            second.undo()
        assert second.undo() is not None
        assert set(second.bank.stories) == {two.id}


@pytest.mark.parametrize("place", [5, 60, -300])
def test_a_damaged_list_of_acts_is_dropped_and_the_bank_is_not(
    session: Session, path: Path, clock: Clock, place: int
) -> None:
    stories.add(session, title="One")
    stories.add(session, title="Two")
    session.close()
    log = path.with_name("bank.json.undo")
    data = bytearray(log.read_bytes())
    data[place] ^= 1
    log.write_bytes(data)
    with again(path, clock) as second:
        assert second.can_undo == ""
        assert len(second.bank.stories) == 2
        assert "could be undone was damaged" in " ".join(second.notes)
        stories.add(second, title="Three")
        assert second.can_undo == "add “Three”"


def test_a_title_that_looks_like_the_list_s_own_marks_is_named_in_full(
    session: Session, path: Path, clock: Clock
) -> None:
    title = 'Said ", "changes": [] and went on'
    stories.add(session, title=title)
    session.close()
    with again(path, clock) as second:
        assert second.can_undo == f"add “{title}”"
        second.undo()
        assert not second.bank.stories
        assert second.can_redo == f"add “{title}”"


def test_a_last_line_that_broke_off_costs_only_itself(
    session: Session, path: Path, clock: Clock
) -> None:
    stories.add(session, title="One")
    stories.add(session, title="Two")
    session.close()
    log = path.with_name("bank.json.undo")
    log.write_bytes(log.read_bytes()[:-9])
    with again(path, clock) as second:
        assert second.can_undo == "add “One”"


def test_the_list_of_acts_stays_within_its_limit(
    session: Session, path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sesbank.storage.undo_log.LIMIT", 20_000)
    for number in range(30):
        stories.add(session, title=f"Story {number}", action="I led it. " * 100)
    session.close()
    assert path.with_name("bank.json.undo").stat().st_size <= 20_000
    with again(path, clock) as second:
        assert second.can_undo == "add “Story 29”"


# --- history ---


def test_a_story_s_earlier_states_are_compared_word_by_word_and_brought_back(
    session: Session,
) -> None:
    story = stories.add(session, title="One", action="I led four people through the change.")
    story = stories.save(session, story.edit(action="I led forty people through the change."))
    (before,) = history.versions(session, story.id)
    (part,) = history.difference(before, story)
    assert part.part == "action"
    assert [(s.fate.value, s.text) for s in part.stretches] == [
        ("same", "I led "),
        ("gone", "four"),
        ("new", "forty"),
        ("same", " people through the change."),
    ]
    restored = history.restore_version(session, story.id, 0)
    assert restored.action == "I led four people through the change."
    assert len(history.versions(session, story.id)) == 2
    session.undo()
    assert session.bank.stories[story.id].action == "I led forty people through the change."
    with pytest.raises(NotFoundError):
        history.restore_version(session, story.id, 7)


# --- drafts ---


def test_a_draft_is_on_the_disk_at_once_and_offered_by_the_next_run(
    session: Session, path: Path, clock: Clock
) -> None:
    drafts.keep_draft(session, "new-story", {"title": "Half", "action": "I le"})
    drafts.keep_draft(session, "s-1", {"action": "I led \ud800"})
    (file,) = (path.parent / "drafts").glob("new-story*.json")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert json.loads(file.read_text())["fields"]["action"] == "I le"
    with again(path, clock) as second:
        first, last = drafts.drafts(second)
        assert (first.key, last.key) == ("s-1", "new-story")
        assert first.fields["action"] == "I led \N{REPLACEMENT CHARACTER}"
        assert last.fields == {"title": "Half", "action": "I le"}
        drafts.drop_draft(second, "s-1")
        drafts.drop_draft(second, "s-1")
        assert [draft.key for draft in drafts.drafts(second)] == ["new-story"]


def test_a_damaged_draft_is_named_and_stops_nothing(session: Session, path: Path) -> None:
    drafts.keep_draft(session, "one", {"title": "Half"})
    drafts.keep_draft(session, "two", {"title": "Whole"})
    (file,) = (path.parent / "drafts").glob("one*.json")
    file.write_bytes(b'{"fields": {"ti')
    assert [draft.key for draft in drafts.drafts(session)] == ["two"]
    assert drafts.damaged(session) == (file.name,)


def test_two_banks_in_one_folder_have_each_its_own_drafts(
    session: Session, path: Path, clock: Clock
) -> None:
    drafts.keep_draft(session, "ex-01", {"title": "Mine", "action": "I led."})
    drafts.part_path(session, "ex-01", "action").write_text("I led more.", "utf-8")
    with again(path.with_name("coach.json"), clock) as other:
        assert drafts.drafts(other) == ()
        drafts.keep_draft(other, "ex-01", {"title": "Theirs"})
        drafts.part_path(other, "ex-01", "action").write_text("They led.", "utf-8")
        drafts.drop_draft(other, "ex-01")
        assert drafts.drafts(other) == ()
        stories.add(other, title="Theirs")
    (draft,) = drafts.drafts(session)
    assert draft.fields == {"title": "Mine", "action": "I led more."}
    said = [f.text for f in doctor.examined(path.with_name("coach.json")) if f.about == "drafts"]
    assert any("is one of bank.json" in text for text in said)


def test_a_session_whose_drafts_another_thread_kept_closes_and_opens_again(
    session: Session, path: Path, clock: Clock
) -> None:
    keeping = threading.Thread(target=drafts.keep_draft, args=(session, "one", {"title": "x"}))
    keeping.start()
    keeping.join()
    with again(path, clock) as other:
        assert [draft.is_open for draft in drafts.drafts(other)] == [True]
    session.close()
    with again(path, clock) as other:
        assert [draft.is_open for draft in drafts.drafts(other)] == [False]


def test_a_draft_that_an_earlier_sesbank_kept_is_offered_and_dropped(
    session: Session, path: Path
) -> None:
    drafts.keep_draft(session, "other", {"title": "x"})
    old = path.parent / "drafts" / "one.json"
    old.write_text('{"key": "one", "saved": "2026", "fields": {"title": "Old"}}', "utf-8")
    old.with_name("one.action.md").write_text("I led.", "utf-8")
    found = {draft.key: draft for draft in drafts.drafts(session)}
    assert found["one"].fields == {"title": "Old", "action": "I led."}
    drafts.drop_draft(session, "one")
    assert [draft.key for draft in drafts.drafts(session)] == ["other"]
    assert not list(old.parent.glob("one*"))


@pytest.mark.parametrize("key", ["", "../x", "a/b", "A", "x" * 200, "a.b"])
def test_a_draft_never_leaves_its_folder(session: Session, key: str) -> None:
    with pytest.raises(InputError):
        drafts.keep_draft(session, key, {"title": "x"})
    with pytest.raises(InputError):
        drafts.drop_draft(session, key)


# --- one story in two places ---


@pytest.fixture
def conflict(session: Session, path: Path, clock: Clock) -> EditConflictError:
    """One story edited here and in another program, which was faster."""
    one = stories.add(session, title="One", action="I led.")
    with again(path, clock) as other:
        stories.save(other, one.edit(action="They led."))
    with pytest.raises(EditConflictError) as error:
        stories.save(session, one.edit(action="I led it all."))
    return error.value


def test_f13_an_edit_conflict_carries_both_and_saves_nothing(
    session: Session, conflict: EditConflictError
) -> None:
    assert conflict.present is not None
    assert conflict.present.action == "They led."
    assert conflict.mine.action == "I led it all."
    assert [story.action for story in session.bank.stories.values()] == ["They led."]
    assert history.difference(conflict.present, conflict.mine)[0].part == "action"


def test_what_two_programs_changed_in_different_parts_at_once_is_joined(
    session: Session, path: Path, clock: Clock
) -> None:
    one = stories.add(session, title="One", action="I led.")
    with again(path, clock) as other:
        stories.save(other, one.edit(result="They wrote this."))
    # Here the bank is still as it was: the change is met while saving.
    saved = stories.save(session, one.edit(action="I led it all."))
    assert (saved.action, saved.result) == ("I led it all.", "They wrote this.")
    assert [v.action for v in saved.versions] == ["I led.", "I led."]
    session.undo()
    assert stories.get(session, saved.id).action == "I led."
    assert stories.get(session, saved.id).result == "They wrote this."


def test_f13_keeping_both_adds_mine_beside_theirs(
    session: Session, conflict: EditConflictError
) -> None:
    copy = stories.keep_both(session, conflict)
    assert copy.id != conflict.mine.id
    told = {story.title: story.action for story in session.bank.stories.values()}
    assert told == {"One": "They led.", "One (my version)": "I led it all."}


def test_f13_overwriting_keeps_theirs_as_a_version(
    session: Session, conflict: EditConflictError
) -> None:
    saved = stories.overwrite(session, conflict)
    assert saved.action == "I led it all."
    assert saved.versions[-1].action == "They led."
    stories.save(session, saved.edit(action="Again."))


@pytest.mark.parametrize("settle", [stories.keep_both, stories.overwrite])
def test_a_story_removed_meanwhile_is_kept_either_way(
    session: Session, path: Path, clock: Clock, settle: object
) -> None:
    one = stories.add(session, title="One", mappings=(Mapping("opm-2025", "AR"),))
    with again(path, clock) as other:
        stories.remove(other, one.id)
    with pytest.raises(EditConflictError) as error:
        stories.save(session, one.edit(action="Mine."))
    assert error.value.present is None
    assert settle(session, error.value).id == one.id  # type: ignore[operator]
    assert session.bank.stories[one.id].action == "Mine."
    assert json.loads(export_json(session))


# --- what is very large ---


def test_h19_a_word_of_a_megabyte_is_searched_in_and_for(session: Session) -> None:
    long = "x" * 1_000_000
    story = stories.add(session, title="Long", action=f"I wrote {long} and grants.")
    assert [found.story for found in stories.find(session, "grnats")] == [story]
    assert [found.story for found in stories.find(session, "x" * 30)] == [story]
    assert stories.find(session, "y" + long) == ()


def test_f43_a_large_bank_tells_how_far_it_is_while_it_opens(path: Path, clock: Clock) -> None:
    with again(path, clock) as session:
        made = [{"title": f"Story {number}", "action": "I led it."} for number in range(1200)]
        accept(session, import_json(session, json.dumps(made)).stories)
    told: list[str] = []
    with Session.open(path, settings=Settings(), meanwhile=told.append) as session:
        assert len(session.bank.stories) == 1200
        stories.add(session, title="One more")
    assert told == [
        "opening bank.json",
        "opening bank.json: stories, 0 %",
        "opening bank.json: stories, 41 %",
        "opening bank.json: stories, 83 %",
    ]


def test_searches_of_banks_that_differ_in_their_ending_are_apart_and_old_ones_found(
    tmp_path: Path, clock: Clock
) -> None:
    with again(tmp_path / "one.json", clock) as first:
        stories.add(first, title="One")
        searches.save(first, "Mine", "tag:mine")
    with again(tmp_path / "one.db", clock) as second:
        assert searches.saved(second) == {}
    (tmp_path / "old.searches.json").write_text('{"Kept": "tag:kept"}', "utf-8")
    with again(tmp_path / "old.db", clock) as old:
        assert searches.saved(old) == {"Kept": "tag:kept"}
        searches.save(old, "More", "tag:more")
        assert list(searches.saved(old)) == ["Kept", "More"]
