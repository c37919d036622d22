"""Stories told to panels: noted, marked, and never noted twice."""

import datetime as dt
import time

import pytest

from sesbank.domain.interview import Interview, InterviewKind
from sesbank.errors import InputError, NotFoundError
from sesbank.session import Session, asking, preparing, stories, telling, vacancies
from sesbank.settings import Settings

QUESTION = "Tell us how you negotiated with a union that resisted change."


@pytest.fixture(name="story")
def _story(session):
    return stories.add(
        session,
        title="Talked the union round",
        action="I negotiated the change with the union.",
        result="The plan was adopted by 340 employees.",
    )


def test_a_telling_is_noted_for_its_panel_alone_and_undone(session, story):
    telling.log(session, story.id, "Field panel", QUESTION)
    reading = asking.ask(session, QUESTION)
    heard = telling.already_told(session, reading, "FIELD  panel".replace("  ", " "))
    assert heard[story.id].question == QUESTION
    assert dt.date.fromisoformat(heard[story.id].day)
    assert telling.already_told(session, reading, "Another panel") == {}
    assert telling.already_told(session, reading, "") == {}
    session.undo()
    assert telling.already_told(session, reading, "Field panel") == {}


@pytest.mark.parametrize(
    ("zone", "day"), [("America/Los_Angeles", "2026-03-01"), ("Asia/Tokyo", "2026-03-02")]
)
def test_a_day_is_the_day_where_the_person_is(tmp_path, monkeypatch, zone, day):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        late = dt.datetime(2026, 3, 2, 3, 30, tzinfo=dt.UTC)
        with Session.open(tmp_path / "b.json", settings=Settings(), now=lambda: late) as session:
            told = stories.add(session, title="Talked the union round")
            telling.log(session, told.id, "Field panel", QUESTION)
            vacancy = vacancies.read(session, "Director of Examples")
            talks = (Interview("i1", when="2026-03-01 09:00"), Interview("i2", when="2026-03-05"))
            assert session.today.isoformat() == day
            assert [t.day for t in session.bank.stories[told.id].told] == [day]
            due = preparing.next_interview(session, vacancy.edit(interviews=talks))
            assert due == talks[day != "2026-03-01"]
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_same_answer_is_noted_once(session, story):
    first = telling.log(session, story.id, "Field panel", QUESTION)
    assert telling.log(session, story.id, "field panel", QUESTION) == first


def test_the_panels_of_the_vacancies_come_first_then_those_told_before(session, story):
    telling.log(session, story.id, "Old panel")
    kept = vacancies.keep(
        session,
        vacancies.read(session, "Director of Examples\nDuties\nLead staff.").edit(
            title="Director of Examples",
            interviews=(Interview("i1"), Interview("i2", InterviewKind.QRB)),
        ),
    )
    names = telling.panels(session)
    assert names[:3] == ("Director of Examples", "QRB, Director of Examples", "Old panel")
    assert telling.panel_named(session, kept.id) == "Director of Examples"
    assert telling.panel_named(session, "old PANEL") == "Old panel"
    assert telling.panel_named(session, "Never heard of") == "Never heard of"


def test_a_panel_without_a_name_and_a_story_that_is_none_are_refused(session, story):
    with pytest.raises(InputError):
        telling.log(session, story.id, " \x1b[2J ")
    with pytest.raises(NotFoundError):
        telling.log(session, "s-none", "Field panel")
