"""Cues: at most twelve of the person's own words, figures and verbs first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sesbank import locations
from sesbank.domain.figures import Figure, FigureKind, FigureState
from sesbank.domain.story import PARTS, Story
from sesbank.domain.text import glance_count
from sesbank.domain.vacancy import Cue, Vacancy
from sesbank.exchange import stories_from_json
from sesbank.sheet.clauses import MOST_WORDS
from sesbank.sheet.cues import carrying, cues_for, pick

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
EXAMPLES = stories_from_json(
    (locations.shipped("examples") / "stories.json").read_text("utf-8"),
    new_id=map(str, count()).__next__,
    framework="opm-2025",
).stories
PIECES = [*"abc .,;:()-–\n12$%'’“”é語\u0645", " I ", " we ", " and ", " the ", ". The ", "41 "]
PROSE = st.lists(st.sampled_from(PIECES), max_size=200).map("".join)


def test_cues_tell_the_figures_and_deeds_of_a_story() -> None:
    cues = {cue.part: cue.text for cue in cues_for(VACANCY, "tq1", BACKLOG)}
    assert cues == {
        "challenge": "9,400 applications waited, the oldest for 14 months",
        "context": "Led 212 staff in 3 regions with a frozen budget of $48M",
        "action": "Reported to the Hill every Friday without being asked",
        "result": "Decisions took 19 days instead of 41",
    }


def test_the_sentences_that_carry_a_part_are_those_its_cue_is_from() -> None:
    assert carrying(BACKLOG, "challenge", 1) == (
        "9,400 applications waited, the oldest for 14 months, and Congress had asked twice.",
    )
    assert carrying(BACKLOG, "context", 1)[0].startswith("I led 212 staff")
    assert carrying(BACKLOG, "result", 2) == (
        "The backlog fell to zero in 7 months, which nobody had expected.",
        "Decisions took 19 days instead of 41.",
    )
    assert carrying(BACKLOG, "lesson", 2) == ()


def test_a_sentence_with_a_figure_not_to_be_said_carries_nothing() -> None:
    kept_back = Figure(FigureKind.PEOPLE, "9,400", state=FigureState.WITHHELD)
    assert carrying(BACKLOG.edit(figures=(kept_back,)), "challenge", 1) == (
        "Farm grants stood still.",
    )


@given(PROSE, st.sampled_from(PARTS), st.integers(1, 3))
def test_what_carries_a_part_stands_in_it_in_order_and_holds_its_cue(
    text: str, part: str, most: int
) -> None:
    story = Story("s", "t", **{part: text})
    said = carrying(story, part, most)
    assert len(said) <= most
    at = 0
    for sentence in said:
        at = line(text).index(sentence, at) if sentence in line(text) else at
    cue = pick(story, part).rstrip("…").casefold()
    assert not cue or any(cue in line(sentence).casefold() for sentence in said)


def line(text: str) -> str:
    return " ".join(text.split())


def told_as(cue: str, text: str) -> bool:
    """Whether a cue stands in a text word for word, but for the case of its first letter."""
    said = cue.removesuffix("…")
    return said in line(text) or said[:1].lower() + said[1:] in line(text)


@settings(max_examples=150, deadline=None)
@given(text=PROSE)
def test_a_cue_has_at_most_twelve_words_and_stands_in_the_story(text: str) -> None:
    cue = pick(Story(id="s", title="t", action=text), "action")
    assert len(cue.split()) <= MOST_WORDS
    assert glance_count(cue) <= MOST_WORDS
    assert told_as(cue, text)


SUBJECTS = ["I", "we", "the union", "the leases and the vans", "29 people", "no one", "it"]
VERBS = ["cut", "did not cut", "would have cut", "was told that", "estimated", "met", "moved"]
OBJECTS = ["about $3.8 million a year", "at least 40 percent of claims", "by law", "the desks"]
TAILS = ["", " by law", " unless Congress agreed", " where storms were worst", " in 2 of 9 states"]
JOINS = [", and ", ", but ", "; ", ": ", " and ", ", which ", ". So far ", ". I then ", ". And "]
SAID = st.tuples(*map(st.sampled_from, (SUBJECTS, VERBS, OBJECTS, TAILS, JOINS)))


@settings(max_examples=200, deadline=None)
@given(told=st.lists(SAID, min_size=1, max_size=5))
def test_a_cue_without_its_mark_is_a_whole_stretch_of_one_sentence(
    told: list[tuple[str, str, str, str, str]],
) -> None:
    text = "".join(f"{who} {did} {what}{tail}{join}" for who, did, what, tail, join in told)
    text = text.rstrip(" ,;:") + " closed."
    cue = pick(Story(id="s", title="t", result=text), "result")
    assert told_as(cue, text)
    assert glance_count(cue) <= MOST_WORDS
    if not cue.endswith("…"):
        assert any(is_bounded(before, after) for before, after in places(cue, line(text)))


def places(cue: str, text: str) -> Iterator[tuple[str, str]]:
    for said in re.finditer(re.escape(cue[1:]), text):
        yield text[: said.start() - 1], text[said.end() :]


def is_bounded(before: str, after: str) -> bool:
    ends = re.match(r"[.;:]|, and|$", after)
    return bool(ends and re.search(r"(^|[.;:] |, and |, but )(and )?(I then |I )?$", before, re.I))


@pytest.mark.parametrize("story", EXAMPLES, ids=lambda story: story.id)
def test_every_cue_of_the_examples_stands_in_its_part(story: Story) -> None:
    for part in PARTS:
        cue = pick(story, part)
        assert bool(cue) is bool(story.part(part).strip())
        assert told_as(cue, story.part(part))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        (
            "So far 31 crews have passed the test, and 12 have asked for the next one.",
            "So far 31 crews have passed the test",
        ),
        (
            "The vans and the sheds save about $2 million every year.",
            "The vans and the sheds save about $2 million every year",
        ),
        (
            "Our 9 labs stand where the river was in 1960.",
            "Our 9 labs stand where the river was in 1960",
        ),
        (
            "I told 40 mayors that the limit was set by law.",
            "Told 40 mayors that the limit was set by law",
        ),
        ("Few came. It was 40 days. The wait fell by 40 days.", "The wait fell by 40 days"),
        (
            "The chief was liked and had 28 years of service, and for six years had led a lab.",
            "The chief was liked and had 28 years of service…",
        ),
        ("I did not sign the $4 million order.", "I did not sign the $4 million order"),
        ("The region and I signed 9 leases.", "The region and I signed 9 leases"),
        ("I and two deputies read 90 files.", "I and two deputies read 90 files"),
        (
            "We saved 40 hours a week, but the saving did not last to the end of May.",
            "We saved 40 hours a week…",
        ),
        (
            "We saved 40 hours a week, and it never cost more than a dollar or two.",
            "We saved 40 hours a week…",
        ),
        (
            "If the vote failed, 300 jobs would go, and the two labs would close for good in May.",
            "If the vote failed, 300 jobs would go…",
        ),
        (
            "The auditors said that we lost $9 million, and the office was shut for a whole year.",
            "The auditors said that we lost $9 million",
        ),
        ("Then I moved 12 people to St. Paul.", "Moved 12 people to St. Paul"),
        ("So we moved 12 people to the U.S.", "We moved 12 people to the U.S."),
        ("The $12 million was never spent. Errors fell to 3 percent.", "Errors fell to 3 percent"),
        ("As a result, complaints fell by 40 percent.", "Complaints fell by 40 percent"),
        ("I also cut 9 forms.", "Cut 9 forms"),
        (
            "During my last five years as the chief of the western division, I cut 9 forms.",
            "Cut 9 forms",
        ),
        (
            "By September 30 we had put $19 million into works that the law allows us to pay for.",
            "By September 30 we had put $19 million into works…",
        ),
    ],
)
def test_a_cue_does_not_change_a_fact(text: str, cue: str) -> None:
    assert pick(Story(id="s", title="t", result=text), "result") == cue


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        (
            "The backlog fell from 74,000 to 31,000 cases in nine months. "
            "Accuracy rose to 95 percent.",
            "The backlog fell from 74,000 to 31,000 cases in nine months",
        ),
        (
            "We paid $31 million instead of $140 million over the whole life of the leases in the "
            "region; the cost of a case was $212 instead of $388.",
            "We paid $31 million instead of $140 million over the whole…",
        ),
        (
            "Accuracy rose from 88 to 95 percent. The backlog fell from 74,000 to 31,000.",
            "The backlog fell from 74,000 to 31,000",
        ),
        (
            "Staff grew to 410 from 380. Waits went from 90 to 12 days.",
            "Staff grew to 410 from 380",
        ),
        (
            "All stayed. Nobody left. Waits in the north fell from 90 to 80 days. Waits in the "
            "south fell from 90 to 10 days.",
            "Waits in the south fell from 90 to 10 days",
        ),
        (
            "We closed the 2,300 claims in 64 days, against the 150 that it takes in other years. "
            "Errors were 2.6 percent.",
            "We closed the 2,300 claims in 64 days…",
        ),
    ],
)
def test_the_cue_of_a_result_is_its_headline(text: str, cue: str) -> None:
    assert pick(Story(id="s", title="t", result=text), "result") == cue


@pytest.mark.parametrize(
    "text",
    [
        "Rent and fuel and parts and the time of all our crews in the two northern river districts "
        "save about $3.8 million every year",
        "I told all of the many directors of the programs in the region who wanted it that about "
        "9,000 was the number set by law",
        "Waits in all of the offices of the whole northern region went down from 164 to 52 days",
    ],
)
def test_a_cut_is_shown_and_parts_no_number_from_its_unit(text: str) -> None:
    cue = pick(Story(id="s", title="t", result=text), "result")
    assert cue.endswith("…")
    assert told_as(cue, text)
    assert not re.search(r"(\d|about|from|to|and|the|of)…$", cue)


@pytest.mark.parametrize(
    "text",
    [
        "While I was the director of all of the many programs of the western half of the state, "
        "fees were low. Staff left.",
        "I asked the board of all of the western regional field offices for a rule requiring them "
        "to publish the wait.",
    ],
)
def test_a_cue_does_not_stop_before_it_has_said_something(text: str) -> None:
    cue = pick(Story(id="s", title="t", challenge=text), "challenge")
    assert not cue.startswith("While")
    assert not cue.endswith(("requiring…", "to…"))


def test_a_whole_clause_goes_before_a_longer_one_that_would_be_cut() -> None:
    text = (
        "I closed 12 of the 40 oldest cases in the region together with the two deputies and all "
        "of their teams by May. I opened 9 desks."
    )
    assert pick(Story(id="s", title="t", action=text), "action") == "Opened 9 desks"


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
    assert cue == "Persuaded the reluctant regional directors of all the western field offices…"


@pytest.mark.parametrize("unit", ["We met the team; ", "we met, and I led the team, ", "led "])
def test_a_part_that_runs_on_without_a_stop_gives_a_cue_too(unit: str) -> None:
    text = unit * (12_000 // len(unit)) + "and cut waits from 41 to 19 days"
    cue = pick(Story(id="s", title="t", result=text), "result")
    assert told_as(cue, text)
    assert "19 days" in cue


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
    assert cues["action"].startswith("Reported to the Hill")
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
