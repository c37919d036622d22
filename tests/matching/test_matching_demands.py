"""A requirement's demands one by one: said, true of the person but not said here, or missing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.demands import Standing, StoryCover
from sesbank.domain.evidence import Verdict
from sesbank.domain.figures import Figure, FigureKind, FigureState
from sesbank.domain.story import Story
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy
from sesbank.frameworks.loading import load_frameworks
from sesbank.matching import Matcher
from sesbank.matching.requirement_split import MOST, split_demands

GRANTS = Story(
    "s1",
    "Cleared the grants backlog",
    action="I directed a national grants program and split its intake by risk.",
    result="The backlog of grants fell to zero.",
)
AUDIT = Story(
    "s2",
    "Closed the audit finding",
    action="I rebuilt the financial controls and closed the audit finding.",
)
TEXT = (
    "Demonstrated experience directing a national grants program, including financial controls "
    "and audit follow-up; and operating research vessels in polar waters."
)
TQ = Requirement("tq1", RequirementKind.TQ, "MTQ 1", TEXT, 0, len(TEXT))
VACANCY = Vacancy("v", TEXT, requirements=(TQ,))


def covered(story: Story, *others: Story) -> StoryCover:
    matcher = Matcher(load_frameworks(), meaning=False)
    return matcher.cover(TQ, VACANCY, (story, *others))(story)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            TEXT,
            [
                "Demonstrated experience directing a national grants program",
                "financial controls and audit follow-up",
                "operating research vessels in polar waters",
            ],
        ),
        (
            "Skill in managing people, money and space.",
            ["Skill in managing people, money and space"],
        ),
        (
            "Experience leading a laboratory. This includes the care of dangerous goods.",
            [
                "Experience leading a laboratory",
                "This includes the care of dangerous goods",
            ],
        ),
        (
            "Leads a program, including:\n• consultation with tribes;\n• a stop to theft.",
            ["Leads a program, including", "consultation with tribes", "a stop to theft"],
        ),
    ],
)
def test_a_requirement_is_split_where_each_part_can_be_met_alone(
    text: str, parts: list[str]
) -> None:
    assert [part.text for part in split_demands(text)] == parts


@given(st.text(max_size=400))
def test_demands_are_verbatim_in_order_and_few(text: str) -> None:
    parts = split_demands(text)
    assert len(parts) <= MOST
    for part in parts:
        assert text[part.start : part.end] == part.text
    assert all(a.end <= b.start for a, b in pairwise(parts))


def test_a_story_meets_what_it_says_and_another_story_has_the_rest() -> None:
    cover = covered(GRANTS, AUDIT)
    assert [d.standing for d in cover.demands] == [
        Standing.SAID,
        Standing.ELSEWHERE,
        Standing.MISSING,
    ]
    assert cover.summary == "1 of 3 demands met"
    assert (cover.demands[1].other, cover.demands[1].where) == ("s2", "Closed the audit finding")


def test_the_words_that_meet_a_demand_stand_in_both_texts() -> None:
    said = covered(GRANTS).demands[0]
    assert said.reasons
    for reason in said.reasons:
        assert TEXT[reason.asked_start : reason.asked_end] == reason.asked
        assert said.part.start <= reason.asked_start < reason.asked_end <= said.part.end
        part = GRANTS.title if reason.part == "title" else GRANTS.part(reason.part)
        assert part[reason.start : reason.end] == reason.said


def test_a_figure_of_the_story_that_is_not_told_is_named() -> None:
    figure = Figure(FigureKind.SCOPE, "3", "research vessels")
    cover = covered(GRANTS.edit(figures=(figure,)))
    assert cover.demands[2].standing is Standing.ELSEWHERE
    assert (cover.demands[2].other, cover.demands[2].where) == ("s1", "3 research vessels")


def test_a_figure_that_is_not_to_be_said_is_never_named() -> None:
    figure = Figure(FigureKind.SCOPE, "3", "research vessels", FigureState.WITHHELD)
    assert covered(GRANTS.edit(figures=(figure,))).demands[2].standing is Standing.MISSING


def test_a_story_about_something_else_meets_nothing() -> None:
    cover = covered(Story("s3", "Planted trees", action="We planted trees along the avenue."))
    assert cover.said == 0
    assert {d.standing for d in cover.demands} == {Standing.MISSING}


@pytest.mark.parametrize(
    "text",
    [
        "Experience directing a national grants program; and closing audit findings.",
        "Experience closing audit findings and building financial controls.",
        "Skill in labor relations, including settling grievances.",
    ],
)
def test_a_good_match_meets_a_demand_and_a_weak_one_none(text: str) -> None:
    union = Story("s3", "Union", action="I met the union each week and settled a grievance.")
    bank = (GRANTS, AUDIT, union, Story("s4", "Fair", action="I ran a national book fair."))
    wanted = Requirement("tq1", RequirementKind.TQ, "MTQ 1", text, 0, len(text))
    vacancy = Vacancy("v", text, requirements=(wanted,))
    matcher = Matcher(load_frameworks(), meaning=False)
    cover = matcher.cover(wanted, vacancy, bank)
    found = matcher.match(vacancy, bank).stories_for("tq1")
    assert any(match.verdict in (Verdict.GOOD, Verdict.STRONG) for match in found)
    for match in found:
        said = cover(next(s for s in bank if s.id == match.story)).said
        if match.verdict in (Verdict.GOOD, Verdict.STRONG):
            assert said
        if match.verdict is Verdict.WEAK:
            assert not said


VENDORS = Story(
    "s3",
    "Cut the cost of four contracts",
    action="I renegotiated with all four vendors. I reassigned 61 clerks to the front desks.",
    result="Costs of the portfolio fell by $4 million.",
)
PORTFOLIO = Story("s4", "Ran the grants portfolio", action="I oversaw a portfolio of grants.")


def standing(text: str, story: Story, *others: Story) -> Standing:
    asked = Requirement("tq1", RequirementKind.TQ, "MTQ 1", text, 0, len(text))
    matcher = Matcher(load_frameworks(), meaning=False)
    vacancy = Vacancy("v", text, requirements=(asked,))
    return matcher.cover(asked, vacancy, (story, *others))(story).demands[0].standing


def test_what_was_done_again_was_done() -> None:
    assert standing("Skill in negotiation with vendors.", VENDORS) is Standing.SAID


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ("", Standing.MISSING),
        (" It was worth $90 million.", Standing.MISSING),
        (" It was worth $620M.", Standing.SAID),
    ],
)
def test_a_sum_that_is_asked_must_be_told(told: str, stands: Standing) -> None:
    story = PORTFOLIO.edit(action=PORTFOLIO.action + told)
    text = "Experience overseeing a $500M portfolio."
    assert standing(text, story) is stands
    elsewhere = standing(text, GRANTS, story)
    assert elsewhere is (Standing.ELSEWHERE if stands is Standing.SAID else Standing.MISSING)


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Experience managing a large workforce.", Standing.SAID),
        ("Experience managing a workforce of more than 50 employees.", Standing.SAID),
        ("Experience managing a workforce of more than 500 employees.", Standing.MISSING),
        ("Experience managing a workforce of divers.", Standing.MISSING),
    ],
)
def test_a_workforce_is_met_by_the_people_a_story_counts(text: str, stands: Standing) -> None:
    assert standing(text, VENDORS) is stands
