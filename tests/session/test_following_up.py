"""What a panel goes on to ask once a story is told."""

import pytest

from sesbank.domain.story import Story
from sesbank.frameworks.follow_ups import follow_ups
from sesbank.session import Session, rehearsing, stories
from sesbank.session.following_up import MOST, following_up

FRAMEWORK = "opm-2025"
WHOLE = {
    "title": "Cleared the grants backlog",
    "challenge": "In 2023 9,400 grants of $48 million waited, the oldest for 14 months.",
    "context": "I led three regions with 212 employees; the region's directors opposed any change.",
    "action": "I met each director and won over the loudest critic. I split intake by risk, moved"
    " 31 people to the oldest grants, and set a weekly review that I chaired. I directed two"
    " managers to coach the new reviewers, and I told the counties what to expect and when.",
    "result": "The backlog fell from 9,400 to zero in 7 months, 41 days became 19, and the"
    " inspector general closed the finding for all 3 regions.",
    "lesson": "I would bring the counties in a month earlier.",
    "ended": "2023-05",
}


def told(session: Session, **fields: str) -> Story:
    return stories.add(session, **WHOLE | fields)


def due(session: Session, ecq: str = "DE") -> rehearsing.Due:
    return rehearsing.due(session, framework=FRAMEWORK, ecq=ecq)[0]


@pytest.mark.parametrize(
    ("lack", "fields"),
    [
        ("result", {"result": ""}),
        ("figure", {"result": "The grants went out sooner and all were content with it."}),
        (
            "own part",
            {
                "action": "We met each director and we won over our loudest critic. Our team split"
                " our intake by risk, and we moved our people to our oldest grants. We set our"
                " weekly review and we told our counties what to expect."
            },
        ),
        (
            "resistance",
            {
                "context": "I led three regions with 212 employees.",
                "action": WHOLE["action"].replace("met each director and won over the loudest"
                                                  " critic", "planned the year"),
            },
        ),
        ("lesson", {"lesson": ""}),
        ("action", {"action": ""}),
        ("size", {"context": "I led the regions; their directors opposed any change."}),
        (
            "leading",
            {
                "action": "On behalf of the director I supported the review, assisted the leads"
                " who were against it, and I configured the database, coded the intake form and"
                " analyzed the data. I was asked to help draft the plan."
            },
        ),
    ],
)  # fmt: skip
def test_what_the_story_lacks_is_asked_for(session, lack, fields):
    whole = following_up(session, due(session), told(session), FRAMEWORK)
    asked = following_up(session, due(session), told(session, **fields), FRAMEWORK)
    assert not set(follow_ups().lacks[lack]) & set(whole)
    assert set(follow_ups().lacks[lack]) & set(asked)
    assert 1 <= len(asked) <= MOST


def test_a_story_that_lacks_nothing_is_followed_by_one_question_on_the_competency(session):
    question = due(session)
    (asked,) = following_up(session, question, told(session), FRAMEWORK)
    known = {q.text: q.probe_in(FRAMEWORK) for q in session.frameworks.questions}
    assert asked in follow_ups().competencies[known[question.question].competency]


def test_the_same_answer_is_followed_by_the_same_questions_and_not_always_the_first(session):
    story = told(session, lesson="")
    asked = [
        following_up(session, each, story, FRAMEWORK)
        for each in rehearsing.due(session, framework=FRAMEWORK)[:20]
    ]
    again = [
        following_up(session, each, story, FRAMEWORK)
        for each in rehearsing.due(session, framework=FRAMEWORK)[:20]
    ]
    assert asked == again
    assert {each[0] for each in asked} == set(follow_ups().lacks["lesson"])


def test_where_no_story_was_told_the_panel_goes_on_all_the_same(session):
    assert len(following_up(session, due(session), None, FRAMEWORK)) == 1
    beside = rehearsing.Due("Why do you want this position?", "", None, None)
    (asked,) = following_up(session, beside, None, FRAMEWORK)
    assert asked in follow_ups().always


def test_every_competency_of_the_shipped_frameworks_has_a_follow_up(session):
    codes = {c.code for f in session.frameworks.frameworks for e in f.ecqs for c in e.competencies}
    assert codes == set(follow_ups().competencies)


def test_no_way_to_ask_stands_twice_under_one_head():
    shipped = follow_ups()
    for ways in (*shipped.lacks.values(), *shipped.competencies.values(), shipped.always):
        assert len(set(ways)) == len(ways)
        assert all(text.endswith(("?", ".")) for text in ways)
