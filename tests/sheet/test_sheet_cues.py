"""Cues: at most twelve of the person's own words, figures and verbs first."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sesbank.domain.figures import Figure, FigureKind, FigureState
from sesbank.domain.story import Story
from sesbank.domain.text import word_count
from sesbank.domain.vacancy import Cue, Vacancy
from sesbank.sheet.clauses import MOST_WORDS
from sesbank.sheet.cues import cues_for, pick

BACKLOG = Story(
    id="s1",
    title="Cleared the grants backlog in one season",
    challenge=(
        "Farm grants stood still. 9,400 applications waited, the oldest for 14 months, and "
        "Congress had asked twice."
    ),
    context="I led 212 staff in 3 regions with a frozen budget of $48M. The union was wary.",
    action=(
        "We met every Monday. I split the intake by risk and I moved 31 people from the quiet "
        "desks to the loud ones, and then I reported to the Hill every Friday without being asked."
    ),
    result=(
        "The backlog fell to zero in 7 months, which nobody had expected. Decisions took 19 days "
        "instead of 41."
    ),
)
VACANCY = Vacancy(id="v1", source="")
PIECES = [*"abc .,;:()-–\n12$%'’“”é語\u0645", " I ", " we ", " and ", " the ", ". The ", "41 "]
PROSE = st.lists(st.sampled_from(PIECES), max_size=200).map("".join)


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def test_cues_tell_the_figures_and_deeds_of_a_story() -> None:
    cues = {cue.part: cue.text for cue in cues_for(VACANCY, "tq1", BACKLOG)}
    assert cues == {
        "challenge": "9,400 applications waited, the oldest for 14 months",
        "context": "Led 212 staff in 3 regions with a frozen budget of $48M",
        "action": "Moved 31 people from the quiet desks to the loud ones",
        "result": "The backlog fell to zero in 7 months",
    }


@settings(max_examples=150, deadline=None)
@given(text=PROSE)
def test_a_cue_has_at_most_twelve_words_and_they_follow_each_other_in_the_story(text: str) -> None:
    cue = pick(Story(id="s", title="t", action=text), "action")
    assert len(cue.split()) <= MOST_WORDS
    assert word_count(cue) <= MOST_WORDS
    assert plain(cue) in plain(text) or plain(cue).replace(" ", "") in plain(text).replace(" ", "")


@pytest.mark.parametrize("part", ["challenge", "context", "action", "result"])
def test_a_cue_starts_without_i_and_does_not_stop_on_a_joining_word(part: str) -> None:
    cue = pick(BACKLOG, part)
    assert not cue.startswith(("I ", "And ", "We "))
    assert cue.split()[-1] not in {"the", "a", "of", "in", "and", "to", "for", "with"}


def test_a_long_clause_is_cut_where_a_reader_can_stop() -> None:
    text = (
        "I persuaded the reluctant regional directors of all the western field offices to hand "
        "over their own case systems and accept one national queue for every claim"
    )
    cue = pick(Story(id="s", title="t", action=text), "action")
    assert cue == "Persuaded the reluctant regional directors of all the western field offices"


def test_an_empty_part_gives_no_cue() -> None:
    story = Story(id="s", title="t", action="I led the merger of two offices.")
    assert [cue.part for cue in cues_for(VACANCY, "tq1", story)] == ["action"]


def test_the_persons_own_wording_for_this_vacancy_wins() -> None:
    own = VACANCY.edit(
        cues=(
            Cue("tq1", "s1", "result", "Backlog gone in 7 months"),
            Cue("tq1", "s1", "context", ""),
            Cue("tq2", "s1", "action", "For another requirement"),
            Cue("tq1", "s2", "challenge", "For another story"),
        )
    )
    cues = {cue.part: cue.text for cue in cues_for(own, "tq1", BACKLOG)}
    assert cues["result"] == "Backlog gone in 7 months"
    assert "context" not in cues
    assert cues["action"].startswith("Moved 31 people")
    assert cues["challenge"].startswith("9,400")


@pytest.mark.parametrize("state", [FigureState.ESTIMATE, FigureState.UNCONFIRMED])
def test_a_figure_nobody_can_confirm_is_marked(state: FigureState) -> None:
    story = BACKLOG.edit(figures=(Figure(FigureKind.MONEY, "$48 million", state=state),))
    cues = {cue.part: cue for cue in cues_for(VACANCY, "tq1", story)}
    assert cues["context"].unconfirmed == ("$48M",)
    assert cues["result"].unconfirmed == ()


@pytest.mark.parametrize("value", ["212", "212 staff", "$48 million", "48M"])
def test_a_figure_not_to_be_said_never_gets_into_a_cue(value: str) -> None:
    secret = Figure(FigureKind.SCOPE, value, state=FigureState.WITHHELD)
    digits = re.sub(r"\D", "", value)
    own = VACANCY.edit(cues=(Cue("tq1", "s1", "context", f"Led {digits} in 3 regions, $48M"),))
    for vacancy in (VACANCY, own):
        story = BACKLOG.edit(figures=(secret,))
        for cue in cues_for(vacancy, "tq1", story):
            assert digits not in cue.text
