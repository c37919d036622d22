"""When a question is due again follows from how its answers went."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.rehearsal import Rehearsal, Went, due_again

DAY = date(2026, 3, 1)


def went(*each: Went) -> list[Rehearsal]:
    return [
        Rehearsal("Why you?", (DAY + timedelta(number)).isoformat(), 90, how)
        for number, how in enumerate(each)
    ]


def days_until(*each: Went) -> int:
    due = due_again(went(*each))
    assert due is not None
    return (due - DAY - timedelta(len(each) - 1)).days


def test_what_was_never_rehearsed_has_no_day() -> None:
    assert due_again([]) is None


def test_what_went_badly_is_due_the_next_day_and_what_went_well_after_a_week() -> None:
    assert [days_until(each) for each in Went] == [1, 4, 7, 14]


def test_what_goes_well_in_a_row_waits_longer_each_time_and_never_over_two_months() -> None:
    assert [days_until(*[Went.WELL] * times) for times in (1, 2, 3, 4, 5, 9)] == [
        *(7, 14, 28, 56, 60, 60)
    ]
    assert days_until(Went.WELL, Went.WELL, Went.BADLY, Went.WELL) == 7
    assert days_until(Went.WELL, Went.EASILY) == 28


@given(st.permutations(went(Went.WELL, Went.BADLY, Went.WELL, Went.WELL)))
def test_the_order_in_which_they_are_given_does_not_count(done: list[Rehearsal]) -> None:
    assert due_again(done) == due_again(went(Went.WELL, Went.BADLY, Went.WELL, Went.WELL))


def test_a_day_that_is_none_makes_it_due() -> None:
    assert due_again([Rehearsal("Why you?", "some day", 90, Went.WELL)]) == date.min


def test_with_an_interview_ahead_it_comes_once_more_before() -> None:
    def waits(days: int) -> int:
        due = due_again(went(Went.WELL), DAY + timedelta(days))
        assert due is not None
        return (due - DAY).days

    assert [waits(days) for days in (40, 14, 6, 2, 1)] == [7, 7, 3, 1, 1]


@given(
    st.lists(st.sampled_from(Went), min_size=1, max_size=9),
    st.integers(0, 400),
)
def test_it_is_never_due_after_the_interview(each: list[Went], days: int) -> None:
    last = DAY + timedelta(len(each) - 1)
    interview = last + timedelta(days)
    due = due_again(went(*each), interview)
    assert due is not None
    assert due <= interview or days == 0
    assert last < due <= last + timedelta(60)


def test_an_interview_that_is_over_plans_nothing() -> None:
    assert due_again(went(Went.WELL), DAY - timedelta(3)) == due_again(went(Went.WELL))
