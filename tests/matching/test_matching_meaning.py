"""Meaning by word vectors: optional, quoted on both sides, never made of padding."""

from __future__ import annotations

import subprocess
import sys

import pytest
from matching_bank import AUDIT, BANK, frameworks, tq, vacancy

from sesbank.domain.evidence import ReasonKind, StoryMatch
from sesbank.matching import Matcher
from sesbank.matching.vectors import installed

with_vectors = pytest.mark.skipif(not installed(), reason="the optional vectors are not installed")

ASKED = "Experience replacing outdated computers that compute wages."


def first(matcher: Matcher, text: str) -> StoryMatch:
    return matcher.match(vacancy(tq(text)), BANK).stories_for("tq1")[0]


def test_without_the_vectors_matching_works_and_says_so() -> None:
    matcher = Matcher(frameworks(), meaning=False)
    assert not matcher.meaning_on
    match = first(matcher, "Experience running payroll on a mainframe.")
    assert match.story == "audit"
    assert all(reason.kind is not ReasonKind.MEANING for reason in match.reasons)


def test_meaning_is_on_exactly_where_the_vectors_are_installed() -> None:
    assert Matcher(frameworks()).meaning_on is installed()


def test_looking_for_the_vectors_never_runs_the_package() -> None:
    code = (
        "import sys; from sesbank.frameworks.loading import load_frameworks; "
        "from sesbank.matching import Matcher; Matcher(load_frameworks()).meaning_on; "
        "sys.exit('wordllama' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@with_vectors
def test_a_story_is_found_by_what_it_means_and_both_sides_are_quoted() -> None:
    match = first(Matcher(frameworks()), ASKED)
    assert match.story == AUDIT.id
    near = [reason for reason in match.reasons if reason.kind is ReasonKind.MEANING]
    assert near
    for reason in near:
        assert ASKED[reason.asked_start : reason.asked_end] == reason.asked
        text = AUDIT.title if reason.part == "title" else AUDIT.part(reason.part)
        assert text[reason.start : reason.end] == reason.said
    assert abs(sum(r.points for r in match.reasons) - match.score) <= 1e-9


@with_vectors
@pytest.mark.parametrize("text", ["Quantum chromodynamics.", "Knowledge of opera and ballet.", ""])
def test_meaning_alone_makes_no_match_of_unrelated_texts(text: str) -> None:
    assert Matcher(frameworks()).match(vacancy(tq(text)), BANK).stories_for("tq1") == ()


@with_vectors
def test_saying_it_again_or_padding_wins_nothing_in_meaning() -> None:
    matcher = Matcher(frameworks())
    padded = AUDIT.edit(
        action=AUDIT.action * 5, lesson="the and of with experience ability demonstrated " * 50
    )
    scores = [
        matcher.match(vacancy(tq(ASKED)), (story,)).stories_for("tq1")[0].score
        for story in (AUDIT, padded)
    ]
    assert scores[1] <= scores[0] + 1e-6
