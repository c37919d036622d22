"""Sense: what is asked is met by what it means, not by words that any tale of work has."""

from __future__ import annotations

import pytest
from matching_bank import BANK, plain_matcher, tq, vacancy

from sesbank.domain.evidence import Reason, ReasonKind, StoryMatch
from sesbank.domain.story import Outcome, Story

FIRE = Story("fire", "Held the fire line", action="We cut a line and the fire stopped at the road.")
MANAGER = Story(
    "manager",
    "Replaced an office manager",
    action="I began a formal action and the manager stepped down.",
)
OFFICES = tuple(
    Story(f"office{n}", f"Opened office {n}", action="We moved the office and led the staff.")
    for n in range(6)
)
LOST = Story("lost", "Built a tool that nobody opened", action="I had bought it before I asked.")


def asked(question: str, *stories: Story) -> tuple[StoryMatch, ...]:
    return plain_matcher().ask(question, stories, "opm-2025").stories


def pairs(match: StoryMatch) -> set[tuple[str, str]]:
    return {(reason.asked.casefold(), reason.said.casefold()) for reason in match.reasons}


def test_usual_words_alone_list_no_story_beside_one_that_tells_something() -> None:
    found = asked("Tell us how your office handled a payroll outage.", *OFFICES, *BANK)
    assert [match.story for match in found] == ["audit"]


def test_where_no_story_tells_more_than_usual_words_only_the_nearest_are_listed() -> None:
    found = asked("How does your office plan?", *OFFICES)
    assert 0 < len(found) <= 3


def test_a_question_that_shares_only_how_it_is_put_finds_nothing() -> None:
    assert asked("Give an example of a glassblowing class you led.", *OFFICES) == ()


@pytest.mark.parametrize(
    "question",
    ["Have you ever had to fire someone?", "When did you have to remove a manager?"],
)
def test_an_idiom_is_met_by_what_it_means_and_not_by_its_words(question: str) -> None:
    found = asked(question, FIRE, MANAGER)
    assert [match.story for match in found] == ["manager"]
    assert ReasonKind.SYNONYM in {reason.kind for reason in found[0].reasons}


def test_a_story_about_fire_still_answers_a_question_about_fire() -> None:
    best, *_ = asked("How did you stop a fire?", FIRE, MANAGER)
    assert best.story == "fire"


def test_a_word_inside_the_name_of_a_thing_asks_for_that_thing_only() -> None:
    bought = Story(
        "bought",
        "Bought trucks within the budget",
        action="I cut spending, kept the budget, and negotiated the purchase and the contract.",
    )
    wanted = vacancy(tq("Experience directing a financial assistance program and its closeout."))
    found = plain_matcher().match(wanted, (bought, *BANK)).stories_for("tq1")
    assert not [m for m in found if m.story == "bought" and _asked_for(m, "financial")]
    assert found[0].story == "grants"


def _asked_for(match: StoryMatch, word: str) -> list[Reason]:
    return [reason for reason in match.reasons if word in reason.asked]


@pytest.mark.parametrize("plan", ["three-year plan", "seven-year plan", "10-year plan"])
def test_a_plan_for_any_number_of_years_is_a_strategy(plan: str) -> None:
    planner = Story("planner", "", action=f"We wrote a {plan} for our sites.")
    (match,) = asked("Describe your experience with strategic planning.", planner)
    assert ("strategic planning", plan) in pairs(match)


def test_the_words_of_a_name_count_nothing_beside_the_name() -> None:
    joint = Story("joint", "", action="We mapped floods with nine counties.")
    chatter = joint.edit(id="chatter", action=f"{joint.action} A local paper wrote about us.")
    wanted = vacancy(tq("Experience working with State and local authorities."))
    found = plain_matcher().match(wanted, (joint, chatter)).stories_for("tq1")
    scores = {match.story: match.score for match in found}
    assert 0 < scores["chatter"] <= scores["joint"]


def test_what_tells_most_is_quoted_as_the_words_that_ask() -> None:
    cuts = Story(
        "cuts",
        "Kept the budget under a continuing resolution",
        action="I told the chief financial officer what to stop and cut the budget.",
    )
    (match,) = asked("How did you cut your budget by five percent?", cuts)
    assert "five percent" not in {words for words, _ in pairs(match)}
    assert ("budget", "continuing resolution") in pairs(match)


@pytest.mark.parametrize(
    ("outcome", "said"),
    [(Outcome.SETBACK, "a setback"), (Outcome.MIXED, "a mixed result")],
)
def test_asked_for_a_failure_the_story_you_marked_as_one_is_found(
    outcome: Outcome, said: str
) -> None:
    marked = LOST.edit(outcome=outcome)
    (match,) = asked("Describe your biggest failure.", marked, *OFFICES)
    (reason,) = match.reasons
    assert (match.story, reason.kind) == ("lost", ReasonKind.MAPPING)
    assert (reason.asked, reason.said) == ("failure", f"marked by you as {said}")
    assert reason.points == match.score
    assert asked("Describe your biggest failure.", LOST) == ()


def test_how_a_story_ended_counts_only_where_a_failure_is_asked_for() -> None:
    marked = LOST.edit(outcome=Outcome.SETBACK)
    assert asked("Describe a merger.", marked) == ()
    wanted = vacancy(tq("Experience with failure analysis of turbine blades."))
    assert plain_matcher().match(wanted, (marked,)).stories_for("tq1") == ()


def test_a_story_that_says_all_and_is_marked_scores_at_most_one() -> None:
    text = "My failure was mine. I failed, it was my mistake, and I recovered from the setback."
    full = Story("full", text, action=text, result=text, outcome=Outcome.SETBACK)
    (match,) = asked("Failure?", full)
    assert match.score <= 1.0
    assert abs(match.score - sum(reason.points for reason in match.reasons)) < 1e-6


def test_a_cue_of_empty_words_is_quoted_whole() -> None:
    best, *_ = plain_matcher().ask("Why do you want staff to know it?", (), "opm-2025").ecqs
    assert best.cues[0].casefold() == "why do you want"


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("Hosting a foreign delegation.", "delegation"),
        ("Describe a ceremony you were in charge of.", "charge"),
        ("Building a bridge over the river.", "bridge"),
        ("Being interviewed on television.", "interviewed"),
    ],
)
def test_a_word_in_another_sense_tells_no_ecq(asked: str, other: str) -> None:
    reading = plain_matcher().ask(asked, (), "opm-2025")
    assert all(other not in cue.casefold() for guess in reading.ecqs for cue in guess.cues)
