"""What is wished for on a sheet: stories chosen, gaps named, the occasion printed."""

from __future__ import annotations

import pytest

from sesbank.domain.evidence import (
    MatchReport,
    Reason,
    ReasonKind,
    RequirementMatch,
    SlateEntry,
    StoryMatch,
    Verdict,
)
from sesbank.domain.figures import Figure, FigureKind, FigureState
from sesbank.domain.interview import Interview, InterviewKind
from sesbank.domain.story import Story
from sesbank.domain.vacancy import AgencyNote, Choice, Requirement, RequirementKind, Vacancy
from sesbank.sheet import compose
from sesbank.sheet.values import UNCONFIRMED, marked

SOURCE = (
    "MTQ 1 Demonstrated experience directing large, complex grants programs, including audits. "
    "ECQ 1 - Leading People: This core qualification involves the ability to lead people. "
    "Duties: Signs things."
)


def requirement(rid: str, kind: RequirementKind, label: str, text: str) -> Requirement:
    start = SOURCE.index(text)
    return Requirement(rid, kind, label, text, start, start + len(text))


VACANCY = Vacancy(
    id="v1",
    source=SOURCE,
    title="Director, Field Operations",
    agency="Rural Grants Service",
    announcement="RGS-26-7",
    requirements=(
        requirement("tq1", RequirementKind.TQ, "MTQ 1", SOURCE[6:90].strip()),
        requirement("ecq1", RequirementKind.ECQ, "ECQ 1", SOURCE[90:174].strip()),
        requirement("duty1", RequirementKind.DUTY, "", "Signs things."),
    ),
)
STORIES = {
    key: Story(id=key, title=title, action=f"I rebuilt {title.lower()} in 9 weeks.")
    for key, title in (("s1", "The backlog"), ("s2", "The merger"), ("s3", "The audit"))
}
REASON = Reason(ReasonKind.WORDS, "grants", "grants", "action", 0, 6, 0.5)


def match(story: str, verdict: Verdict = Verdict.GOOD) -> StoryMatch:
    return StoryMatch(story, STORIES[story].title, 0.5, verdict, (REASON,))


def report(*slate: tuple[str, str]) -> MatchReport:
    ranked = (match("s1"), match("s2"), match("s3", Verdict.WEAK))
    return MatchReport(
        matches=tuple(RequirementMatch(rid, ranked) for rid in ("tq1", "ecq1")),
        slate=tuple(SlateEntry(rid, story, 0.5) for rid, story in slate),
        uncovered=(),
        rules="1",
    )


PROPOSED = report(("tq1", "s1"), ("ecq1", "s2"))


def rows(vacancy: Vacancy = VACANCY, found: MatchReport = PROPOSED, **more):
    return compose(vacancy, found, STORIES, keywords={}, **more).rows


def test_rows_follow_the_posting_and_leave_duties_out() -> None:
    assert [(row.label, row.name, row.title) for row in rows()] == [
        ("MTQ 1", "Directing complex grants programs", "The backlog"),
        ("ECQ 1", "Leading People", "The merger"),
    ]


def test_a_pin_wins_over_the_accepted_slate_and_that_over_the_proposal() -> None:
    chosen = VACANCY.edit(chosen=(Choice("tq1", "s3"),))
    assert rows(chosen)[0].title == "The audit"
    pinned = chosen.edit(pins=(Choice("tq1", "s2"),))
    assert rows(pinned)[0].title == "The merger"


def test_a_chosen_story_that_is_gone_gives_way_to_the_next_choice() -> None:
    gone = VACANCY.edit(chosen=(Choice("tq1", "deleted"),))
    assert rows(gone)[0].title == "The backlog"


def test_a_gap_names_the_best_almost_beside_the_requirement() -> None:
    row = rows(found=report(("ecq1", "s2")))[0]
    assert row.title == ""
    assert row.cues == ()
    assert row.name == "Directing complex grants programs"
    assert row.gap == "No story yet. Nearest: “The backlog”."


def test_the_backup_is_the_best_other_story_and_preferably_one_not_told_elsewhere() -> None:
    assert rows()[0].backup == "The merger"
    more = (*PROPOSED.matches[0].stories[:2], match("s3"))
    fuller = MatchReport(
        (RequirementMatch("tq1", more), PROPOSED.matches[1]), PROPOSED.slate, (), "1"
    )
    assert rows(found=fuller)[0].backup == "The audit"
    banned = VACANCY.edit(bans=(Choice("tq1", "s2"),))
    assert rows(banned)[0].backup == ""


def test_key_words_come_once_and_at_most_five() -> None:
    words = ("FITARA", "fitara", "audit", "", "a", "b", "c", "d")
    content = compose(VACANCY, PROPOSED, STORIES, keywords={"tq1": words})
    assert content.rows[0].keywords == ("FITARA", "audit", "a", "b", "c")
    assert content.rows[1].keywords == ()


def test_a_figure_not_to_be_said_does_not_stand_in_a_title() -> None:
    secret = Figure(FigureKind.MONEY, "$48M", state=FigureState.WITHHELD)
    stories = {**STORIES, "s1": STORIES["s1"].edit(title="Saved $48 million", figures=(secret,))}
    content = compose(VACANCY, PROPOSED, stories, keywords={})
    assert content.rows[0].title == "Saved …"


