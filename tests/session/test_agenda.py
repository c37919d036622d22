"""What is due towards each interview, and the mock interview."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from sesbank.domain.interview import InterviewKind
from sesbank.domain.preparation import Preparation
from sesbank.domain.rehearsal import PartTime, Rehearsal, Went
from sesbank.errors import NotFoundError
from sesbank.session import Session, mock, preparing, rehearsing, stories, vacancies
from sesbank.settings import Settings

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
POSTING = """Job Title: Director, Field Programs

Mandatory Technical Qualifications (MTQs):
MTQ 1: Demonstrated experience directing a national grants program.
"""


@pytest.fixture
def session(tmp_path: Path):
    with Session.open(tmp_path / "b.json", settings=Settings(), now=lambda: NOW) as opened:
        for title in ("Cleared the backlog", "Merged two offices"):
            stories.add(opened, title=title, action="I did it.", result="It fell by half.")
        yield opened


def ids(session: Session) -> list[str]:
    return list(session.bank.stories)


def expect(session: Session, days: int, *, title: str = "") -> None:
    """Keep a vacancy with an interview in so many days, which the second story stands for."""
    read = vacancies.read(session, POSTING.replace("Field", title or "Field"))
    kept = vacancies.keep(session, read)
    kept = vacancies.pin(session, kept, kept.requirements[0].id, ids(session)[1])
    when = (NOW + timedelta(days)).date().isoformat()
    preparing.prepare(session, kept, Preparation(when=when))


def test_the_story_that_stands_for_the_soonest_interview_comes_first(session: Session) -> None:
    expect(session, 20, title="Later")
    expect(session, 6)
    expect(session, -3, title="Past")
    assert [each.day for each in preparing.coming(session)] == [
        date(2026, 3, 8),
        date(2026, 3, 22),
    ]
    first, second = rehearsing.stories_due(session)
    assert (first.story, second.story) == (ids(session)[1], ids(session)[0])
    assert first.question.startswith("MTQ 1: Demonstrated")
    assert first.towards is not None
    assert first.towards.day == date(2026, 3, 8)
    assert (second.question, second.towards) == (rehearsing.TELL_IT, None)


def test_all_is_planned_towards_the_interview_by_the_one_rule(session: Session) -> None:
    asked = rehearsing.due(session)[0].question
    answer = Rehearsal(asked, "", 90, Went.WELL, parts=(PartTime("action", 90),))
    saved = rehearsing.note(session, ids(session)[1], answer)
    assert saved.rehearsed[0].parts == (PartTime("action", 90),)

    def again() -> date | None:
        return next(each.day for each in rehearsing.due(session) if each.question == asked)

    assert again() == date(2026, 3, 9)
    expect(session, 6)
    assert again() == date(2026, 3, 5)
    assert rehearsing.stories_due(session)[1].day == date(2026, 3, 5)


def test_a_note_is_kept_with_its_answer_and_undo_takes_it_back(session: Session) -> None:
    story = rehearsing.note(session, ids(session)[0], Rehearsal("Why?", "", 60, Went.BADLY))
    noted = story.rehearsed[0]
    saved = rehearsing.remark(session, story.id, noted, "  say the\nnumber first ")
    assert saved.rehearsed[0].note == "say the number first"
    with pytest.raises(NotFoundError, match="no longer noted"):
        rehearsing.remark(session, story.id, noted, "again")
    session.undo()
    assert session.bank.stories[story.id].rehearsed == (noted,)


def test_the_history_of_a_question_and_of_a_story(session: Session) -> None:
    one, two = ids(session)
    rehearsing.note(session, one, Rehearsal("Why you?", "2026-02-01", 60, Went.FAIR))
    rehearsing.note(session, two, Rehearsal("WHY  you?", "2026-02-09", 50, Went.WELL))
    rehearsing.note(session, two, Rehearsal("Other?", "2026-02-05", 50, Went.WELL))
    of_question = rehearsing.Due("Why you?", "", None, None)
    assert [each.story.id for each in rehearsing.history(session, of_question)] == [two, one]
    of_story = rehearsing.Due("", "", None, None, story=two)
    assert [e.rehearsal.day for e in rehearsing.history(session, of_story)] == [
        "2026-02-09",
        "2026-02-05",
    ]
    renewed = rehearsing.renewed(session, of_question)
    assert renewed.grades == (Went.FAIR, Went.WELL)
    assert renewed.day == date(2026, 2, 16)


@pytest.mark.parametrize("framework", ["opm-2025", "opm-2006"])
def test_a_mock_interview_asks_one_question_of_each_ecq(session: Session, framework: str) -> None:
    asked = mock.mock(session, framework)
    known = [ecq.code for ecq in session.framework_named(framework).ecqs]
    assert [each.ecq for each in asked] == known[: mock.QUESTIONS]
    rehearsing.note(session, ids(session)[0], Rehearsal(asked[0].question, "", 60, Went.WELL))
    assert mock.mock(session, framework)[0].question != asked[0].question


TWO_MORE = """MTQ 2: Ability to settle disputes between bureaus.
MTQ 3: Knowledge of appropriations law.
"""
OF_TQS = (
    "Tell us about your experience directing a national grants program.",
    "Tell us about your ability to settle disputes between bureaus.",
    "Tell us about your knowledge of appropriations law.",
)


def with_three_tqs(session: Session) -> None:
    vacancies.keep(session, vacancies.read(session, POSTING + TWO_MORE))


def answer_all(session: Session, asked: tuple[rehearsing.Due, ...]) -> None:
    for due in asked:
        rehearsing.note(session, ids(session)[0], Rehearsal(due.question, "", 60, Went.WELL))


def test_a_mock_interview_for_a_vacancy_asks_about_its_technical_qualifications(
    session: Session,
) -> None:
    with_three_tqs(session)
    asked = mock.mock(session, "opm-2025")
    assert [due.kind for due in asked] == ["RL", "MTQ 1", "DE", "MTQ 2", "MC"]
    assert (asked[1].question, asked[3].question) == OF_TQS[:2]


def test_what_a_mock_interview_asked_comes_later_in_the_next_one(session: Session) -> None:
    with_three_tqs(session)
    first = mock.mock(session, "opm-2025")
    assert mock.mock(session, "opm-2025") == first
    answer_all(session, first)
    second = mock.mock(session, "opm-2025")
    assert [due.kind for due in second] == ["LP", "MTQ 3", "AR", "MTQ 1", "RL"]
    repeated = {due.question for due in first} & {due.question for due in second}
    assert repeated == {OF_TQS[0]}


def test_the_board_asks_about_no_technical_qualification(session: Session) -> None:
    expect(session, 6)
    (vacancy,) = vacancies.listed(session)
    assert "MTQ 1" in [due.kind for due in mock.mock(session, "opm-2025")]
    (talk,) = vacancy.interviews
    board = Preparation(when=talk.when, kind=InterviewKind.QRB)
    preparing.prepare(session, vacancy, board, talk.id)
    assert "MTQ 1" not in [due.kind for due in mock.mock(session, "opm-2025")]


def test_of_several_vacancies_with_nothing_decided_none_is_asked_about(session: Session) -> None:
    with_three_tqs(session)
    vacancies.keep(session, vacancies.read(session, POSTING.replace("Field", "Other")))
    assert {due.label for due in mock.mock(session, "opm-2025")} == {""}


@pytest.mark.parametrize("framework", ["opm-2025", "opm-2006"])
def test_a_mock_interview_opens_with_questions_that_could_be_put_to_anybody(
    session: Session, framework: str
) -> None:
    for _ in range(3):
        asked = mock.mock(session, framework)
        for due in asked:
            assert len(due.question.split()) <= 20
            assert not {"airlift", "airlifts", "ventilator", "ventilators"} & set(
                due.question.casefold().split()
            )
        answer_all(session, asked)


def test_what_has_no_answer_is_told_by_its_ecq(session: Session) -> None:
    asked = mock.mock(session, "opm-2025")
    answer = Rehearsal(asked[0].question, "2026-03-02", 60, Went.WELL)
    results = [mock.Asked(asked[0], answer), *(mock.Asked(each, None) for each in asked[1:])]
    assert mock.unanswered(results) == tuple(each.ecq for each in asked[1:])
