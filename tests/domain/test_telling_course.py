"""The course of a telling: the seconds of each part, and the shares they make."""

from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.rehearsal import PartTime
from sesbank.domain.story import PARTS, Story
from sesbank.domain.telling_course import WHOLE, Course, shares, shares_taken, steps_of


def story(**parts: str) -> Story:
    return Story("s1", "A story", **parts)


def test_each_part_ends_where_the_next_one_begins() -> None:
    course = Course(PARTS, 100.0).on(110.0).on(115.0)
    assert (course.step, course.over) == ("action", False)
    assert [each.seconds for each in course.parts(135.0)] == [10, 5, 20]
    done = course.on(135.0).on(150.0)
    assert (done.step, done.over) == ("", True)
    assert done.seconds(999.0) == 50
    assert done.on(999.0) == done
    assert done.parts(999.0)[-1] == PartTime("result", 15)


@given(st.lists(st.floats(-5, 500), min_size=4, max_size=4))
def test_the_seconds_of_the_parts_add_up_whatever_the_clock_does(steps: list[float]) -> None:
    course, now = Course(PARTS, 1000.0), 1000.0
    for step in steps:
        now += step
        course = course.on(now)
    assert sum(each.seconds for each in course.parts(now)) == course.seconds(now)
    assert all(each.seconds >= 0 for each in course.parts(now))


def test_only_what_is_written_is_told_and_a_story_in_one_piece_is_one_answer() -> None:
    assert steps_of(story(challenge="Why.", result="It fell.")) == ("challenge", "result")
    assert steps_of(story(action="All of it.")) == steps_of(None) == (WHOLE,)


def test_shares_follow_the_words_and_the_seconds() -> None:
    assert shares(story(challenge="one", action="one two three"))["action"] == 75
    assert shares(story())["action"] == 0
    assert shares_taken([PartTime("action", 30), PartTime("result", 10)]) == {
        "action": 75,
        "result": 25,
    }
