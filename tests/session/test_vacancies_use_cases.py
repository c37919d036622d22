"""Vacancies through the session: read, mended, matched, decided."""

import re

import pytest

from sesbank.domain.vacancy import Choice, RequirementKind
from sesbank.errors import ChangedMeanwhileError, InputError, NotFoundError
from sesbank.session import Session, serving, sheets, stories, vacancies

POSTING = """Director, Field Programs
Agency: Office of Rural Grants
Announcement number: ORG-26-SES-011

Qualifications
Mandatory Technical Qualifications (MTQs)
MTQ 1: Demonstrated experience directing a national grants program, including oversight of awards.
MTQ 2: Experience negotiating data sharing agreements with State governments.

Executive Core Qualifications (ECQs)
ECQ 2: Driving Efficiency - Manages resources and budgets well and cuts waste.
ECQ 5: Achieving Results - Delivers results in line with goals.
"""


@pytest.fixture
def grants(session):
    return stories.add(
        session,
        title="Cleared the grants backlog",
        challenge="9,400 grants waited in a national program.",
        context="Three regions, a frozen budget.",
        action="I directed the grants program, split intake by risk, set up oversight of awards.",
        result="The backlog of grants fell to zero in seven months.",
    )


@pytest.fixture
def sharing(session):
    return stories.add(
        session,
        title="Shared data with the States",
        challenge="State governments could not see our data.",
        context="Eleven agreements had lapsed.",
        action="I negotiated data sharing agreements with nine State governments.",
        result="Matching errors fell by 40 percent.",
    )


@pytest.fixture
def vacancy(session):
    return vacancies.keep(session, vacancies.read(session, POSTING))


def test_a_vacancy_is_kept_only_when_asked(session):
    vacancies.read(session, POSTING)
    assert vacancies.listed(session) == ()


def test_a_posting_without_words_is_refused(session):
    with pytest.raises(InputError, match="empty"):
        vacancies.read(session, " \n ")


def test_requirements_are_quoted_from_the_source(vacancy):
    assert [r.label for r in vacancy.of_kind(RequirementKind.TQ)] == ["MTQ 1", "MTQ 2"]
    assert all(vacancy.source[r.start : r.end] == r.text for r in vacancy.requirements)


def test_each_technical_qualification_finds_its_story(session, vacancy, grants, sharing):
    report = vacancies.match(session, vacancy)
    assert report.stories_for("tq1")[0].story == grants.id
    assert report.stories_for("tq2")[0].story == sharing.id


def test_an_empty_bank_leaves_everything_uncovered(session, vacancy):
    report = vacancies.match(session, vacancy)
    assert report.uncovered == tuple(r.id for r in vacancy.matched)
    assert all(not match.stories for match in report.matches)


def test_a_pin_comes_first_and_a_ban_is_gone(session, vacancy, grants, sharing):
    pinned = vacancies.pin(session, vacancy, "tq2", grants.id)
    first = vacancies.match(session, pinned).stories_for("tq2")[0]
    assert (first.story, first.pinned) == (grants.id, True)
    banned = vacancies.ban(session, pinned, "tq2", grants.id)
    assert banned.pins == ()
    report = vacancies.match(session, banned)
    assert grants.id not in [match.story for match in report.stories_for("tq2")]
    freed = vacancies.unban(session, banned, "tq2", grants.id)
    assert freed.bans == ()


def test_a_pin_replaces_what_the_accepted_slate_chose(session, vacancy, grants, sharing):
    accepted = vacancies.propose(session, vacancy)
    pinned = vacancies.pin(session, accepted, "tq1", sharing.id)
    assert "tq1" not in [choice.requirement for choice in pinned.chosen]
    row = next(r for r in sheets.plan(session, pinned).rows if r.requirement == "tq1")
    assert row.title == sharing.title


def test_a_slate_from_before_a_pin_or_a_ban_is_not_accepted(session, vacancy, grants, sharing):
    before = vacancies.match(session, vacancy)
    assert before.proposed("tq1").story == grants.id
    pinned = vacancies.pin(session, vacancy, "tq1", sharing.id)
    accepted = vacancies.propose(session, pinned, before)
    assert Choice("tq1", sharing.id) in accepted.chosen
    assert Choice("tq1", grants.id) not in accepted.chosen
    banned = vacancies.ban(session, accepted, "tq1", grants.id)
    assert Choice("tq1", grants.id) not in vacancies.propose(session, banned, before).chosen


