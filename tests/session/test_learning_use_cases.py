"""Corrections are remembered, proposed later, listed and unlearnt; never used in silence."""

from __future__ import annotations

import pytest

from sesbank.domain.vacancy import DROPPED, RequirementKind, Vacancy
from sesbank.errors import NotFoundError
from sesbank.session import Session, learning, mending, stories, vacancies

BOILER = "Ability to complete the online application by the closing date."
POSTING = f"""Director, Ferry Operations
Office of Island Transport
Announcement number: OIT-26-1
Control number: 860000001
Open & closing dates: 03/01/2026 to 03/31/2026

Mandatory Technical Qualifications
MTQ 1: Demonstrated experience in running ferries between islands in all seasons.
MTQ 2: Knowledge of the law of marine safety and of how it is enforced in harbors.
MTQ 3: {BOILER}

Applicants should like the sea and be able to name five lighthouses without looking.
"""
REPOSTED = (
    POSTING.replace("OIT-26-1", "OIT-26-9")
    .replace("860000001", "870000002")
    .replace("03/01/2026 to 03/31/2026", "07/01/2026 to 07/31/2026")
)
OTHER = f"""Chief of Bridge Repair
Bureau of Spans
Announcement number: BS-26-4

Technical Qualifications
TQ 1: Demonstrated experience in repairing movable bridges under traffic.
TQ 2: {BOILER}
"""


@pytest.fixture
def kept(session: Session) -> Vacancy:
    return vacancies.keep(session, vacancies.read(session, POSTING))


def test_the_same_posting_is_known_again_and_another_is_not(
    session: Session, kept: Vacancy
) -> None:
    known = learning.known_as(session, vacancies.read(session, POSTING))
    assert known is not None
    assert known.id == kept.id
    assert learning.known_as(session, vacancies.read(session, OTHER)) is None


def test_a_posting_posted_anew_is_known_by_its_words(session: Session, kept: Vacancy) -> None:
    again = vacancies.read(session, REPOSTED)
    assert (again.control, again.announcement) == ("870000002", "OIT-26-9")
    known = learning.known_as(session, again)
    assert known is not None
    assert known.id == kept.id


def test_what_was_decided_comes_over_to_the_posting_posted_anew(
    session: Session, kept: Vacancy
) -> None:
    story = stories.add(session, title="Ran the ferries", action="I ran them.")
    kept = vacancies.pin(session, kept, "tq2", story.id)
    kept = vacancies.drop_requirement(session, kept, "tq3")
    kept = vacancies.retype_requirement(session, kept, "tq1", RequirementKind.DESIRABLE)
    start = kept.source.index("Applicants should")
    kept = mending.add(session, kept, RequirementKind.TQ, (start, start + 36))
    new = learning.carried_over(vacancies.read(session, REPOSTED), kept)
    assert [(r.kind, r.text) for r in new.requirements] == [
        (r.kind, r.text) for r in kept.requirements
    ]
    (pin,) = new.pins
    assert new.requirement(pin.requirement).text.startswith("Knowledge of the law")
    assert (new.closes, new.announcement) == ("2026-07-31", "OIT-26-9")
    for requirement in new.requirements:
        assert new.source[requirement.start : requirement.end] == requirement.text


def test_a_dropped_line_is_proposed_for_a_later_posting_and_changes_nothing_by_itself(
    session: Session, kept: Vacancy
) -> None:
    vacancies.drop_requirement(session, kept, "tq3")
    new = vacancies.read(session, OTHER)
    assert [r.text for r in new.of_kind(RequirementKind.TQ)][1] == BOILER
    (proposal,) = learning.proposals(session, new)
    assert (proposal.lesson.kind, proposal.learnt_in) == (DROPPED, kept.id)
    done = learning.accept(new, (proposal,))
    assert BOILER not in [r.text for r in done.requirements]


def test_a_kind_given_is_proposed_too_and_the_latest_lesson_wins(
    session: Session, kept: Vacancy
) -> None:
    vacancies.retype_requirement(session, kept, "tq3", RequirementKind.DESIRABLE)
    vacancies.retype_requirement(
        session, vacancies.get(session, kept.id), "tq3", RequirementKind.DUTY
    )
    (proposal,) = learning.proposals(session, vacancies.read(session, OTHER))
    assert proposal.lesson.kind == RequirementKind.DUTY


def test_what_is_learnt_is_listed_unlearnt_and_that_undone(session: Session, kept: Vacancy) -> None:
    vacancies.drop_requirement(session, kept, "tq3")
    assert [each.lesson.text for each in learning.learnt(session)] == [BOILER]
    learning.unlearn(session, 1)
    assert learning.learnt(session) == ()
    assert learning.proposals(session, vacancies.read(session, OTHER)) == ()
    assert [r.text for r in vacancies.get(session, kept.id).dropped] == [BOILER]
    session.undo()
    assert len(learning.learnt(session)) == 1
    with pytest.raises(NotFoundError, match="there are 1"):
        learning.unlearn(session, 2)


def test_lessons_are_kept_in_the_bank(session: Session, kept: Vacancy) -> None:
    vacancies.drop_requirement(session, kept, "tq3")
    with Session.open(session.path, settings=session.settings) as again:
        assert [each.lesson.text for each in learning.learnt(again)] == [BOILER]
        assert [r.text for r in vacancies.get(again, kept.id).dropped] == [BOILER]
