"""What is saved of a bank that does not open: every word of it that can be read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sesbank.domain.story import Story
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy
from sesbank.errors import BankError
from sesbank.session import Session, doctor, exchange, rescue, stories, trash, vacancies
from sesbank.settings import Settings

Tables = dict[str, Any]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A bank of two stories, a vacancy and one story in the trash, with ids of a spreadsheet."""
    path = tmp_path / "bank.json"
    with Session.open(path, settings=Settings()) as session:
        exchange.accept(session, (Story("1", "One", action="I led."), Story("v-2", "Two")))
        gone = stories.add(session, title="Gone")
        stories.remove(session, gone.id)
        requirement = Requirement("tq-1", RequirementKind.TQ, "TQ 1", text="lead", start=0, end=4)
        vacancies.keep(session, Vacancy("v-1", "lead", "Job", requirements=(requirement,)))
    return path


def saved(path: Path) -> tuple[doctor.Saved, Session]:
    target = path.with_name("saved.json")
    done = doctor.save_readable(path, target)
    return done, Session.open(target, settings=Settings())


def change(path: Path, how: Callable[[Tables], object], **layout: Any) -> None:
    tables = json.loads(path.read_text("utf-8"))
    how(tables)
    path.write_text(json.dumps(tables, **layout), "utf-8")


def test_a_story_with_one_field_that_cannot_be_read_is_saved_with_its_words(path: Path) -> None:
    change(path, lambda t: t["stories"]["1"].update(ended="spring 2020", figures=[{"value": ""}]))
    with pytest.raises(BankError):
        Session.open(path, settings=Settings())
    done, session = saved(path)
    assert (done.stories, done.vacancies, done.partly) == (2, 1, 1)
    assert done.missing == (
        "1: ended, figures could not be read and is kept beside the other fields",
    )
    story = session.bank.stories["1"]
    assert (story.action, story.ended, story.figures) == ("I led.", "", ())
    assert story.extra["unread_ended"] == ["spring 2020"]
    assert story.extra["unread_figures"] == [{"value": ""}]


def test_a_requirement_that_stands_nowhere_costs_its_vacancy_nothing_else(path: Path) -> None:
    change(path, lambda t: t["vacancies"]["1"].update(source="something else"))
    done, session = saved(path)
    assert (done.vacancies, done.partly) == (1, 1)
    kept = session.bank.vacancies["v-1"]
    assert kept.title == "Job"
    assert kept.extra["unread_requirements"][0]["text"] == "lead"


@pytest.mark.parametrize("layout", [{}, {"indent": 2}, {"separators": (",", ":")}])
@pytest.mark.parametrize("cut", [0, 3])
def test_a_bank_in_another_program_s_layout_is_saved_whole(
    path: Path, layout: dict[str, Any], cut: int
) -> None:
    change(path, lambda t: t.update(notes={"1": {"x": 1}}) or t["stories"]["1"].update(rev=-1))
    change(path, lambda t: t["_meta"]["1"].update(schema="x"), **layout)
    text = path.read_text("utf-8")
    path.write_text(text[: len(text) - cut], "utf-8")
    done, session = saved(path)
    assert (done.stories, done.vacancies) == (2, 1)
    assert {s.title for s in session.bank.stories.values()} == {"One", "Two"}
    assert [item.entry.title for item in trash.listed(session)] == ["Gone"]
    if not cut:
        assert session.store.frozen().tables["notes"] == {"1": {"x": 1}}


def test_two_stories_under_one_number_are_both_saved(path: Path) -> None:
    text = path.read_text("utf-8")
    twice = text.replace(
        '"stories": {', '"stories": {\n"1": {\n  "id": "x",\n  "title": "X"\n},', 1
    )
    path.write_text(twice, "utf-8")
    done, _ = saved(path)
    assert done.stories == 3


def test_the_rescue_on_screen_puts_the_same_in_the_place_of_the_bank(path: Path) -> None:
    change(path, lambda t: t["stories"]["1"].update(ended="spring 2020"))
    looked = rescue.outlook(path).damage
    assert looked
    assert (looked.stories, looked.partly) == (2, 1)
    assert "1: ended could not be read" in rescue.back_from_damage(path)
    with Session.open(path, settings=Settings()) as session:
        assert set(session.bank.stories) == {"1", "v-2"}
        assert [item.entry.title for item in trash.listed(session)] == ["Gone"]