def test_the_accepted_slate_is_kept_and_undone(session, vacancy, grants, sharing):
    accepted = vacancies.propose(session, vacancy)
    assert Choice("tq1", grants.id) in accepted.chosen
    assert accepted.chosen_rules == vacancies.match(session, vacancy).rules
    assert session.bank.vacancies[vacancy.id].chosen_rules == accepted.chosen_rules
    session.undo()
    assert session.bank.vacancies[vacancy.id].chosen == ()


def test_a_dropped_requirement_takes_its_choices_along(session, vacancy, grants):
    pinned = vacancies.pin(session, vacancy, "tq1", grants.id)
    dropped = vacancies.drop_requirement(session, pinned, "tq1")
    assert "tq1" not in [r.id for r in dropped.requirements]
    assert dropped.pins == ()


def test_a_retyped_requirement_is_sure(session, vacancy):
    retyped = vacancies.retype_requirement(session, vacancy, "tq1", RequirementKind.DESIRABLE)
    changed = retyped.requirement("tq1")
    assert (changed.kind, changed.sure) == (RequirementKind.DESIRABLE, True)


def test_a_choice_for_something_unknown_is_refused(session, vacancy, grants):
    with pytest.raises(NotFoundError, match="no requirement"):
        vacancies.pin(session, vacancy, "tq9", grants.id)
    with pytest.raises(NotFoundError, match="no story"):
        vacancies.ban(session, vacancy, "tq1", "s-none")


def test_the_person_may_choose_another_framework(session, vacancy):
    changed = vacancies.set_framework(session, vacancy, "opm-2006")
    assert changed.framework == "opm-2006"
    assert vacancies.framework_of(session, changed) == "opm-2006"


def test_a_removed_vacancy_comes_back_by_undo(session, vacancy):
    vacancies.remove(session, vacancy.id)
    assert vacancies.listed(session) == ()
    session.undo()
    assert vacancies.listed(session) == (vacancy,)


def test_what_another_program_decided_meanwhile_is_never_overwritten(session, grants, sharing):
    kept = vacancies.keep(session, vacancies.read(session, POSTING))
    first, second = (requirement.id for requirement in kept.requirements[:2])
    with Session.open(session.path, settings=session.settings) as other:
        vacancies.pin(other, vacancies.get(other, kept.id), first, grants.id)
    session.refresh()
    with pytest.raises(ChangedMeanwhileError, match="changed meanwhile"):
        vacancies.pin(session, kept, second, sharing.id)
    with pytest.raises(ChangedMeanwhileError):
        vacancies.keep(session, kept.edit(opening="Mine"))
    assert vacancies.get(session, kept.id).pins == (Choice(first, grants.id),)


def test_a_story_cannot_end_before_it_began(session):
    with pytest.raises(InputError, match="before it started"):
        stories.add(session, title="A", started="2019-03", ended="2012")
    assert stories.add(session, title="A", started="2012-03", ended="2012").ended == "2012"


@pytest.fixture
def alike(session):
    """Keep a vacancy whose two technical qualifications one story answers."""
    second = "MTQ 2: Experience directing oversight of awards in a grants program."
    text = re.sub("MTQ 2: .*", second, POSTING)
    return vacancies.keep(session, vacancies.read(session, text))


def test_a_story_allowed_twice_serves_two_requirements_until_undo(session, alike, grants):
    once = vacancies.match(session, alike).uncovered
    serving.allow(session, alike, serving.TWICE)
    allowed = vacancies.get(session, alike.id)
    report = vacancies.match(session, allowed)
    assert report.uses == 2
    assert set(report.uncovered) < set(once)
    session.undo()
    assert vacancies.match(session, vacancies.get(session, alike.id)).uncovered == once


def test_a_proposal_from_before_a_story_was_allowed_twice_is_not_accepted(session, alike, grants):
    before = vacancies.match(session, alike)
    allowed = serving.allow(session, alike, serving.TWICE)
    accepted = vacancies.propose(session, allowed, before)
    assert len(accepted.chosen) > len(before.slate)


def test_a_record_that_allows_a_story_a_billion_times_is_matched_all_the_same(
    session, alike, grants
):
    allowed = serving.allow(session, alike, 10**9)
    assert vacancies.match(session, allowed).slate
