"""Questions to practise with."""

import pytest

from sesbank.domain.question_kinds import QuestionKind
from sesbank.domain.story import Outcome
from sesbank.errors import NotFoundError
from sesbank.session import asking, practice, stories, vacancies
from sesbank.session.counsel import counsel

POSTING = "Director, Grants Operations\nPay plan ES\nTQ 1: Experience in grants management."


def test_questions_are_found_by_ecq_and_words(session):
    found = practice.questions(session, framework="opm-2006", ecq="bc", words="Union")
    assert found
    assert all(q.probe_in("opm-2006").ecq == "BC" for q in found)
    assert all("union" in q.text.casefold() for q in found)
    with pytest.raises(NotFoundError):
        practice.questions(session, framework="opm-2006", ecq="DE")


def test_practice_goes_round_the_ecqs_and_repeats_none_for_long(session):
    texts = [practice.nth(session, number, "opm-2025") for number in range(60)]
    assert len(set(texts)) == 60
    ecq = {q.text: q.probe_in("opm-2025").ecq for q in practice.questions(session)}
    assert len({ecq[text] for text in texts[:5]}) == 5


def test_practice_asks_after_every_round_what_panels_ask_beside_the_ecqs(session):
    texts = [practice.nth(session, number, "opm-2025") for number in range(36)]
    beside = [text for text in texts if text in {t for _, t in practice.others()}]
    assert beside == texts[5::6]
    for text in beside:
        reading = asking.ask(session, text)
        assert counsel(session, reading), text
    assert {a.kind for text in beside for a in counsel(session, asking.ask(session, text))} == set(
        QuestionKind
    ) - {QuestionKind.STORY}


def test_every_question_beside_the_ecqs_is_read_as_its_kind(session):
    for kind, text in practice.others():
        assert kind in {part.kind for part in asking.ask(session, text).parts}, text


def test_an_introduction_to_practice_has_the_opening_line_kept_with_the_vacancy(session):
    vacancy = vacancies.keep(session, vacancies.read(session, POSTING))
    vacancies.keep(session, vacancy.edit(opening="I run grants, 1.3 billion a year."))
    (_, text), *_ = practice.others(QuestionKind.INTRODUCTION)
    (answer,) = counsel(session, asking.ask(session, text))
    assert answer.kept == ("I run grants, 1.3 billion a year.",)


def test_a_weakness_points_to_the_story_that_tells_of_a_setback(session):
    told = stories.add(session, title="My first review", action="It stung to hear the feedback.")
    stories.add(session, title="Grants", action="I cleared the grants.")
    (answer,) = counsel(session, asking.ask(session, "What is your greatest weakness?"))
    assert answer.setback == told.title
    marked = stories.add(
        session, title="The pier", action="The pier fell.", outcome=Outcome.SETBACK
    )
    reading = asking.ask(session, "What is your greatest weakness?")
    assert marked.id in [match.story for match in reading.stories]


def test_where_no_story_answers_what_fits_instead_is_told(session):
    for text in ("Why do you want this job?", "What is your greatest strength?"):
        reading = asking.ask(session, text)
        assert not reading.stories
        assert all(answer.instead for answer in counsel(session, reading))
