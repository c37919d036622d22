"""Pace: answers while one types, when the stories are not read closely yet."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from matching_bank import BANK, frameworks
from test_matching_large_banks import crowd

from sesbank.domain.evidence import QuestionReading
from sesbank.matching import Matcher
from sesbank.matching.pace import Pace, catch_up

STORIES = (*BANK, *crowd(30))
QUESTION = "How did you clear a grants backlog with a union against you?"
KEYS = (
    "How did you",
    "How did you clear a grants",
    "How did you coach a supervisor?",
    "Tell us about a partner in the states.",
)


def unread() -> Matcher:
    """A matcher that has read no story yet."""
    return Matcher(frameworks(), meaning=False)


def settled(matcher: Matcher, question: str) -> QuestionReading:
    reading = matcher.ask(question, STORIES, "opm-2025", seconds=0)
    while not reading.settled:
        while matcher.read_on(0):
            pass
        reading = matcher.ask(question, STORIES, "opm-2025", seconds=0)
    return reading


def test_what_is_not_read_yet_is_not_offered_and_the_answer_says_so() -> None:
    at_once = unread().ask(QUESTION, STORIES, "opm-2025", seconds=0)
    in_time = unread().ask(QUESTION, STORIES, "opm-2025")
    assert not at_once.settled
    assert at_once.stories == ()
    assert in_time.settled
    assert in_time.stories
    assert (at_once.ecqs, at_once.parts) == (in_time.ecqs, in_time.parts)


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(KEYS), st.integers(0, 5)), max_size=5))
def test_the_settled_answer_is_the_same_whatever_was_read_before(
    typed: list[tuple[str, int]],
) -> None:
    matcher = unread()
    for key, moments in typed:
        matcher.ask(key, STORIES, "opm-2025", seconds=0)
        for _ in range(moments):
            matcher.read_on(0)
    assert settled(matcher, QUESTION) == unread().ask(QUESTION, STORIES, "opm-2025")


def test_an_edit_between_the_keys_is_in_the_settled_answer() -> None:
    matcher = unread()
    matcher.ask(QUESTION, STORIES[1:], "opm-2025", seconds=0)
    matcher.read_on(0)
    assert settled(matcher, QUESTION) == unread().ask(QUESTION, STORIES, "opm-2025")


def test_work_is_done_while_there_is_time_and_then_put_off_in_order() -> None:
    moments = iter(range(100))
    pace, done = Pace(1.5, clock=lambda: float(next(moments))), []
    for number in range(5):
        pace.spend(lambda n=number: done.append(n) or True)
    assert done == [0, 1]
    rest = catch_up(pace.put_off, Pace(0))
    assert done == [0, 1, 2]
    assert catch_up(rest, Pace()) == []
    assert done == [0, 1, 2, 3, 4]


def test_what_goes_on_between_the_works_takes_nothing_of_their_time() -> None:
    now = [0.0]
    pace = Pace(1.0, clock=lambda: now[0])
    assert pace.spend(lambda: "sieved", share=0.5)
    now[0] += 60.0
    assert pace.spend(lambda: "read")
    assert pace.put_off == []
