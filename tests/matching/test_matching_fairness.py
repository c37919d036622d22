"""Fairness: nothing but evidence raises a score, and the same texts always score the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matching_bank import BANK, COACH, GRANTS, MERGER, STATES, plain_matcher, tq, vacancy

from sesbank.domain.story import Story

DEMAND = "Experience directing a national grants program and closing audit findings."
QUESTION = "Tell us about a time you developed an employee who was struggling."
FILLER = (
    "Demonstrated ability to provide executive level leadership.",
    "Proven experience in a wide variety of situations.",
    "I was responsible for ensuring that the objectives of the organization were met.",
    "We worked closely with management to develop and implement improved processes.",
)
PROGRAM = """
import json, sys
sys.path.insert(0, sys.argv[1])
from matching_bank import BANK, plain_matcher, tq, vacancy
report = plain_matcher().match(vacancy(tq(sys.argv[2])), BANK)
asked = plain_matcher().ask(sys.argv[3], BANK, "opm-2025")
print(json.dumps([str(report), str(asked)]))
"""


def of_requirement(story: Story) -> float:
    others = tuple(other for other in BANK if other.id != story.id)
    found = plain_matcher().match(vacancy(tq(DEMAND)), (story, *others)).stories_for("tq1")
    return {m.story: m.score for m in found}.get(story.id, 0.0)


def of_question(story: Story) -> float:
    others = tuple(other for other in BANK if other.id != story.id)
    found = plain_matcher().ask(QUESTION, (story, *others), "opm-2025").stories
    return {m.story: m.score for m in found}.get(story.id, 0.0)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(FILLER), min_size=1, max_size=12))
def test_filler_hardly_raises_a_score(sentences: list[str]) -> None:
    padding = " " + " ".join(sentences)
    assert of_requirement(GRANTS.edit(lesson=padding)) <= of_requirement(GRANTS) + 0.02
    assert of_question(COACH.edit(lesson=padding)) <= of_question(COACH) + 0.02


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from([MERGER.action, STATES.action]), max_size=8))
def test_telling_other_things_at_length_never_raises_a_score(tales: list[str]) -> None:
    longer = GRANTS.edit(lesson=" ".join(tales))
    assert of_requirement(longer) <= of_requirement(GRANTS) + 0.02


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 40))
def test_a_list_of_the_words_asked_is_worth_no_more_than_saying_them_once(times: int) -> None:
    once = Story(id="list", title="", action="Grants program. Audit findings.")
    often = once.edit(action=" ".join(["Grants program. Audit findings."] * times))
    assert of_requirement(often) == of_requirement(once)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_answer_does_not_hang_on_the_order_of_sets(seed: str) -> None:
    here = str(Path(__file__).parent)
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM, here, DEMAND, QUESTION],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    report = plain_matcher().match(vacancy(tq(DEMAND)), BANK)
    asked = plain_matcher().ask(QUESTION, BANK, "opm-2025")
    assert json.loads(told) == [str(report), str(asked)]
