"""Forgetting for good: everything that holds the story is emptied of it or named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from sesbank.domain.story import Story
from sesbank.domain.vacancy import Choice, Requirement, RequirementKind, Vacancy
from sesbank.session import (
    Session,
    backups,
    copies,
    exchange,
    forgetting,
    stories,
    trash,
    vacancies,
)
from sesbank.session.own_editor import Writing
from sesbank.settings import Settings
from sesbank.storage.disk import RealDisk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bank.json"


def opened(path: Path) -> Session:
    return Session.open(path, settings=Settings())


def test_forgetting_names_the_file_of_an_editor_that_was_left(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    with opened(path) as session:
        story = stories.add(session, title="One")
        left = Writing("Title: One", path.parent).path  # Its program was stopped here.
        (path.parent / "story-of-mine.md").write_text("mine")
        assert forgetting.forget(session, story.id).left == (left.name,)


def test_forgetting_names_a_copy_beside_the_bank_that_holds_the_story(path: Path) -> None:
    with opened(path) as session:
        other = stories.add(session, title="Two")
    shutil.copy(path, path.with_name("bank 2.json"))
    with opened(path) as session:
        one = stories.add(session, title="One")
        assert forgetting.forget(session, one.id).left == ()
        assert forgetting.forget(session, other.id).left == ("bank 2.json",)


@pytest.mark.parametrize("closed", ["backups", "drafts"])
def test_a_folder_that_cannot_be_looked_into_is_named_and_all_else_is_forgotten(
    path: Path, closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = RealDisk.names

    def closing(self: RealDisk, folder: Path) -> list[str]:
        if folder.name == closed:
            raise PermissionError(13, "Permission denied")
        return names(self, folder)

    with opened(path) as session:
        story = stories.add(session, title="One", action="I flew it.")
        backups.make(session)
        with monkeypatch.context() as patched:
            patched.setattr(RealDisk, "names", closing)
            assert forgetting.forget(session, story.id).left == (closed,)
        assert session.bank.stories == {}
        if closed == "backups":  # Open again, the story is still there to be forgotten, by its id.
            assert forgetting.find(session, story.id).action == "I flew it."
            assert forgetting.forget(session, story.id).backups == 1
            assert backups.restore(session).changed == 0


def test_a_removed_vacancy_stays_in_trash_and_backups_without_the_story(path: Path) -> None:
    requirement = Requirement("tq-1", RequirementKind.TQ, "TQ 1", text="x", start=0, end=1)
    with opened(path) as session:
        story = stories.add(session, title="One")
        pins = (Choice("tq-1", story.id), Choice("tq-1", "other"))
        job = Vacancy("v-1", "x", "Job", requirements=(requirement,), pins=pins, opening="Hello.")
        vacancies.keep(session, job)
        vacancies.remove(session, "v-1")
        backups.make(session)
        forgetting.forget(session, story.id)
        (item,) = trash.listed(session)
        assert isinstance(item.entry, Vacancy)
        assert (item.entry.opening, item.entry.pins) == ("Hello.", (Choice("tq-1", "other"),))
        kept = session.store.backups.read(session.store.backups.listed()[0].name)
        (row,) = kept.tables["trash"].values()
        assert row["record"]["pins"] == [{"requirement": "tq-1", "story": "other"}]


def test_a_vacancy_that_cannot_be_shown_is_emptied_of_the_story_too(path: Path) -> None:
    with opened(path) as session:
        story = stories.add(session, title="One")
    tables = json.loads(path.read_text("utf-8"))
    cue = {"requirement": "tq-1", "story": story.id, "part": "action", "text": "I flew it."}
    odd = {"id": "v-1", "source": "x", "requirements": [{"id": "tq-1", "text": "y"}], "cues": [cue]}
    tables["vacancies"] = {"1": odd}
    path.write_text(json.dumps(tables), "utf-8")
    with opened(path) as session:
        forgetting.forget(session, story.id)
        assert session.store.frozen().tables["vacancies"]["1"] == {**odd, "cues": []}


def test_an_imported_story_takes_no_place_of_one_in_the_trash(path: Path) -> None:
    with opened(path) as session:
        exchange.accept(session, (Story("1", "Old", action="My old words."),))
        stories.remove(session, "1")
        done = exchange.accept(session, (Story("1", "New"),))
        assert [story.title for story in done.kept] == ["New"]
        assert done.copies == 0
        assert [item.entry.title for item in trash.listed(session)] == ["Old"]
        trash.restore_from(session, "1")
        assert sorted(s.title for s in session.bank.stories.values()) == ["New", "Old"]


def test_a_merged_copy_takes_no_place_of_later_words_in_the_trash(path: Path) -> None:
    with opened(path) as session:
        story = stories.add(session, title="One", action="First words.")
    shutil.copy(path, path.with_name("bank 2.json"))
    with opened(path) as session:
        stories.save(session, session.bank.stories[story.id].edit(action="Later words."))
        stories.remove(session, story.id)
        assert (copies.merge(session), copies.merge(session)) == (1, 0)
        (item,) = trash.listed(session)
        assert isinstance(item.entry, Story)
        assert item.entry.action == "Later words."
        assert [s.action for s in session.bank.stories.values()] == ["First words."]
