"""Evidence: verbatim on both sides, adding up to the score, never from padding."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matching_bank import BANK, GRANTS, STATES, ecq, frameworks, plain_matcher, tq, vacancy

from sesbank.domain.evidence import ReasonKind, StoryMatch
from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.story import Story
from sesbank.matching import Matcher

DEMANDS = (
    "Demonstrated experience directing a national grants program, including oversight of "
    "financial controls and reduction of processing time.",
    "Experience building partnerships with state and tribal governments to share data.",
    "Ability to modernize legacy payroll systems and to manage vendors.",
    "Skill in negotiating with unions and leading a workforce through a reorganization.",
)
QUESTIONS = (
    "Tell us about a time you developed an employee who was struggling.",
    "Describe how you persuaded others outside your agency to support a common goal.",
    "How have you cut costs without hurting the mission?",
)

demands = st.sampled_from(DEMANDS)
questions = st.sampled_from(QUESTIONS)


@pytest.fixture(scope="module", name="matcher")
def _matcher() -> Matcher:
    return plain_matcher()


def listed(
    matcher: Matcher, text: str, stories: tuple[Story, ...] = BANK
) -> tuple[StoryMatch, ...]:
    return matcher.match(vacancy(tq(text)), stories).stories_for("tq1")


def score(matcher: Matcher, text: str, story: Story, *others: Story) -> float:
    found = {m.story: m.score for m in listed(matcher, text, (story, *others))}
    return found.get(story.id, 0.0)


def check_reasons(match: StoryMatch, asked: str, stories: tuple[Story, ...]) -> None:
    story = next(s for s in stories if s.id == match.story)
    assert match.reasons
    assert abs(sum(r.points for r in match.reasons) - match.score) <= 1e-9
    assert 0.0 < match.score <= 1.0
    for reason in match.reasons:
        assert reason.points > 0
        assert asked[reason.asked_start : reason.asked_end] == reason.asked
        assert reason.asked
        if reason.part != "mapping":
            text = story.title if reason.part == "title" else story.part(reason.part)
            assert text[reason.start : reason.end] == reason.said
            assert reason.said
        for place in reason.also:
            text = story.title if place.part == "title" else story.part(place.part)
            assert text[place.start : place.end] == place.said
            assert place.said


@pytest.mark.parametrize("text", DEMANDS)
def test_every_reason_of_a_requirement_is_verbatim_and_they_add_up(
    matcher: Matcher, text: str
) -> None:
    found = listed(matcher, text)
    assert found
    for match in found:
        check_reasons(match, text, BANK)


@pytest.mark.parametrize("text", QUESTIONS)
@pytest.mark.parametrize("framework", ["opm-2025", "opm-2006"])
def test_every_reason_of_a_question_is_verbatim_and_they_add_up(
    matcher: Matcher, text: str, framework: str
) -> None:
    reading = matcher.ask(text, BANK, framework)
    assert reading.stories
    for match in reading.stories:
        check_reasons(match, reading.question, BANK)


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=300),
    st.text(max_size=300),
    st.text(max_size=300),
)
def test_any_text_gives_verbatim_reasons_that_add_up(asked: str, said: str, title: str) -> None:
    matcher = plain_matcher()
    stories = (GRANTS, Story(id="odd", title=title, action=said, result=asked))
    reading = matcher.ask(asked, stories, "opm-2025")
    for match in reading.stories:
        check_reasons(match, reading.question, stories)
    for match in listed(matcher, asked, stories):
        check_reasons(match, asked, stories)


def test_the_story_that_tells_of_the_thing_comes_first(matcher: Matcher) -> None:
    firsts = [listed(matcher, text)[0].story for text in DEMANDS]
    assert firsts == ["grants", "states", "audit", "merger"]


def test_a_question_finds_the_story_that_answers_it(matcher: Matcher) -> None:
    firsts = [matcher.ask(q, BANK, "opm-2006").stories[0].story for q in QUESTIONS[:2]]
    assert firsts == ["coach", "states"]


@pytest.mark.parametrize(
    "text",
    [
        "Demonstrated experience and proven ability at the executive level.",
        "Describe a time when you had to do something and what the outcome was.",
        "Quantum chromodynamics on hexagonal lattices.",
        "",
        "    \n\t",
        "?!?!",
    ],
)
def test_nothing_shared_is_no_match(matcher: Matcher, text: str) -> None:
    assert listed(matcher, text) == ()
    assert matcher.ask(text, BANK, "opm-2025").stories == ()


@settings(max_examples=25, deadline=None)
@given(demands, st.sampled_from(["action", "result", "lesson", "title"]), st.integers(1, 40))
def test_common_words_never_raise_a_score(text: str, part: str, times: int) -> None:
    matcher = plain_matcher()
    padding = " the and of with experience ability demonstrated time when we were able to" * times
    padded = GRANTS.edit(**{part: (getattr(GRANTS, part) + "." + padding)})
    assert score(matcher, text, padded) <= score(matcher, text, GRANTS) + 1e-9


@settings(max_examples=25, deadline=None)
@given(demands, st.integers(2, 30))
def test_saying_it_again_never_raises_a_score(text: str, times: int) -> None:
    matcher = plain_matcher()
    longer = GRANTS.edit(action=" ".join([GRANTS.action] * times))
    assert score(matcher, text, longer) <= score(matcher, text, GRANTS) + 1e-9


@settings(max_examples=25, deadline=None)
@given(demands)
def test_tags_in_bulk_never_raise_a_score(text: str) -> None:
    matcher = plain_matcher()
    tagged = GRANTS.edit(tags=tuple(text.split()) * 20, role=text, organisation=text)
    assert score(matcher, text, tagged) == score(matcher, text, GRANTS)


def test_a_long_story_about_something_else_does_not_win(matcher: Matcher) -> None:
    chance = random.Random(3)
    vocabulary = " ".join(s.action + s.context for s in BANK if s is not GRANTS).split()
    rambling = Story(id="long", title="Long", action=" ".join(chance.choices(vocabulary, k=4000)))
    found = listed(matcher, DEMANDS[0], (GRANTS, rambling))
    assert found[0].story == "grants"


@pytest.mark.parametrize("text", DEMANDS)
def test_deleting_the_words_shown_lowers_the_score_more_than_deleting_others(
    matcher: Matcher, text: str
) -> None:
    best = listed(matcher, text)[0]
    story = next(s for s in BANK if s.id == best.story)
    others = tuple(s for s in BANK if s is not story)
    shown = [(p.part, p.start, p.end) for r in best.reasons for p in r.places]
    size = sum(end - start for _, start, end in shown)
    without = score(matcher, text, _deleted(story, shown), *others)
    chance = random.Random(5)
    for _ in range(10):
        at_random = _deleted(story, _random_spans(story, size, chance))
        assert without < score(matcher, text, at_random, *others)


def _random_spans(story: Story, size: int, chance: random.Random) -> list[tuple[str, int, int]]:
    spans, left = [], size
    while left > 0:
        part = chance.choice(["challenge", "context", "action", "result"])
        words = [w for w in story.part(part).split() if len(w) > 2]
        word = chance.choice(words)
        start = story.part(part).index(word)
        spans.append((part, start, start + len(word)))
        left -= len(word)
    return spans


def _deleted(story: Story, spans: list[tuple[str, int, int]]) -> Story:
    edits: dict[str, str] = {}
    for part in {part for part, _, _ in spans}:
        text = list(story.title if part == "title" else story.part(part))
        for _, start, end in (span for span in spans if span[0] == part):
            text[start:end] = [" "] * (end - start)
        edits[part] = "".join(text)
    return story.edit(**edits)


def test_the_same_bank_gives_the_same_answer_in_any_order(matcher: Matcher) -> None:
    wanted = vacancy(*(tq(text, n) for n, text in enumerate(DEMANDS, 1)))
    once = matcher.match(wanted, BANK)
    fresh = Matcher(frameworks(), meaning=False)
    assert fresh.match(wanted, BANK) == once
    assert fresh.match(wanted, tuple(reversed(BANK))) == once


def test_an_edit_is_seen_and_can_be_taken_back(matcher: Matcher) -> None:
    before = listed(matcher, DEMANDS[0])
    edited = tuple(s.edit(action="I sang.") if s is GRANTS else s for s in BANK)
    assert listed(matcher, DEMANDS[0], edited) != before
    assert listed(matcher, DEMANDS[0]) == before


def test_a_bank_of_one_story_is_matched(matcher: Matcher) -> None:
    assert [m.story for m in listed(matcher, DEMANDS[1], (STATES,))] == ["states"]


def test_an_empty_bank_matches_nothing(matcher: Matcher) -> None:
    report = matcher.match(vacancy(tq(DEMANDS[0])), ())
    assert report.stories_for("tq1") == ()
    assert report.uncovered == ("tq1",)


@pytest.mark.parametrize("text", ["", "…", "- - -"])
def test_an_ecq_without_words_is_matched_by_nothing(matcher: Matcher, text: str) -> None:
    for story in (STATES, mapped(Strength.PRIMARY)):
        report = matcher.match(vacancy(ecq(text, "DE")), (story,))
        assert report.stories_for("ecq1") == ()
        assert report.uncovered == ("ecq1",)


def test_of_two_stories_with_one_id_the_first_counts_and_is_counted_once() -> None:
    matcher, wanted = Matcher(frameworks(), meaning=False), vacancy(tq(DEMANDS[0]))
    twice = matcher.match(wanted, (GRANTS, GRANTS.edit(tags=("again",))))
    assert twice.stories_for("tq1")
    assert matcher.match(wanted, (GRANTS,)) == twice


def mapped(strength: Strength, framework: str = "opm-2025") -> Story:
    return STATES.edit(mappings=(Mapping(framework, "DE", strength=strength),))


@pytest.mark.parametrize("text", ["Driving Efficiency", "ECQ 2: Driving Efficiency", "Efficiency"])
def test_the_persons_own_mapping_is_evidence_for_an_ecq(matcher: Matcher, text: str) -> None:
    wanted = vacancy(ecq(text, "DE"))
    scores = {}
    for name, story in {
        "primary": mapped(Strength.PRIMARY),
        "supporting": mapped(Strength.SUPPORTING),
        "none": STATES,
        "other framework": mapped(Strength.PRIMARY, "opm-2006"),
    }.items():
        found = matcher.match(wanted, (story,)).stories_for("ecq1")
        scores[name] = found[0].score if found else 0.0
        for match in found:
            check_reasons(match, text, (story,))
    assert scores["primary"] > scores["supporting"] > scores["none"]
    assert scores["other framework"] == scores["none"]


def test_a_mapping_counts_nothing_for_a_technical_qualification(matcher: Matcher) -> None:
    assert score(matcher, DEMANDS[0], mapped(Strength.PRIMARY)) == score(
        matcher, DEMANDS[0], STATES
    )


def test_a_mapping_reason_names_what_was_mapped(matcher: Matcher) -> None:
    story = mapped(Strength.PRIMARY)
    match = matcher.match(vacancy(ecq("Driving Efficiency", "DE")), (story,)).stories_for("ecq1")[0]
    reason = next(r for r in match.reasons if r.kind is ReasonKind.MAPPING)
    assert (reason.part, reason.start, reason.end) == ("mapping", 0, 0)
    assert reason.said == "Driving Efficiency"
