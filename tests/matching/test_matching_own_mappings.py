"""Own mappings in questions: they count beside what a story says, and never in place of it."""

from __future__ import annotations

from dataclasses import replace

from matching_bank import BANK, COACH, GRANTS, plain_matcher

from sesbank.domain.evidence import ReasonKind, StoryMatch
from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.story import Story

FRAMEWORK = "opm-2025"
QUESTION = "How have you coached a deputy who was struggling?"


def answer(question: str, *stories: Story, framework: str = FRAMEWORK) -> tuple[StoryMatch, ...]:
    return plain_matcher().ask(question, stories, framework).stories


def mapped(story: Story, ecq: str, competency: str = "", **more: object) -> Story:
    mapping = Mapping(str(more.get("framework", FRAMEWORK)), ecq, competency)
    if "strength" in more:
        mapping = replace(mapping, strength=Strength(str(more["strength"])))
    return replace(story, mappings=(mapping,))


def own(match: StoryMatch) -> list[str]:
    return [reason.said for reason in match.reasons if reason.kind is ReasonKind.MAPPING]


def test_a_story_mapped_to_what_a_question_probes_comes_before_its_equal() -> None:
    twin = replace(COACH, id="twin")
    for ecq in ("LP", "AR"):
        first, second = answer(QUESTION, mapped(twin, ecq), COACH)
        if ecq == "LP":
            assert (first.story, second.story) == ("twin", "coach")
            assert own(first) == ["Leading People"]
        else:
            assert first.score == second.score
            assert own(first) == own(second) == []


def test_the_same_competency_counts_more_than_its_ecq_and_a_side_mapping_half() -> None:
    (probed,) = answer(QUESTION, mapped(COACH, "LP", "developing-others"))
    (near,) = answer(QUESTION, mapped(COACH, "LP"))
    (side,) = answer(QUESTION, mapped(COACH, "LP", "developing-others", strength="supporting"))
    (bare,) = answer(QUESTION, COACH)
    assert probed.score > near.score > bare.score
    assert probed.score > side.score > bare.score
    assert own(probed) == ["Developing Others"]
    for match in (probed, near, side, bare):
        assert match.score == round(sum(reason.points for reason in match.reasons), 6)


def test_a_mapping_makes_no_answer_of_a_story_that_says_nothing_of_it() -> None:
    asked = "How have you coached someone?"
    silent = mapped(replace(GRANTS, id="silent"), "LP", "developing-others")
    assert "silent" not in {match.story for match in answer(asked, *BANK, silent)}


def test_a_mapping_in_another_framework_counts_for_that_one_alone() -> None:
    story = mapped(COACH, "LP", "developing-others", framework="opm-2006")
    (here,) = answer(QUESTION, story)
    (there,) = answer(QUESTION, story, framework="opm-2006")
    assert not own(here)
    assert own(there) == ["Developing Others"]
