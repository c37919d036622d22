"""Wording: what the shipped questions teach is shipped, and is what they teach when counted."""

from __future__ import annotations

import math
import runpy
from dataclasses import replace
from pathlib import Path

import pytest
import snowballstemmer
from hypothesis import given
from hypothesis import strategies as st
from matching_bank import frameworks

from sesbank.domain.framework import KnownQuestion, Probe
from sesbank.matching import Matcher
from sesbank.matching.stems import in_american, stem

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"

ASKED = (
    "How have you held a team accountable for what it promised?",
    "Which of your decisions would you hand over to a deputy tomorrow?",
)


BUILDERS = (
    "build_stems.py",
    "build_wording.py",
    "build_situations.py",
    "build_situation_phrases.py",
    "build_cue_things.py",
)


@pytest.mark.parametrize("name", BUILDERS)
def test_the_shipped_counts_and_stems_are_what_a_rebuild_writes(name: str) -> None:
    build = runpy.run_path(str(BENCHMARKS / name))
    same = build["FILE"].read_text(encoding="utf-8") == build["built"]()
    assert same, f"words of the shipped lists changed: run python benchmarks/{name}"


def test_shipped_counts_and_counting_say_the_same_of_a_question() -> None:
    loaded = frameworks()
    counted = replace(loaded, questions=tuple(loaded.questions))
    shipping = Matcher(loaded, meaning=False)
    counting = Matcher(counted, meaning=False)
    for question in ASKED:
        for framework in loaded.ids:
            one = shipping.ask(question, (), framework)
            other = counting.ask(question, (), framework)
            assert [g.code for g in one.ecqs] == [g.code for g in other.ecqs]
            for guess, same in zip(one.ecqs, other.ecqs, strict=True):
                assert math.isclose(guess.score, same.score, abs_tol=0.0002)
            assert one.competencies[0].code == other.competencies[0].code


def test_questions_of_ones_own_are_learnt_from() -> None:
    loaded = frameworks()
    own = KnownQuestion("Whom did you flummox?", (Probe("opm-2025", "RL"),))
    taught = replace(loaded, questions=(own, *loaded.questions))
    asked = "Whom did you flummox in March?"
    before = Matcher(loaded, meaning=False).ask(asked, (), "opm-2025").ecqs
    after = Matcher(taught, meaning=False).ask(asked, (), "opm-2025").ecqs
    assert after[0].code == "RL"
    assert after[0].score > max((g.score for g in before if g.code == "RL"), default=0.0)


ENDINGS = ("", "r", "er", "or", "n", "on", "ion", "m", "ism", "g", "ing", "c", "ic", "k", "th", "7")


@given(st.text("abcdeghilmnorstuvyz", max_size=9), st.sampled_from(ENDINGS))
def test_a_word_is_left_alone_only_where_the_stemmer_leaves_it_alone(
    beginning: str, ending: str
) -> None:
    word = in_american(beginning + ending)
    listed_by_hand = stem(word).endswith(".")
    assert listed_by_hand or stem(word) == snowballstemmer.stemmer("english").stemWord(word)