@pytest.mark.parametrize(
    ("value", "title", "printed"),
    [
        ("5", "Closed 5 of 25 offices", "Closed … of 25 offices"),
        ("$48M", "Saved $48M (said as $48 million)", "Saved … (said as …)"),
    ],
)
def test_it_is_taken_out_wherever_it_stands_whole(value: str, title: str, printed: str) -> None:
    secret = Figure(FigureKind.MONEY, value, state=FigureState.WITHHELD)
    stories = {**STORIES, "s1": STORIES["s1"].edit(title=title, figures=(secret,))}
    assert compose(VACANCY, PROPOSED, stories, keywords={}).rows[0].title == printed


def test_the_number_in_doubt_is_marked_and_no_other() -> None:
    pieces = marked("Ran 25 offices and closed 5", ("5",))
    assert [piece.text for piece in pieces if piece.mark == UNCONFIRMED] == ["5"]
    assert pieces[-2].text == "5"  # the one at the end, behind it its mark


PANEL = Interview(
    id="i1",
    when="2026-11-20T10:00",
    zone="ET",
    minutes=60,
    place="Room 302",
    panel=("Dana Whitfield (chair)", "Marcus Oyelaran"),
)


def test_an_agency_panel_is_named_asked_and_thanked() -> None:
    content = compose(VACANCY, PROPOSED, STORIES, keywords={}, interview=PANEL)
    assert content.when == "Fri 20 Nov 2026, 10:00–11:00 a.m. ET"
    assert content.place == "Room 302"
    assert content.panel == PANEL.panel
    assert 3 <= len(content.questions) <= 5
    assert content.thanks


def test_a_qualifications_review_board_is_neither_named_nor_thanked() -> None:
    board = Interview(id="i2", kind=InterviewKind.QRB, panel=PANEL.panel, when="2026-12-01")
    content = compose(VACANCY, PROPOSED, STORIES, keywords={}, interview=board)
    assert content.panel == ()
    assert content.thanks == ""
    assert content.questions == ()
    assert content.when == "Tue 1 Dec 2026"
    assert content.reminders


@pytest.mark.parametrize(
    ("when", "minutes", "printed"),
    [
        ("2026-11-20T11:30", 60, "Fri 20 Nov 2026, 11:30 a.m.–12:30 p.m. ET"),
        ("2026-11-20T00:05", None, "Fri 20 Nov 2026, 12:05 a.m. ET"),
        ("next Tuesday", 45, "next Tuesday ET"),
        ("", None, "ET"),
        ("9999-12-31T23:59", 999, "Fri 31 Dec 9999, 11:59 p.m. ET"),
    ],
)
def test_dates_are_printed_as_said_or_left_as_given(
    when: str, minutes: int | None, printed: str
) -> None:
    interview = Interview(id="i", when=when, minutes=minutes, zone="ET")
    content = compose(VACANCY, PROPOSED, STORIES, keywords={}, interview=interview)
    assert content.when == printed


def test_own_questions_opening_and_facts_are_taken_over() -> None:
    own = VACANCY.edit(
        questions=("What is first?",),
        opening="I turn programs round.",
        notes=(AgencyNote("11 of 14 open", "GAO-26-104", "2026-06-02"), AgencyNote(" ")),
    )
    content = compose(own, PROPOSED, STORIES, keywords={})
    assert content.questions == ("What is first?",)
    assert content.opening == "I turn programs round."
    assert content.facts == (AgencyNote("11 of 14 open", "GAO-26-104", "2026-06-02"),)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Demonstrated experience in directing audits of banks.", "Directing audits of banks"),
        ("Ability to negotiate with unions, including bargaining.", "Negotiate with unions"),
        ("Knowledge of and experience with federal procurement law.", "Federal procurement law"),
        ("Describe your experience managing a budget of $10M or more.",
         "Managing a budget of $10M or more"),
        ("1. Proven ability to lead a large, complex and geographically dispersed workforce.",
         "Lead a geographically dispersed workforce"),
        ("Please provide a statement describing your skill in coaching.", "Coaching"),
        ("Demonstrated executive-level experience leading the governance of enterprise data across "
         "components.", "Leading the governance of enterprise data"),
        ("Experience", "Experience"),
    ],
)  # fmt: skip
def test_a_technical_qualification_is_named_by_its_content(text: str, name: str) -> None:
    wanted = Requirement("tq1", RequirementKind.TQ, "TQ 1", text, 0, len(text))
    vacancy = VACANCY.edit(source=text, requirements=(wanted,))
    assert rows(vacancy)[0].name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Leading Change", "Leading Change"),
        ("ECQ 5: BUILDING COALITIONS - This core qualification", "BUILDING COALITIONS"),
        (
            "Executive Core Qualification 1: Commitment to the Rule of Law and the Principles "
            "of the American Founding. Requires a demonstrated knowledge",
            "Commitment to the Rule of Law and the Principles of the American Founding",
        ),
    ],
)
def test_an_ecq_keeps_its_whole_name_without_what_surrounds_it(text: str, name: str) -> None:
    wanted = Requirement("ecq1", RequirementKind.ECQ, "", text, 0, len(text))
    vacancy = VACANCY.edit(source=text, requirements=(wanted,))
    assert (rows(vacancy)[0].label, rows(vacancy)[0].name) == ("ECQ", name)
